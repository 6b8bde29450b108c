/**
 * OpenDocument text (.odt, .ott, .fodt): bytes → the text that a reader of the document sees, with the numbers of its lists in front
 * of their paragraphs and every tracked change accepted.
 */
import type { Aside, Parsed, Parser } from '../core.ts'
import { createFlow } from './flow.ts'
import { openOdt, refuse, scanPart } from './odt/package.ts'
import { readBody, readPageFurniture } from './odt/story.ts'
import { createStyles, readStyle } from './odt/styles.ts'

/**
 * Reads an OpenDocument text: one line per paragraph, text boxes after the paragraph that they are anchored in, headers, footers,
 * notes and comments as asides. Throws `UnreadableError` for a broken, encrypted or hostile file; never anything else.
 */
export const parser: Parser = { parse }

function parse(bytes: Uint8Array): Parsed {
  const parts = openOdt(bytes)
  const styles = createStyles()
  const asides: Aside[] = []
  for (const xml of [parts.content, ...(parts.styles === undefined ? [] : [parts.styles])]) {
    const scanner = scanPart(xml)
    while (scanner.next()) {
      if (scanner.kind !== 'start') continue
      if (scanner.name === 'office:body') scanner.skip()
      else readStyle(scanner, styles)
    }
  }
  const flow = createFlow(refuse)
  const revisions = readBody(parts.content, styles, flow, asides)
  return flow.parsed(
    [...readPageFurniture(parts.styles ?? parts.content, styles), ...asides],
    revisions > 0 ? [{ code: 'tracked-changes', args: { count: revisions } }] : [],
  )
}
