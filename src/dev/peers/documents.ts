/** What all tools look at: one draft, and folders of policy documents. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { draftText } from '../drafts.ts'

/** Policy documents; in ../shared/corpora. */
const FOLDERS = ['central-ministries', 'shandong', 'state-council', 'national-and-shanghai']
/** Bytes of a document on average: 188 are 2 MB, 10,000 are 100 MB. */
const AVERAGE = 10_700
/** As long in 字: three bytes each. */
const CHARACTERS = 3_500
const INVENTED = 90
/** Documents in one folder. */
const BATCH = 100

export interface Texts {
  /** Where they are from, for the report. */
  readonly source: string
  readonly texts: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Real policy documents where they are at hand, without the longest, so that they are as long on average as the limits mean; invented ones elsewhere. */
export function policies(root: string): Texts {
  const corpora = join(root, '..', 'shared', 'corpora')
  const all = FOLDERS.map((folder) => join(corpora, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => ({ name: name.replace(/\.txt$/, ''), bytes: readFileSync(join(folder, name)) })),
    )
  if (all.length === 0)
    return {
      source: `${INVENTED} invented documents, for ${join('..', 'shared', 'corpora')} is not here`,
      texts: Array.from({ length: INVENTED }, (_, i) => ({
        name: `第${i + 1}号`,
        bytes: new TextEncoder().encode(draftText(CHARACTERS, i + 1)),
      })),
    }
  const texts = withoutLongest(all, AVERAGE)
  return { source: `${texts.length} of ${all.length} policy documents, the longest left out`, texts }
}

/** As many as have at most `average` bytes on average, in their order; the longest go first. */
export function withoutLongest<T extends { readonly bytes: Uint8Array }>(all: readonly T[], average: number): T[] {
  const byLength = [...all].sort((a, b) => a.bytes.length - b.bytes.length)
  let sum = byLength.reduce((total, { bytes }) => total + bytes.length, 0)
  while (byLength.length > 1 && sum > average * byLength.length) sum -= byLength.pop()!.bytes.length
  const kept = new Set(byLength)
  return all.filter((text) => kept.has(text))
}

/** Writes so many documents under names of their own, a hundred to a folder; the same ones again where there are fewer. Returns their bytes. */
export function layOut({ texts }: Texts, count: number, extension: string, folder: string): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const { name, bytes } = texts[i % texts.length]!
    const batch = join(folder, `第${Math.floor(i / BATCH) + 1}批`)
    if (i % BATCH === 0) mkdirSync(batch, { recursive: true })
    writeFileSync(join(batch, `${i + 1}-${name}.${extension}`), bytes)
    sum += bytes.length
  }
  return sum
}
