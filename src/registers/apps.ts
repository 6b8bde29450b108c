/** Apps that offices use, and which of them a register of registrations has. */
import type { Doc } from '../core.ts'
import { nameOf, type Placed, tablesIn } from './figures.ts'
import { isBlank, plain } from './values.ts'

/** Is there a column for the registration, or does the table only say who uses what? */
export const saysRegistered = ({ table }: Placed): boolean => table.columns.registration !== undefined

/** 已备案应用程序清单, without a column for the number: whatever it names is registered. */
export function listsRegistered(placed: Placed): boolean {
  const { doc, table } = placed
  if (saysRegistered(placed)) return false
  const named = `${nameOf(doc)} ${table.sheet} ${table.title}`
  return REGISTERED_ONES.test(named) && !OF_ALL.test(named)
}
const REGISTERED_ONES =
  /(?<!未|没有)已(?:经|在[^，。 ]{1,8})?(?:备案|登记|报备)|(?:备案|登记在册|报备)(?:登记)?的?(?:政务|移动|应用|程序|小程序|公众号|APP|平台|系统|软件|类){0,5}的?(?:清单|目录|名录|名单|一览表?)/i
/** Of those that are not, too. */
const OF_ALL = /未备案|[未应待拟][^ ]{0,2}备案|是否|排查|摸排|摸底|清查|自查|调查|在用/

/** Does a register of registrations have an app of this name, under its present name or a former one? Undefined where there is no such register. */
export function appsRegistered(docs: readonly Doc[]): ((name: string, remark: string) => boolean) | undefined {
  const keys = new Set<string>()
  let any = false
  for (const placed of tablesIn(docs, 'apps').filter((one) => saysRegistered(one) || listsRegistered(one))) {
    any = true
    for (const record of placed.table.records)
      for (const written of [record.text('name'), record.text('former')])
        for (const key of keysOf(written)) keys.add(key)
  }
  if (!any) return undefined
  // 办事通 and 南乐办事通 are one.
  const isKnown = (key: string) =>
    keys.has(key) ||
    (key.length >= ENOUGH && [...keys].some((k) => k.length >= ENOUGH && (k.endsWith(key) || key.endsWith(k))))
  return (name, remark) => [...keysOf(name), ...keysOf(PRESENT.exec(remark)?.[1] ?? '')].some(isKnown)
}
const ENOUGH = 3

/** 现名南乐多网合一，备案号…. */
const PRESENT = /(?:现名|更名为|改名为|现为|并入|登记名称?为)[“"《：:]?([^，,。；;（()）”"》]{2,20})/
/** What an app is called by, and what it was called: 平源通（原平源政务）. */
const keysOf = (written: string): string[] =>
  isBlank(written)
    ? []
    : [written.replace(BRACKETS, ''), ...[...written.matchAll(BRACKETS)].map((match) => match[1]!)].flatMap((name) =>
        name
          .split(/[、,，;；/]/)
          .map(keyOf)
          .filter((key) => key.length >= 2),
      )
const BRACKETS = /[（(]([^（()）]*)[）)]/g
const keyOf = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/^(?:原名?|曾用名|又名|简称|现名)[:：]?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^微信/, '')
    .replace(/(?:app|小程序|公众[号账]?|客户端|应用程序|应用|软件|手机端|移动端|平台|系统)+$/, '')

/** Whose it is: not the county's own: 省级统一建设. */
const OF_OTHERS =
  /(?:国家|部委|中央|省|市|上级|(?:公安|教育|民政|司法|财政|农业农村|交通运输|水利|商务|应急管理|自然资源|生态环境|住房城乡建设|人力资源社会保障|退役军人事务|工业和信息化)部)[^，。；;县]{0,6}(?:统一|统建|建设|开发|推广|部署|推行|下发)/
/** Everybody's, by its very name: of the whole country, of a province, of the firms that all use. */
export const isEverybodys = (name: string): boolean =>
  EVERYBODYS.test(
    plain(name)
      .replace(/\([^()]*\)$|[“”"《》]/g, '')
      .replace(/(?:手机)?(?:app|客户端|小程序|软件|应用|平台)+$/i, ''),
  )
const EVERYBODYS = new RegExp(
  `^(?:${[
    '学习强国|青年大学习|中国志愿(?:服务)?|志愿中国|共产党员|中国政府网|国务院|人民日报|新华社|央视(?:新闻|频)|中国移动|中国电信|中国联通',
    '国家(?:反诈(?:中心)?|医保(?:服务)?|医疗保障|政务(?:服务)?|税务(?:总局)?|中小学(?:智慧教育)?|智慧教育|移民(?:管理局)?|法律法规|企业信用(?:信息公示)?|信访局?|公务员|职业教育|社会保险(?:公共服务)?|社保|电网|网上国网|数字图书馆)(?:系统|网)?',
    '全国(?:党员管理|政务服务|防返贫监测|信用信息|一体化政务)[一-龥]{0,8}',
    '网上国网|个人所得税|交管12123|(?:铁路)?12306|掌上12333|电子社保卡|手机信访',
    '微信|企业微信|政务微信|钉钉|政务钉钉|腾讯会议|支付宝|抖音|快手|QQ|WPS|百度网盘',
    '豫事办|浙里办|浙政钉|皖事通|皖政通|粤省事|粤政易|粤商通|苏服办|渝快办|渝快政|爱山东|赣服通|赣政通|闽政通|鄂汇办|冀时办|辽事通|吉事办|三晋通|秦务员|甘快办|蒙速办|天府通办|湘易办|新湘事成|津心办|随申办|海易办|智桂通|我的宁夏|青松办',
  ].join('|')})$`,
  'i',
)
export const isOfOthers = (remark: string): boolean => OF_OTHERS.test(remark)

/** Does what stands where a number would say that there is none? */
export function deniesRegistration(written: string): boolean {
  const said = plain(written)
  return (
    said.length <= LONGEST && (NOT_YET.test(said) || DENIED.test(said)) && !REGISTERED.test(said) && !isOfOthers(said)
  )
}
const LONGEST = 40
const NOT_YET =
  /^(?:否|未|尚未|不|×|正在|拟|待|在办|[还仍]?(?:正|在)?走(?:着|备案|登记|审批)*(?:流程|程序|手续)(?:中|呢)?$)|^[^，。；]{0,8}?(?:流程|程序|手续|办理|申[请报]|审[核批查]|受理|备案|登记|报备|补办|整改|排队|材料整理)(?:进行)?(?:之)?中(?:$|[，,（(])|^(?:材料|申请|资料)[^，。；]{0,8}(?:报|交|递|补|整理)[^，。；]{0,6}$|^(?:[还仍]?在?等(?:着|待|候)?(?=[批审下复领上县网编号证回结通])[^，。；]{0,8}|在途|材料整理中)$/
/** Said as people speak, where the number would stand: 没有办过, 还没顾上备案, 忘了登记, 不用办. */
const DENIED = new RegExp(
  [
    // 没有办过, 从没报备过, 一直未曾去登记; of nothing at all: 还没有.
    '^[^，。；]{0,6}?(?:没有?|未|不曾)(?:曾|经|去|来得及|顾得?上|有|再|人|想起来?|给|做|进行|完成|取得|领取?|拿到){0,3}(?:办|备|登|报|申|弄|搞|手续|编?号|证|$)',
    '^(?:暂|目前|现在?|至今|尚|还|都|一直)*(?:无|缺)(?:备案|登记|编?号|手续|此项|$)',
    '^[^，。；]{0,4}?(?:不用|不必|用不着|没(?:有?必)?要|不需要?)(?:去|再|办|备|登)',
    '^[^，。；]{0,6}?(?:忘|漏)(?:了|记|掉)?(?:去)?(?:办|备|登|报)',
    '^[^，。；]{0,8}?(?:准备|打算|回头|以后|过后|稍后|下步|抽空|正在?)[^，。；]{0,4}?(?:补|办|备案|登记|申)',
    '^[^，。；]{0,4}?(?:不知道?|不清楚|不晓得|不懂)(?:要|得|怎么?|是否|用不用)',
  ].join('|'),
)
/** A number all the same, or that of somebody who registered it for all: 无需备案，已由省局统一备案; 没有单独备案，与主站共用. */
const REGISTERED =
  /已(?:经|由|在|有)?[^，。；没未]{0,10}(?:备案|登记)|统一(?:备|登|办|申|建)|统建|共用|合用|随.{0,8}(?:备|登)|一并|沿用|号?\d{3,}号?$|〔|备\d/
