/** Damages files in ways that a seed decides: the same seed, the same damage. */
import { unzipSync, zipSync } from 'fflate'
import { UnreadableError } from '../../core.ts'
import { isCompound, openCompound } from '../../parsers/compound.ts'
import { compound } from '../samples/compound.ts'

/** Numbers from 0 to below `below`. */
export type Random = (below: number) => number

/** A generator of 32 bits (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Values at which programs count wrong. */
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
/** Texts at which readers of markup stumble. */
const WORDS = [
  '<',
  '>',
  '&',
  '"',
  '</',
  '/>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [',
  '{',
  '}',
  '\\',
  '\0',
  '\ud800',
  '-1',
  '99999999999',
  'NaN',
  '',
]
/** The most that one piece of a file is copied or taken away. */
const PIECE = 4096
/** How many times a piece is repeated at most. */
const COPIES = 200

/** One to eight damages, one after the other. A container is damaged as a whole, or inside and packed again. */
export function mutate(sample: Uint8Array, random: Random): Uint8Array {
  if (isZip(sample) && random(4) > 0) return mutateInside(sample, random)
  if (isCompound(sample) && random(4) > 0) return mutateStream(sample, random)
  return damage(sample, random)
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

function mutateInside(sample: Uint8Array, random: Random): Uint8Array {
  const entries = Object.entries(unzipSync(sample))
  const files: Record<string, Uint8Array> = Object.fromEntries(entries)
  const pick = () => entries[random(entries.length)]!
  const [name, content] = pick()
  switch (random(8)) {
    case 0:
      delete files[name]
      break
    case 1:
      // A part in the place of another.
      files[name] = pick()[1]
      break
    case 2:
      files[['../', '/', 'x/../../', '\\', 'C:\\'][random(5)] + name] = content
      break
    default:
      files[name] = damage(content, random)
  }
  return zipSync(files, { level: random(3) === 0 ? 0 : 1, mtime: '2024-01-01' })
}

function mutateStream(sample: Uint8Array, random: Random): Uint8Array {
  const file = openCompound(sample, (_, why) => new UnreadableError(why, ''))
  const streams = file.names.flatMap((name): [string, Uint8Array][] => {
    const content = file.read(name)
    return content ? [[name, content]] : []
  })
  const [name, content] = streams[random(streams.length)]!
  // Whatever moves the rest of a stream makes nonsense of every place in it; most damages leave it where it is.
  const damages = random(4) === 0 ? DAMAGES : DAMAGES.slice(0, IN_PLACE)
  return compound({ ...Object.fromEntries(streams), [name]: damage(content, random, damages) })
}

function damage(sample: Uint8Array, random: Random, damages: readonly Damage[] = DAMAGES): Uint8Array {
  let bytes = Buffer.from(sample)
  // Markup that is no longer well-formed is refused at once; what is odd but well-formed goes deeper.
  if (damages === DAMAGES && sample[0] === LESS && random(3) > 0) damages = ODDITIES
  for (let left = 1 + random(8); left > 0 && bytes.length > 0; left--)
    bytes = damages[random(damages.length)]!(bytes, random)
  return bytes
}

type Damage = (bytes: Buffer, random: Random) => Buffer<ArrayBuffer>

/** The first of the damages leave everything in its place. */
const IN_PLACE = 3
const DAMAGES: readonly Damage[] = [
  // A bit, or a few of them, or a byte.
  (bytes, random) => {
    for (let n = 1 + random(10); n > 0; n--) bytes[random(bytes.length)]! ^= 1 << random(8)
    return Buffer.from(bytes)
  },
  (bytes, random) => {
    for (let n = 1 + random(10); n > 0; n--) bytes[random(bytes.length)] = random(256)
    return Buffer.from(bytes)
  },
  // A number, at a place where files keep them; near the start, where headers are, as often as anywhere.
  (bytes, random) => {
    const size = [1, 2, 4][random(3)]!
    if (bytes.length < size) return Buffer.from(bytes)
    const places = random(2) === 0 ? Math.min(bytes.length, 2048) : bytes.length
    const at = Math.floor(random(places - size + 1) / size) * size
    const value = random(2) === 0 ? NUMBERS[random(NUMBERS.length)]! : random(bytes.length)
    bytes.writeUIntLE(value % 2 ** (size * 8), at, size)
    return Buffer.from(bytes)
  },
  (bytes, random) => Buffer.from(bytes.subarray(0, random(bytes.length))),
  (bytes, random) => {
    const { from, to } = piece(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, random) => {
    const { from, to } = piece(bytes, random)
    const copies = random(4) === 0 ? random(COPIES) : 1
    return Buffer.concat([
      bytes.subarray(0, to),
      ...Array<Buffer>(copies).fill(bytes.subarray(from, to)),
      bytes.subarray(to),
    ])
  },
  // A piece in another place.
  (bytes, random) => {
    const { from, to } = piece(bytes, random)
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)])
  },
  (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(WORDS[random(WORDS.length)]!), bytes.subarray(at)])
  },
  // A digit of a number that is written out.
  (bytes, random) => {
    const start = random(bytes.length)
    for (let i = 0; i < bytes.length; i++) {
      const at = (start + i) % bytes.length
      if (bytes[at]! < 0x30 || bytes[at]! > 0x39) continue
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(['-1', '0', '65536', '999999999'][random(4)]!),
        bytes.subarray(at + 1),
      ])
    }
    return Buffer.from(bytes)
  },
  // An element twice, within itself or gone: from one bracket to another.
  (bytes, random) => {
    const from = bytes.indexOf('<', random(bytes.length))
    const to = from < 0 ? -1 : bytes.indexOf('<', from + 1 + random(Math.min(PIECE, bytes.length)))
    if (from < 0 || to < 0) return Buffer.from(bytes)
    const element = bytes.subarray(from, to)
    const times = [0, 2, 2, 50][random(4)]!
    return Buffer.concat([bytes.subarray(0, from), ...Array<Buffer>(times).fill(element), bytes.subarray(to)])
  },
]

const LESS = 0x3c

/** Damages that leave markup well-formed, as far as may be. */
const ODDITIES: readonly Damage[] = [
  // An element again in its place, many times, elsewhere, within another, or gone.
  (bytes, random) => {
    const { from, to } = element(bytes, random)
    const times = [0, 2, 3, 100][random(4)]!
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array<Buffer>(times).fill(bytes.subarray(from, to)),
      bytes.subarray(to),
    ])
  },
  (bytes, random) => {
    const { from, to } = element(bytes, random)
    const { from: at } = element(bytes, random)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)])
  },
  (bytes, random) => {
    const { from, to } = element(bytes, random)
    const other = element(bytes, random)
    const inner = bytes.subarray(other.from, other.to)
    return Buffer.concat([bytes.subarray(0, from), inner, bytes.subarray(to)])
  },
  // A value in the place of another.
  (bytes, random) => {
    const from = bytes.indexOf('="', random(bytes.length)) + 2
    const to = from < 2 ? -1 : bytes.indexOf('"', from)
    if (to < 0) return Buffer.from(bytes)
    const values = [
      '',
      '0',
      '1',
      '-1',
      '9',
      '99999999',
      '4294967296',
      'x',
      'none',
      'continue',
      '%1%2%9',
      '一, 二',
      'a'.repeat(5000),
    ]
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(values[random(values.length)]!), bytes.subarray(to)])
  },
]

/** An element that starts somewhere, up to the next end of its name; empty where there is none. */
function element(bytes: Buffer, random: Random): { from: number; to: number } {
  const from = bytes.indexOf(LESS, random(bytes.length))
  const name = from < 0 ? undefined : /^<([\w:-]+)[^>]*?(\/?)>/.exec(bytes.toString('latin1', from, from + 1000))
  if (!name) return { from: bytes.length, to: bytes.length }
  if (name[2] === '/') return { from, to: from + name[0].length }
  const end = bytes.indexOf(`</${name[1]}>`, from)
  return end < 0 ? { from: bytes.length, to: bytes.length } : { from, to: end + name[1]!.length + 3 }
}

function piece(bytes: Buffer, random: Random): { from: number; to: number } {
  const from = random(bytes.length)
  return { from, to: Math.min(bytes.length, from + 1 + random(PIECE)) }
}
