/** The lines that introduce a place. */
import type { Block, Doc, Span } from '../../core.ts'
import { lastBefore } from '../spans.ts'

/** How many paragraphs are looked back. */
const BLOCKS_BACK = 80

/** 一、 is 1, （一） is 2, 1. is 3, （1） is 4, ① and bullets are 5. */
const MARKS: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十百]{1,4}[章部编篇节条]|[一二三四五六七八九十]{1,3}[、.．])/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[)）]/,
  /^(?:[①-⑳]|[-—•·*]\s?|\d{1,2}[)）])/,
]
const UNMARKED = 9

function levelOf(block: Block, line: string): number {
  if (block.kind === 'heading' && block.level) return block.level / 10
  const level = MARKS.findIndex((mark) => mark.test(line))
  return level >= 0 ? level + 1 : block.kind === 'item' ? MARKS.length : UNMARKED
}

/** The lines that introduce the place: the head of its own paragraph, and above it headings and lead-ins (…下列行为：), nearest first. */
export function ancestorsOf(
  { text, blocks, facts }: Doc,
  sentence: Span & { readonly block: number },
  at: number,
): string[] {
  const lines: string[] = []
  const own = blocks[sentence.block]
  if (!own) return lines
  // 不准：一是…；二是…; and 3.规范责任状签订。各乡镇….
  const index = lastBefore(facts.sentences, at)
  let chain = index
  while (chain > 0 && index - chain < 20 && facts.sentences[chain - 1]!.block === sentence.block) {
    if (!/[；;]/.test(text[facts.sentences[chain - 1]!.end - 1]!)) break
    chain--
  }
  const from = facts.sentences[chain]!.start
  const colon = text.slice(from, Math.min(at, from + 60)).search(/[:：]/)
  if (colon > 0) lines.push(text.slice(from, from + colon + 1))
  const first = text.slice(own.start, Math.min(own.end, own.start + 42)).trimStart()
  const stop = first.indexOf('。')
  if (stop > 0 && at > own.start + stop && MARKS.some((mark) => mark.test(first))) lines.push(first.slice(0, stop))
  let level = levelOf(own, text.slice(own.start, Math.min(own.end, own.start + 20)).trimStart())
  let mayLead = true
  const lowest = Math.max(0, sentence.block - BLOCKS_BACK)
  for (let i = sentence.block - 1; i >= lowest && level > 0.1; i--) {
    const block = blocks[i]!
    if (block.kind === 'cell' || block.kind === 'code') continue
    const line = text.slice(block.start, Math.min(block.end, block.start + 120)).trim()
    const its = levelOf(block, line)
    if (its < level && its < UNMARKED) {
      lines.push(headOfLine(line))
      level = its
      mayLead = false
    } else if (its === UNMARKED && mayLead) {
      const end = text.slice(Math.max(block.start, block.end - 60), block.end).trim()
      if (/[:：]$/.test(end)) {
        // What leads in is its last sentence: of what was reported before the meeting ordered, nothing follows.
        lines.push(end.slice(end.lastIndexOf('。') + 1))
        mayLead = false
      } else if (level < UNMARKED || !/[；;]$/.test(end)) mayLead = false
    }
  }
  return lines
}

const headOfLine = (line: string) => {
  const end = line.search(/[。；]/)
  return (end < 0 ? line : line.slice(0, end)).slice(0, 60)
}
