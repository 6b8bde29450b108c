/** What requests ask for, and whether two of them ask in one matter. */

/** What is asked for, by kind. Requests of one kind, or of one subject, are one matter. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['人员编制', /编制|职数|人员|工作者|干部|教师|岗位|招聘|招录|增人|调入|辅警|工作人员/],
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
  const about = /^[^《》]{0,40}?关于(.{2,40})请示(?:报告)?$/.exec(title)?.[1]
  return about !== undefined && about.replace(NO_MATTER, '') === ''
}
/** Words that every request has: they tie nothing together. */
const COMMON =
  /我[镇乡局县校院村单位部委们段所站队馆社司厂场]{1,2}|请求|恳请|申请|解决|问题|工作|资金|经费|万元|拨付|予以|给予|安排|支持|批准|同意|关于|请示|有关|相关|县委|县政府|市委|市政府|[省市县区]?总工会|人民政府|政府|增加|目前|由于|年久|失修|破旧|老化|紧缺|短缺|陈旧|需要|现有|建设|进行|以及|中心|全镇|全县|全市|全乡|另外|此外|上级|领导|单位|部门|帮助|协调|今年|为了|同时|存在|困难|事项|总?投资|估算|概算|购置|县城|群众|改善|条件|行政村|县里|一并|[\d一二三四五六七八九十个名项元辆台]/g

/** The kind of what is asked for: 经费, 人员编制…; undefined where its words name none. */
export const kindOfMatter = (text: string) => KINDS.find(([, words]) => words.test(text))?.[0]

/** Pairs of neighbouring characters, without the words that every request has: what two sentences about one matter share. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of text.replace(COMMON, ' ').match(/[一-龥]{2,}/g) ?? [])
    for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2))
  return pairs
}
export const related = (a: ReadonlySet<string>, b: ReadonlySet<string>, least = 1) =>
  [...a].filter((pair) => b.has(pair)).length >= least

/** Undertakings; what the means of each are called after, and which means each takes. */
const UNDERTAKINGS: readonly (readonly [begins: RegExp, named: string, takes: string])[] = [
  [
    /^(?:举办|承办|召开|开展)/,
    '活动|会议|会务|办会|节会|培训|赛事|比赛|演出|布展|宣传',
    '经费|资金|款项|费用|场地|人员',
  ],
  [
    /^(?:新建|建设|修建|重建|改建|扩建|迁建|兴建|改造|维修|修缮|加固)/,
    '建设|工程|项目|施工|改造|维修|修缮|征地|前期',
    '经费|资金|款项|费用|用地|土地|指标',
  ],
  [/^(?:购置|购买|更新|配备|补充|增配|更换)/, '购置|购买|更新|更换|配备', '经费|资金|款项|费用|指标'],
  [/^(?:成立|设立|组建)/, '开办|运行|启动|办公', '经费|资金|费用|编制|人员|用房|场地'],
]
const undertaking = (matter: string) => UNDERTAKINGS.find(([begins]) => begins.test(matter))

/** Is `means` only what `end` takes, with nothing of its own to spend it on? 划拨用地 to 建设垃圾中转站; not 拨付办公楼修缮经费. */
export function isMeansTo(means: string, end: string): boolean {
  const [, named, takes] = undertaking(end) ?? []
  return (
    named !== undefined &&
    new RegExp(
      `^(?:申请|请求|拨付|划拨|追加|解决|安排|增拨|核增|核定|落实|增加|配备)(?:所需|必需|相关|有关|专项|配套|${named}){0,2}的?(?:${takes})$`,
    ).test(means)
  )
}

/** What a title asks for: from its verb on. */
const MATTER = /关于(?:请求|恳请|申请|要求|报请|批准|同意|解决|拟|我[镇乡县局校院村]){0,3}(.*)$/
/** A sentence goes on with the matter: in general words, or with what it needs and what comes of it. */
const GOES_ON =
  /^(?:(?:该|此|本|上述|以上|本次|这次|此次|这一)(?:项|次|届)?(?:项目|工程|活动|会议|培训|节会|赛事|事项|工作|任务|方案|设备|车辆|机构|中心)|(?:项目|工程|活动|会议|培训|赛事|建设)?所需(?:的)?[一-龥]{0,4}(?:经费|资金|费用|款项|用地|土地|人员)|请?[将把为]?(?:车辆|设备|项目|工程)的?(?:保险|燃油|运行|运维|维护|保养|安装|调试|设计|监理|勘察|驾驶|司机|随车|配备|停放|上牌)|其(?![他它余中次])|届时|(?:建成|完工|竣工|投用|成立|挂牌|购置|活动|施工|建设|会议|举办|办会|培训)(?:以?后|期间|当[天日]|之日))/
const THING = /^(?:该|此)([一-龥])/
/** 园内厨房, 站区围墙, 新院床位, 校门前的路: of the very thing. */
const INSIDE = /(?:^|[，请为把将宽对修设装拓])新?([园校院站馆所楼厂场])(?=内|区|舍|门|外|前|后|周边|房|床位|编制|所需)/
const GRANT = '安排|拨付|解决|落实|给予|划拨|补助|追加'
/** No thing that anybody asks for, but whose matter it is: 该镇. */
const BODY = /[镇乡县市区村局街]/
/** 该校 for 小学, 该路 for 大道: a thing by the last character of its name. */
const SORTS: Readonly<Record<string, string>> = { 校: '学校', 路: '路道', 楼: '楼房' }
/** What a title says behind the thing that is to be had. */
const TITLE_TAIL =
  /(?:(?:建设|新建|重建|迁建|扩建|改建|修建|设立|成立|项目|工程|立项|选址|用地|资金|经费|有关|相关|问题|事宜|事项|的|及|和))*的?请示.{0,22}$/
const TO_BE_HAD = /新建|建设|重建|迁建|扩建|改建|修建|兴建|举办|承办|成立|设立|组建|增设|开办|开通|购置|购买/

/** Does a sentence open with the very thing that `title` asks for: 该校需用地20亩 where a school is to be built, 所需经费3万元? */
export function goesOn(sentence: string, title: string): boolean {
  if (GOES_ON.test(sentence)) return true
  const [, named, takes] = undertaking(MATTER.exec(title)?.[1] ?? '') ?? []
  if (named !== undefined) {
    // 拨付维修资金 is for another thing than the one to be built.
    const own = named.split('|').filter((word) => !/[修改]/.test(word) || title.includes(word))
    const called = `^(?:${named})|(?:${GRANT})(?:${own.join('|')})`
    if (new RegExp(`(?:${called})(?:所需)?的?(?:${takes})`).test(sentence)) return true
  }
  if (!TO_BE_HAD.test(title)) return false
  const last = title.replace(TITLE_TAIL, '').at(-1)
  const thing = THING.exec(sentence)?.[1]
  if (last === undefined || BODY.test(thing ?? last)) return false
  return thing === undefined ? INSIDE.exec(sentence)?.[1] === last : (SORTS[thing] ?? thing).includes(last)
}
