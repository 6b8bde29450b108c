/**
 * Distils from ../shared/corpora what `measures` knows of words, into src/measures/vectors.generated.ts: words by frequency, and for each
 * two lists of small numbers: what it means (from a large model, `vectors/teacher.ts`) and of what sort of thing it speaks (from the words
 * that stand beside it in laws and work reports).
 *   npx tsx src/dev/train-vectors.ts [--only meanings|sorts] [--out FILE] [--contexts 8] [--corpora DIR] [--gold DIR]
 * Words are those of the platform's Chinese dictionary (Intl.Segmenter) in laws and work reports. For meanings, sentences of the labelled
 * pairs are left out: what is measured on these must not have been read. Some 25 minutes on two cores, sorts alone a few; deterministic
 * for one processor and one Node.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { ALPHABET, MIDDLE, SORT_SIZE, stepOf } from '../measures/lexicon.ts'
import * as present from '../measures/vectors.generated.ts'
import { vocabulary } from '../measures/words.ts'
import { option } from './option.ts'
import { LAYERS, meaningsOf } from './vectors/meanings.ts'
import { sortsOf } from './vectors/sorts.ts'
import { openTeacher } from './vectors/teacher.ts'
import { frequentWords, sentencesOf } from './vectors/words.ts'

const WORDS = 16_000
const MEANING = 96
const FOLDERS = [
  'central-ministries',
  'city-work-reports',
  'national-and-shanghai',
  'shandong',
  'speeches',
  'state-council',
]

const corpora = option('corpora') ?? '../shared/corpora'
const gold = option('gold') ?? '../shared/gold'
const only = option('only')
const started = Date.now()
const say = (...words: unknown[]) => console.error(`${((Date.now() - started) / 1000).toFixed(0)}s`, ...words)

const texts = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

async function train() {
  const training = ['laws', 'work-reports'].map((name) =>
    gunzipSync(readFileSync(join(corpora, 'training', `${name}.txt.gz`))).toString('utf8'),
  )
  const sentences = sentencesOf([training.join('\n')]).filter((s) => s.length > 6 && s.length < 400)
  const counted = frequentWords(sentences, WORDS)
  const words = counted.map(([word]) => word)
  const known = vocabulary(words)
  say(words.length, 'words, rarest', counted.at(-1))
  if (only !== undefined && words.join(' ') !== present.words) throw new Error('the words have changed: train both')

  let { sorts, table }: { sorts: string; table: string } = present
  if (only !== 'meanings') sorts = packed(sortsOf(sentences, known, words.length, SORT_SIZE))
  if (only !== 'sorts') {
    const folder = fileURLToPath(new URL('../../node_modules/.cache/burden-lint-teacher', import.meta.url))
    const vectors = await meaningsOf(toRead(training), words, known, await openTeacher(folder, LAYERS), {
      dims: MEANING,
      contexts: +(option('contexts') ?? 8),
      say,
    })
    table = packed(vectors)
    const shown = '监督 罚款 医院 居民 宣传 平台 农民 企业 及时 完善 审批 评价'.split(' ')
    for (const word of shown) if (words.includes(word)) say(near(word, words, vectors))
  }
  const fields = {
    words: words.join(' '),
    counts: counted.map(([, count]) => count.toString(36)).join(' '),
    table,
    sorts,
  }
  writeFileSync(
    option('out') ?? new URL('../measures/vectors.generated.ts', import.meta.url),
    `// Written by src/dev/train-vectors.ts; do not edit.
export const dimensions = ${MEANING}
${Object.entries(fields)
  .map(([name, value]) => `export const ${name} =\n  '${value}'\n`)
  .join('')}`,
  )
  say('written')
}

/** Laws, reports and policies, without what stands in the labelled pairs. */
function toRead(training: readonly string[]): string[] {
  const labelled = readdirSync(gold)
    .filter((name) => existsSync(join(gold, name, 'labels.tsv')))
    .flatMap((name) => texts(join(gold, name)))
    .join('\n')
    .replace(/\s+/g, '')
  const policies = FOLDERS.flatMap((name) => texts(join(corpora, name)))
  return sentencesOf([...training, ...policies]).filter((s) => s.length > 6 && s.length < 150 && !labelled.includes(s))
}

/** Six bits and a half for each figure, as printable ASCII without quotes and backslashes: read where it stands, never decoded. */
function packed(figures: Float64Array): string {
  const step = stepOf(MEANING)
  let table = ''
  for (const figure of figures) {
    const level = Math.round(MIDDLE + figure / step)
    table += ALPHABET[Math.max(0, Math.min(ALPHABET.length - 1, level))]
  }
  return table
}

function near(word: string, words: readonly string[], vectors: Float64Array): string {
  const a = words.indexOf(word) * MEANING
  const scored = words.map((other, b) => {
    let dot = 0
    for (let d = 0; d < MEANING; d++) dot += vectors[a + d]! * vectors[b * MEANING + d]!
    return { other, dot }
  })
  const top = scored.sort((x, y) => y.dot - x.dot).slice(1, 9)
  return `${word}: ${top.map(({ other, dot }) => `${other} ${dot.toFixed(2)}`).join(' ')}`
}

void train()
