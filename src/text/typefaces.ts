/** The typefaces and sizes of official documents, by the many names under which they are installed. */

export type Family = '小标宋体' | '仿宋体' | '黑体' | '楷体' | '宋体'

/** Under its Chinese name and under the one that systems in other languages show. The first that fits counts. */
const FAMILIES: readonly (readonly [Family, RegExp])[] = [
  ['小标宋体', /(?:小|简|文星)标宋|xiao\s?biao\s?song|^fzxbs/i],
  ['仿宋体', /仿宋|fang\s?song|^fzfs/i],
  ['楷体', /楷[体_]|^楷$|正楷|kai\s?ti|^kai(?:_|$)|^fzkt/i],
  ['黑体', /黑体|sim\s?hei|^st\s?heiti|^hei(?:ti)?$|^fzht/i],
  ['宋体', /宋体|书宋|sim\s?sun|^st\s?song|^song(?:ti)?$|^fzss/i],
]

/** Which of them a font is, whoever made it; undefined for any other. */
export const familyOf = (font: string): Family | undefined => FAMILIES.find(([, names]) => names.test(font))?.[0]

/** 字号 in points. */
const SIZES: readonly (readonly [string, number])[] = [
  ['初号', 42],
  ['小初', 36],
  ['1号', 26],
  ['小1号', 24],
  ['2号', 22],
  ['小2号', 18],
  ['3号', 16],
  ['小3号', 15],
  ['4号', 14],
  ['小4号', 12],
  ['5号', 10.5],
  ['小5号', 9],
]
/** Nearer than this a size counts as the one that was meant: 3号 is 15.75 points in print, and some write 16.5. Points. */
const NEAR = 0.5

export type SizeName = '2号' | '3号' | '4号'

export const isSize = (points: number, name: SizeName): boolean =>
  Math.abs(points - SIZES.find(([other]) => other === name)![1]) <= NEAR

/** 3号; 17磅 where it has no name. */
export const sizeName = (points: number): string =>
  SIZES.find(([, size]) => Math.abs(points - size) < 0.01)?.[0] ?? `${points}磅`

/** Of the many reds of red heads (RRGGBB): much red, little of the rest. */
export function isRed(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return red >= 0x90 && green <= red / 2 && blue <= red / 2
}
