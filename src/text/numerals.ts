/** Chinese numerals as numbers. */

const DIGITS = '〇一二三四五六七八九'
const FIRST = `${DIGITS}十`

/** 十二 → 12, 二〇二四 → 2024, 一百零三 → 103, 两 → 2, １２ → 12; undefined for anything else. */
export function parseNumeral(text: string): number | undefined {
  // Most are one character.
  const first = text.length === 1 ? FIRST.indexOf(text) : -1
  if (first >= 0) return first
  if (/^[\d０-９]+$/.test(text)) return Number(text.replace(/[０-９]/g, (d) => String(d.charCodeAt(0) - 0xff10)))
  const s = text.replace(/零/g, '〇').replace(/两/g, '二')
  if (!/^[〇一二三四五六七八九十百千万]+$/.test(s)) return undefined
  if (!/[十百千万]/.test(s)) return Number([...s].map((d) => DIGITS.indexOf(d)).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const c of s) {
    const d = DIGITS.indexOf(c)
    if (d >= 0) digit = d
    else if (c === '万') {
      total = (total + section + digit) * 10000
      section = digit = 0
    } else {
      section += (digit || 1) * (c === '十' ? 10 : c === '百' ? 100 : 1000)
      digit = 0
    }
  }
  return total + section + digit
}
