/** Who issued a document: an authority or an office, of which level; and which lower Party committees and governments it addresses. */
import type { Doc, PartKind, Span } from '../../core.ts'
import { perObject } from '../../per-object.ts'
import { matchesOf } from '../matches.ts'
import { squeeze } from './lines.ts'

/**
 * `authority`: a Party committee, government, people's congress, discipline organ, or a committee's or government's own office, all of which may direct those below;
 * `coordination`: a leading group, committee or headquarters and its office; `department`: any other office.
 */
export type IssuerKind = 'authority' | 'coordination' | 'department'

export interface Issuer {
  /** As the document writes it; of several the first. */
  readonly name: string
  readonly kind: IssuerKind
  /** Where its name says so. 中央 includes ministries; 县 county-level cities only where they are called 县, 区 or 旗. */
  readonly level?: '中央' | '省' | '市' | '县' | '乡'
}

const AUTHORITY =
  /(?:人民政府|[省市县区州盟旗乡镇]政府|国务院|党中央|中央委员会|中国共产党[一-龥]{2,20}委员会|中共[一-龥]{2,12}(?<!机关工作)委员会|(?:^|[省市县区州盟旗])[省市县区州盟旗]?(?:党委|党工委)|[省市县区州盟旗]委|[街乡镇道]党工?委|(?<!监督|城市|物业)管理委员会|管委会|办事处|人大|人民代表大会|常务委员会|政协|政治协商会议|纪委|纪律检查委员会|监委|监察委员会)(?:机关)?$/
/** The office of a committee or government itself: it acts on their behalf. */
const OFFICE =
  /(?:政府|国务院|[省市县区州盟旗]委|党委|党工委|管委会|中共中央|中央|办事处|纪委|纪委监委|人大常委会|人大|政协)(?:综合)?办公[室厅]$|(?:[省市县区州盟旗乡镇]政府|[省市县区州盟旗]委|党委|党政)(?:综合)?办(?:公室)?$|党政(?:综合)?办(?:公室)?$/
const COORDINATION =
  /(?:领导小组|指挥部|联席会议|协调小组|协调机制|工作机制|工作小组|专项小组|工作组|专班|(?:安全生产|防灾减灾救灾|减灾|爱国卫生运动|绿化|食品安全|食品药品安全|消防安全|道路交通安全|精神文明建设指导|依法治[省市县区国]|机构编制|国防动员|妇女儿童工作|残疾人工作|老龄工作|环境保护|生态环境保护|平安建设|禁毒|网络安全和信息化)委员会|[安食消减爱]委会|安委|爱卫会|文明委|妇儿工委|文明办|双拥办|创[建文卫]办|减负办|禁毒办|扫黑办|安委办|防火办|防汛办|食安办|爱卫办|网信办|治超办|信访联席办)(?:办公室|办)?$/
const DEPARTMENT =
  /(?:[局厅部委处院会社队站行]|中心|办公室|[一-龥]办|公司|集团|总工会|[省市县区州盟旗]团委|学校|大学|研究所|总队|支队|大队)$/
/** Headquarters that a statute lets give orders in an emergency. */
const EMERGENCY =
  /(?:防汛|抗旱|防风|防台|三防|森林防火|森林草原防灭火|防灭火|抗震救灾|应急(?:救援|处置)?|疫情防控|突发)[一-龥]{0,16}(?:指挥部|工作组)(?:办公室|办)?$/

const TITLE_ISSUER = /^([一-龥（）()、\d]{2,80}?)(?:印发)?(?:关于|印发|转发|批转|贯彻|落实)/
/** 发文字号 of a committee, a government or its office: 乐政〔, 乐政办〔, 乐发〔, 乐办发〔. */
const NUMBER = /^[（(]?([一-龥]{1,10})[〔[（(【]\d{4}/
const AUTHORITY_NUMBER =
  /^[一-龥]{1,4}?(?:政(?:发|办|办发|办字|办函|办明电|字|文|函|规|办规)?|委(?:发|办|办发|字|文)?|办(?:发|字|函)?|党(?:发|办|办发|字|文)|党政办(?:发)?|发)$/
const NO_AUTHORITY_NUMBER =
  /安委|食安|消安|减灾|爱卫|防指|森防|绿委|编委|残工委|妇儿|教工委|领|组办|专班|[财教农民卫建交水林商科文旅体环规土统审医人社应市监信统扶振管城公司]发$/
/** 乐教〔, 乐农领〔. */
const DEPARTMENT_NUMBER =
  /^[一-龥]{1,3}(?:教体?|财[农建社]?|农(?:领|办)?|水利?|林|卫健?|民政?|建|交运?|工信|科技?|文旅?|环|自然资|统|人社|应急|市监|城管|发改|商务?|司|公|组(?:通|发|字)?|宣(?:通|发|字)?|医保|安委办?|食安办?|减灾委?|领办?)(?:字|发|函|办)?$/
const HEAD = 3000

/** A ministry by its name. */
const MINISTRY =
  /^(?:国家|中央|中共中央|国务院|中国人民银行|人民银行|最高人民|审计署|海关总署|税务总局|市场监管总局|(?:教育|科技|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理|应急)部)/

/** Who issued it: who signs, whose name stands over it, who its title and its number name. Undefined where nothing says so. A joint document of which one issuer has authority has authority. */
export const issuerOf = perObject((doc: Doc): Issuer | undefined => {
  const found: Issuer[] = []
  const names = namesIn(doc)
  if (isCentral(doc)) return { name: names[0] ?? numberOf(doc) ?? '中央', kind: 'authority', level: '中央' }
  for (const name of names) {
    const kind = kindOf(name)
    if (kind) found.push({ name, kind, ...levelOf(name) })
  }
  const authority = found.find(({ kind }) => kind === 'authority')
  if (authority) return authority
  const number = numberOf(doc)
  // 河环整办 may be anybody's office, and 农政 a bureau's: who signs knows better.
  if (number && found.length === 0 && AUTHORITY_NUMBER.test(number) && !NO_AUTHORITY_NUMBER.test(number))
    return { name: number, kind: 'authority' }
  if (found[0]) return found[0]
  if (number && DEPARTMENT_NUMBER.test(number)) return { name: number, kind: 'department' }
  const title = squeeze(doc.facts.title)
  const name = undatedIn(doc) ?? (MEETING.exec(title) ?? PLAIN.exec(title))?.[1]
  const kind = name && kindOf(name)
  return kind ? { name, kind, ...levelOf(name) } : undefined
})

/** 县采砂整治工作联席会议第三次会议纪要; 市城市管理局户外广告整治方案: who met or planned, where a title has no 关于. */
const MEETING =
  /^([一-龥]{2,30}?(?:联席会议|领导小组|协调小组|指挥部|专班|委员会|(?<![结格布全大])局(?![长部势面域]))(?:办公室)?)[^，。；：]{0,30}(?:纪要|方案|意见|通知)$/
/** 县殡葬改革工作领导小组办公室通报, 县水利局督办通知: the issuer and the type, and not what it is about. */
const PLAIN =
  /^([一-龥]{2,30}?(?:领导小组|指挥部|专班|委员会|办公室|中心|[局厅委部办])(?:办公室)?)(?:紧急|工作|督办|整改|催办|第[一二三四五六七八九十\d]{1,3}号){0,2}(?:通知|通报|函|决定|令|通知书|督办单|提示函|[（(][^（）()]{1,12}[）)]){1,2}$/
/** A short last line under an address: it signs, though no date stands below it. */
function undatedIn({ text, facts }: Doc): string | undefined {
  const last = facts.body.at(-1)
  if (!last || facts.body.length < 2 || last.end - last.start > 60) return undefined
  if (!facts.parts.some(({ kind }) => kind === 'addressee' || kind === 'salutation')) return undefined
  const name = squeeze(text.slice(last.start, last.end))
  return /^[一-龥（）()]{3,30}$/.test(name) ? name : undefined
}

export function kindOf(name: string): IssuerKind | undefined {
  const bare = name.replace(/[（(][^）)]{1,12}[）)]$/, '').replace(/文件$/, '')
  if (OFFICE.test(bare) || EMERGENCY.test(bare)) return 'authority'
  if (COORDINATION.test(bare)) return 'coordination'
  if (AUTHORITY.test(bare)) return 'authority'
  return DEPARTMENT.test(bare) ? 'department' : undefined
}

function levelOf(name: string): { level: NonNullable<Issuer['level']> } | Record<never, never> {
  if (MINISTRY.test(name)) return { level: '中央' }
  if (/(?:镇|乡|街道)(?:人民政府|政府|党委|党工委|办事处|党政|综合|[一-龥]{0,8}办)/.test(name)) return { level: '乡' }
  // 郑州市金水区: the last unit is the one that issued.
  let last: string | undefined
  for (const m of name
    .slice(0, 24)
    .matchAll(/自治区|(?:[省县州盟旗]|(?<!城)市|(?<!社|景|园|辖|山|校)区)(?![场域政]|级|辖)/g))
    last = m[0]
  if (last === '省' || last === '自治区') return { level: '省' }
  if (last === '县' || last === '旗' || last === '区') return { level: '县' }
  return last ? { level: '市' } : {}
}

function namesIn({ text, facts }: Doc): string[] {
  const names: string[] = []
  const title = TITLE_ISSUER.exec(facts.title)?.[1]
  for (const part of facts.parts) {
    const said = text.slice(part.start, Math.min(part.end, part.start + HEAD))
    if (part.kind === 'signature') names.push(...said.split(/[\r\n]+|[\s\u3000]{2,}/))
    else if (part.kind === 'masthead' && /文件$/.test(squeeze(said))) names.push(squeeze(said).replace(/文件$/, ''))
    // Between the sentence that circulates a document and its date stand those who sign.
    else if (part.kind === 'wrapper')
      names.push(...said.split(/[\r\n]+/).filter((line) => line.trim().length <= 40 && !/[。；，：:]/.test(line)))
    else if (part.kind === 'imprint') {
      const issuer = /^(.{2,30}?(?:办公室|办公厅))[\s\u3000]*\d{4}年/.exec(said)?.[1]
      if (issuer && names.length === 0) names.push(issuer)
    }
  }
  if (title) names.unshift(...title.split(/[、，]/))
  return names
    .map(squeeze)
    .filter((name) => name.length >= 3 && name.length <= 80)
    .flatMap(eachOf)
}

/** 云川县人民政府办公室　云川县财政局: several on one line, between which only a space stood. Where the first one's place comes up again, another begins. */
function eachOf(name: string): string[] {
  const place = /^(?:中共|中国共产党)?([一-龥]{0,8}?[省市县区州盟旗乡镇])/.exec(name)?.[1]
  if (!place || name.indexOf(place) === name.lastIndexOf(place)) return [name]
  return name.split(
    new RegExp(
      `(?<=[局委办室会府厅部院处组站所心司队校社协大])(?=(?:中共|中国共产党|共青团|政协)?${place}(?![直级域]))`,
    ),
  )
}

function numberOf({ text, facts }: Doc): string | undefined {
  const part = facts.parts.find(({ kind }) => kind === 'number')
  return part && NUMBER.exec(squeeze(text.slice(part.start, part.end)))?.[1]
}

const CENTRAL_NUMBER =
  /^[（(]?(?:国发|国办发|国函|国办函|国办|国令|国办发明电|国发明电|中发|中办发|中办|厅字|中委|中纪发|中组发|中共中央|国务院|主席令|人大常)/
/** In front of what a document does, so that 国务院安委会办公室 is another body. */
const CENTRAL_TITLE =
  /^(?:中华人民共和国)?(?:(?:中共中央|国务院|中央军委)(?:办公厅)?|中央(?:办公厅|人民政府)|全国人(?:大|民代表大会)(?:常委会|常务委员会)?|全国政协|中国共产党(?:中央|第)[^，。]{0,20}?|中华人民共和国主席)(?:、?(?:国务院(?:办公厅)?|中央军委))*(?:关于|批转|转发|印发|办公厅|令|批准|实施|对|公报|决议|决定)/
// Captured, for V8 writes out a short loop over what is not.
const CENTRAL_NAME =
  /^(中共中央(?:办公厅)?|国务院(?:办公厅)?|中央办公厅|全国人民代表大会(?:常务委员会)?|中共中央、?国务院){1,2}(?:文件|令|公报)?$/
const CENTRAL_ADDRESSEE = /国务院各部[委门]|中央和国家机关各部委|各省、自治区、直辖市党委/

/**
 * A document of 中共中央, 国务院, 全国人大 or their offices, by its own 发文字号, 发文机关标志, title, 主送 or 落款: what limits 地方和部门文件
 * does not bind it. Ministries are 部门.
 */
export const isCentral = perObject((doc: Doc): boolean => {
  const { text, facts } = doc
  const own = (kind: PartKind, test: RegExp) =>
    facts.parts.some(
      (part) => part.kind === kind && test.test(squeeze(text.slice(part.start, Math.min(part.end, part.start + 400)))),
    )
  return (
    own('number', CENTRAL_NUMBER) ||
    own('masthead', CENTRAL_NAME) ||
    CENTRAL_TITLE.test(facts.title) ||
    own('addressee', CENTRAL_ADDRESSEE) ||
    allSigned(doc) ||
    own('attachment', CENTRAL_NAME)
  )
})

function allSigned({ text, facts }: Doc): boolean {
  const signed = facts.parts.filter(({ kind }) => kind === 'signature')
  return signed.length > 0 && signed.every(({ start, end }) => CENTRAL_NAME.test(squeeze(text.slice(start, end))))
}

/** 各乡镇党委宣传委员, 乡镇政府分管负责同志, 各镇政府民政办: people and offices of one line of work, whom it is theirs to tell. */
const ITS_PEOPLE =
  '(?![、和]?[（(]?(?:人民政府|政府|办事处|党工?委)?[）)]?(?:办公|书记|组织|宣传|主要|班子|领导|副|部门|各部门|有关|工作部门|网站|采购|分管|常委|委员(?!会)|(?:(?![要须将把对由请于和及与一或]|应(?!急))[一-龥]){0,6}(?:委员(?!会)|负责(?:同志|人(?![居员口才力事]))|助理|干事|专干|联络员|信息员|(?:办|站|所|中心|武装部)(?=[，、：:（(]|$))))'
/** 各乡镇人民政府, 各县（市、区）委, 乡镇党委、政府: below whoever writes so. Not 市人民政府, which is above or beside, nor 各级党委、政府, which are all. */
const LOWER = new RegExp(
  `(?:(?:各(?!级|地(?!区))|有关(?!地方)|相关|辖区内?|所辖|沿[黄江河线湖])[^，。；：:\\s]{0,16}?|(?<![一-龥])(?=乡镇|镇街|街镇|县区|区县|镇村|县（|镇（))(?:(?:乡镇|镇街|街镇|县区|区县|镇村|乡|镇|街道|县|市|区|州|盟|旗|地区|[）)])(?:党工?委|党（工）委|人民政府|政府|办事处|管委会|委(?![员局办会托派任]))|街道办(?!公室))(?:[、，和（(]{0,2}(?:人民政府|政府|党工委|办事处|街道办事处|街道党工委|管委会)[）)]?)*${ITS_PEOPLE}`,
  'g',
)
/** One township, one county: 柳河镇人民政府. */
const SINGLE_TOWN = new RegExp(`[一-龥]{1,6}(?:镇|乡|街道)(?:人民政府|政府|党委|党工委|办事处)${ITS_PEOPLE}`, 'g')
const SINGLE_COUNTY = new RegExp(
  `[一-龥]{1,8}(?:县|区|旗|镇|乡|街道)(?:人民政府|政府|党委|党工委|委(?![员局办会])|办事处)${ITS_PEOPLE}`,
  'g',
)
const TOWNS =
  /(?:各|有关|相关)(?=[乡镇街县区市])(?:乡镇|镇|乡|街道|镇街|街镇|县区|区县|市县|乡、镇|镇、街道|乡镇、街道|县、区)?(?:乡（镇）|乡镇|镇|街道|县|市|区)?(?:[（(][县市区乡镇街道、办旗办事处]{1,8}[）)])?(?=[，、,：:]|$)/

/**
 * Lower committees and governments in the address line, in order; single ones only where the issuer's level says that they are below.
 * `bare`: 各乡镇 only, without saying whom there.
 */
export function addressedBelow(
  doc: Doc,
  level?: Issuer['level'],
): { readonly named: readonly Span[]; readonly bare?: Span } {
  const named: Span[] = []
  let bare: Span | undefined
  for (const part of doc.facts.parts) {
    if (part.kind !== 'addressee') continue
    const said = doc.text.slice(part.start, Math.min(part.end, part.start + HEAD))
    const single = level === '县' ? SINGLE_TOWN : level === '市' || level === '省' ? SINGLE_COUNTY : undefined
    const lower = lowerIn(said)
    if (lower.length === 0 && single)
      for (const m of said.matchAll(single)) lower.push({ start: m.index, end: m.index + m[0].length })
    for (const span of lower) named.push({ start: part.start + span.start, end: part.start + span.end })
    const towns = TOWNS.exec(said)
    if (towns && !bare) bare = { start: part.start + towns.index, end: part.start + towns.index + towns[0].length }
  }
  return { named, ...(bare && { bare }) }
}

/** Where `text` names lower committees and governments. Offsets into `text`. */
export function lowerIn(text: string): Span[] {
  return [...matchesOf(LOWER, text)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

/** Whom a document is sent to, run together: of each of these parts at most `longest` UTF-16 units. */
export const addresseesOf = ({ text, facts }: Doc, longest: number): string =>
  facts.parts
    .filter(({ kind }) => kind === 'addressee')
    .map(({ start, end }) => text.slice(start, Math.min(end, start + longest)))
    .join('')
