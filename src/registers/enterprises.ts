/** Enterprises by their names: 恒远农机 and 平山县恒远农机有限公司 are one, where the registers know no other that it could be. */

import type { Doc } from '../core.ts'
import { lazily } from '../lazily.ts'
import { tablesIn } from './figures.ts'
import { isBlank } from './values.ts'

/** What a name is made of: where the enterprise is, what it is called, what form it has. */
interface Parts {
  readonly place: string
  readonly core: string
  /** '' where the name does not tell: 恒远农机, 恒远农机公司. */
  readonly form: string
}

const NOTE = /[（(][^（()）]{0,20}[）)]/g
/** The place where it is told as such: 河北省平山县, 新华区. */
const PLACE =
  /^(?:[一-龥]{2,3}省|(?:内蒙古|广西|西藏|宁夏|新疆)[一-龥]{0,4}自治区)?(?:[一-龥]{2,4}(?<![超城都夜集门菜花])市)?([一-龥]{2,3}[县区]|[一-龥]县)?(?=[一-龥]{2})/
const FORM =
  /(?:(集团)?(股份)?(?:有限(?:责任)?)?公司|(集团)|(厂|合作社|合作联社|商行|经营部|超市|酒店|宾馆|农场|工作室))$/

function partsOf(name: string): Parts {
  const written = name.normalize('NFKC').replace(/\s+/g, '').replace(NOTE, '')
  const form = FORM.exec(written)
  const head = form && form.index >= 2 ? written.slice(0, form.index) : written
  const place = PLACE.exec(head)
  const core = place ? head.slice(place[0].length) : head
  return { place: place?.[1] ?? place?.[0] ?? '', core, form: form && head !== written ? formOf(form) : '' }
}
/** 有限公司 and 有限责任公司 are one form; 公司 alone may be any. */
const formOf = ([whole, group = '', shares = '', groupAlone, other]: RegExpExecArray): string =>
  whole === '公司' ? '' : (other ?? `${group || groupAlone || ''}${shares}有限公司`)

/** So many characters of a longer name, from its beginning, and to its end: 恒远, 恒远农机 of 平山恒远农机. */
const FROM_START = 2
const TO_END = 3
/** What may stand before the latter: a place without 县. */
const LONGEST_HEAD = 4

/**
 * What enterprises are compared by: a full name and what it is called for short have one key. A short name that could be that of two keeps its own. Work grows
 * with the number of names.
 */
export function enterpriseKeys(names: Iterable<string>): (name: string) => string {
  const parts = new Map<string, Parts>()
  const cores = new Map<string, Map<string, Parts>>()
  for (const name of names) {
    if (parts.has(name)) continue
    const own = partsOf(name)
    parts.set(name, own)
    const known = cores.get(own.core) ?? new Map<string, Parts>()
    cores.set(own.core, known.set(idOf(own), own))
  }
  const isFull = (known: ReadonlyMap<string, Parts>) => [...known.values()].some(({ form }) => form !== '')
  /** Cores that no full name has → those of full names that they may be short for; undefined where there are several. */
  const short = new Map<string, string | undefined>()
  for (const [core, known] of cores) if (core.length >= FROM_START && !isFull(known)) short.set(core, '')
  for (const [core, known] of short.size > 0 ? cores : []) {
    if (!isFull(known)) continue
    for (const part of partsIn(core)) {
      const before = short.get(part)
      if (before !== undefined) short.set(part, before === '' || before === core ? core : undefined)
    }
  }
  const told = new Map<string, string>()
  const keyOf = (name: string): string => {
    const own = parts.get(name) ?? partsOf(name)
    const core = short.get(own.core) || own.core
    const known = cores.get(core)
    if (known && known.size > MOST_LIKE) return idOf(own)
    // What it could be of all that bear this name.
    const like =
      known && [...known.values()].filter((other) => isLike(own, other) && (other.form !== '' || core === own.core))
    const exact = like?.filter(({ place, form }) => place !== '' && form !== '') ?? []
    const full = exact.length > 0 ? exact : (like?.filter(({ form }) => form !== '') ?? [])
    const one = full.length > 0 ? full : (like?.filter(({ place }) => place !== '') ?? [])
    return one.length === 1 ? idOf(one[0]!) : one.length === 0 ? idOf({ ...own, core }) : idOf(own)
  }
  return (name) => {
    const before = told.get(name)
    if (before !== undefined) return before
    const key = keyOf(name)
    told.set(name, key)
    return key
  }
}
/** Of so many that bear one name nobody knows which is meant. */
const MOST_LIKE = 20

const idOf = ({ place, core, form }: Parts): string => `${core}\n${place}\n${form}`

const isLike = (a: Parts, b: Parts): boolean =>
  (a.place === '' || b.place === '' || a.place === b.place) && (a.form === '' || b.form === '' || a.form === b.form)

function* partsIn(core: string): Iterable<string> {
  for (let end = FROM_START; end < core.length; end++) yield core.slice(0, end)
  for (let start = 1; start <= LONGEST_HEAD && core.length - start >= TO_END; start++) yield core.slice(start)
}

/** The enterprises that a cell names; none where it names no single ones: 辖区内食品生产企业, 随机抽取5户. */
export const enterprisesOf = (written: string): readonly string[] =>
  isBlank(written) || NOT_SINGLE.test(written)
    ? []
    : written
        .split(/[、，,；;\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== '')
const NOT_SINGLE =
  /各|所有|全部|全[县市区镇乡]|[县市区]内|辖区|随机|抽[取查]|若干|部分|有关|相关|重点|\d[家户]|等|企业$|经营户$|主体$|[类户]$/

/** Keys of the enterprises that plans and registers of what was held name. */
export function enterpriseKeysIn(docs: readonly Doc[]): (name: string) => string {
  const keys = lazily(() =>
    enterpriseKeys(
      [...tablesIn(docs, 'plan'), ...tablesIn(docs, 'items')].flatMap(({ table }) =>
        table.columns.enterprise ? [...table.records].flatMap(({ text }) => enterprisesOf(text('enterprise'))) : [],
      ),
    ),
  )
  return (name) => keys()(name)
}
