/** What is found in a text does not depend on the kind of file that it stands in, nor on how its lines are indented or its words emphasised. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { defaultSettings } from '../config/rules.ts'
import type { Diagnostic } from '../core.ts'
import { type Example, examplesOf } from '../examples.ts'
import { lintText } from './in-memory.ts'
import { wordFile } from './word-file.ts'

const folder = join(process.cwd(), 'rules')
const own = ({ path, text, layout, superiors, others = [], options }: Example) =>
  path.endsWith('.txt') && text.trim() !== '' && !layout && !options && superiors.length + others.length === 0
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'unreadable-file.md')
  .flatMap((page) => examplesOf(readFileSync(join(folder, page), 'utf8')).map((example) => ({ page, example })))
  .filter(({ example }) => own(example))

// How a Word file is set is another matter.
const judged = Object.fromEntries(Object.entries(rules).filter(([, { printed }]) => !printed))
const settings = defaultSettings(judged)

async function foundIn(
  text: string | Uint8Array,
  path: string,
  { genre, asOf }: Example,
  less = '',
): Promise<string[]> {
  const given = { ...(genre && { genre }), ...(asOf && { asOf }) }
  const { diagnostics } = await lintText({ text, path, superiors: [], others: [], rules: judged, settings, ...given })
  const words = ({ excerpt }: Diagnostic) => excerpt.text.slice(excerpt.start, excerpt.end).replaceAll(less || '\0', '')
  return diagnostics.map((d) => `${d.rule} ${d.message} ${words(d)}`).sort()
}

describe('the same is found', () => {
  it('in a text file and in a Word file, with lines that are indented by spaces', async () => {
    // One line is a title, which nobody indents, and tabs make a table of a text; of the others a third will do.
    const some = examples.filter(({ example: { text } }) => /^[^\t]*\n[^\t]*$/.test(text)).filter((_, i) => i % 3 === 0)
    expect(some.length).toBeGreaterThan(100)
    for (const { page, example } of some) {
      const text = example.text
        .split('\n')
        .map((line, i) => (i > 0 && line !== '' ? `　　${line.trim()}` : line))
        .join('\n')
      const inWord = await foundIn(wordFile(text), example.path.replace(/txt$/, 'docx'), example)
      expect(inWord, `${page}:${example.line}`).toEqual(await foundIn(text, example.path, example))
    }
  }, 120_000)

  it('in Markdown, whether the words in question are emphasised or not', async () => {
    const isEmphasised = ({ text, marks }: Example) =>
      marks.length > 0 && marks.every(({ start, end }) => /^[一-龥][^\n]*[一-龥]$/.test(text.slice(start, end)))
    const some = examples.filter(({ example }) => isEmphasised(example))
    expect(some.length).toBeGreaterThan(500)
    for (const { page, example } of some) {
      const path = example.path.replace(/txt$/, 'md')
      const spaced = (text: string) => text.replaceAll('\n', '\n\n')
      let bold = example.text
      for (const { start, end } of [...example.marks].reverse())
        bold = `${bold.slice(0, start)}**${bold.slice(start, end)}**${bold.slice(end)}`
      const plain = await foundIn(spaced(example.text), path, example)
      expect(await foundIn(spaced(bold), path, example, '**'), `${page}:${example.line}`).toEqual(plain)
    }
  }, 120_000)
})
