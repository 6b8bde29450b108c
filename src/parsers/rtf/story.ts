/** One stream of text in an RTF file (the body, a header, a note, a text box), as it is being read. */
import { isContents } from '../contents.ts'
import type { Flow, Recording } from '../flow.ts'

export interface Story {
  readonly flow: Flow | Recording
  /** Text of the paragraph so far. */
  pieces: string[]
  /** Does the paragraph begin with an automatic number? */
  numbered: boolean
  /** Does any of its text stand in a table of contents? */
  contents: boolean
  /** Boxes that are anchored in the paragraph. */
  boxes: Recording[]
}

/** What a paragraph is, when it ends. */
export interface ParagraphState {
  /** 0–9, 9 being body text. */
  readonly outline: number
  /** Tables around it. */
  readonly depth: number
  /** Is its style one for entries of a table of contents? */
  readonly contents: boolean
}

export const createStory = (flow: Flow | Recording): Story => ({
  flow,
  pieces: [],
  numbered: false,
  contents: false,
  boxes: [],
})

export function endParagraph(story: Story, { outline, depth, contents }: ParagraphState): void {
  const { flow, numbered, boxes } = story
  const signs = { field: story.contents, style: contents }
  const text = story.pieces.join('').replace(/\p{Surrogate}/gu, '\ufffd')
  story.pieces = []
  story.numbered = false
  story.contents = false
  story.boxes = []
  reach(flow, depth)
  if (depth > 0) flow.openCell()
  if (isContents(text, signs)) flow.contents(text)
  else if (outline < 9) flow.paragraph(text, 'heading', Math.min(outline + 1, 6))
  else flow.paragraph(text, numbered ? 'item' : 'paragraph')
  for (const box of boxes) {
    flow.openBox()
    box.replay(flow)
    flow.closeBox()
  }
}

/** Ends the cell at this depth, the rest of its text before that. */
export function endCell(story: Story, paragraph: ParagraphState): void {
  endParagraph(story, paragraph)
  story.flow.closeCell()
}

export function endRow(story: Story, depth: number, edges: readonly number[] | undefined): void {
  reach(story.flow, depth)
  story.flow.closeRow(edges)
}

/** Ends a story: text that no mark follows is a paragraph too. */
export function endStory(story: Story, paragraph: ParagraphState): void {
  if (story.pieces.length > 0 || story.boxes.length > 0) endParagraph(story, paragraph)
  reach(story.flow, 0)
}

function reach(flow: Story['flow'], depth: number): void {
  while (flow.depth > depth) flow.closeTable()
  while (flow.depth < depth) {
    if (flow.depth > 0) flow.openCell()
    flow.openTable()
  }
}
