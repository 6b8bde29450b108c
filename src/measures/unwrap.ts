/**
 * Joins the lines of a hard-wrapped text without moving anything: each line break inside a sentence becomes a space.
 * A text is hard-wrapped when most of its lines stop short of a full stop and are about as long as its longest lines.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n')
  const filled = lines.map((line) => line.trim()).filter((line) => line.length > 0)
  if (filled.length < 12) return text
  const lengths = filled.map((line) => line.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)]!
  if (width > 60 || width < 15) return text
  const wrapped = (line: string) => line.length >= width * 0.85 && !/[。！？；：.…)）]$/.test(line)
  if (filled.filter(wrapped).length < filled.length * 0.4) return text
  let out = ''
  lines.forEach((line, i) => {
    const last = i + 1 === lines.length
    const next = lines[i + 1]?.trim() ?? ''
    const joins =
      !last &&
      next !== '' &&
      wrapped(line.trim()) &&
      !/^(?:第.{1,4}[章节条]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)/.test(next)
    out += last ? line : joins ? `${line.replace(/\r$/, ' ')} ` : `${line}\n`
  })
  return out
}
