/** Achievements that a text claims: to be first or ahead, to have results, to have changed by so many per cent; and what bears them out. */
import type { Doc, Span } from '../../core.ts'
import { joined } from '../clauses.ts'
import type { Worded } from '../contexts.ts'
import { stanceOf } from '../stance/stance.ts'

const RANKS = [
  '率先',
  '首家',
  '首创',
  '首个',
  '首例',
  '首款',
  '尚属首次',
  '先河',
  '零的突破',
  '领跑',
  '独领风骚',
  '头把交椅',
  '第一',
  '首位',
  '榜首',
  '领先',
  '前列',
  '唯一',
  '填补',
  '无出其右',
  '首屈一指',
  '数一数二',
  '独占鳌头',
  '头一份',
  '之首',
  '之最',
  '之冠',
  '头名',
  '独一份',
  '独一无二',
  '绝无仅有',
  '找不出',
  '没有第二',
  '名列前茅',
  '走在了',
  '最前面',
  '最前头',
  '国际先进',
  '世界先进',
  '国际一流',
  '国内一流',
  '全国一流',
  '样板',
  '标杆',
  '典范',
  '先例',
  '吃螃蟹',
  '冠绝',
  '望尘莫及',
  '无人能及',
  '之先',
  '刷新',
  '可循',
  '做过',
  '没有别人',
  '比得过',
  '比得上',
]
/** 已成为全市样板 is a claim, 打造全市样板 an aim. */
const MODEL = /^(?:样板|标杆|典范)$/
const MADE = /(?:已经?|现已|如今)[^，。；]{0,6}(?:成为|成了|建成|树为)了?[^，。；]{0,8}$/
/** 国际先进 may be bought, learned from or aimed at: a claim is what has been reached. */
const LEVEL = /先进|一流/
const REACHED = /(?:达到?|处于|属于?|堪称|跻身|位居|进入)了?[^，。；]{0,4}$/
/** 走在了全市前面; in the 前列 it is found there. */
const AHEAD_OF_ALL = /^[^，。；]{0,8}前[面头](?!的)/
/** 找不出第二家; 没有第二产业 is none. */
const SECOND = /^第?[二两][家个份处所例]|^[二第]?(?:一?[家个]|比)|^[家个份处所例]/
/** 没有先例 of a way of working, and not of a storm, a case or a risk: the writer was the first to find it, or names what was found. */
const UNHEARD_OF = /(?:没有|尚无|[未并]?无|[未不]见|找不到|查不到|不见)[^，。；]{0,6}$/
const WAY =
  /(?:办法|做法|模式|机制|路子|经验|打法|创举|举措|改革)[^，。；]{0,4}(?:在|放|为|是|至今|此前|以前|目前|，|、|全)|^[^。；]{0,4}，[^。；]{0,8}(?:我们|我[省市县区镇乡局院校]|本[局院校]|咱们?)[^。；]{0,10}(?:头一个|第一个|首先|率先|最早|[摸蹚趟闯探])/
/** 案件没有先例，我们摸索着办: hard, and no boast. */
const HARD = /风险|谨慎|难度|困难|怎么办|拿不准|建议|无据|依据|灾|[雨雪洪震旱疫案]|请示|指导/
/** 第一个吃螃蟹: said of oneself as done. */
const DARED = /(?:我们?|我[省市县区镇乡局院校]|本[局院校])[^，。；]{0,8}(?:第一个|头一个|率先|最先)[^，。；]{0,4}$/
/** 刷新全省纪录; a page is refreshed. */
const RECORD = /^了[^，。；]{0,6}(?:全[国省市县区]|国内|省内|市内|行业|世界)[^，。；]{0,10}[纪记]录/
const AMONG = /全[国省市县区系行]|整个|[国省市县区业]内|地区|同[类行]|[华东西南][东西南北中部]/
/** 周围几个县没有哪个. */
const NONE =
  /(?:全[国省市县区]|周[围边]|兄弟|同[类行]|其[他它]|别的|[国省市县]内)[^。；]{0,16}(?:没有?|找不到|无)(?:哪一?[个家]|谁|人|一[个家])?[^，。；]{0,4}$/
const PEERS = /(?:同行|同类|兄弟|别的|其[他它]|周边|全[国省市县区]|各[省市县区]|国内|省内|市内)/
/** Words that are a claim in one place only: what must stand beside them. */
const ONLY_WHERE: Readonly<
  Record<string, (beside: { before: string; ahead: string; after: string; sentence: string }) => boolean>
> = {
  先例: ({ before, ahead, sentence, after }) =>
    UNHEARD_OF.test(before) && !HARD.test(sentence) && (WAY.test(ahead) || WAY.test(after)) && AMONG.test(before),
  可循: ({ before, sentence }) =>
    /(?:尚?无|没有)[^，。；]{0,4}(?:案例|经验|例)$/.test(before) &&
    !HARD.test(sentence) &&
    WAY.test(before) &&
    AMONG.test(before),
  做过: ({ before }) => AMONG.test(before) && /(?:没有?人|无人|谁也没有?|没有?(?:哪个|哪家|谁))$/.test(before),
  没有别人: ({ before }) => /全[国省市县区](?:都|还|也|再)?$/.test(before),
  比得过: ({ ahead }) => NONE.test(ahead),
  比得上: ({ ahead }) => NONE.test(ahead),
  吃螃蟹: ({ before }) => DARED.test(before),
  冠绝: ({ after }) => PEERS.test(after.slice(0, 6)),
  望尘莫及: ({ before }) => PEERS.test(before),
  无人能及: () => true,
  之先: ({ before }) => /[开领]全?[国省市县区]$|[开领](?:国内|省内|市内|业内|行业)$/.test(before),
  刷新: ({ after }) => RECORD.test(after),
}
const RESULTS = [
  ...[
    '成效显著',
    '效果显著',
    '成效明显',
    '效果明显',
    '成效突出',
    '成效斐然',
    '成效凸显',
    '成效显现',
    '效果显现',
    '效果良好',
    '卓有成效',
    '突破性进展',
    '充分肯定',
    '成果丰硕',
    '长足进步',
    '长足发展',
    '反响良好',
    '反响热烈',
    '焕然一新',
    '面貌一新',
    '大为改观',
    '大为改善',
    '硕果累累',
    '交口称赞',
    '赞不绝口',
    '质的飞跃',
    '质的提升',
    '质的改变',
    '质的变化',
    '翻天覆地',
    '脱胎换骨',
    '拍手称快',
    '拍手叫好',
    '有目共睹',
    '空前融洽',
    '人人称好',
    '有口皆碑',
  ],
  ...[
    '显著成效',
    '显著的成效',
    '显著的成绩',
    '显著的成果',
    '明显的成效',
    '明显的效果',
    '显著的效果',
    '良好的效果',
    '显著成绩',
    '骄人成绩',
    '骄人的成绩',
    '骄人的成果',
    '可喜成绩',
    '可喜的成绩',
    '可喜的成果',
    '明显成效',
    '显著效果',
    '明显效果',
    '良好效果',
    '重大突破',
    '丰硕成果',
    '一致好评',
    '无一不',
    '无不',
    '广泛好评',
    '高度评价',
  ],
  ...['明显', '显著', '大幅', '大大'].flatMap((how) =>
    ['提升', '提高', '增强', '改善', '好转', '减轻', '下降', '增长', '减少', '缩短', '加快'].map((what) => how + what),
  ),
]

/** Ahead of 率先 and the like: whose first? */
const FIELD =
  /(?:全球|世界|国际|全国|国内|全[省市县区州盟旗镇乡]|[全同本](?:系统|行业)|省内|市内|同[类行]|[一-龥](?<![我本该])[一-龥](?<![我本该])[省市县]|中部|西部|东部|豫北|周边)(?:[^，。；]{0,8})$/
/** 首开全省村级“阳光账”公开先河. */
const FIELD_FAR = /(?:全[国省市县]|国内|省内|市内|业内|同行)[^，。；]{0,20}$/
/** …or behind it: 率先在全市完成. */
const FIELD_AFTER = /^在?(?:全[国省市县区州盟旗镇乡]|[全同本](?:系统|行业)|[一-龥]{2}[省市县])/
/** 11月底前列出清单: something is put down by a day, and nobody is ahead. */
const BY_A_DAY = /(?:[年月周日天底初末旬时点号会]|\d)之?$/
const PUTS_DOWN = /^[出入明支席举示]/
/** 第一次普查, 第一书记, 第一批, 首个工作日. */
const NO_RANK =
  /^(?:者|度|战略|战术|次|书记|时间|批|轮|期|季|产业|责任|部|条|款|项|步|线|手|人民|医院|中学|小学|高中|实验|届|师|家园|大|阶段|种|工作日|交易日|五年|梯队|方阵|要务|资源|动力|生产力|[、和]第?二|位的|(?:正确|可行)?的?(?:选择|出路|途径|办法|标准|标识|凭证|依据))/
/** 增长12%、居全省第一; 森林覆盖率全省第一: ranks of published statistics, which can be looked up. */
const STATISTIC =
  /\d[^。；]{0,30}[居列]?(?<!在)全[省国市区县][^，。；、]{0,6}$|(?:增速|增幅|总量|指数|覆盖率|满意度|总数|产量|收入)[^，。；]{0,10}[居列][^，。；]{0,10}$/
/** …but no office publishes these: 为群众挽回损失36万元，调解成功率稳居全市之首. */
const OWN_MEASURE =
  /(?:(?:成功|好评|办结|化解|调解|调处|响应|履约|回访|满意)率|密度|口碑|知名度|美誉度|服务(?:水平|质量)|办事效率)[^，。；]{0,10}$/
/** 满意程度位居各窗口单位榜首: of how people feel, ahead of whoever is beside one. */
const FELT =
  /(?:满意|好评|口碑|认可度?|服务(?:水平|质量|态度)|办事效率|评价)[^，。；\d率]{0,8}(?:居|列|排|站|占)[^，。；\d]{0,4}(?:各|同类|兄弟|所有|全部|周边)[^，。；\d]{1,8}$/
/** 群众满意度始终位居全省第一: of how people feel, for ever, and found by nobody. 连续三年 names the years. */
const FOR_EVER =
  /(?:满意度|安全感|获得感|幸福感|口碑|评价)[^，。；\d]{0,4}(?:始终|一直|历来|向来|从来|长期|常年)[^，。；\d]{0,10}$/
/** 增速领跑全省: published, too. */
const PUBLISHED = /(?:增速|增幅|总量|指数|指标|产量|产值|收入|覆盖率|人口)[^，。；]{0,8}$/
/** 填补了全市空白. */
const BLANK = /^了?[^，。；]{0,10}空白/
/** 填补了这个小区没有车棚的空白: what was missing in one place is there now, and nobody is ahead of anybody. */
const BLANK_OF_A_PLACE =
  /^(?!了?[全我本][国省市县区]|[^，。；]{0,4}(?:国内|省内|市内|行业|领域))了?[^，。；]{0,8}(?:社区|小区|家属院|[一-龥](?<![农乡])村(?!镇)|[我本该全][镇乡]|街道|片区|学校|校园|校区|[我本该]校|院区|园区|辖区|地块|路段|[^，。；]{0,6}(?:没有|无|缺)[^，。；]{1,8})[^，。；]{0,8}空白/
/** Who says so. */
const SOURCE =
  /据|统计|通报|考[核评]|评估|测评|测产|核实|鉴定|监测|普查|认定|评为|评选|授予|表彰|获|荣|入选|列入|名单|榜单|(?:绩效|综合)评价(?=[^，。；]{0,6}[位居列])|竞赛|批复|批准|验收|《|公布|排名|排行/
/** 据了解，…: nobody is named who found so. */
const HEARSAY = /据(?:了解|悉|说|介绍|反映|我们?(?:所知|了解))/g
/** 据市统计局7月15日《…通报》，我县…: who found so opens the sentence, whatever stands between; and so does 市教育局8月通报，…. */
const FROM_A_SOURCE =
  /(?:^|[。；：\s])(?:据|根据|按照?|依据)(?!了解|悉|说|介绍|反映|此|要求)[^。；]{2,44}?(?:通报|统计|公布|发布|考[核评]|评估|测评|排[名行]|报告|数据|结果|》)[^。；，]{0,10}，|(?:^|[。；：\s])[^，。；]{2,12}[局办委厅部院][^，。；]{0,12}(?:通报|公布|发布)(?:显示)?，/
const COMPARED =
  /同比|环比|[比较]|上年|去年|年初|[由从][^，。；]{0,24}\d|原来|以前|基数|\d[^，。；]{0,12}[降减增升缩]?[至到为]\d/
const CHANGE =
  /(?:压缩|压减|精简|减少|下降|降低|缩短|缩减|提升|提高|提速|节约|节省|增收|[群户社村亩农][^，。；、]{1,6}收入[^，。；、]{0,4}增[长加])(?:[^，。；、：到至]{0,12}?[^，。；、：到至为占])?(?:率|幅度)?(?:了|达到?|约|近|超过?)?$/
const FIGURE =
  /[\d０-９]|百分之|(?<![第一])[一二三四五六七八九十百千两]+(?:余|多)?(?:个(?!方面)|名|家|户|件|处|所|倍|成|万|亿|人|次|台|座|公里|亩)/
/** Wished for or supposed, and no claim: anywhere ahead in the sentence, or in the clause itself. */
const TARGET =
  /力争|争取|争创|争当|(?<!经过[^，。；]{0,10})努力|奋力|确保(?!了)|(?<!完成[^，。；]{0,8})目标|旨在|计划|拟|为了|以期|如果|是否|务必|必须|(?<![响反适供相回对])应(?![保收享付急届对用答征])当?|须|今后|下一步|明年|将(?:在|于|继续|进一步|全力|力|更)|(?:^|[^主重需必摘首])要(?!求|素|点|闻)|到20\d{2}年|年底前|尽[快早]/
const WISHED =
  /打造|建设|加快|助力|推动|促进|进一步|不断|继续|切实|着力|持续|能(?![力源耗效手])够?|才能|(?<!一直|始终|连年|均)走在(?!了)|站在(?!了)|没有|未|不(?!断)|防止|避免|离|差距|以$|(?<!一直|始终|连年|长期)保持|实现(?!了)/

/** 打造了全国首个…: it stands. So it does where a paper tells what was done well: 打造全国首创的…模式, but not 为打造…. */
const BUILT = /(?:打造|建设)[了出成](?=[^，。；]{0,12}$)/g
const BUILDS = /(?:打造|推出|探索)(?<=(?:^|[，；。：])[^，。；：为要将拟欲想能正再]{0,12})(?=[^，。；]{0,8}$)/g
/** 办件效率走在全省前列。 in what tells of good work: how it is done is there already; 推动工作走在前列 is a wish. */
const THERE =
  /(?:^|率|效率|水平|实力|速度|进度|成效|数量|质量|规模|工作|建设|力度|做法|经验|成绩)(?:一直|始终|也|都|均|稳稳|持续|连年)?走在了?全[国省市县区州]$/
const THERE_NO_MORE = /推动|推进|促进|不断|加快|助力|努力|力争|争取|要|将|把|使|让|继续|进一步|全力|奋力|目标|能|为/
const isThere = (before: string, after: string): boolean =>
  THERE.test(before) && !THERE_NO_MORE.test(before) && /^(?:[。；！]|$)/.test(after)
const TELLING: ReadonlySet<string> = new Set(['experience', 'bulletin'])
const ONLY_ONE = /^首[创个家例款]$/
/** 学习全国首创的…经验: another's. 按照全省率先实现现代化的目标: none yet. */
const LEARNT = /(?:学习|借鉴|取经|引进|引入|对标|观摩|考察)[^，。；]{0,12}$/
const AIMING = /(?:按照|围绕|锚定|紧扣|对照|朝着|瞄准|聚焦)[^，。；]{0,16}$/
const AIM = /^[^，。；]{0,16}的[^，。；]{0,4}(?:目标|要求|定位|任务|部署)/

/** 围绕目标，在推动发展方面取得了显著成效: told as reached, whatever it was to serve. */
const GOT = /(?:取得|收到|得到|获得|实现)了[^，。；]{0,4}$/
/** 群众无一不表示满意. */
const EVERYBODY = /^无一?不$/
const PLEASED = /^[^，。；]{0,6}(?:满意|称赞|称道|叫好|点赞|赞[叹许扬不]|说好|认可|肯定|竖[起大]|夸)/
const IF = /如果|若|凡|是否|假如/

/** Where one of these stands, `unsupportedClaims` looks. */
export const claimWords: readonly string[] = [...RANKS, ...RESULTS, '%', '％']

/** Said to be so already, where others only mean to get there: 已跃居; and what can be no aim. */
const HELD = /(?:已经?|早就|早已)[^，。；]{0,8}$/
const NO_AIM = /^(?:找不出|没有第二|独一份|绝无仅有)$/

/**
 * Of `hits` (places of `claimWords`, in order), claims that nothing bears out; percentages from `minPercent` on. `held`: only to be first or ahead, and only
 * where that is said to be so already.
 */
export function* unsupportedClaims(
  doc: Doc,
  hits: readonly Span[],
  minPercent: number,
  held = false,
): Generator<Worded<'rank' | 'percentage' | 'result'>> {
  let last = -1
  for (const span of hits) {
    const words = doc.text.slice(span.start, span.end)
    const stance = stanceOf(doc, span)
    const { before, ahead, after, sentence } = stance
    if (stance.quoted || stance.blamed || span.start < last) continue
    if (held && !(RANKS.includes(words) && (HELD.test(before) || NO_AIM.test(words)))) continue
    if (words === '%' || words === '％') {
      const m = /(\d+(?:\.\d+)?)\s*$/.exec(before)
      const verb = m && CHANGE.exec(before.slice(0, m.index))
      if (!verb || Number(m[1]) < minPercent || COMPARED.test(sentence) || TARGET.test(ahead)) continue
      const start = reach(doc.text, span.start, before.length - verb.index)
      yield { message: 'percentage', words: doc.text.slice(start, span.end), span: { start, end: span.end } }
    } else if (RANKS.includes(words)) {
      const own = ONLY_WHERE[words]
      if (own && !own(stance)) continue
      if (MODEL.test(words) && !MADE.test(before)) continue
      if (LEVEL.test(words) ? !REACHED.test(before) : /^(?:找不出|没有第二)$/.test(words) && !SECOND.test(after))
        continue
      const field =
        own !== undefined ||
        (words === '先河' ? FIELD_FAR : FIELD).test(ahead) ||
        LEVEL.test(words) ||
        (words === '填补' && BLANK.test(after)) ||
        FELT.test(before)
      if (words === '填补' && (!BLANK.test(after) || BLANK_OF_A_PLACE.test(after))) continue
      if (words === '前列' && PUTS_DOWN.test(after) && BY_A_DAY.test(before)) continue
      if (words === '走在了' && !AHEAD_OF_ALL.test(after)) continue
      if (NO_RANK.test(after) || (!field && !FIELD_AFTER.test(after))) continue
      if (
        (STATISTIC.test(ahead) &&
          !OWN_MEASURE.test(before) &&
          !FOR_EVER.test(before) &&
          !NO_AIM.test(words) &&
          !/^首[个家创例]/.test(words)) ||
        SOURCE.test(clauses(ahead, after).replace(HEARSAY, '')) ||
        FROM_A_SOURCE.test(ahead) ||
        TARGET.test(ahead) ||
        (!own &&
          WISHED.test(stillWished(doc.genre.id, before, words)) &&
          !(words === '前列' && TELLING.has(doc.genre.id) && isThere(before, after))) ||
        LEARNT.test(before) ||
        (AIMING.test(before) && AIM.test(after)) ||
        (words === '领跑' && PUBLISHED.test(before))
      )
        continue
      const whole = words === '走在了' ? AHEAD_OF_ALL.exec(doc.text.slice(span.end, span.end + 16)) : null
      const end = span.end + (whole?.[0].length ?? 0)
      yield { message: 'rank', words: doc.text.slice(span.start, end), span: { start: span.start, end } }
    } else {
      if (EVERYBODY.test(words) && !PLEASED.test(after)) continue
      // 对成效明显的县给予奖励 sets a condition.
      if (/^的(?!成[绩效])|^(?:企业|地方|单位|地区|乡镇|个人)/.test(after)) continue
      const wished = !GOT.test(before) && (TARGET.test(ahead) || WISHED.test(before))
      if (isHeading(doc.text, span) || wished || IF.test(ahead) || bornOut(doc, span)) continue
      yield { message: 'result', words, span }
    }
    last = span.end
  }
}

/** What stands ahead of a claim in its clause, without what says that it was built already. */
function stillWished(genre: string, before: string, words: string): string {
  const told = before.replace(BUILT, '')
  return TELLING.has(genre) && ONLY_ONE.test(words) ? told.replace(BUILDS, '') : told
}

/** The clause before, its own, and its rest: who found so may be named in any of them. */
const clauses = (ahead: string, after: string) => {
  const [own = '', next = ''] = after.split(/[，；。]/, 2)
  return ahead.split('，').slice(-2).join('，') + own + (FOUND_NEXT.test(next) ? `，${next}` : '')
}
/** …居全县第一，县教育局6月25日公布; 全省首个，据省卫健委通报认定. */
const FOUND_NEXT = /^据(?!了解|悉|说|介绍|反映)|(?:公布|发布|通报|认定)$/

/** Where `length` characters before `at` begin, line breaks of a wrapped paragraph not counted. */
function reach(text: string, at: number, length: number): number {
  let start = at - length
  while (start > 0 && joined(text.slice(start, at)).length < length) start--
  return start
}

/** How far is looked: one line may be the whole document. */
const NEAR = 300

function isHeading(text: string, { start, end }: Span): boolean {
  const ahead = text.slice(Math.max(0, start - 41), start)
  const behind = text.slice(end, end + 41)
  const line = ahead.slice(ahead.lastIndexOf('\n') + 1) + text.slice(start, end) + behind.split('\n', 1)[0]
  return line.length <= 40 && !/[。；，]/.test(line.slice(0, -1))
}

/** Who found so, and called it what: 先后被评为市级“文明窗口”, 荣获全省先进单位. */
const HONOURED =
  /(?:被|获|荣)[^，。；]{0,30}(?:评为|评定为?|授予|命名为?|认定为|表彰|称号|先进|优秀|示范|奖)|(?:获评|荣获|荣膺)/
/** 争取早日被评为先进: not yet. */
const HOPED_FOR = /(?:争取|力争|争创|努力|早日|为了)[^，。；]{0,30}/g
/** How a paragraph goes on that lists them. */
const HONOURED_FIRST =
  /^\s*(?:[^，。；\n]{0,16}[，,])?[^，。；\n]{0,14}(?:先后|曾|多次|连续|连年|均|也|还|并)?(?:被[^，。；\n]{0,16}(?:评为|授予|命名)|荣获|获评|荣膺)/

/** A figure, a case or an honour bears it out, in its paragraph or at the beginning of the next one. */
function bornOut(doc: Doc, span: Span): boolean {
  const near = around(doc, span)
  if (FIGURE.test(near) || HONOURED.test(near.replace(HOPED_FOR, ''))) return true
  const next = doc.text.indexOf('\n', span.end)
  return next >= 0 && next - span.end < NEAR && HONOURED_FIRST.test(doc.text.slice(next + 1, next + 80).trimStart())
}

/** Far enough for the sentence before and what explains it. */
function around({ text }: Doc, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const behind = text.slice(end, end + NEAR)
  const ahead = before.slice(before.lastIndexOf('\n') + 1)
  const rest = behind.split('\n', 1)[0]!
  // A sentence alone in its paragraph is borne out by the next one; a year bears out nothing.
  return `${ahead}${ahead.length + rest.length < 60 ? behind : rest}`.replace(
    /^\s*[（(]?\d{1,2}[）).．、]|(?<!到)(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/g,
    '',
  )
}
