/** Characters of the symbol fonts, which Word stores by their place in the font (U+F020–U+F0FF), as ordinary characters. */

type Font = Readonly<Record<number, string>>

/** Signs at consecutive places from `first` on. */
function row(first: number, signs: string): Font {
  return Object.fromEntries([...signs].map((sign, i) => [first + i, sign]))
}

const symbolFont: Font = {
  ...row(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...row(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  163: '≤',
  171: '↔',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  187: '≈',
  214: '√',
  222: '⇒',
}
const wingdings: Font = {
  ...row(0x6c, '●❍■□□❑❒◆◆◆❖◆'),
  ...row(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
  ...row(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
  159: '•',
  167: '▪',
  168: '□',
  171: '★',
  178: '✧',
  216: '➢',
  220: '➲',
  224: '→',
  232: '➔',
  240: '⇨',
  ...row(0xfb, '✗✓☒☑'),
}
const wingdings2: Font = {
  ...row(0x4f, '✗✓☒☑☒☒'),
  ...row(0x6a, '①②③④⑤⑥⑦⑧⑨⑩'),
  151: '●',
  152: '●',
  162: '■',
  163: '□',
}
const fonts: Readonly<Record<string, Font>> = { symbol: symbolFont, wingdings, 'wingdings 2': wingdings2 }

/**
 * The character that the reader sees for `char` in `font`: `char` itself outside the symbol fonts, undefined for a sign of a
 * symbol font that is not known here.
 */
export function symbol(char: string, font = ''): string | undefined {
  const code = char.charCodeAt(0)
  const key = font.toLowerCase()
  const table = Object.hasOwn(fonts, key) ? fonts[key]! : undefined
  const place = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code
  if (place === code && (table === undefined || code > 0xff)) return char
  // Lists name no font now and then; the two usual fonts have their bullets at different places.
  return table === undefined ? (wingdings[place] ?? symbolFont[place]) : table[place]
}
