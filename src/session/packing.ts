/** Results as text, for other threads and later runs. What many of them have in common is said once. */
import type { Basis, Diagnostic, Edit } from '../core.ts'
import { hashOf } from '../files/stamps.ts'
import type { Group } from '../files/tracing.ts'
import { utf8 } from '../utf8.ts'
import type { Judged } from './judging.ts'

/** What stands in place of a basis or a group in a packed result, and what it stands for. JSON-safe. */
export interface Common {
  readonly bases: readonly (readonly [id: string, basis: Basis])[]
  readonly groups: readonly (readonly [id: string, group: Group])[]
}

export interface Packing {
  /** A line of JSON, and behind it another one of what few readers of results ask for. */
  pack(judged: Judged): string
  /** Somebody else packed it: what is common becomes known. */
  note(judged: Judged): void
  /** Throws where the text is damaged, or rests on what nobody told. */
  unpack(text: string): Judged
  /** The same of the two lines in UTF-8; `uses`: instead of those in the text. Where the second one is undefined, nobody must ask for what is in it. */
  unpackLines(line: Uint8Array, second: Uint8Array | undefined, uses: readonly Group[]): Judged
  /** Makes it known. */
  add(common: Common): void
  /** What came up since this was last asked for. */
  fresh(): Common
  /** All that is known. */
  all(): Common
}

/** A judgement in which bases, groups and the texts of fixes are replaced by what stands for them. */
interface Packed extends Omit<Judged, 'file' | 'uses'> {
  readonly file: Omit<Judged['file'], 'diagnostics'> & { readonly diagnostics: readonly PackedDiagnostic[] }
  readonly uses: readonly string[]
}

interface PackedDiagnostic extends Omit<Diagnostic, 'path' | 'basis' | 'fix'> {
  /** 0 for that of the file, as nearly always. */
  readonly path: string | 0
  readonly basis: string | null
  /** `text`: its place in the second line, where all texts are. */
  readonly fix: (Omit<Edit, 'text'> & { readonly text: number }) | null
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

export function openPacking(): Packing {
  const bases = names<Basis>()
  const groups = names<Group>()
  const unpacked = (line: string, texts: (() => readonly string[]) | undefined, uses?: readonly Group[]): Judged => {
    const packed = JSON.parse(line) as Packed
    // In place: there are many.
    for (const d of packed.file.diagnostics as readonly Writable<PackedDiagnostic>[]) {
      const diagnostic = d as unknown as Writable<Diagnostic>
      if (d.path === 0) diagnostic.path = packed.file.path
      if (d.basis !== null) diagnostic.basis = bases.named(d.basis)
      if (d.fix !== null) diagnostic.fix = texts ? lazyFix(d.fix, texts) : new TextlessFix(d.fix)
    }
    return { ...packed, uses: uses ?? packed.uses.map(groups.named) } as unknown as Judged
  }
  return {
    pack(judged) {
      const texts: string[] = []
      const diagnostics = judged.file.diagnostics.map((d) => ({
        ...d,
        path: d.path === judged.file.path ? (0 as const) : d.path,
        basis: d.basis && bases.nameOf(d.basis),
        fix: d.fix && { ...d.fix, text: texts.push(d.fix.text) - 1 },
      }))
      const packed: Packed = {
        ...judged,
        file: { ...judged.file, diagnostics },
        uses: judged.uses.map(groups.nameOf),
      }
      const json = JSON.stringify(packed)
      return texts.length > 0 ? `${json}\n${JSON.stringify(texts)}` : json
    },
    note({ file, uses }) {
      for (const { basis } of file.diagnostics) if (basis) bases.nameOf(basis)
      uses.forEach(groups.nameOf)
    },
    unpack(text) {
      const end = text.indexOf('\n')
      if (end < 0) return unpacked(text, () => [])
      const texts: readonly string[] = JSON.parse(text.slice(end + 1))
      return unpacked(text.slice(0, end), () => texts)
    },
    unpackLines(line, second, uses) {
      let texts: readonly string[] | undefined
      // As long as a document at times, and few reports show it: it is read when one does.
      const read = second && (() => (texts ??= JSON.parse(utf8(second)) as readonly string[]))
      return unpacked(utf8(line), read, uses)
    },
    add(common) {
      bases.add(common.bases)
      groups.add(common.groups)
    },
    fresh: () => ({ bases: bases.fresh(), groups: groups.fresh() }),
    all: () => ({ bases: bases.all(), groups: groups.all() }),
  }
}

const lazyFix = (
  { span, text, safe, whole }: NonNullable<PackedDiagnostic['fix']>,
  texts: () => readonly string[],
): Edit => ({
  span,
  get text() {
    return texts()[text]!
  },
  safe,
  ...(whole && { whole }),
})

/** Its text was left unread. */
class TextlessFix implements Edit {
  readonly span: Edit['span']
  readonly safe: boolean
  constructor({ span, safe }: Omit<Edit, 'text'>) {
    this.span = span
    this.safe = safe
  }
  get text(): string {
    throw new Error('the texts of fixes were left unread')
  }
}

/** Values that are alike have one name, whoever gives it. */
function names<T extends object>() {
  const values = new Map<string, T>()
  const given = new WeakMap<T, string>()
  let told = 0
  const nameOf = (value: T): string => {
    let name = given.get(value)
    if (name === undefined) {
      name = hashOf(JSON.stringify(value)).slice(0, 16)
      given.set(value, name)
      if (!values.has(name)) values.set(name, value)
    }
    return name
  }
  return {
    nameOf,
    named(name: string): T {
      const value = values.get(name)
      if (!value) throw new Error(`nobody told what ${name} is`)
      return value
    },
    add(entries: readonly (readonly [string, T])[]) {
      for (const [name, value] of entries) {
        if (!values.has(name)) values.set(name, value)
        given.set(value, name)
      }
    },
    fresh(): readonly (readonly [string, T])[] {
      const all = [...values].slice(told)
      told += all.length
      return all
    },
    all: () => [...values],
  }
}
