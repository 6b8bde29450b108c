/** 发文字号 out of form: a document's own, and those it cites. */
import type { Doc, Span } from '../../core.ts'
import { frameOf, inLine } from '../parts/frame.ts'

const OPEN = '〔\\[（(【［﹝'
const CLOSE = '〕\\]）)】］﹞'
/** 代字, opening bracket, year, closing bracket, 第, number, 号. */
const OWN = new RegExp(`^[（(]?([一-龥×]{1,14})([${OPEN}])(\\d{4}|\\d{2})([${CLOSE}])(第?)(\\d{1,5})(号?)`)
const CITED = new RegExp(
  `([一-龥]{1,12})\\s?([${OPEN}])\\s?(\\d{4}|\\d{2})\\s?([${CLOSE}])\\s?(第?)\\s?(\\d{1,5})\\s?(号)$`,
)
/** The same up to the bracket, and from there on without 号, where a number ends; not 〔2024〕12—15号, 〔2024〕12期, 〔2024〕5个文件, 〔2024〕12.pdf. */
const UP_TO_BRACKET = new RegExp(`([一-龥]{1,12})\\s?([${OPEN}])$`)
const NO_UNIT = new RegExp(
  `^\\s?(\\d{4}|\\d{2})\\s?([${CLOSE}])\\s?(第?)\\s?(\\d{1,5})(?![\\d%％‰])(?!\\s{0,3}(?:[-—–－~～]|[至到和、及与，,]\\s?第?\\d))(?=\\s{0,3}(?:$|[\\n，。；：:、,;!！？)）\\]〕】》〉」”"’《〈“（(和与及或等的中之]|文[件，。、；精的]|[以]及|并|规定|要求|精神|通知|意见|办法|方案|决定|批复))`,
)
/** Numbered series of another form: 令, 公告, minutes, newsletters; and what is no official document at all. */
const OTHER_SERIES = /(?:令|公告|通告|公报|纪要|简报|专报|信息|动态|议案|提案|建议|公示|期)$/
/** What bodies put at the end of their 代字. */
const SENDER =
  /(?:[发函办文电规传呈请批复党政委府报联释财教组综字社安水交卫商林信统旅农环体]|工信|科技|建设|民政|公安|应急|医保|发改)$/
/** Penalties, judgements, licences, certificates, contracts: each with a form of its own. */
const FILE_NUMBER =
  /(?:[处罚决监检鉴审裁立案刑民行执证认赔调仲诉撤许备注登验测评质]字?|合同|协议|编号|档案|许可|证书|书|项目|标|图)$/
/** GB/T 9704 asks for 〔〕 and no 第 since 2000; older papers are cited as they were numbered. */
const SINCE = 2000

/** ﹝﹞ looks the same in print: another character of the same mark. */
const rightBrackets = (open: string, close: string) => /[〔﹝]/.test(open) && /[〕﹞]/.test(close)

/** What is wrong with the document's own number. */
export function* ownNumberFaults(doc: Doc) {
  for (const line of frameOf(doc).numbers) {
    const m = OWN.exec(line.text)
    if (!m || OTHER_SERIES.test(m[1]!) || isFileNumber(m[1]!, m[5]!)) continue
    const [all, name = '', open = '', year = '', close = '', ordinal, number = '', unit] = m
    const message = !rightBrackets(open, close)
      ? ('brackets' as const)
      : year.length === 2
        ? ('year' as const)
        : ordinal
          ? ('ordinal' as const)
          : number.startsWith('0')
            ? ('zero' as const)
            : unit
              ? undefined
              : ('unit' as const)
    if (!message || Number(number) === 0 || old(year)) continue
    const from = all.indexOf(open, all.indexOf(name) + name.length)
    const span = inLine(doc, line, from, all.length)
    const text = written(year, number)
    yield {
      message,
      args: { right: name + text },
      at: inLine(doc, line, all.indexOf(name), all.length),
      fix: { span, text, safe: year.length === 4 },
    }
  }
}

/** Of `hits` (places of words that stand in a number, in order), the 号 of cited numbers that are out of form; none in quotations. */
export function* citedNumberFaults(doc: Doc, hits: readonly Span[]) {
  const own = frameOf(doc).numbers
  const { quoted } = doc.facts
  let q = 0
  for (const hit of hits) {
    const cited = citedAt(doc.text, hit)
    if (!cited) continue
    const { name, open, year, close, ordinal, number, unit, bracket, end } = cited
    const fine = rightBrackets(open, close) && year.length === 4 && !ordinal && !number.startsWith('0') && unit
    if (fine || Number(number) === 0 || old(year) || !SENDER.test(name)) continue
    // 卫水字（2018）第3号: licences say 字第.
    if (OTHER_SERIES.test(name) || FILE_NUMBER.test(name) || (ordinal && name.endsWith('字'))) continue
    if (isOffered(doc.text, bracket - name.length)) continue
    if (own.some((line) => bracket >= line.start && bracket < line.end)) continue
    while (q < quoted.length && quoted[q]!.end <= bracket) q++
    if (q < quoted.length && quoted[q]!.start < bracket) continue
    const text = written(year, number)
    yield {
      message: 'cited' as const,
      args: { right: `${name.slice(-6)}${text}`.replace(/^.*(?:[和与及按照据的]|根据|依据|贯彻|执行|落实)/, '') },
      at: { start: bracket, end },
      fix: { span: { start: bracket, end }, text, safe: false },
    }
  }
}

/** A cited number: found by its 号, or by its bracket where there is none. */
function citedAt(whole: string, { start, end }: Span) {
  const from = Math.max(0, start - 36)
  if (whole[start] === '号') {
    const m = /[\d\s]/.test(whole[start - 1] ?? '') ? CITED.exec(whole.slice(from, end)) : null
    if (!m) return undefined
    const [all, name = '', open = '', year = '', close = '', ordinal = '', number = ''] = m
    // Words before the number are no part of it: 按照国发[2021]3号.
    return {
      name,
      open,
      year,
      close,
      ordinal,
      number,
      unit: true,
      bracket: from + m.index + all.indexOf(open, name.length),
      end,
    }
  }
  // Most brackets hold words.
  const behind = /[\d\s]/.test(whole[end] ?? '') ? NO_UNIT.exec(whole.slice(end, end + 24)) : null
  const before = behind && UP_TO_BRACKET.exec(whole.slice(Math.max(0, end - 16), end))
  if (!behind || !before) return undefined
  const [, name = '', open = ''] = before
  const [all, year = '', close = '', ordinal = '', number = ''] = behind
  return { name, open, year, close, ordinal, number, unit: false, bracket: start, end: end + all.length }
}

/** 劳人仲案字〔2024〕第216号, on the award itself. */
const isFileNumber = (name: string, ordinal: string) => ordinal !== '' && name.endsWith('字') && FILE_NUMBER.test(name)
/** A．政办[2024]7号　B．政办〔2024〕7号: which of them is right is asked. */
const isOffered = (text: string, start: number) =>
  /(?:^|[^A-Za-z])[A-H]\s?[．.、]\s?$/.test(text.slice(Math.max(0, start - 4), start))
const old = (year: string) => (year.length === 2 ? Number(year) > 50 : Number(year) < SINCE)
const written = (year: string, number: string) => `〔${year.length === 2 ? `20${year}` : year}〕${Number(number)}号`
