/** At which meeting a speech is held. */
import type { Doc } from '../../core.ts'

/** Where a speech names its own meeting: in its title and the line below; failing that, in the file name and 今天召开…会. A meeting whose 精神 it passes on is another. */
export function meetingOf({ text, path, facts }: Doc): string {
  const bylines = facts.parts.filter((part) => part.kind === 'byline').map((part) => text.slice(part.start, part.end))
  const named = [facts.title, ...bylines].join('\n')
  // Who is addressed so sits in a people's congress.
  const sits = facts.parts.some(
    (part) => part.kind === 'salutation' && /各位(?:代表|主任|委员)/.test(text.slice(part.start, part.end)),
  )
  if (sits) return `${named}\n人民代表大会`
  if (/会/.test(named)) return named
  const first = facts.body[0]?.start ?? 0
  const held = /(?:召开|举行|开)[^。；\n]{0,40}会/.exec(text.slice(first, first + 240))
  return `${path.replace(/^.*\//, '')}\n${held?.[0] ?? ''}`
}
