/** Requests that ask for more than one matter. */
import type { Doc, Span } from '../../core.ts'
import { goesOn, isMeansTo, kindOfMatter, namesNoMatter, pairsOf, related } from '../matters.ts'
import { type Frame, frameOf, type Line } from '../parts/frame.ts'
import { headOf } from '../places.ts'

/** A sentence that asks for something. */
const ASKS =
  /(?:恳请|请求|申请|特请|拟请|敬请|恳求|希望|(?:^|[，。；：、])[也还更]?[盼望求](?=[省市县区镇乡局委里上贵领您你])|(?:^|[，。；：、]|[一二三四五六七八九]是)(?:现|特|故|并|还|也|同时|另|为此|一并|顺便?|再|拟?借此机会)?(?:需|[还也就再]?想)?请)(?!示)[^。；]{0,40}?(?:批(?:[给上下几了]|一[下并个块起道辆台名]|[\d两二三][辆台名个间])|[把将][^，。；]{1,16}给了?(?:我|咱|这|本)|给(?:(?:我们|我[局院校站所镇乡]|咱们?)再?[添配增补拨批]|(?:我们|我[局院校站所镇乡]|咱们?)?(?:[一几两三]|\d)(?!定))|给[^，。；]{0,4}[批拨配](?![评置])|添置|腾出|批准|核准|核批|准予|同意|批复|拨付|拨款|拨给|核拨|下拨|划拨|解决|安排|给予|增加|增拨|增设|核增|核定|追加|调配|调整|配备|配置|购置|支持|减免|免除|协调|成立|设立|招聘|招录|补充|审批|立项|更换|列入|纳入|划转|补助|延长|明确|帮助|单列|变更|更名|提高|[授追]予|追授|评为|命名|颁发|任命|[委选]派|调拨|借用|返还|退还|豁免|垫付|恢复|保留|开通|出面|督促|(?:一并|一道|统筹)(?:予以|给予)?(?:考虑|研究)(?=[，。；]|$))/
/** …，妥否，请批示 closes; it asks for nothing of its own. */
const CLOSING =
  /^(?:以上|上述|妥否|当否|可否|是否妥当|如无不妥|特此|专此|现予|请予)[^。；]{0,30}$|(?:妥否|当否|可否|是否妥当)[，,]?(?:请|盼|望)?[^。；]{0,12}$/
const BESIDES =
  '^(?:[（(]?[一二三四五六七八九十\\d]{1,2}[)）、.．])?(?:另外?|此外|借(?:此|这)[^，。；]{0,8}(?:机会|请示|一并|，|还|再)|趁此|值此(?:机会|之机)|捎带|顺口|附带|再者(?=[，,])|又(?=[：:])|顺带|除此之外|顺便|顺请|附带|还有一事|一并请示|再请示|另一事项|还有(?=[，,])|再有)'
/** What opens a matter beside the matter. */
const RIDER = new RegExp(`${BESIDES}(?:[，,：:]|[一-龥])`)
/** 请一并批准…增核编制6名: it says so itself. */
const ALONG =
  /(?:一并|顺带|顺便|捎带)(?:予以|给予|请)?(?:申请|请求|恳请|批准|同意|批复|解决|研究|审批|核增|核定|核准|核批|准予|准了|拨付|考虑|批[下了给])|(?:一[起块道同]|搭着)(?:予以|给予|给)?(?:批准|同意|批复|审批|核增|核定|核准|核批|批[下了给])/
const NOTHING_MORE = new RegExp(`^(?:${ALONG.source})(?:[下了]|为盼|为荷|给我们?)?[。；]?$`)
/** 说到人，趁这个机会一并禀明; 还有一件事: what comes next in the paragraph is told besides, whatever its words. */
const TURNS =
  /[趁借](?:着|此|这|这个|这次)?[^，。；]{0,4}机会[，]?[^，。；]{0,4}(?:禀[明告报]|请示|说|汇报|反映|报告|讲|提(?!供|升|高))|(?:一并|顺便|顺带|捎带)[^，。；]{0,2}禀[明告报]|^(?:[一二三四五六七八九十]、)?(?:[还另再]有|说到)(?:一|另外一)?(?:件|桩|个)(?:事|难处|请求)[，。：]/
/** …and it is another thing where it is counted, or is given. 恳请县里支持 asks for what was told. */
const OF_ITS_OWN =
  /[把将][^，。；]{1,16}给了?(?:我|咱|这|本)|(?:[一两二三四五六七八九十几]|\d)(?:个(?!月|工作日|阶段|百分点)|名|辆|台(?!阶)|套|间|条|部)|编制/
/** 另外，旧车拟按规定报废: what the new one takes the place of. */
const OLD_ONE = /^[，,：:]?(?:再者[，,])?(?:拟|将|对|把)?(?:原有|旧|[换替]下)/
/** Up to where it says of what. */
const RIDER_WORDS = new RegExp(`${BESIDES}[，,：:]?`)
const ITEM =
  /^(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[.．、]|[一二三四五六]是|第[一二三四五六][，,、])/

/** 同时，我局会议室破旧，恳请…: with a need of its own it is hardly a part of the matter. */
const BESIDE =
  /^(?:同时|与此同时|再者|再次|还有|除[^，。；]{1,20}外)[，,][^。；]{4,80}(?:破旧|失修|老化|不足|短缺|紧[缺张]|缺编|缺口|困难|损坏|报废|陈旧|破损|拥挤|超期|漏[水雨])/

/** 同时请解决我乡执法队办公用房资金: what the office wants for another of its things; 请同意由我乡自行招标 is no thing. */
const ALSO_OURS =
  /^(?:(?:为了?|考虑到|鉴于|由于|因)[^，。；]{2,24}，)?(?:同时|与此同时|借此机会|[再还并顺])[，,]?(?:(?:也|还|一并|恳|特)?请[^，。；]{0,30}?我|我)(?:[乡镇县区局院校村站所委]|街道|中心|单位)(?!(?:再|可|将|已|自[行主筹]|按|根据|从|在|由|组织|继续|先行|参照|作为|与|和|会同|结合|依[法规]|统筹|负责|使用|采[取用]|通过|以|承诺|保证|配套|实[行施]|开展|执行|提前|分[期批]|[先对就用将把借占选到向为]|委托|聘请|依托|拟(?=自))|[，。；])/
/** 为保障幼儿上学安全，另请…: what it is to serve. */
const PURPOSE = /^为了?[^，。；]{2,30}(?=，)/

/** 除幼儿园外，…: what it is not about. */
const EXCEPT = /^除[^，。；]{1,20}外，/

/** How far back a request may tie in with what was said. UTF-16 units. */
const NEAR = 4000
/** So many pairs of characters in common with all that was said tie a sentence in: 去年 alone is no matter. */
const IN_PASSING = 5

/** 关于解决办公经费不足等问题的请示: one matter is named, others are hinted at. */
const AND_OTHERS = /等(?:[几多两三四]个)?(?:有关|相关|若干|实际)?(?:问题|事项|事宜|困难|工作)的请示$/
/** 关于增加编制和拨付经费的请示: two verbs, two objects. */
const TITLE_VERB =
  '(?:增加|硬化|新打|铺设|疏浚|架设|安装|翻建|新增|增配|更新|改造|建设|补充|配备|录用|增设|增拨|核增|拨付|追加|解决|申请|购置|购买|更换|成立|设立|调整|修建|新建|维修|举办|召开|招聘|招录|划拨|减免|表彰|更名|组建|开通)'
const TWO_IN_TITLE = new RegExp(
  `关于(?:请求|恳请|申请|要求|报请)?(${TITLE_VERB}[^，。；《》]{2,30}?)(?:和|及|以及|并|与|、|暨)(?:申请|请求)?(${TITLE_VERB}[^，。；《》]{2,30}?)(?:等[^，。；]{0,6})?的请示(?:报告)?$`,
)

/** 关于解决中心敬老院有关事项的请示: whose matters, and not which; 敬老院搬迁有关事项 is one. */
const OF_BODY =
  /(?:院|校|小学|中学|站|所|局|委|会|厂|场|园|馆|队|社|中心|公司|[镇乡村]|街道|单位)(?:当前|目前|近期|存在|面临|遇到)?的?(?:有关|相关|若干|一些|部分|几[个项件]|[两三四五六七八]个?)(?:实际|具体)?(?:困难|问题|事项|事宜|需求)的请示(?:报告)?$/
/** 关于解决卫生院搬迁用地和镇区道路改造资金的请示: one verb, two undertakings and what is wanted for each. */
const TWO_OBJECTS =
  /关于(?:请求|恳请|申请)?(?:解决|安排|落实|支持|拨付|帮助解决|给予)([^，。；《》、和及]{4,24}?)(?:和|及|以及|、|与)([^，。；《》、]{4,24}?)(?:问题|事项|事宜)?的请示(?:报告)?$/
/** …, whose means alone it may name. */
const UNDERTAKEN =
  /搬迁|迁建|新建|改建|扩建|建设|改造|维修|修缮|加固|整治|清淤|购置|更新|举办|承办|修建|重建|兴建|成立|设立|组建|开办|增设|合并|撤销|更名|改制|托管/
/** 建设资金 behind 和 begins with no verb: 扩建用地和建设资金. */
const MEANS = /^[一-龥]{2}(?:资金|经费|费用|款项|用地|指标|人员)$/

/** A draft that has no title yet, and closes as a request does. */
const REQUEST_CLOSES = /(?:妥否|当否|可否|是否妥当|如无不妥)，?[^。；]{0,10}(?:批示|批复|指示|审批|批准)/
/** What stands above numbered points and names no matter. */
const OPENING = /现就?将?|以下|如下|请示|汇报|报告|有关|事项|问题|需要|提请|特|就/g
/** An undertaking takes staff, land, money and cars: points that ask for those are its parts. */
const BEGINS = /举办|承办|召开|新建|迁建|扩建|改建|修建|兴建|成立|设立|组建|开办/
/** What points ask for besides the thing it is for. */
const WANTED =
  /请|恳|批准|同意|核增|增加|划拨|安排|配备|购置|补充|拨付|解决|事业|编制|职数|人员|建设|用地|土地|资金|经费|所需|活动|工程|项目|车辆|设备/g
/** 我镇增加编制2名: for the office itself. */
const OWN = /[我本](?:[镇乡县局校院站所委]|单位|街道|中心|部门)/
const LISTED = /列入|纳入|立项/

/** 一并增加编制6名，专门用于农村公路管护站: what posts and cars are for ties them to the title, but to nothing that was told on the way there. */
const SERVES = /[，,](?:专门|专项|专|主要|全部)?(?:用于|从事|负责)[^，。；]*/
const withoutUse = (text: string, along: number): string =>
  STAFF.test(text.slice(along)) ? text.slice(0, along) + text.slice(along).replace(SERVES, '') : text
const STAFF = /编制|[\d一两二三四五六七八九十][名辆]/

/** Where a request turns to another matter: in its title, in a sentence besides, among its numbered points. */
export function* requestFaults(doc: Doc) {
  const frame = frameOf(doc)
  const { title } = doc.facts
  const untitled =
    title === '' && frame.addressee !== undefined && frame.body.some(({ text }) => REQUEST_CLOSES.test(text))
  if (!untitled && !/请示(?:报告)?(?:[（(][^）)]{1,20}[)）])?$/.test(title)) return
  const body = frame.body.flatMap(runTogether).filter(({ text }) => !CLOSING.test(text.replace(/[。.]$/, '')))
  const asking = body.filter(({ text }) => text.split(/[。；]/).some((s) => ASKS.test(s) && !CLOSING.test(s)))
  const tied = pairsWithout(placeOf(frame, title))
  const subject = tied(title.replace(/^[^《》]{0,40}?关于/, ''))
  const vague = namesNoMatter(title)
  const others = !vague && AND_OTHERS.test(title)

  const two = TWO_IN_TITLE.exec(title)
  if (two && !MEANS.test(two[2]!)) {
    const [, first = '', second = ''] = two
    const one =
      kindOfMatter(first) === kindOfMatter(second) ||
      related(pairsOf(first), pairsOf(second)) ||
      isMeansTo(second, first) ||
      isMeansTo(first, second)
    if (!one) yield { message: 'title' as const, args: { first, second }, at: headOf(doc).span }
  }

  for (const line of body) {
    // 另外，…流失较多。恳请一并批准…: what it rests upon is no tie with what was said before.
    let rider: number | undefined
    let turned = false
    for (const sentence of sentencesIn(doc, line)) {
      const text = doc.text.slice(sentence.start, sentence.end)
      const beside = !vague && (BESIDE.test(text) || ALSO_OURS.test(text))
      const asked = text.replace(RIDER_WORDS, '')
      turned ||= TURNS.test(text)
      const another = turned && OF_ITS_OWN.test(text)
      if (turned || RIDER.test(text)) rider ??= sentence.start
      if ((beside || another || RIDER.test(text) || ALONG.test(text)) && ASKS.test(`，${asked}`)) {
        const from = rider ?? sentence.start
        const earlier = tied(doc.text.slice(Math.max(body[0]!.start, from - NEAR), from))
        // 上述设备需专人维护，一并申请…: what it goes on from is not what it asks for.
        const along = ALONG.exec(text)?.index ?? 0
        // Without a title the matter is what was asked for so far.
        if (untitled && (related(tied(text), earlier) || /^[该此其]/.test(asked))) continue
        // 驾驶员和随车设备，也请一并核准: what it asks for stands ahead.
        const asking = NOTHING_MORE.test(text.slice(along)) ? text : text.slice(along)
        const wanted = `${PURPOSE.exec(text)?.[0] ?? ''}，${asking.replace(EXCEPT, '')}`
        if (related(tied(wanted), subject) || related(tied(withoutUse(text, along)), earlier, IN_PASSING)) continue
        if (OLD_ONE.test(asked)) continue
        if (!(beside && BESIDE.test(text)) && goesOn(asked, title)) continue
        yield { message: beside ? ('beside' as const) : ('rider' as const), at: sentence }
        return
      }
    }
  }

  // Numbered requests: with a title that names a matter they are its parts, unless it names others besides.
  const between = !vague && !others ? separately(title, pointsOf(body, asking)) : undefined
  if (between) {
    yield { message: 'several' as const, args: { kinds: between.kinds }, at: between.at }
    return
  }
  const ofBody = OF_BODY.test(title) && !UNDERTAKEN.test(title)
  const points = pointsOf(body, asking)
  if (untitled ? !areUntied(body, points) : !vague && !others && !ofBody) return
  const items = points.filter(({ text }) => !(others && related(pairsOf(text), subject)))
  const kinds = new Map<string, (typeof items)[number]>()
  const subjects: Set<string>[] = []
  for (const item of items) {
    const kind = kindOfMatter(item.text) ?? (untitled && LISTED.test(item.text) ? '立项' : undefined)
    // 一是请…, 二是请…: how points begin ties nothing together.
    const words = pairsOf(item.text.replace(ITEM, '').replace(/^请/, ''))
    if (kind === undefined || kinds.has(kind) || subjects.some((known) => related(known, words))) continue
    subjects.push(words)
    kinds.set(kind, item)
  }
  if (kinds.size < 2) return
  const second = [...kinds.values()][1]!
  yield {
    message: vague ? ('unrelated' as const) : ('several' as const),
    args: { kinds: [...kinds.keys()].join('、') },
    at: { start: second.start, end: second.end },
  }
}

/** 韩村 of 韩村乡人民政府, by whom it is signed or what its title begins with. */
const PLACE = /(?:^|[省市县区])([一-龥]{2,4}?)(?:乡|镇|县|街道)/
const placeOf = ({ signature }: Frame, title: string): string | undefined =>
  PLACE.exec(signature.at(-1)?.text ?? title)?.[1]

/** Pairs of a text, in which the name of the office's own place ties nothing: 韩村乡中心幼儿园, 韩村至县城的公路. */
const pairsWithout = (place: string | undefined) => {
  if (place === undefined) return pairsOf
  const named = new RegExp(`${place}(?=[乡镇县至到]|街道)`, 'g')
  return (text: string) => pairsOf(text.replace(named, ' '))
}

/** Points over which nothing names a matter, of which none is an undertaking, and each names a thing of its own. */
function areUntied(body: readonly Line[], points: readonly Pick<Line, 'text' | 'start' | 'end'>[]): boolean {
  const first = points[0]
  if (!first) return false
  const above = body.filter(({ end }) => end <= first.start).map(({ text }) => text.replace(OPENING, ''))
  return (
    pairsOf(above.join('，')).size === 0 &&
    points.every(
      ({ text }) =>
        !BEGINS.test(text) && (OWN.test(text) || pairsOf(text.replace(ITEM, '').replace(WANTED, ' ')).size > 0),
    )
  )
}

/** Two undertakings of a title, and the point that asks for the second of them alone. */
function separately(title: string, points: readonly Pick<Line, 'text' | 'start' | 'end'>[]) {
  const [, first = '', second = ''] = TWO_OBJECTS.exec(title) ?? []
  const kinds = [kindOfMatter(first), kindOfMatter(second)]
  if (!UNDERTAKEN.test(first) || !UNDERTAKEN.test(second) || kinds.includes(undefined) || kinds[0] === kinds[1]) return
  const [one, other] = [pairsOf(first), pairsOf(second)]
  if (related(one, other)) return
  const asks = points.map((point) => ({ point, words: pairsOf(point.text) }))
  const alone = asks.find(({ words }) => related(words, other) && !related(words, one))
  if (!alone || !asks.some(({ words }) => related(words, one) && !related(words, other))) return
  return { kinds: kinds.join('、'), at: { start: alone.point.start, end: alone.point.end } }
}

/** 一、…。二、…。 or 一是…；二是…。 in one paragraph: each point by itself. */
function runTogether(line: Line): Line[] {
  const { text, start, end } = line
  const cuts = [
    ...text.matchAll(/(?<=[。；：，])(?=[一二三四五六七八九](?:、|是(?!否))|第[一二三四五六][，,、])/g),
  ].map(({ index }) => index)
  if (cuts.length + (ITEM.test(text) ? 1 : 0) < 2 || text.length !== end - start) return [line]
  return [0, ...cuts].map((from, i) => {
    const to = cuts[i] ?? text.length
    return { ...line, text: text.slice(from, to), start: start + from, end: start + to }
  })
}

/** The numbered points that ask. Under a heading it may be the paragraphs below that do: 三、关于承办竞赛, and further down 恳请同意…. */
function pointsOf(body: readonly Line[], asking: readonly Line[]): readonly Pick<Line, 'text' | 'start' | 'end'>[] {
  const asks = new Set(asking)
  const points: { text: string; start: number; end: number }[] = []
  let heading: Line | undefined
  for (const line of body) {
    const begins = ITEM.test(line.text)
    if (begins) heading = /[。；]$/.test(line.text) ? undefined : line
    if (!asks.has(line)) continue
    if (begins) points.push(line)
    else if (heading) {
      const asked = line.text.split(/[。；]/).filter((sentence) => ASKS.test(sentence))
      points.push({ text: [heading.text, ...asked].join('，'), start: heading.start, end: heading.end })
    }
    heading = undefined
  }
  return points
}

/** 请批准立项；同时请解决…: what comes besides is a sentence by itself. */
const SEMICOLON = /；(?=(?:同时|另|此外|还有)[，,一-龥])/

/** The sentences of a paragraph (at most its first `NEAR` characters), each with its full stop. */
function sentencesIn({ text }: Doc, { start, end }: Line): Span[] {
  const found: Span[] = []
  for (const m of text.slice(start, Math.min(end, start + NEAR)).matchAll(/[^。]*[^。\s][^。]*。?/g)) {
    let at = start + m.index
    for (const part of m[0].split(SEMICOLON)) {
      found.push({ start: at + Math.max(0, part.search(/\S/)), end: at + part.trimEnd().length })
      at += part.length + 1
    }
  }
  return found
}
