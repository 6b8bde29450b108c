/** The day on which a register was drawn up, as what stands above and below its table says: what falls due later is not late in it. */
import { dayOf, plain } from './values.ts'

const DAY = '20\\d{2}(?:年\\d{1,2}月\\d{1,2}日|([-./])\\d{1,2}\\1\\d{1,2}(?!\\d))'
/** 填报时间：2026年7月6日, 统计时点：…, 截至2026年6月30日. */
const LABELLED = new RegExp(
  `(?:(?:统计|汇总|填[报表]|更新|登记|制表|编制|数据|报送|导出)(?:日期|时间|时点|截[至止](?:日期|时间)?)|截[至止](?:日期|时间|到)?)[^\\d，,。；;]{0,4}?(${DAY.replace('\\1', '\\2')})`,
)
/** 截至6月30日, in a title that names the year. */
const OF_YEAR = /(20\d{2})年(?:(?!\d{2,4}年)[^截\n]){0,80}截[至止]到?(\d{1,2}月\d{1,2}日)/
/** A cell, or the end of a line, below the table: 2026年6月30日; 县委办公室　2026年1月8日. */
const SIGNED = new RegExp(`^(?:[^\\d，。；;]{0,24}[\\s：:])?(${DAY})$`)

/** `above`: titles and lines over the table; `below`: cells and lines at its foot. The latest, where several are named; undefined where none is. */
export function drawnUpOn(above: string, below: readonly string[]): string | undefined {
  const said = [above, ...below].flatMap((text) => {
    const day = LABELLED.exec(text)?.[1]
    if (day) return [day]
    const [, year, ownDay] = text.includes('截') ? (OF_YEAR.exec(text) ?? []) : []
    return year === undefined ? [] : [`${year}年${ownDay}`]
  })
  for (const text of below) {
    const day = SIGNED.exec(text.trim())?.[1]
    if (day) said.push(day)
  }
  return said
    .flatMap((text) => dayOf(plain(text)) ?? [])
    .sort()
    .at(-1)
}

/** What may be judged of a row whose own day is `day`: as of `asOf`, or of the day on which its register was drawn up, where it was entered before. */
export const judgedOn = (asOf: string | undefined, drawnUp: string | undefined, day: string | undefined) =>
  drawnUp === undefined || (asOf !== undefined && asOf < drawnUp) || (day !== undefined && day > drawnUp)
    ? asOf
    : asOf === undefined
      ? undefined
      : drawnUp
