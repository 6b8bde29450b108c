/** Whose rows these are: columns of offices, of sections of one office, and of leading groups. */
import type { Sheet } from '../core.ts'
import type { Header } from './header-rows.ts'
import { isTotal } from './rows.ts'
import { isJointBody, unitKey } from './units.ts'

/** Who set a group up may be a section of the office that keeps the register; where the county keeps it for many offices, it is one of these. */
export function namesOffices(sheet: Sheet, { fit, below }: Header, until: number, keeper: string): boolean {
  const column = fit.columns.get('unit')
  if (column === undefined || !fit.weak.has('unit')) return false
  if (TOWNSHIP.test(keeper)) return fit.kind === 'groups' && namesOthers(sheet, column, below, until, keeper)
  const offices = new Set<string>()
  for (let row = below; row < until && offices.size < 2; row++) {
    const name = sheet.text(row, column).trim()
    if (OF_ITS_OWN.test(name)) offices.add(name)
  }
  return offices.size === 2
}
/** A township lists groups that the county's offices set up, beside its own. */
function namesOthers(sheet: Sheet, column: number, below: number, until: number, keeper: string): boolean {
  for (let row = below; row < until; row++) {
    const name = sheet.text(row, column).trim()
    if (OF_ITS_OWN.test(name) && unitKey(name) !== unitKey(keeper)) return true
  }
  return false
}
/** Is whoever set a group up, in a township's list, a part of the township: 党政办, 平安法治办? */
export const isPartOf = (name: string, keeper: string): boolean => TOWNSHIP.test(keeper) && !OF_ITS_OWN.test(name)
const TOWNSHIP = /[乡镇村]$|街道|社区/
/** An office of its own: not 办公室, 党政办, 农业股. */
const OF_ITS_OWN = /^(?:中共)?(?:县|区|市)|[一-龥]县[一-龥]{2}|[乡镇]$|(?<!分)局$|街道(?:办事处)?$/

/** 名称 | 年度计划（次） | 实际召开（次）, and 领导小组 or 委员会 in every row: whose meetings these are. */
export function bodiesColumn(sheet: Sheet, { fit, below, names }: Header, until: number): number | undefined {
  if (fit.kind !== 'plan' || !fit.lacking.includes('unit') || !fit.columns.has('quota')) return undefined
  const column = fit.columns.get('title') ?? names.findIndex((name) => BODIES.test(name))
  if (column < 0) return undefined
  let [bodies, others] = [0, 0]
  for (let row = below; row < until; row++) {
    const said = sheet.text(row, column).trim()
    if (isJointBody(said)) bodies++
    else if (said !== '' && !isTotal(said) && !/[，。：:]/.test(said)) others++
  }
  return bodies > others ? column : undefined
}
const BODIES = /^(?:(?:各类)?议事协调机构|领导小组|协调机构|机构|小组|委员会|专班)(?:名称|全称)?$/
/** What stands in the column is whose plan it is. */
export function ofBodies(header: Header, column: number): Header {
  const own = [...header.fit.columns].filter(([, other]) => other !== column)
  return {
    ...header,
    fit: {
      ...header.fit,
      columns: new Map([...own, ['unit', column]]),
      lacking: header.fit.lacking.filter((field) => field !== 'unit'),
    },
  }
}

/** Where one office keeps the register, a column of its sections is none of offices. */
export function withoutSections(header: Header): Header {
  const { columns, weak } = header.fit
  if (!weak.has('unit')) return header
  return { ...header, fit: { ...header.fit, columns: new Map([...columns].filter(([field]) => field !== 'unit')) } }
}
