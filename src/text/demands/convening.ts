/** Which meeting a notice convenes, where its office may be asked whether it was planned. */
import type { Doc, Span } from '../../core.ts'
import { isUrgent } from '../contexts.ts'
import { issuerOf } from '../parts/issuer.ts'

export interface Convening {
  readonly title: string
  /** In the title. */
  readonly span: Span
  /** Who convenes it, as the document writes it. */
  readonly unit: string
  /** Of the signature; undefined where none is dated. */
  readonly year: number | undefined
}

/** What stands in the title of each such notice. */
export const CONVENING = '关于召开'
const NOTICE = /关于召开([^《》]{3,50}?会议?)(?:的(?:补充|预备|预)?(?:通知|公告)|$)/
/** 全省森林防火视频会议, in a notice of the county: somebody else’s meeting. */
const OF_OTHERS = /^(?:全?国|国务院|中央|全?省|省委|省政府|全?市|市委|市政府)/
/** Meetings that have their own law. */
const STATUTORY = /代表大会|人民代表|政协|全体会议|全委会|常委会|党组会|职工大会|股东|董事/
/** Planned, approved or filed, as the notice itself says; or others have it held. */
const ALLOWED =
  /(?:计划|年度安排|会议安排)(?:内|（|\(|，|定于|召开|要求|安排)|(?:按照|根据|列入)[^。；]{0,16}(?:计划|安排)|经(?:[县市省区]|上级|领导|主要|分管|书记|党委)[^，。；]{0,16}(?:同意|批准|审批|研究)|(?:备案|审批|批准)(?:号|文号|同意)|已[^，。；]{0,8}(?:报备|备案|审批|报批)|(?:按照|根据|依据)[^。；]{0,30}(?:法|条例|章程|规定|上级|省|市)/

/** Undefined where it is no such notice, or says why it may convene a meeting that nobody planned. */
export function conveningIn(doc: Doc): Convening | undefined {
  const { text, facts } = doc
  const title = facts.title.includes(CONVENING) ? NOTICE.exec(facts.title)?.[1] : undefined
  const start = title === undefined ? -1 : text.indexOf(title)
  if (title === undefined || start < 0) return undefined
  if (OF_OTHERS.test(title) || STATUTORY.test(title) || isUrgent(title)) return undefined
  const unit = ALLOWED.test(text) ? undefined : issuerOf(doc)?.name
  if (unit === undefined) return undefined
  const signed = text
    .slice(-SIGNATURE)
    .match(/(?:19|20)\d{2}(?=年\d{1,2}月\d{1,2}日)/g)
    ?.at(-1)
  return {
    title,
    span: { start, end: start + title.length },
    unit,
    year: signed === undefined ? undefined : Number(signed),
  }
}
/** So many UTF-16 units from the end the day of signature stands. */
const SIGNATURE = 300
