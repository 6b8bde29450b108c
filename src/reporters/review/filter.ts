/** Choosing documents by their verdict: style sheets do it, for the page runs no script. */
import { type Reviewed, type State, states } from './data.ts'
import type { ReviewWords } from './words.ts'

/** Verdicts that may be chosen, and that none of `some` has. */
const lacking = (all: readonly Reviewed[], some: readonly Reviewed[]): State[] =>
  states.filter((state) => all.some((one) => one.state === state) && !some.some((one) => one.state === state))

const classes = (all: readonly Reviewed[], some: readonly Reviewed[]): string =>
  lacking(all, some)
    .map((state) => ` no-${state}`)
    .join('')

/** What is told in place of `some` where a verdict is chosen that none of them has. */
export const noneOf = (all: readonly Reviewed[], some: readonly Reviewed[], say: ReviewWords): string =>
  `<p class="none-of${classes(all, some)}">${say.noneOfThese}</p>\n`

/** Classes of what speaks of `some` only, and goes where none of them is left. */
export const goesWith = (all: readonly Reviewed[], some: readonly Reviewed[]): string => `goes${classes(all, some)}`

const when = (state: State, selector: string) => `body:has(#f-${state}:checked) ${selector}`

export const filterStyle = `.filters,.none-of{display:none}
@supports selector(:has(*)){.filters{display:block}
${states.map((state) => when(state, `:is(tr,.doc):is(${states.filter((other) => other !== state).map((other) => `.s-${other}`)})`)).join()},
${states.map((state) => when(state, `.goes.no-${state}`)).join()}{display:none}
${states.map((state) => when(state, `.none-of.no-${state}`)).join()}{display:block}}`
