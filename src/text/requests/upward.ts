/** Papers that go up: to whom they are sent, with copies to whom, and over whose head. */
import type { Doc, Span } from '../../core.ts'
import { type Frame, frameOf, type Line } from '../parts/frame.ts'
import {
  COUNTY,
  copiedBelow,
  isCitySeat,
  isCountyOffice,
  isCountyUnion,
  isInstitution,
  issuerLevel,
  receiverLevels,
  TOWN,
  VILLAGE,
} from '../parts/levels.ts'

const PERSON =
  /(?:书记|[省市县区州镇乡]长|部长|局长|厅长|(?<!委员会|委|办)主任|主席|常委|领导|同志)(?!办|会|团|处|室|单位|小组|机构|机关|部门)/
/** What was asked for by the person: 除上级机关负责人直接交办事项外. */
const ASSIGNED =
  /交办|(?<!请)(?<!请予)批示(?!精神)|(?<!请)指示(?!精神)|(?:根据|按照?|遵照|依照|应)您[^。；]{0,30}?(?:要求|安排|部署|吩咐|嘱咐|嘱托|意见)/
/** 根据市政府督办要求，现将…报告如下. */
const TOLD_FROM_ABOVE =
  /(?:根据|按照|按|遵照|依照|接|收到)[^。；]{0,30}市(?:委|政府|人民政府|领导)[^。；]{0,60}(?:要求|部署|安排|通知|督办|交办|转办|批示|函|工作)/
/** …a hospital by the office of the city above its own: 按照市卫生健康委通知要求. */
const TOLD_BY_CITY =
  /(?:根据|按照|按|遵照|依照|接|收到)[^。；]{0,30}[市省][^。；]{0,60}(?:要求|部署|安排|通知|督办|交办|转办|批示|函|文件|工作)/
/** 各基层社, 局属各单位: no superior, wherever it stands. */
const BELOW = /各|[所下直][属辖]|[局镇乡委院校社][属直]|[股科]室|班组/
const COUNTY_SEAT = /[县旗](?:委(?![员托])|政府|人民政府)(?!办)/
const PARTY_AND_GOVERNMENT = /^(?:中共)?(.{0,12}?)(?:委|县委|市委|区委|党委)$/

/** What is wrong with the way up of a request or report: a person, several superiors, an office below, a level passed over. */
export function* upwardFaults(doc: Doc) {
  const frame = frameOf(doc)
  const { addressee } = frame
  if (!addressee) return
  const opening = frame.body
    .slice(0, 3)
    .map(({ text }) => text)
    .join('')
  const receivers = addressee.text
    .replace(/[:：,，。]+$/, '')
    .split(/[、，,；;]|并(?=[县市区省])|[并和及暨](?=[一-龥]{1,3}(?:书记|[省市县区州镇乡局厅部]长|主任|秘书长))/)
    .filter((name) => name !== '')
  // A report that is read aloud greets; one that is sent has a number, a signature or 关于 in its title.
  const sent = doc.genre.id === 'request' || frame.numbers.length > 0 || frame.date !== undefined
  // 各… are those below: no paper that goes up, whatever its title. A request is not read aloud, however it greets.
  // Nor is a report that has a number and greets nobody but the one it goes to.
  const written =
    doc.genre.id === 'request' ||
    ((frame.numbers.length > 0 || isHandedIn(frame)) && !/各位|同志们|大家/.test(addressee.text))
  const spoken = (written ? /^(?:各|同志)/ : /^(?:尊敬|各|同志)/).test(addressee.text)
  const superiors = receivers.filter((name) => !BELOW.test(name))
  const person = receivers.find((name) => PERSON.test(name))
  const at = withoutColon(doc.text, addressee)
  const issuer = senderOf(frame, doc.facts.title)
  const level = issuer === undefined ? undefined : issuerLevel(issuer)
  let leap: ReturnType<typeof leapBeside>
  if (person && sent && !spoken && !ASSIGNED.test(opening))
    yield { message: 'person' as const, args: { name: person.replace(/^尊敬的/, '') }, at }
  else if (superiors.length === 2 && isPair(superiors[0]!, superiors[1]!)) {
    if (!isJoint(frame, doc.facts.title)) yield { message: 'both' as const, at }
  } else if (!person && superiors.length > 1 && !spoken) {
    const count = superiors.length
    const asked = doc.genre.id !== 'request' && TOLD_BY_CITY.test(opening)
    leap = level === undefined || asked ? undefined : leapBeside(level, superiors)
    if (leap) yield { message: 'severalOver' as const, args: { count, ...leap }, at }
    else yield { message: 'several' as const, args: { count }, at }
  }

  const copies = frame.imprint.filter(({ text }) => /^(?:抄送|抄报)[:：]/.test(text))
  for (const line of copies) {
    // Townships are below the county's seat, beside its offices.
    const name = copiedBelow(line.text, issuer !== undefined && isCountyOffice(issuer) ? undefined : level)
    if (name === undefined) continue
    const found = doc.text.slice(line.start, line.end).indexOf(name)
    const start = line.start + found
    if (found >= 0) yield { message: 'copied' as const, args: { name }, at: { start, end: start + name.length } }
  }
  if (issuer === undefined || level === undefined || person || leap) return
  const copied = copies.map(({ text }) => text).join()
  if (isInstitution(issuer) && doc.genre.id !== 'request' && TOLD_BY_CITY.test(opening)) return
  for (const name of receivers) {
    const levels = receiverLevels(name)
    if (!levels) continue
    const [low, high] = levels
    // 市 is a prefecture's for a town whose county is named, and for a county.
    const received =
      low === high || level === COUNTY || (level === TOWN && (/[县旗]/.test(issuer) || isUnderCounty(frame)))
        ? high
        : low
    if (received - level < 2) {
      // 县水利局 to 市政府: the county's own stands between them, unless the city's told it to report.
      const told = doc.genre.id !== 'request' && TOLD_FROM_ABOVE.test(opening)
      if (!(isCountyOffice(issuer) || isCountyUnion(issuer)) || !isCitySeat(name) || told || COUNTY_SEAT.test(copied))
        continue
      yield {
        message: 'over' as const,
        args: { issuer, skipped: /委(?:员会)?$/.test(name) ? '县委' : '县政府', name },
        at,
      }
      return
    }
    const skipped = level === VILLAGE ? '乡镇' : level === TOWN ? '县' : '市'
    if (new RegExp(level === VILLAGE ? '[镇乡]|街道' : level === TOWN ? '[县区旗]' : '市').test(copied)) continue
    yield { message: 'over' as const, args: { issuer, skipped, name }, at }
    return
  }
}

/** 我镇位于青禾县东南部; 已列入县水利局计划: a town that speaks of its county is under none of the cities that are counties. */
const OWN_COUNTY =
  /(?:位于|地处|隶属|坐落)[^，。；]{0,6}[县旗](?!城)|[我全][县旗]|(?<![邻各他外])县(?:委(?![员托])|政府|人民政府|级?财政|[一-龥]{2,8}(?:局|委员会)|里(?![一-龥]{0,2}[镇乡村]))/
/** 被评为全县先进, further on. */
const IN_COUNTY = /(?<![一-龥])[我全]县|全县(?!域|级市)|县级(?!市|以上|及)/
const isUnderCounty = ({ body }: Frame): boolean =>
  body.slice(0, 60).some(({ text }, i) => (i < 12 ? OWN_COUNTY : IN_COUNTY).test(text))

/** 市交通运输局、县人民政府: one of them is above another, and that one stands between it and the sender. */
function leapBeside(level: number, receivers: readonly string[]): { name: string; skipped: string } | undefined {
  const levels = receivers.map((name) => ({ name, high: receiverLevels(name)?.[1] ?? townLevel(name) }))
  const skipped = levels.find(({ high }) => high === level + 1)
  const above = levels.find(({ high }) => high !== undefined && high > level + 1)
  return skipped && above && { name: above.name, skipped: skipped.name }
}
const townLevel = (name: string) =>
  /(?:[镇乡]|街道)(?:党委|党工委|人民政府|政府|办事处)$/.test(name) ? TOWN : undefined

/** 特此报告, signed and dated: sent, not read aloud. */
const isHandedIn = ({ body, date, signature }: Frame): boolean =>
  date !== undefined && signature.length > 0 && body.some(({ text }) => /(?:^|。)[特专]此(?:报告|汇报)。?$/.test(text))

/** 县委、县政府; 市委、市人民政府. */
function isPair(first: string, second: string): boolean {
  const party = PARTY_AND_GOVERNMENT.test(first) || /党委$/.test(first)
  return party && /^[一-龥]{0,12}(?:政府|管委会)$/.test(second)
}

/** Issued by Party committee and government together: to both of theirs, then. */
const isJoint = ({ signature }: Frame, title: string) =>
  [signature.map(({ text }) => text).join(''), /^.{4,40}?(?=关于)/.exec(title)?.[0] ?? ''].some((names) =>
    /(?:委|委员会).{2,12}政府$/.test(names),
  )

/** Who signs; without a signature, whom the title names. */
function senderOf({ signature }: Frame, title: string): string | undefined {
  const signed = signature.at(-1)?.text
  const titled = /^(.{4,24}?)关于/.exec(title)?.[1]
  const names = [signed, titled].filter((name) => name !== undefined)
  // The fuller of both says more of where it lies.
  return names.sort((a, b) => b.length - a.length)[0]
}

function withoutColon(text: string, { start, end }: Line): Span {
  const trimmed = text.slice(start, end).replace(/[\s:：,，。]+$/, '')
  return { start, end: start + trimmed.length }
}
