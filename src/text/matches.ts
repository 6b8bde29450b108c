/**
 * What a global `pattern` finds in `text`, in order. As `text.matchAll(pattern)`, which makes a pattern of its own each time: over a short text that
 * takes longer than the search.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  // At the end of the text `exec` sets it back to 0.
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}
