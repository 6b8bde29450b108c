/** What is open at one moment while an OpenDocument text is read. */
import type { Aside } from '../../core.ts'
import type { Flow, Recording } from '../flow.ts'
import type { XmlScanner } from '../xml.ts'
import { type Counter, createCounter } from './lists.ts'
import type { OdtStyles } from './styles.ts'

export interface Paragraph {
  readonly pieces: string[]
  /** Does the text so far end with white space, or is there none yet? Then further white space is none. */
  spaced: boolean
  readonly hidden: boolean
  readonly level: number
  readonly number: string
  readonly boxes: Recording[]
}
export interface List {
  readonly style: string | undefined
  readonly counter: Counter
  item: { numbered: boolean; header: boolean; start: number | undefined; style: string | undefined } | undefined
}
interface Row {
  /** Columns of the cell that is open or was open last, and how often it is repeated. */
  span: number
  repeated: number
  /** Places to the right that it covers and that have not come yet. */
  covered: number
}
/** A stream of text: the body, a text box, a note. */
export interface Story {
  readonly flow: Flow | Recording
  paragraph: Paragraph | undefined
  readonly lists: List[]
  /** Open rows, one for each table within another. */
  readonly rows: Row[]
  /** Open spans whose style hides their text, or shows it where the text around them is hidden. */
  readonly hidden: { readonly depth: number; readonly hides: boolean }[]
}
export interface Reader {
  readonly scanner: XmlScanner
  readonly styles: OdtStyles
  readonly asides: Aside[]
  readonly stories: { readonly story: Story; readonly depth: number; readonly end: (story: Story) => void }[]
  story: Story
  /** Lists by their id, to be continued. */
  readonly counters: Map<string, Counter>
  lastCounter: Counter | undefined
  readonly outline: Counter
  /** What the note is that is open. */
  note: 'footnote' | 'endnote'
  revisions: number
  /** Tables of contents that are open, less their titles. */
  contents: number
}

export function createReader(scanner: XmlScanner, styles: OdtStyles, flow: Flow, asides: Aside[]): Reader {
  return {
    scanner,
    styles,
    asides,
    stories: [],
    story: createStory(flow),
    counters: new Map(),
    lastCounter: undefined,
    outline: createCounter(),
    note: 'footnote',
    revisions: 0,
    contents: 0,
  }
}

export const createStory = (flow: Flow | Recording): Story => ({
  flow,
  paragraph: undefined,
  lists: [],
  rows: [],
  hidden: [],
})
