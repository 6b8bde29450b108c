/** Pages that need nothing else. Nothing from a document, a register or a configuration reaches a page but through these functions. */
import { createHash } from 'node:crypto'
import { sanitise } from './terminal.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for quoted attributes: markup escaped; control characters, direction marks and lone surrogates visible. */
export const escaped = (text: string): string =>
  harmless.test(text) ? text : sanitise(text).replace(/[&<>"']/g, (char) => entities[char]!)

// Nearly every sentence: one look at it is enough.
export const harmless = /^[ !#$%(-;=?-~\xb7\u2010-\u2026\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*$/

/** A value for a `<script type="application/json">`: no `<` can end it, no separator can break it. */
export const embedded = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** What a page consists of. All but `title` is HTML. */
export interface Page {
  /** Escaped here. */
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly style: string
  readonly script?: string
  readonly body: string
}

/** The page. It loads nothing, and its policy allows no other script or style than its own, by their digests: nothing that a document smuggles in can run. */
export function page({ title, language, style, script, body }: Page): string {
  const scripts = script === undefined ? '' : `script-src '${digest(script)}'; `
  const policy = `default-src 'none'; ${scripts}style-src '${digest(style)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
${script === undefined ? '' : `<script>${script}</script>\n`}</head>
<body>
${body}
</body>
</html>
`
}

const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
