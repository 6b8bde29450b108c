/** What all units of a plan may have together, as a line above its table says, and what they have. */
import type { Mark } from '../core.ts'
import type { Placed } from './figures.ts'
import { type ItemType, itemTypeOf } from './item-types.ts'
import { unitKey } from './units.ts'
import { countOf } from './values.ts'

/** Kinds of which the units have more than that. */
export function* overCapsAbove(placed: Placed): Iterable<{ type: ItemType; said: number; computed: number; at: Mark }> {
  for (const { type, value: said, at } of capsAbove(placed)) {
    const computed = allOf(placed, type)
    if (computed !== undefined && computed > said) yield { type, said, computed, at }
  }
}

/** 全县控制总数：发文55件、会议44次, in a line above the units. */
function* capsAbove({ doc, table }: Placed): Iterable<{ type: ItemType; value: number; at: Mark }> {
  const from = Math.max(0, table.at.start - LINES_ABOVE)
  const above = doc.text.slice(from, table.at.start)
  const match = CAP_LINE.exec(above)
  if (!match) return
  const line = above.lastIndexOf('\n', match.index) + 1
  if (NOT_ALL.test(above.slice(line, match.index + match[0].length))) return
  const start = from + match.index
  for (const one of match[0].matchAll(CAP_OF_ONE)) {
    const type = itemTypeOf(one[1]!)
    const value = countOf(one[2]!)
    if (!type || value === undefined) continue
    const end = start + one.index + one[0].length
    yield { type, value, at: { doc, span: { start: end - one[2]!.length, end } } }
  }
}
/** UTF-16 units. */
const LINES_ABOVE = 300
const CAP_LINE =
  /(?:全[县市区]|[县市区]级?|[县市区]委)[^\n，。；：:]{0,8}(?:控制|计划|指标|限额)?(?:总数|总量|总额|总指标|总控制数|控制总数)[^\n。；]{0,80}/
const NOT_ALL = /[上去]年|另|预留|机动|其中|不含|以外/
const CAP_OF_ONE =
  /(发文|文件|会议|开会|督查检查考核|督查检查|督查|检查)(?:总?数量?)?(?:不超过|为|[：:\s])?\s?(\d{1,4})(?=\s?[件个次场项])/g

/** What the units of a plan may have together; undefined where some cell is no number, or a unit stands there twice. */
function allOf({ table }: Placed, field: ItemType): number | undefined {
  if (!table.columns.unit || !table.columns[field] || table.columns.year || table.columns.type) return undefined
  const units = new Set<string>()
  let all = 0
  for (const record of table.records) {
    // 核定：县委办公室, below the units.
    if (record.text(field) === '') continue
    const key = unitKey(record.text('unit'))
    const value = countOf(record.text(field))
    if (value === undefined || units.has(key)) return undefined
    units.add(key)
    all += value
  }
  return all
}
