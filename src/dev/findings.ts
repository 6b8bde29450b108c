/**
 * `npm run findings -- [rule…] [--genre <id>] [--all] [--count] <paths…>`: every finding on real documents, with its sentence, to be read by a person.
 *
 * Rules are as loud as they are by themselves, those of no default preset too. Paths are files, folders, or collections `*.txt.gz` of documents
 * separated by form feeds. `--genre` reads every document as of that genre; `--count` prints the numbers per rule only; without a rule's name,
 * information is left out unless `--all` asks for it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { rules } from '../../rules/index.ts'
import { defaultSettings } from '../config/rules.ts'
import { type Diagnostic, type GenreId, genres } from '../core.ts'
import { lintText } from './in-memory.ts'

const DOCUMENTS = /\.(?:txt|md|docx)$/

const args = process.argv.slice(2)
const flag = (name: string) => {
  const at = args.indexOf(name)
  return at >= 0 && args.splice(at, 1).length > 0
}
const value = (name: string) => {
  const at = args.indexOf(name)
  return at < 0 ? undefined : args.splice(at, 2)[1]
}
const onlyCounts = flag('--count')
const genre = value('--genre')
if (genre !== undefined && !Object.hasOwn(genres, genre)) throw new Error(`no genre ${genre}`)
const all = flag('--all')
const wanted = args.filter((arg) => Object.hasOwn(rules, arg))
const paths = args.filter((arg) => !Object.hasOwn(rules, arg))
if (paths.length === 0) throw new Error('name files, folders or collections to lint')

const settings = {
  ...defaultSettings(rules),
  ...Object.fromEntries(
    Object.entries(rules).map(([id, rule]) => [
      id,
      {
        level: wanted.length === 0 || wanted.includes(id) ? rule.severity : ('off' as const),
        options: defaultSettings(rules)[id]!.options,
      },
    ]),
  ),
}
const counts = new Map<string, number>()
let documents = 0
void main()

async function main(): Promise<void> {
  for (const path of paths) for (const doc of documentsIn(path)) await show(doc)
  console.log(`\n${documents} documents`)
  for (const [key, count] of [...counts].sort()) console.log(`${String(count).padStart(6)}  ${key}`)
}

async function show({ path, text }: { path: string; text: string | Uint8Array }): Promise<void> {
  documents++
  const report = await lintText({ text, path, rules, settings, ...(genre && { genre: genre as GenreId }) })
  for (const diagnostic of report.diagnostics) {
    const { rule, severity, message } = diagnostic
    if (severity === 'info' && wanted.length === 0 && !all) continue
    const key = `${severity.padEnd(8)}${rule}  ${message}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (!onlyCounts)
      console.log(`${path}:${diagnostic.place.line} [${report.genre?.id}] ${key}\n    ${marked(diagnostic)}`)
  }
}

function marked({ excerpt: { text, start, end }, args: filled }: Diagnostic): string {
  const said = Object.keys(filled).length > 0 ? `    ${JSON.stringify(filled)}` : ''
  return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}${said}`.replace(/\s*\n\s*/g, '⏎')
}

function* documentsIn(path: string): Generator<{ path: string; text: string | Uint8Array }> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      const inner = join(path, name)
      if (statSync(inner).isDirectory() || DOCUMENTS.test(name)) yield* documentsIn(inner)
    }
  } else if (path.endsWith('.txt.gz')) {
    const texts = gunzipSync(readFileSync(path)).toString('utf8').split('\f')
    for (const [i, text] of texts.entries()) yield { path: `${path}#${i + 1}.txt`, text }
  } else yield { path, text: readFileSync(path) }
}
