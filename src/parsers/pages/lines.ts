/** Runs of a page → lines, from top to bottom. */
import type { Line, Page, Piece, Run } from './types.ts'

/** Baselines this near (in font heights) are one line: a raised number, a smaller bracket. */
const SAME_LINE = 0.4
/**
 * Gaps in font heights, beyond what the line is spread by. Between Latin words a blank is narrower than between Chinese ones; between
 * the two, programs leave some room of their own.
 */
const LATIN_BLANK = 0.15
const BLANK = 0.35
const MIXED_BLANK = 0.6
/** What a full-width mark may leave empty beside it. */
const MARK_ROOM = 0.6
const MARK_BEFORE = /[，。、；：！？）》”’〕】」』]$/
const MARK_AFTER = /^[（《“‘〔【「『]/
const CLINGS = /^[，。、；：！？）》”’〕】」』]/
/** Words this far apart do not belong together. */
const FAR = 1.5

/** What is raised is at most this much smaller than what it follows, and stands at most this high above its baseline, in heights of that. */
const RAISED_SIZE = 0.8
const RAISED_HIGH = 0.75
/** Runs that are looked at for what a raised one follows; a line has a hundred. */
const NEAR = 400
/** The number of a note, behind a word; 平方米 is m². */
const NOTE_NUMBER = /^[〔[［(（]?\d{1,2}[〕\]］)）]?$/
const WORD_BEFORE = /[一-龥，。、；：！？）》”’〕】」』]$/

export function linesOf(page: Page, index: number): Line[] {
  const byHeight = (a: Run, b: Run) => a.y - b.y || a.x - b.x
  const runs = lowered(
    upright(page)
      .filter(({ size, text }) => size > 0 && text !== '')
      .sort(byHeight),
  ).sort(byHeight)
  const lines: Line[] = []
  let group: Run[] = []
  const close = () => {
    const line = group.length > 0 ? lineOf(group, index) : undefined
    if (line) lines.push(line)
    group = []
  }
  for (const run of runs) {
    const first = group[0]
    if (first && run.y - first.y > SAME_LINE * Math.max(run.size, first.size)) close()
    group.push(run)
  }
  close()
  return lines
}

/** With what is raised (m²) put on the line of what it follows; numbers of notes are left out. `runs`: from the top down. */
function lowered(runs: readonly Run[]): Run[] {
  const small = runs.length > 0 ? mainSize(runs) * RAISED_SIZE : 0
  /** Where runs end with the number that is left out behind them. */
  const ends = new Map<Run, number>()
  return runs.flatMap((run, i) => {
    const end = ends.get(run)
    if (end !== undefined) return [{ ...run, width: end - run.x }]
    if (run.size > small || isBlank(run.text)) return [run]
    for (let k = i + 1; k < runs.length && k <= i + NEAR; k++) {
      const host = runs[k]!
      if (host.size * RAISED_SIZE < run.size || isBlank(host.text) || host.y - run.y > host.size * RAISED_HIGH) continue
      const gap = (run.x - host.x - host.width) / host.size
      if (host.y === run.y || gap < -0.3 || gap > 0.3) continue
      if (!NOTE_NUMBER.test(run.text.trim()) || !WORD_BEFORE.test(host.text.trim())) return [{ ...run, y: host.y }]
      ends.set(host, run.x + run.width)
      return []
    }
    return [run]
  })
}

/**
 * The runs that read along the page's main direction, turned so that it goes from left to right. Others are no text of the page:
 * a watermark across it, a stamp, the name of a file up the margin.
 */
function upright({ runs, width, height }: Page): Run[] {
  const lengths = new Map<number, number>()
  const turn = ({ angle }: Run) => {
    const quarter = Math.round(angle / 90)
    return Math.abs(angle - quarter * 90) < 2 ? ((quarter % 4) + 4) % 4 : undefined
  }
  for (const run of runs) {
    const quarter = turn(run)
    if (quarter !== undefined) lengths.set(quarter, (lengths.get(quarter) ?? 0) + run.text.trim().length)
  }
  const [main = 0] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? []
  const turned = runs.filter((run) => turn(run) === main)
  if (main === 0) return turned.filter(({ x, y }) => x > -1 && x < width + 1 && y > -1 && y < height + 1)
  return turned.map((run) => {
    if (main === 1) return { ...run, x: run.y, y: width - run.x }
    return main === 2 ? { ...run, x: width - run.x, y: height - run.y } : { ...run, x: height - run.y, y: run.x }
  })
}

/** Undefined for a line of nothing but white space. */
function lineOf(group: readonly Run[], page: number): Line | undefined {
  const runs = withoutDoubles(group)
  const glyphs = runs.filter(({ text }) => !isBlank(text))
  const first = glyphs[0]
  if (first === undefined) return undefined
  const size = mainSize(glyphs)
  const spread = usualGap(glyphs, size)
  const pieces: { text: string; left: number; right: number }[] = []
  let blank = false
  for (const run of runs) {
    if (isBlank(run.text)) {
      blank = true
      continue
    }
    const text = run.text.trim()
    const right = run.x + run.width
    const last = pieces.at(-1)
    if (last === undefined) pieces.push({ text, left: run.x, right })
    else {
      const gap = (run.x - last.right) / size - spread
      const sides = Number(isLatin(last.text.at(-1)!)) + Number(isLatin(text[0]!))
      const latin = sides === 2
      if (gap > FAR) pieces.push({ text, left: run.x, right })
      else {
        const marks = MARK_BEFORE.test(last.text) || MARK_AFTER.test(text)
        const apart =
          !CLINGS.test(text) &&
          (gap - (marks ? MARK_ROOM : 0) > [BLANK, MIXED_BLANK, LATIN_BLANK][sides]! ||
            (latin && (blank || /^\s/.test(run.text))))
        last.text += (apart ? ' ' : '') + text
        last.right = Math.max(last.right, right)
      }
    }
    blank = /\s$/.test(run.text)
  }
  return {
    text: pieces.map(({ text }) => text).join('\t'),
    left: pieces[0]!.left,
    right: pieces.at(-1)!.right,
    y: glyphs.reduce((low, run) => (run.size > low.size ? run : low), first).y,
    size,
    pieces: pieces as readonly Piece[],
    page,
  }
}

const isBlank = (text: string) => text.trim() === ''
export const isLatin = (character: string) => /[A-Za-z0-9]/.test(character)

/** From left to right. Bold type is imitated by setting a run twice, a hair apart. */
function withoutDoubles(group: readonly Run[]): Run[] {
  const runs = [...group].sort((a, b) => a.x - b.x)
  return runs.filter((run, i) => {
    for (let j = i - 1; j >= 0 && run.x - runs[j]!.x < run.size * 0.2; j--)
      if (runs[j]!.text === run.text && Math.abs(runs[j]!.y - run.y) < run.size * 0.2) return false
    return true
  })
}

/** The size of most characters. */
export function mainSize(parts: readonly { readonly size: number; readonly text: string }[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of parts) {
    const rounded = Math.round(size * 10) / 10
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  let main = 0
  let most = 0
  for (const [size, length] of lengths) if (length > most) [main, most] = [size, length]
  return main || parts[0]!.size
}

/**
 * How far Chinese characters usually stand apart in the line, in font heights: a heading may be spread over the whole width.
 * Names with a blank between them stay names, for most of their characters are close.
 */
function usualGap(runs: readonly Run[], size: number): number {
  const gaps: number[] = []
  let glyphs = 0
  let last: Run | undefined
  for (const run of runs) {
    const text = run.text.trim()
    if (last && isHan(last.text.trim().at(-1)!) && isHan(text[0]!)) gaps.push((run.x - last.x - last.width) / size)
    for (let i = 1; i < text.length; i++) if (isHan(text[i]!) && isHan(text[i - 1]!)) gaps.push(0)
    glyphs += text.length
    last = run
  }
  if (gaps.length < 2 && glyphs !== 2) return 0
  gaps.sort((a, b) => a - b)
  return Math.max(0, gaps[(gaps.length - 1) >> 1] ?? 0)
}

const isHan = (character: string) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character)
