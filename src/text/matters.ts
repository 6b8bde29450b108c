/** What requests ask for, and whether two of them ask in one matter. */

/** What is asked for, by kind. Requests of one kind, or of one subject, are one matter. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['人员编制', /编制|职数|人员|干部|教师|岗位|招聘|招录|增人|调入|辅警|工作人员/],
  ['车辆设备', /车辆|用车|公务车|设备|器材|电脑|装备/],
  ['机构', /(?:成立|设立|撤销|更名)[^，。；]{0,20}(?:机构|办公室|中心|局|所|委员会|领导小组|学校|站)|机构/],
  ['用地用房', /用地|土地|地块|办公用房|办公楼|场地|房屋|选址/],
  ['区划', /行政区划|撤乡|并村|撤村|更名/],
  ['举办活动', /举办|承办|召开/],
  ['表彰', /表彰|奖励|授予/],
  ['收费', /收费标准|减免|票价|价格/],
  // Last: whatever is asked for may come with its money.
  ['经费', /经费|资金|拨款|补助|万元|亿元|费用|贷款/],
]
/** What a title says that names no matter at all: 关于帮助解决我局当前几个实际困难的请示. */
const NO_MATTER =
  /请求|恳请|申请|要求|帮助|协调|研究|支持|给予|予以|解决|处理|办理|明确|批准|[我本][镇乡县局校院村委]|[我本](?:单位|街道|部门|中心|公司)|有关|相关|若干|几个|几项|几件|一些|部分|当前|目前|近期|今年|存在|面临|遇到|亟[待需]|多[个项件]|[两三四五六七八2-9][个项件]|实际|突出|具体|特殊|工作|方面|中|等|的|困难|问题|事项|事宜|情况|需求|诉求|难题|事/g
/** Does the title of a request name no matter? */
export const namesNoMatter = (title: string) => {
  const about = /^[^《》]{0,40}?关于(.{2,40})请示$/.exec(title)?.[1]
  return about !== undefined && about.replace(NO_MATTER, '') === ''
}
/** Words that every request has: they tie nothing together. */
const COMMON =
  /我[镇乡局县校院村单位部委们]{1,2}|请求|恳请|申请|解决|问题|工作|资金|经费|万元|拨付|予以|给予|安排|支持|批准|同意|关于|请示|有关|相关|县委|县政府|市委|市政府|人民政府|政府|增加|目前|由于|年久|失修|破旧|老化|紧缺|短缺|陈旧|需要|现有|建设|进行|以及|中心|全镇|全县|全市|全乡|另外|此外|上级|领导|单位|部门|帮助|协调|今年|为了|同时|存在|困难|事项|[\d一二三四五六七八九十个名项元辆台]/g

/** The kind of what is asked for: 经费, 人员编制…; undefined where its words name none. */
export const kindOfMatter = (text: string) => KINDS.find(([, words]) => words.test(text))?.[0]

/** Pairs of neighbouring characters, without the words that every request has: what two sentences about one matter share. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.replace(COMMON, ' ').match(/[一-龥]{2,}/g) ?? [])
    for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}
export const related = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((pair) => b.has(pair))
