/** Results as text, for other threads and later runs. What many of them have in common is said once. */
import type { Basis, Diagnostic } from './core.ts'
import type { Judged } from './judging.ts'
import { hashOf } from './stamps.ts'
import type { Group } from './tracing.ts'

/** What stands in place of a basis or a group in a packed result, and what it stands for. JSON-safe. */
export interface Common {
  readonly bases: readonly (readonly [id: string, basis: Basis])[]
  readonly groups: readonly (readonly [id: string, group: Group])[]
}

export interface Packing {
  /** JSON. */
  pack(judged: Judged): string
  /** Somebody else packed it: what is common becomes known. */
  note(judged: Judged): void
  /** Throws where the text is damaged, or rests on what nobody told. `uses`: instead of those in the text. */
  unpack(text: string, uses?: readonly Group[]): Judged
  /** Makes it known. */
  add(common: Common): void
  /** What came up since this was last asked for. */
  fresh(): Common
  /** All that is known. */
  all(): Common
}

/** A judgement in which bases and groups are replaced by what stands for them. */
interface Packed extends Omit<Judged, 'file' | 'uses'> {
  readonly file: Omit<Judged['file'], 'diagnostics'> & {
    readonly diagnostics: readonly (Omit<Diagnostic, 'basis'> & { readonly basis: string | null })[]
  }
  readonly uses: readonly string[]
}

export function openPacking(): Packing {
  const bases = names<Basis>()
  const groups = names<Group>()
  return {
    pack: (judged) =>
      JSON.stringify({
        ...judged,
        file: {
          ...judged.file,
          diagnostics: judged.file.diagnostics.map((d) => ({ ...d, basis: d.basis && bases.nameOf(d.basis) })),
        },
        uses: judged.uses.map(groups.nameOf),
      } satisfies Packed),
    note({ file, uses }) {
      for (const { basis } of file.diagnostics) if (basis) bases.nameOf(basis)
      uses.forEach(groups.nameOf)
    },
    unpack(text, uses) {
      const packed = JSON.parse(text) as Packed
      const { diagnostics } = packed.file
      // In place: there are many.
      for (const diagnostic of diagnostics as unknown as { basis: string | Basis | null }[])
        if (typeof diagnostic.basis === 'string') diagnostic.basis = bases.named(diagnostic.basis)
      return { ...packed, uses: uses ?? packed.uses.map(groups.named) } as unknown as Judged
    },
    add(common) {
      bases.add(common.bases)
      groups.add(common.groups)
    },
    fresh: () => ({ bases: bases.fresh(), groups: groups.fresh() }),
    all: () => ({ bases: bases.all(), groups: groups.all() }),
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
