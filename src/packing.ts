/** Results as text, for other threads and later runs. What many findings rest on is said once. */
import type { Basis, Diagnostic } from './core.ts'
import type { Judged } from './judging.ts'
import { hashOf } from './results-file.ts'

/** Bases by what is put in their place. */
export type Bases = readonly (readonly [id: string, basis: Basis])[]

export interface Packing {
  /** JSON. */
  pack(judged: Judged): string
  /** `packed`, which somebody else made of `judged`: what it rests on becomes known. */
  note(judged: Judged, packed: string): string
  /** Throws where the text is damaged, or rests on a basis that nobody told. */
  unpack(text: string): Judged
  /** Makes bases known. */
  add(bases: Bases): void
  /** Bases that came up since this was last asked for. */
  fresh(): Bases
  /** All that are known. */
  all(): Bases
}

export function openPacking(): Packing {
  const known = new Map<string, Basis>()
  const ids = new WeakMap<Basis, string>()
  let told = 0
  const idOf = (basis: Basis): string => {
    let id = ids.get(basis)
    if (id === undefined) {
      id = hashOf(JSON.stringify(basis)).slice(0, 12)
      ids.set(basis, id)
      if (!known.has(id)) known.set(id, basis)
    }
    return id
  }
  return {
    pack: (judged) =>
      JSON.stringify({
        ...judged,
        file: {
          ...judged.file,
          diagnostics: judged.file.diagnostics.map(({ basis, ...rest }) => ({ ...rest, basis: basis && idOf(basis) })),
        },
      }),
    note(judged, packed) {
      for (const { basis } of judged.file.diagnostics) if (basis) idOf(basis)
      return packed
    },
    unpack(text) {
      const judged = JSON.parse(text) as Judged
      for (const diagnostic of judged.file.diagnostics as unknown as { basis: Diagnostic['basis'] | string }[]) {
        if (typeof diagnostic.basis !== 'string') continue
        const basis = known.get(diagnostic.basis)
        if (!basis) throw new Error(`no basis ${diagnostic.basis}`)
        diagnostic.basis = basis
      }
      return judged
    },
    add(bases) {
      for (const [id, basis] of bases) {
        const same = known.get(id)
        if (!same) known.set(id, basis)
        ids.set(same ?? basis, id)
      }
    },
    fresh() {
      const all = [...known]
      const fresh = all.slice(told)
      told = all.length
      return fresh
    },
    all: () => [...known],
  }
}
