/** What is in force at a place of an RTF file; a group inherits it and gives it back. */
import type { Story } from './story.ts'

/**
 * What is done with the words of a group. `text` is shown; `skip` is passed over; the others are tables, or parts of a field or
 * of a shape, that are looked at.
 */
export type Destination =
  | 'text'
  | 'skip'
  | 'number'
  | 'instruction'
  | 'fonts'
  | 'styles'
  | 'shape'
  | 'shape property'
  | 'property name'
  | 'property value'
  | 'unicode pair'

export interface Field {
  code: string
  shown: boolean
}

export interface State {
  destination: Destination
  story: Story
  /** The field whose instruction or result this is. */
  field: Field | undefined
  /** Is this what a table of contents shows? */
  contents: boolean
  /** Characters that stand behind `\u` for readers that do not know it. */
  fallback: number
  /** Number of the font; -1 before there is one. */
  font: number
  hidden: boolean
  deleted: boolean
  inserted: boolean
  inTable: boolean
  nesting: number
  style: number
  outline: number | undefined
  /** Where the row of the table begins, and where its cells end; twips. */
  edges: number[]
}

export function initialState(story: Story): State {
  return {
    destination: 'text',
    story,
    field: undefined,
    contents: false,
    fallback: 1,
    font: -1,
    hidden: false,
    deleted: false,
    inserted: false,
    inTable: false,
    nesting: 1,
    style: 0,
    outline: undefined,
    edges: [0],
  }
}

/** `\plain` */
export function resetCharacters(state: State, font: number): void {
  state.hidden = state.deleted = state.inserted = false
  state.font = font
}

/** `\pard` */
export function resetParagraph(state: State): void {
  state.inTable = false
  state.nesting = 1
  state.style = 0
  state.outline = undefined
}
