/** What registers say about work groups and who is in them. */
import type { Doc, Mark, TableCell, TableRecord } from '../core.ts'
import { cellMark, type Placed, tablesIn, yearIn } from './figures.ts'
import { headerName } from './headers.ts'
import { GROUP_NUMBER, PLATFORM_GROUPS } from './kinds.ts'
import { type UnitType, unitKey, unitTypeOf } from './units.ts'
import { countOf, dayOf, isApproved, isBlank, lastDayOf, plain, sumOfAll, yesOf } from './values.ts'

export interface Group {
  readonly name: string
  readonly unit: string
  /** As offices are compared. */
  readonly key: string
  /** As the register writes it; otherwise by the unit's name. */
  readonly type: string | undefined
  /** '' where the register does not say. */
  readonly creator: string
  /** For a task that ends. Undefined where nothing tells. */
  readonly temporary: boolean | undefined
  /** Not yet dissolved. */
  readonly active: boolean
  /** The day on which its task ends, YYYY-MM-DD; of a month its last. */
  readonly end: string | undefined
  readonly record: TableRecord
  readonly placed: Placed
}

const DISSOLVED =
  /(?<!未|待|拟|应|尚未|准备|计划|没有|没|不|需|将|即|届时|到期|即行|随即|建议|要求|责令|督促|限期|尽快|(?<!已(?:于|在)?[^，。；]{0,10})[日号底末月]前)(?:已)?(?:解散|注销|撤销|[撤销解散]群|停用|停止使用|关闭|下线|清退|退群|归并|合并|并入|整合[到至入进]|失效|作废|重复登记|不再使用)|(?:^|已|自行|全部|均|主动)退出/
/** 任务延期至2027年3月31日, in a remark. */
const PUT_OFF = /(?:延期|延长|顺延|延续|推迟)[^，,。；;]{0,6}?[至到]([^，,。；;]{4,})/
const TEMPORARY = /临时|短期|阶段性|专班|会务|活动期/
const STANDING = /常设|长期|常态|固定|日常|永久|非临时/

/** Of villagers, not of those who work for them. */
const OF_RESIDENTS = /(?:村民|居民|业主|家长|学生|网友|读者)[一-龥]{0,4}群/
const NO_WORK = /非工作|兴趣|文体|娱乐|生活|联谊|亲友|便民|公众号|视频号|服务群众|面向群众/

const PLATFORM = /^(?:企业微信|微信|钉钉|QQ|政务钉钉|其他)(?:工作)?群?$/i

/** All work groups of the registers; one that two of them list comes twice. `asOf`: the day of judgement. */
export function* groupsIn(docs: readonly Doc[], asOf?: string): Iterable<Group> {
  for (const placed of tablesIn(docs, 'groups')) {
    const { columns, since1904 } = placed.table
    if (!columns.name) continue
    for (const record of placed.table.records) {
      const unit = record.text('unit')
      const said = record.text('unitType')
      // 兴趣群, 便民服务群 are listed beside them.
      const remark = record.text('remark')
      if (NO_WORK.test(record.text('nature')) || /非工作群|不属于工作群/.test(remark)) continue
      if ([record.text('name'), remark].some((said) => OF_RESIDENTS.test(said))) continue
      // 无: the office says that it has none.
      if (record.text('name') !== '' && isBlank(record.text('name'))) continue
      const end =
        putOff(record, since1904) ??
        lastDayOf(record.text('extended'), since1904) ??
        lastDayOf(record.text('end'), since1904) ??
        endBeside(record, placed, asOf)
      yield {
        name: record.text('name'),
        unit,
        key: unitKey(unit),
        type: typeOf(unit, said),
        creator: record.text('creator'),
        temporary: isTemporary(record, columns.nature?.title ?? '', end !== undefined),
        active:
          !isDissolved(record, columns.status?.title ?? '', since1904, asOf) && !isRenamed(record, placed.doc.text),
        end,
        record,
        placed,
      }
    }
  }
}

/**
 * 临时（至2026年10月31日）, 6月30日任务结束，群未解散: the end of a task where no column of its own says it, or says it in words: 用到9月底. Of a group that is said
 * to be for a task also what it is for: 人口普查登记，4月30日收尾.
 */
function endBeside(record: TableRecord, placed: Placed, asOf: string | undefined): string | undefined {
  const header = placed.table.columns.nature?.title ?? ''
  const forTask = isTemporary(record, header, false) === true ? ['task'] : []
  const fields = isBlank(record.text('end')) ? [...BESIDE, ...forTask] : IN_WORDS
  for (const field of fields) {
    const said = record.text(field)
    const match = /\d月/.test(said) ? (UNTIL.exec(said) ?? ENDED.exec(said)) : null
    if (!match) continue
    const year = match[1] ?? yearIn(placed) ?? asOf?.slice(0, 4)
    if (year !== undefined) return lastDayOf(`${year}年${match[2]}`, placed.table.since1904)
  }
  return undefined
}
const BESIDE = ['nature', 'remark', 'status']
const IN_WORDS = ['end']
const UNTIL = /(?:[至到]|截[至止]到?)(?:(20\d{2})年)?(\d{1,2}月(?:\d{1,2}[日号]|底|末)?)/
const ENDED =
  /(?:(20\d{2})年)?(\d{1,2}月(?:\d{1,2}[日号]|底|末)?)[^，,。；;\d]{0,8}(?:结束|到期|结业|完成|截止|收尾|收官|完工|闭幕)(?!后|以后|之后)/

/** 解散时间／说明 may say it, too. */
const putOff = (record: TableRecord, since1904: boolean): string | undefined =>
  lastDayOf(PUT_OFF.exec(['remark', 'dissolved', 'extended'].map(record.text).join('，'))?.[1] ?? '', since1904)

/** How many groups an office has, where a register gives no more than that. */
export interface GroupCount {
  readonly unit: string
  readonly type: string | undefined
  /** Without those for a task, where the register tells them apart. */
  readonly count: number
  readonly at: Mark
}

export function* groupCountsIn(docs: readonly Doc[]): Iterable<GroupCount> {
  for (const placed of tablesIn(docs, 'groups')) {
    const { columns } = placed.table
    if (columns.name) continue
    for (const record of placed.table.records) {
      const unit = record.text('unit')
      const told = countIn(record)
      if (unit === '' || !told || isApproved(record.text('remark'))) continue
      yield { unit, type: typeOf(unit, record.text('unitType')), count: told.count, at: cellMark(placed, told.cell) }
    }
  }
}

/** Of the standing ones; else of all less those for a task; else of those on each platform. */
function countIn(record: TableRecord): { readonly count: number; readonly cell: TableCell } | undefined {
  const numberIn = (field: string) => countOf(record.text(field) || '—')
  const whole = record.get('standing') ?? record.get('count')
  if (whole) {
    const count = whole.text === '' ? undefined : countOf(whole.text)
    const temporary = record.get('standing') ? 0 : (numberIn('temporaryGroups') ?? 0)
    return count === undefined ? undefined : { count: Math.max(0, count - temporary), cell: whole }
  }
  const counts = PLATFORM_GROUPS.map(numberIn)
  const cell = PLATFORM_GROUPS.flatMap((field) => record.get(field) ?? [])[0]
  const count = sumOfAll(counts)
  if (!cell || count === undefined) return undefined
  return { count: Math.max(0, count - (numberIn('temporaryGroups') ?? 0)), cell }
}

const typeOf = (unit: string, said: string): UnitType | string | undefined =>
  unitTypeOf(unit, said) ?? (said === '' ? undefined : said)

function isTemporary(record: TableRecord, header: string, ends: boolean): boolean | undefined {
  // 群类型 may be that of the messenger.
  const nature = record.text('nature').replace(PLATFORM, '')
  if (/临时/.test(header)) {
    const yes = yesOf(nature)
    if (yes !== undefined) return yes
  }
  if (/常设|长期/.test(header)) {
    const yes = yesOf(nature)
    if (yes !== undefined) return !yes
  }
  if (STANDING.test(nature)) return false
  if (TEMPORARY.test(nature)) return true
  // 专项, and until when: it is not to stay.
  if (nature !== '') return ends || undefined
  if (/临时/.test(record.text('name'))) return true
  return ends || AT_END.test(record.text('end')) ? true : undefined
}

/** 换届结束, 任务完成后, where a day would be. */
const AT_END = /(?:结束|完成|完毕|办结|收尾|销号)(?:之?后|时|为止|之日|即?解散|即?撤)?$|(?:结束|完成)后/

export function isDissolved(record: TableRecord, header: string, since1904: boolean, asOf?: string): boolean {
  const status = record.text('status')
  if (/解散|注销/.test(header) && yesOf(status) !== undefined) return yesOf(status)!
  // As people say it: 不在了（10月3日散）; 没散, 还没撤.
  if (GONE.test(plain(status))) return true
  // 是否在用: 已解散.
  if (DISSOLVED.test(status)) return true
  if (/是否.*(?:用|保留)/.test(header) && yesOf(status) !== undefined) return !yesOf(status)!
  if (isBlank(status) && DISSOLVED.test(record.text('remark'))) return true
  const day = dayOf(record.text('dissolved'), since1904)
  // Who has settled the day on which it will be dissolved has not dissolved it.
  if (day !== undefined) return asOf === undefined || day <= asOf
  return false
}

const GONE = /^(?:早就?|已经?|都)?(?:不在了?|散了?|撤了?|没了|退了|停了|不用了)(?:$|[（(，,。])/

/** Is it a group's old name, kept beside the new one, which says so or is said to be that of the same group? */
const isRenamed = (record: TableRecord, text: string): boolean =>
  /^已?(?:更|改)名/.test(record.text('status')) &&
  (/旧名|同一个?群/.test(record.text('remark')) || text.includes(`原${record.text('name')}`))

/** Is an end written, whether or not it can be read? 长期 is none. */
export const hasEnd = (record: TableRecord): boolean =>
  !isBlank(record.text('end')) && !STANDING.test(record.text('end')) && !/待定|未定|不定/.test(record.text('end'))

export interface Member {
  readonly person: string
  readonly unit: string
  readonly role: string
  readonly group: string
  readonly record: TableRecord
  readonly placed: Placed
}

/** Who heads the Party committee or the government of a township, or a county department, and has not left the group. */
export function* principalsIn(docs: readonly Doc[]): Iterable<Member> {
  const numbered = groupNumbersIn(docs)
  for (const placed of tablesIn(docs, 'members'))
    for (const record of placed.table.records) {
      const [person, unit, role, written] = (['person', 'unit', 'role', 'group'] as const).map(record.text) as [
        string,
        string,
        string,
        string,
      ]
      const groups = GROUP_NUMBER.test(headerName(placed.table.columns.group?.title ?? ''))
        ? written
            .split(/[、，,；;/\s]+/)
            .flatMap((number) => numbered.get(number) || [])
            .join('、')
        : written
      if (groups === '' || hasLeft(record, placed)) continue
      const said = record.text('principal')
      const principal = yesOf(said) ?? isPrincipal(role, unit, record.text('unitType'))
      if (principal)
        for (const group of groupsNamed(record, placed, groups)) yield { person, unit, role, group, record, placed }
    }
}

/** Some registers give all of a person’s groups in one cell: parted by commas or lines, with numbers before them. Those that somebody left are no longer any. */
function groupsNamed(record: TableRecord, { doc }: Placed, written: string): string[] {
  const span = record.get('group')?.span
  const raw = span ? doc.text.slice(span.start, span.end) : ''
  // A cell of several lines is read as one line.
  const groups = /[\r\n]/.test(raw) && written === raw.replace(/\s*[\r\n]+\s*/g, '').trim() ? raw : written
  return groups.split(/[、；;，,\r\n]/).flatMap((part) => {
    const name = part
      .replace(/^\s*(?:[\d①-⑩]{1,2}[.．)）]?|[（(]\d{1,2}[)）])\s*/, '')
      .replace(SINCE, '')
      .trim()
    const note = NOTED.exec(part)?.[0] ?? ''
    return isBlank(name) || LEFT.test(note) || COUNTED.test(name) ? [] : [name]
  })
}
const NOTED = /[（(][^（()）]*[)）]\s*$/
/** （5月加入）: nothing of its name, nor of whose it is. */
const SINCE = /[（(][^（()）]*(?:\d|加入|入群|在群)[^（()）]*[)）]\s*$/
/** 5个专项群全部加入: how many, and no name. */
const COUNTED = /个(?:专项)?(?:工作|微信)*群|全部|^均|^(?:以上|上述)/

/** Are the groups of its column the county's by what stands above them: 已加入的县委专项工作群? */
export function isAboutCounty({ table, doc }: Placed): boolean {
  const head = doc.text.slice(table.at.start, table.at.end)
  const title = table.columns.group?.title ?? ''
  // Beside a column of one's own groups.
  if (/本单位|自建|本级|本机关|其[他它]/.test(head) || /[及和与]|本乡|本镇/.test(title)) return false
  return OF_COUNTY.test(title) || (GENERAL.test(title) && IN_COUNTY.test(table.title))
}
const OF_COUNTY =
  /(?:县委|县级|全县性?|县里|上级)(?:、?县政府)?(?:统一)?(?:建立?|设立?|组建)?的?(?:各类|重点|专项)*(?:微信|工作|政务|公务)*群/
/** Where the column says no more than that, the title may. */
const GENERAL = /^(?:所|已)?(?:加入|在|进入)?的?(?:微信|工作|政务|公务)*群(?:组|聊)?(?:名称?)?$/
const IN_COUNTY =
  /(?:加入|进入)(?:县委|县级|全县性?|上级)(?:建立?|设立?|组建)?的?(?:各类|重点|专项)*(?:微信|工作|政务|公务)*群/

/** Numbers that a register of groups gives → names. */
function groupNumbersIn(docs: readonly Doc[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { table } of tablesIn(docs, 'groups'))
    for (const record of table.columns.number ? table.records : []) {
      const [number, name] = [record.text('number'), record.text('name')]
      // Two registers may number theirs alike.
      if (!isBlank(number)) names.set(number, (names.get(number) ?? name) === name ? name : '')
    }
  return names
}

function hasLeft(record: TableRecord, { table }: Placed): boolean {
  const status = record.text('status')
  const header = table.columns.status?.title ?? ''
  if (isBlank(status) && /已退|退出了|已移出/.test(record.text('remark'))) return true
  // 是否在群: 已退群.
  if (LEFT.test(status)) return true
  if (/退/.test(header) && yesOf(status) !== undefined) return yesOf(status)!
  if (/是否在群/.test(header) && yesOf(status) !== undefined) return !yesOf(status)!
  return dayOf(record.text('left'), table.since1904) !== undefined
}
/** Not 责令退出, 限期退出, 10月底前退出: what is still to be done. */
const LEFT =
  /(?<!未|没|不|待|拟|应|需要?|须|将|可|应予|予以|建议|要求|责令|督促|通知|限期|尽快|立即|抓紧|准备|计划|(?<!已(?:于|在)?[^，。；]{0,10})[日号底末月]前)(?:全部|主动|自行)?退|(?<!未|没)(?:离群|移出)/

const DEPUTY = /副|助理|原任|^原|前任|挂职|分管|成员|委员|科长|股长|科员|秘书|联络员/
const TOWN_HEAD = /^(?:[一-龥]{0,12}?(?:镇|乡|街道|街道办|办事处|街道办事处))?(?:党委|党工委)?(?:书记|镇长|乡长|主任)$/
const TOWN_OTHER = /(?:纪委|支部|村|社区|人大|政协|武装|工会|团委|妇联|办公室|中心|站|所|科)[^，]{0,6}(?:书记|主任)$/
const DEPARTMENT_HEAD =
  /^([一-龥]{0,16}?)(局长|主任|部长|书记|院长|检察长|主席|馆长|台长|校长|社长|行长|关长|队长|大队长|理事长|会长|厅长|处长)$/

/** 党政正职: by the office held, one of several that are named together, in the unit it is held in. 党委副书记、镇长 is one, 办公室主任 of a bureau is none. */
function isPrincipal(role: string, unit: string, unitType = ''): boolean {
  if (/党政正职|党政主要负责|主要负责人|党政一把手|^正职$/.test(role) && !/副/.test(role)) return true
  const type = unitTypeOf(unit, unitType)
  if (type === undefined) return false
  const parts = plain(role).split(/[、，,/;；兼和及]/)
  return parts.some((part) => {
    if (part === '' || DEPUTY.test(part)) return false
    if (type === '乡镇') return (TOWN_HEAD.test(part) || /[镇乡]长$/.test(part)) && !TOWN_OTHER.test(part)
    const held = DEPARTMENT_HEAD.exec(part)
    if (!held || /支部|村|社区/.test(part)) return false
    const of = held[1]!.replace(/^(?:本?县|[一-龥]{1,4}县)/, '')
    // A head is named with nothing before the title, with the Party group, or with what the unit is called.
    return /^(?:党组|党委|党工委|总支|党总支)?$/.test(of) || unitKey(unit).includes(of) || unit.includes(of)
  })
}

/** A group's name to compare: without 微信, 工作群 and the county's name. */
export const groupKey = (name: string): string =>
  plain(name)
    .replace(/[^一-龥A-Za-z0-9]/g, '')
    .replace(/^(?:[一-龥]{1,3}县委?|全县|县委|县)(?=[一-龥]{2})/, '')
    .replace(/(?:专项|工作|微信|公务|政务|交流|联络|群组?|聊)+$/, '')
    .replace(/(?:专项)?工作$/, '')

/** Is it that office, or a section of it: 县财政局预算股? A hall of a township’s is the township's; 县委办公室 is not 县委. */
const isOf = (creator: string, key: string): boolean =>
  creator === key ||
  (/(?:[局镇乡社]|街道|中心)$/.test(key) &&
    creator.startsWith(key) &&
    /^[一-龥]{0,8}(?:[股科室办所站组]|中心|大厅|大队|支部|政府|机关)$/.test(creator.slice(key.length)))

/** Is the group that of the unit itself: set up or managed by it, or called by its name? */
export function isOwnGroup(group: string, unit: string, creators: readonly string[]): boolean {
  const key = unitKey(unit)
  if (creators.some((creator) => isOf(unitKey(creator), key) || /^[本我]/.test(creator))) return true
  if (creators.length > 0) return false
  const stem = key.replace(/(?:局|委|办公室|办|街道|镇|乡)$/, '')
  // 县粮食和储备局工作群 is that of 县粮食和储备局, whatever that is called for short.
  const written = unit.replace(/^[一-龥]{0,4}?县(?=[一-龥]{3})/, '')
  return (
    group.includes(key) ||
    (written.length >= 3 && group.includes(written)) ||
    (stem.length >= 2 && group.includes(stem)) ||
    /^(?:本|我|机关|班子)/.test(group)
  )
}
