/** The shapes of a .doc file: which drawing each belongs to, and the words of WordArt. */

const GROUP = 0xf003
const SHAPE = 0xf004
const DRAWING = 0xf002
const SHAPE_ID = 0xf00a
const OPTIONS = 0xf00b
const WORD_ART = 0x00c0
/** Groups in groups. */
const MAX_DEPTH = 20

export interface Shape {
  /** The shape that is anchored in the text: itself, or the outermost group around it. */
  readonly anchored: number
  readonly wordArt?: string
}

/** By the id of the shape, in the order of the file. */
export function readShapes(bytes: Buffer): ReadonlyMap<number, Shape> {
  const shapes = new Map<number, Shape>()
  /** `anchored` is set from the second group on: the outermost one stands for the page. */
  const walk = (from: number, to: number, depth: number, anchored: number | undefined) => {
    let own = anchored
    let at = from
    while (at + 8 <= to) {
      const kind = bytes.readUInt16LE(at + 2)
      const end = at + 8 + bytes.readUInt32LE(at + 4)
      if (end > to) {
        // Before each drawing stands a byte that says whether it is in a header.
        if (depth > 0) return
        at++
        continue
      }
      if (kind === SHAPE) {
        const { id, wordArt } = readShape(bytes, at + 8, end)
        if (depth > 2) own ??= id
        if (id !== undefined) shapes.set(id, { anchored: own ?? id, ...(wordArt && { wordArt }) })
        at = end
      } else if (kind === GROUP && depth < MAX_DEPTH) {
        walk(at + 8, end, depth + 1, own)
        at = end
      } else if (kind === DRAWING && depth === 0) {
        walk(at + 8, end, 1, undefined)
        at = end
      } else if (depth === 0 && kind < 0xf000) at++
      else at = end
    }
  }
  walk(0, bytes.length, 0, undefined)
  return shapes
}

function readShape(bytes: Buffer, from: number, to: number): { id?: number; wordArt?: string } {
  const shape: { id?: number; wordArt?: string } = {}
  for (let at = from; at + 8 <= to; ) {
    const count = bytes.readUInt16LE(at) >> 4
    const kind = bytes.readUInt16LE(at + 2)
    const content = at + 8
    const end = Math.min(content + bytes.readUInt32LE(at + 4), to)
    if (kind === SHAPE_ID && content + 4 <= to) shape.id = bytes.readUInt32LE(content)
    if (kind === OPTIONS) {
      // Values that are longer than their place stand behind all the places, in the same order.
      let data = content + count * 6
      for (let i = 0; i < count && content + i * 6 + 6 <= end; i++) {
        const property = bytes.readUInt16LE(content + i * 6)
        if (!(property & 0x8000)) continue
        const size = bytes.readUInt32LE(content + i * 6 + 2)
        if (data + size > end) break
        if ((property & 0x3fff) === WORD_ART)
          shape.wordArt = bytes
            .subarray(data, data + size)
            .toString('utf16le')
            .replace(/\0.*$/s, '')
        data += size
      }
    }
    at = end <= at ? to : end
  }
  return shape
}
