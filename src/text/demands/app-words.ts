/** The words that an app or an account on one is spoken of with, and what they stand for. */
import type { Stance } from '../stance/stance.ts'
import { isServiceWithheld, WILLING } from './app-pressure.ts'

export const RATES: Readonly<Record<string, true>> = Object.fromEntries(
  (
    '安装率 装机率 装机数 下载率 注册率 激活率 关注率 登录率 登陆率 绑定率 活跃度 活跃率 活跃比例 活跃天数 登录天数 登录次数 打开次数 日活量 月活量 活跃用户 打开率 使用率 安装数 安装量 装机量 下载量 下载数 安装比例 下载比例 ' +
    '用户占比 月活用户 日活用户 月活占比 激活人数 激活数 激活量 激活用户 激活比例 绑定人数 绑定数 登录人数 登录数 使用人数 注册户数 安装户数 安装人数 下载人数 注册数 注册量 注册人数 注册用户 注册比例 用户数 用户量 用户比例 关注人数 关注数 关注量 关注比例 粉丝数 粉丝量 ' +
    '订阅率 订阅数 订阅量 订阅人数 在线率 签发率 签领率 ' +
    '登记率 登记比例 登记的比例 登记的人数 注册的比例 注册的人数 注册的户数 安装的比例 安装的人数 安装的户数 下载的比例 装了的比例 使用的比例 认证的比例 认证率 扫码率 亮码率 绑定的比例 关注的比例 激活的比例 ' +
    // How far it has spread among those who are to have it.
    '注册覆盖面 注册覆盖率 安装覆盖面 安装覆盖率 下载覆盖面 下载覆盖率 激活覆盖面 激活覆盖率 关注覆盖面 关注覆盖率 使用覆盖面 使用覆盖率 应用覆盖率 应用覆盖面 用户覆盖面 用户覆盖率 推广覆盖率 推广覆盖面 入驻率 入驻比例 开通率 开通比例 实名用户 实名率 在线人数 开通情况 入驻情况 登录情况 活跃情况'
  )
    .split(' ')
    .map((word) => [word, true]),
)
export const ANY_RATE = new RegExp(Object.keys(RATES).join('|'))
/** 一天十票: votes with no verb. */
export const VOTES_EACH: ReadonlySet<string> = new Set(
  ['一', '两', '三', '五', '八', '十', '1', '2', '3', '5', '10', '20'].map((n) => `天${n}票`),
)
/** 每人每天五票 is how one votes, unless somebody sees to it. */
const SEEN_TO =
  /(?<!不)(?:发动|动员|务必|必须|催)|一票[都也]?不|[没未不]投[满够完]|后台|(?<!不)(?:排名|通报|扣[分钱\d])/
/** An end that an account's followers are to reach; and one that they have reached. */
const TO_GROW =
  /^净?(?:增[长加]?|发展)?(?:任务|指标)[^。；]{0,24}\d|^[^，。；]{0,8}(?:[要须得应]|确保|力争|目标|任务)[^，。；]{0,6}(?:突破|达|超过|[涨增][到至加长]|翻|不[少低]于)[^，。；]{0,4}[\d一二两三五十百千万]/
const GROWN = /已|目前|截至|了/
/** “…”小程序，人人手机上都要有: the app is named before. */
const TO_HAVE_IT = /^(?:里)?(?:都|均|也|全)?(?:必?须|要|得|应当?|一律|不能没)[^，。；不]{0,2}有(?=[，。；])/
/** 每人一天不能少于35分: points, of whatever gives them on a telephone. */
export const POINTS_A_DAY: ReadonlySet<string> = new Set(
  '天不能少于 天不得少于 天不少于 天不能低于 天不得低于 天不低于 天至少 天最少 天刷 天挣'.split(' '),
)
export const SO_MANY_POINTS = /^(?:够|满|足)?\s?\d{1,3}\s?分(?!钟|之)/
const TO_HAVE =
  /^(?:都|均|也|全)?(?:必?须|要|得|应当?|一律|不能没)[^，。；不]{0,4}有[^，。；]{0,16}(?:客户端|[Aa][Pp][Pp]|小程序|软件|公众号|[”"](?=[，。；]))/
export const VIEWED_FEWER = /^(?:阅读|点击|播放|浏览)不$/
export const AT_LEAST = /^[少低]于\s?\d{2,6}(?!\s?(?:分钟|小时|字|本|页|册|篇))/
/** 谁学得少、分攒得低，月底张榜: what is done there is not named, only that somebody will be seen to have done less. */
export const SHOWN_UP: readonly string[] = [
  ...['学得少', '学得多', '攒得', '攒分', '刷分'],
  ...['上线多', '上线少', '上线勤', '上得勤', '点得多', '点得少', '点得勤'],
]
/** Whoever does not: of apps only where something is held back from him for it. */
export const NOT_INSTALLED: ReadonlySet<string> = new Set(['不装', '没装', '未装'])
/** 在辖区装了多少户，够七成的8分; 挨个看装没装，没装的扣2分: a rate that is asked for, and what it earns. */
const HOW_MANY: ReadonlySet<string> = new Set(
  '装了多少 装了几 下了多少 注册了多少 注册了几 激活了多少 关注了多少 装没装 装了没'.split(' '),
)
const EARNS =
  /[成％%上户人]的，?[得计给记加扣减]?\s?\d{1,2}(?:\.\d)?\s?分(?!钟)|[扣减得计加][^，。；\d]{0,4}\d[\d.]*\s?分(?!钟)|不得分|排名|排队|垫底|点名|通报/
/** 手机上装“…”App的不到八成五的，扣3分; 注册的够七成得满分: a share of people who did so, and what it earns or costs. */
const SHARE_EARNS =
  /^(?:上|了|好|过|有|着)?[^，。；]{0,16}?(?:不到|不足|低于|达不到|没到|未达到?|少于|不满|不够|没过|不过|够|满|达到?|超过|占到?|[过到])\s?(?:[一二三四五六七八九两]成|百分之|\d[\d.]*\s?[%％]|[一过大]?半[数的，])[^，。；]{0,8}?的?，?(?:每[^，。；]{0,8})?[^，。；不\d]{0,6}(?:[扣减得计给加记][^，。；不\d]{0,4}\d[\d.]*\s?分(?!钟)|[得记计给]满分|不[得给计记]分)/
const SHARE_OF_USERS: ReadonlySet<string> = new Set('装上 装好 安装 下载 注册 激活 关注 登录'.split(' '))
const INSTALLED_THERE = /^(?:里|都|已|已经|有)?(?:安?装|下载?|注册|开通)/
/** Whoever does so of his own, or is no inhabitant but a customer. */
const isShareThatEarns = (words: string, after: string): boolean =>
  words.startsWith('手机')
    ? INSTALLED_THERE.test(after) && SHARE_EARNS.test(after)
    : SHARE_OF_USERS.has(words) && SHARE_EARNS.test(after)
/** 人人都得装: of the app that was named before. */
export const TO_INSTALL: ReadonlySet<string> = new Set(
  '都得装 都要装 都必须装 必须装 都须装 必装 全得装 全要装 得装'.split(' '),
)
/** What these stand for: to install it, and that one has to. */
export const MUST_INSTALL = '必装'
const INSTALLED_IT = /^(?:上|好|起来|这个|一遍|完)?(?=[，。；、！]|[“"]|这个|[Aa][Pp][Pp])/
/** What is spoken of apps with in `coercionsIn`. */
export const demandWords: readonly string[] = [
  ...Object.keys(RATES),
  ...VOTES_EACH,
  '粉丝',
  '点开',
  '阅读不',
  '点击不',
  '播放不',
  '浏览不',
  '点赞',
  '转发',
  '阅读量',
  '阅读数',
  '浏览量',
  '点击量',
  '播放量',
  '投票数',
  '投票',
  '投一票',
  '天投',
  '投满',
  '投够',
  '打榜',
  '评论',
  '留言',
  '拉票',
  '学满',
  '刷满',
  '看满',
  '挂满',
  '学够',
  '刷够',
  '看够',
  '挂够',
  '个赞',
  '集赞',
  '得票数',
  '学习时长',
  '学习积分',
  '学习总积分',
  '上的积分',
  'App的积分',
  'APP的积分',
  '和积分',
  '、积分',
  '平台积分',
  '软件积分',
  '强国积分',
  '日积分',
  '日均积分',
  '人均积分',
  '平均积分',
  '月均积分',
  '每日得分',
  '日均得分',
  '人均得分',
  '平均得分',
  '在线时长',
  '在线时间',
  '在线时数',
  '在线不足',
  '在线不满',
  '在线未满',
  '在线少于',
  '在线低于',
  '使用时长',
  '停留时长',
  '停留时间',
  '停留分钟数',
  '停留不足',
  '停留少于',
  '停留低于',
  '积分排名',
  '积分排行',
  '积分榜',
  '平台的积分',
  '积分垫底',
  '积分靠后',
  '积分末位',
  '积分落后',
  '积分最低',
  '要装',
  '手机里',
  '手机上',
  '下载',
  '安装',
  '装上',
  '装起',
  '装好',
  '装到',
  '注册',
  '关注',
  '订阅',
  '推广',
  '登录',
  '登陆',
  '激活',
  '开通账号',
  '转至',
  '转到',
  '发至',
  '发到',
  '的粉丝',
  '“在看”',
  '打卡',
  '签到',
  '最少转',
  '至少转',
  '都要转',
  '都得转',
  '应装尽装',
  '应下尽下',
  '应关尽关',
  '应注尽注',
  '分享到',
  '学习强国',
  '网络学院',
  '学习任务',
  '学习进度',
  '平台学习',
  '参学率',
  '完课率',
  '学习参与度',
  '学习参与率',
  '安全教育平台',
  '青年大学习',
  '分享至',
  '点红心',
  ...SHOWN_UP,
  ...NOT_INSTALLED,
  ...HOW_MANY,
  ...TO_INSTALL,
  ...POINTS_A_DAY,
]

/** What the words stand for, by what stands beside them; undefined where they mean something else. */
export function readAs(words: string, { before, after, sentence }: Stance, appBefore = false): string | undefined {
  if (POINTS_A_DAY.has(words)) return SO_MANY_POINTS.test(after) ? '学习积分' : undefined
  // 一个村最少转二十遍.
  if (words.endsWith('转')) return /^[一二三四五六七八九十两百\d]{1,4}[遍次回]/.test(after) ? '转发' : undefined
  // 手机上都要装这个平台.
  if (words === '要装')
    return /^[上好]?(?:这个?|本|县里的)?[^，。；]{0,8}?(?:平台|软件|小程序|[Aa][Pp][Pp])/.test(after)
      ? '装上'
      : undefined
  if (TO_INSTALL.has(words)) return appBefore && INSTALLED_IT.test(after) ? MUST_INSTALL : undefined
  if (isShareThatEarns(words, after) && !WILLING.test(sentence)) return '安装率'
  // 人人手机里都要有“供需通”客户端: to have it there is to have it installed.
  if (words.startsWith('手机')) return TO_HAVE.test(after) || (appBefore && TO_HAVE_IT.test(after)) ? '安装' : undefined
  if (/^(?:[转发]|分享)[至到]$/.test(words)) return /^[^，。；]{0,6}朋友圈/.test(after) ? '转发' : undefined
  if (words === '投一票') return '投票'
  if (NOT_INSTALLED.has(words)) return isServiceWithheld(sentence) ? '装上' : undefined
  if (HOW_MANY.has(words)) return EARNS.test(sentence) && !WILLING.test(sentence) ? '安装率' : undefined
  // 每个干部每天投满十票.
  // 每天点开不少于两次.
  if (words === '点开')
    return /^[^，。；]{0,4}(?:不[得能可]?少于|至少)[^，。；]{0,3}次/.test(after) ? '登录' : undefined
  // 公众号的粉丝年内要突破3万.
  if (words === '粉丝') return TO_GROW.test(after) && !GROWN.test(before + after.slice(0, 12)) ? '粉丝数' : undefined
  // 每篇推文阅读不低于500.
  if (VIEWED_FEWER.test(words)) return AT_LEAST.test(after) ? '阅读量' : undefined
  if (VOTES_EACH.has(words)) return SEEN_TO.test(sentence) && !WILLING.test(sentence) ? '投票' : undefined
  // 哪个站没投满我找哪个站长.
  if (/^投[满够]/.test(words) && /[没未不]$/.test(before) && sentence.includes('票')) return '投票'
  if (words === '天投' || words.startsWith('投满') || words.startsWith('投够'))
    return /^[满够足上]?\s?(?:[一二三四五六七八九十百两几\d]{1,4})票/.test(after) ? '投票' : undefined
  if (words === '评论' || words === '留言')
    return /[一二两三四五六七八九十\d][条次]/.test(before.slice(-6) + after.slice(0, 10)) ? '点赞' : undefined
  // 攒满30个赞.
  if (words === '个赞') return /[一二三四五六七八九十百\d]$/.test(before) ? '点赞' : undefined
  if (words === '集赞') return '点赞'
  if (words === '打榜' || words === '拉票') return '投票'
  // 在平台上每天学满30分钟.
  if (/^[学刷看挂][满够]$/.test(words))
    return /^\s?\d{1,3}\s?(?:分钟|小时|分|篇|条)/.test(after) ? '学习时长' : undefined
  if (words === '的粉丝') return /(?:成为|发展|动员)[^，。；]{0,16}$/.test(before) ? '关注' : undefined
  return words === '“在看”' || words === '点红心' ? '点赞' : words
}
