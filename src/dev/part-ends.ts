/**
 * For the build: what a part does before and after its own work, which short runs feel. A part that others take from hands out all in one object: to
 * assign 300 properties one by one takes as long as making the code of twenty rules ready. And the bundler's own helpers, a part of their own, are read
 * by those who use them.
 *
 * The object takes the place of the one that the part began with, so no part may require another that requires it: the build sees to that.
 */
import type { Plugin } from 'rolldown'

/** `exports.name = value;` on a line of its own, as the bundler ends a part. */
const EXPORTED = /^exports\.([\w$]+) = (.+);$/gm

/** Its text, with the assignments at its end made one object. `value` may be `(NAME ??= /…/)`: such a one is still made when it is asked for. */
export function withOneExport(code: string): string {
  const members = [...code.matchAll(EXPORTED)].map(([, name, value]) =>
    /^[\w$.]+$/.test(value!) ? `${name}: ${value}` : `get ${name}() { return ${value} }`,
  )
  return members.length < WORTH
    ? code
    : `${code.replace(EXPORTED, '')}\nmodule.exports = {\n${members.join(',\n')}\n};\n`
}
const WORTH = 20

/** Its text, with the helpers required where they are used. */
export function withHelpersWhenUsed(code: string): string {
  const [required, name, call] = /^const (\w+) = (require\("\.\/rolldown-runtime[^"]*"\));$/m.exec(code) ?? []
  const bare = /^require\("\.\/rolldown-runtime[^"]*"\);$/m
  return required === undefined
    ? code.replace(bare, '')
    : code.replace(required, '').replace(new RegExp(`\\b${name}\\.`, 'g'), `${call}.`)
}

export const partEnds: Plugin = { name: 'part-ends', renderChunk: (code) => withOneExport(withHelpersWhenUsed(code)) }
