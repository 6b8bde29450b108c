import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Edit, FileReport, View } from '../core.ts'
import { wordFile } from '../dev/word-file.ts'
import { readDoc } from '../files/reading.ts'
import { annotate } from './annotating.ts'

/** Its texts keep no white space at their ends, so that nothing can be tracked beside a space. */
function unspaced(text: string): Uint8Array {
  const entries = unzipSync(wordFile(text))
  const part = 'word/document.xml'
  entries[part] = strToU8(
    strFromU8(entries[part]!).replace(/<w:t(?: xml:space="preserve")?>/g, '<w:t xml:space="default">'),
  )
  return zipSync(entries)
}

const VIEW: View = { language: 'zh', rules: {}, color: false, width: 80, version: '0' } as unknown as View

it('tracks the corrections of a paragraph all, or none', async () => {
  const bytes = unspaced('政办[2026] 5号\n政办[2026]6号')
  const { text } = await readDoc(bytes, 'a.docx')
  const edits = [...text.matchAll(/[[\]]/g)].map(
    ({ 0: mark, index }): Edit => ({
      span: { start: index, end: index + 1 },
      text: mark === '[' ? '〔' : '〕',
      safe: true,
    }),
  )
  const file: FileReport = { path: 'a.docx', genre: null, counts: null, diagnostics: [] }
  const {
    bytes: copy,
    tracked,
    untracked,
  } = await annotate(bytes, file, edits, VIEW, '/a.docx', '2026-01-01T00:00:00Z')
  expect([tracked, untracked]).toEqual([2, 2])
  expect((await readDoc(copy, 'a.docx')).text).toBe('政办[2026] 5号\n政办〔2026〕6号')
})
