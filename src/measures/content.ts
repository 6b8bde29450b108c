import type { Span, Uncounted } from '../core.ts'
import type { Features } from './features.ts'
import { kindAt } from './kind.ts'
import type { Piece } from './split.ts'

const DATE = /^(?:(?:19|20)\d{2}|[二〇零一○OＯ]{4})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$/
const ADDRESSEE = /^[^。；]{2,160}[：:]$/
const SENDER = /(?:人民政府|办公室|办公厅|委员会|委|局|厅|部|常务委员会|领导小组)$/
const HISTORY = /^[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。]{0,60}(?:通过|修正|修订|批准|印发|公布)/
const IMPRINT = /^(?:抄送|主送|印发|报送|签发人|份号|密级|附件)[：: ]|印发$|^（此件[^）]{2,20}）$/
const OPENING =
  /^(?:[\s\S]{0,14}条\s*)?(?:为(?:了)?|根据|按照|现将)[\s\S]{2,400}(?:制定(?:了?本|如下|以下)|(?:提出|印发)[^。]{0,20}|通知如下|意见|(?:本|此|该)?(?:实施意见|实施方案|方案|办法|细则|计划))[。：]?$/
const FORMULA =
  /以[^，。；]{2,40}(?:思想|精神|讲话|理论|决策部署)[^，。；]{0,40}为(?:指导|统领|遵循|引领)|(?:高举|深入(?:学习)?贯彻|全面贯彻|认真学习)[^。；]{0,60}(?:思想|精神|重要讲话|重要论述|重要指示)/

const NUMBERED = kindAt('numbered')
const AMOUNT = kindAt('c.amount')
const RESPONSIBLE = kindAt('c.responsible')

/**
 * Which sentences are not content, and why; undefined for those that the share is taken of. Left out: what stands outside the body
 * (when the body is known), title, dates, addressee, sender, imprint, the fixed opening (为贯彻落实…制定本方案) and political formulas
 * (以…为指导…).
 */
export function contents(
  text: string,
  pieces: readonly Piece[],
  kinds: readonly Features[],
  body: readonly Span[] | undefined,
): (Uncounted | undefined)[] {
  const firstNumbered = kinds.findIndex((k) => k[NUMBERED] !== 0)
  let ended = false
  let part = 0
  return pieces.map((piece, i) => {
    const words = text.slice(piece.words.start, piece.words.end)
    if (words === '') return 'markup'
    if (body) {
      while (part < body.length && body[part]!.end <= piece.words.start) part++
      if (part === body.length || body[part]!.start >= piece.words.end) return 'frame'
    }
    const alone = piece.opens && piece.closes
    const early = i < firstNumbered || i < 3
    if (alone && (DATE.test(words) || HISTORY.test(words) || IMPRINT.test(words))) {
      ended ||= i > pieces.length - 6
      return 'frame'
    }
    if (ended) return 'frame'
    // …通知如下： ends like an addressee.
    const opening = early && OPENING.test(words)
    if (opening && /[。：]$/.test(words)) return 'opening'
    if (alone && early && ADDRESSEE.test(words) && kinds[i]![NUMBERED] === 0) return 'frame'
    // Where the body is known, the title lies outside of it.
    if (
      alone &&
      early &&
      kinds[i]![NUMBERED] === 0 &&
      !piece.row &&
      !/[。；！？：]$/.test(words) &&
      words.length < 80 &&
      ((!body && i < 3) || isTitleLike(words, kinds[i]!))
    )
      return body ? 'heading' : 'frame'
    if (alone && i > pieces.length - 4 && words.length < 40 && kinds[i]![NUMBERED] === 0 && SENDER.test(words))
      return 'frame'
    if (opening) return 'opening'
    return FORMULA.test(words) && formulaIsThePoint(words, kinds[i]!) ? 'formula' : undefined
  })
}

/** 县水利局7月底前更换管网46公里，投资320万元, in a list without numbers and full stops, is no heading. */
const isTitleLike = (words: string, kind: Features): boolean =>
  kind[AMOUNT] === 0 && kind[RESPONSIBLE] === 0 && !/，/.test(words)

/** A sentence that opens with a formula and goes on to name figures or bodies is content all the same. */
function formulaIsThePoint(words: string, kind: Features): boolean {
  return (
    /^(?:[^，。；]{0,12})(?:以|高举|深入|全面贯彻|认真学习|坚持以)/.test(words) &&
    kind[AMOUNT] === 0 &&
    kind[RESPONSIBLE] === 0
  )
}
