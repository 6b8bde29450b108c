/**
 * The kinds of registers: which columns each has, and by which names offices call them. Names are compared as `headerName` leaves them: without
 * white space, units in parentheses and marks, half-width.
 */
import type { RegisterKind } from '../core.ts'

/**
 * What a cell must be for a rule to use it. `unit`: an office; `text`: anything; `count`: how many there are; `times`: how often, also 每季度1次; `people`: how
 * many, or in words who.
 */
export type FieldType = 'text' | 'unit' | 'date' | 'month' | 'year' | 'number' | 'count' | 'times' | 'people' | 'yesno'

export interface Field {
  /** The usual name; what messages and templates call the column. */
  readonly title: string
  readonly type: FieldType
  /** Names it goes by, the surest first. */
  readonly names: readonly RegExp[]
  /** Names that say too little to tell the kind of a table by. */
  readonly weak?: RegExp
  /** A name it goes by where the column holds words: the same may stand above numbers. */
  readonly wordy?: RegExp
  /** A table that lacks it is no register of this kind. */
  readonly required?: boolean
  /** Where there is such a column, an empty cell leaves its row without what it is about. */
  readonly filled?: boolean
  /** Its weak name counts only where one of these fields has a column. */
  readonly weakBeside?: readonly string[]
  /** Found where there is such a column, though it does not make the table more of this kind. */
  readonly aside?: boolean
  /** Only this kind has such a column. */
  readonly telling?: boolean
  /** What is chosen from, in templates. */
  readonly choices?: readonly string[]
}

export interface Kind {
  /** What people call such a register. */
  readonly title: string
  readonly fields: Readonly<Record<string, Field>>
  /** Of these fields one must be there. */
  readonly oneOf?: readonly string[]
  /** What the file, its sheet or the line above the table is called. */
  readonly names: RegExp
}

const UNIT = [
  /^(?:管理|责任|主管|填报|上报|报送|统计|所在|所属|归属|归口|使用|承办|主办|主体|实施|发文|制发|印发|起草|拟稿|牵头|申报|我县|各|现|撤并后)单位(?:名称|全称)?$/,
  /^(?:单位|部门|乡镇|单位部门|部门单位|乡镇部门|乡镇单位|机构|乡镇街道|单位名称|部门名称|乡镇名称|单位全称|责任部门|主管部门|管理部门|牵头部门|承办部门|主办部门|填报部门|发文部门|发文机关|主办|承办|牵头|责任主体|管理主体|主体|所属部门|所在部门|县直单位|乡镇及县直单位|各级各部门|乡镇县直单位|镇|镇街|学校|学校名称)$/,
  // 管群单位, 填报乡镇; not who set a group up, sent a paper in or helps.
  /^(?!联合|联发|会签|会办|参与|.{0,3}(?:建群|创建|组建|发起|建立)|审批|来文|收文|上级|抄送|主送|发往|发送|分送|接收|计量|配合|协办|协助|受访|走访|来访|参[会与加]|检查|调研)[一-龥]{0,4}(?:单位|部门)(?:名称)?$/,
  /^(?:填报|上报|报送|所属|所在|统计|责任)(?:乡镇|街道|镇街)$/,
]
const UNIT_TYPE: Field = {
  title: '单位类型',
  type: 'text',
  names: [/^(?:单位|部门|机构)(?:类型|类别|性质|属性|层级)$/],
  choices: ['乡镇', '县直'],
}
const REMARK: Field = {
  title: '备注',
  type: 'text',
  names: [/^备注(?:说明)?$/, /^说明$/, /^附注$/, /^(?:情况|状况|有关|其他)说明$/],
}
const unit = (title: string, ...first: RegExp[]): Field => ({ title, type: 'unit', names: [...first, ...UNIT] })
/** In a register that one office keeps for itself. */
const SECTION =
  /^(?:主办|主管|承办|牵头|责任|起草|拟稿|所属|管理|使用)?(?:科室|股室|处室|部室|科股室|内设机构)(?:名称)?$/
const YESNO = ['是', '否']
/** As people ask: 哪家建的, 谁牵头建, 归哪个部门管. */
const WHOSE =
  '(?:是|由|归|属)?(?:谁|哪家|哪个(?:单位|部门|科室|地方|机关))家?(?:牵头|负责|组织)?(?:建|管|拉|设|办|发起|创建|组建|建立|管理|使?用)?(?:起来)?的?群?'
/** What became of a group or an app in a sweep: 处理, 处置方式, 最终去向. */
const HANDLED =
  /^(?:最终|实际)?(?:处理|处置)(?:方式|意见|结果|情况|措施|办法|结论|去向)?$|^(?:清理|整改)(?:方式|意见|结果|情况|措施|办法|结论|去向)$|^(?:最终|清理后)?(?:去向|归宿)$/

const DOCUMENTS = '(?:发文|文件|制发文件|印发文件|公文)'
const MEETINGS = '(?:会议|开会|召开会议)'
const INSPECTIONS =
  '(?:督查检查考核|督查检查|督导检查考核|督导检查|督检考|督查考核|检查考核|督查|督导|检查|考核)(?:事项)?'
const NUMBER = '数|数量|件数|次数|个数|场数|场次|项数|总数|总量|份数'
const SIZE = `(?:${NUMBER}|情况)?`
/** 执行情况 may be told in words. */
const AMOUNT = `(?:${NUMBER})?`
/** 发文数, 本月发文数量, 会议召开次数: what of, what is counted, and when. */
const counted = (what: string, when: string) => new RegExp(`^${when}${what}(?:召开|开展|印发|制发)?${SIZE}$`)
const THIS = '(?:各月|本月|当月|月度|本期|实际|本月实际)?'
const SO_FAR = '(?:累计|本年累计|年度累计|全年累计|截至本月累计|1?至(?:本|1[0-2]|[2-9])月累计|年内累计|当年累计)'
const YEARLY = '(?:(?:19|20)\\d{2}年度?|年度|全年|本年度?)'
const OF_YEAR = `(?:${YEARLY}|当年|年初)?`
const LIMIT = '(?:计划|指标|限额|控制目标|控制|目标|核定|下达|不超过|上限)'
const PLANNED = `${OF_YEAR}${LIMIT}`
/** 1—8月, as `headerName` leaves it. */
const UNTIL = '(?:1?至(?:本|1[0-2]|[2-9])月)'
/** The same, or 截至10月底. */
const BY_NOW = `(?:${UNTIL}|截[至止]到?(?:目前|(?:1[0-2]|[1-9])月(?:[底末]|\\d{1,2}[日号])?))`
const DONE = '(?:累计|已|实际|年内|目前|今年以来)'
const LEFT = '[尚还]?(?:剩余|结余|余额|剩|余|节余|可用)(?:数|量|额|指标|数量)?'
const LATER = `(?:年中|中途|后期|年内|经批准|批准|获批|审批)?`
const ADDED = `${LATER}(?:追加|调增|核增)(?:计划|指标|限额)?${AMOUNT}`
const CUT = `${LATER}(?:调减|核减)(?:计划|指标|限额)?${AMOUNT}`
/** 调整, 年中调整情况: more or fewer, as its cells say. */
const CHANGED: Field = {
  title: '计划调整',
  type: 'text',
  names: [
    /^(?:年度|年中|中途|后期|计划|指标|控制数){0,2}(?:调整|调剂|变更|追加核减|核减追加|追加调减|调增调减)(?:计划|指标)?(?:情况|数|数量|说明|追加)?$/,
  ],
  aside: true,
}
const DOES = '(?:使用|用|召开|印发|发文|发出|开展|完成|执行|发|开|查)'

const amounts = (
  what: string,
  title: string,
): Record<'now' | 'soFar' | 'planned' | 'used' | 'left' | 'added' | 'cut' | 'yearly', Field> => ({
  now: {
    title: `${title}数`,
    type: 'count',
    names: [
      counted(what, THIS),
      new RegExp(`^${what}(?:本月|当月|月度|本期|实际)${SIZE}$`),
      // 红头 | 便函 | 发文小计.
      new RegExp(`^${what}小计$`),
    ],
  },
  soFar: {
    title: `累计${title}数`,
    type: 'count',
    names: [
      counted(what, SO_FAR),
      new RegExp(`^${what}${SIZE}(?:年度|本年|年内|全年|1?至(?:本|1[0-2]|[2-9])月)?累计${SIZE}$`),
    ],
  },
  planned: {
    title: `${title}计划数`,
    type: 'count',
    names: [
      counted(what, PLANNED),
      new RegExp(`^${OF_YEAR}${what}${SIZE}${LIMIT}${SIZE}$`),
      new RegExp(`^${what}${LIMIT}?(?:调整|变更|追加|调剂)后${LIMIT}?${SIZE}$`),
      new RegExp(`^${what}${PLANNED}${SIZE}$`),
      new RegExp(`^${what}${LIMIT}年初${LIMIT}?${SIZE}$`),
      new RegExp(`^${what}${SIZE}${PLANNED}${SIZE}$`),
      new RegExp(`^${PLANNED}${SIZE}${what}$`),
      new RegExp(`^${what}${SIZE}(?:全年|年度|合计|总计)${SIZE}$`),
    ],
    weak: counted(what, ''),
  },
  // Beside a plan: what of it has been used.
  used: {
    title: `${title}已用数`,
    type: 'count',
    names: [
      new RegExp(`^${what}${LIMIT}?(?:${DONE}+${DOES}?|使用|完成|执行)${AMOUNT}$`),
      new RegExp(`^${UNTIL}?${DONE}+${DOES}?${what}${AMOUNT}$`),
      // 发文全年实发, 全年实开会议.
      new RegExp(`^${what}(?:${YEARLY}|${UNTIL})?(?:累计|合计)?(?:实际|实)${DOES}${AMOUNT}$`),
      new RegExp(`^(?:${YEARLY}|${UNTIL})(?:累计|合计)?(?:实际|实)${DOES}${what}${AMOUNT}$`),
      // 发文1—10月执行, 会议截至9月底.
      new RegExp(`^${what}${BY_NOW}(?:${DONE}*${DOES}|累计|合计|实际)?${AMOUNT}$`),
    ],
  },
  left: { title: `${title}剩余数`, type: 'number', names: [new RegExp(`^${what}${LEFT}$`)] },
  // Beside what was planned first: what came to it later, and what was taken from it.
  added: { title: `${title}追加数`, type: 'number', names: [new RegExp(`^${what}${ADDED}$`)] },
  cut: { title: `${title}核减数`, type: 'number', names: [new RegExp(`^${what}${CUT}$`)] },
  // Beside the months: the plan of the year.
  yearly: {
    title: `${title}年度计划数`,
    type: 'count',
    names: [
      new RegExp(`^${YEARLY}${what}${LIMIT}${SIZE}$`),
      new RegExp(`^${what}${SIZE}${YEARLY}${LIMIT}${SIZE}$`),
      // Of the year, if it is the same in all of an office's months.
      new RegExp(`^${what}${LIMIT}(?:${NUMBER})$`),
    ],
  },
})
const documents = amounts(DOCUMENTS, '发文')
const meetings = amounts(MEETINGS, '会议')
const inspections = amounts(INSPECTIONS, '督查检查考核')

/** With whom apps are registered, and as what. */
const BY_WHOM =
  '(?:ICP|APP|工信部?|通信管理局|网信办?|网信部门|公安|联网|网站|平台|应用程序|应用|小程序|移动应用|政务应用|主体|服务|省级?|市级?|县级?|国家|或|及|和|与){1,4}'

const TYPE: Field = {
  title: '类别',
  type: 'text',
  names: [/^(?:事项|计划|文件会议|统计|指标|项目)?(?:类别|类型|种类|分类)$/, /^事项$/, /^统计事项$/],
  weak: /^项目$/,
  choices: ['发文', '会议', '督查检查考核'],
}
const YEAR: Field = { title: '年度', type: 'year', names: [/^(?:计划|统计)?(?:年度|年份)$/, /^年$/] }
/** No word of it is made of two others: a name of many would be read in as many ways. */
const GROUP_NAME = [
  /^(?:工作|微信|政务|公务|QQ|钉钉|专项|临时|常设|县级|县委|上级|所在|所?加入?的?|所?入的?|已加?入的?|建立的|原)*群(?:组|聊)?(?:的)?(?:名称|名|全称)?$/i,
]

/** 微信群数量, 钉钉群数量: of one platform, in tables that count groups; all of them make up what an office has. */
const onPlatform = (title: string, platform: string): Field => ({
  title,
  type: 'count',
  names: [new RegExp(`^${platform}(?:工作)?群?组?(?:数|数量|个数|总数|合计)$`, 'i')],
  telling: true,
})
export const PLATFORM_GROUPS = ['wechatGroups', 'dingtalkGroups', 'qqGroups', 'otherGroups']

/** 所在群编号, in a register of who is in which: what the register of groups numbers them by. */
export const GROUP_NUMBER = /^(?:所(?:在|属|入|加入)|已?加入|对应|工作|微信|政务)*的?群组?的?(?:编?号|代码|序号)$/

/** Where it takes place, which says nothing of the kind of table. */
const ENTERPRISE: Field = {
  title: '企业名称',
  type: 'text',
  names: [/^(?:被|受|拟|涉及)?(?:检查|检|抽查|督查)?(?:企业|(?:市场|经营)主体|生产经营单位)(?:名称|全称)?$/],
  aside: true,
}

export const KINDS: Readonly<Record<RegisterKind, Kind>> = {
  groups: {
    title: '工作群台账',
    names: /(?:工作群|微信群|政务群|群组)(?!成员)/,
    // Each group in a row of its own, or how many each office has.
    oneOf: ['name', 'count', 'standing', ...PLATFORM_GROUPS],
    fields: {
      unit: {
        ...unit('管理单位'),
        weak: new RegExp(
          `^(?:该|此|工作|微信|政务){0,2}(?:群组?)?的?(?:建群|创建|组建|发起|建立)(?:单位|部门|主体|机关)$|^(?:所属)?(?:科室|股室|处室)$|^${WHOSE}$`,
        ),
        required: true,
      },
      unitType: UNIT_TYPE,
      name: {
        title: '群名称',
        type: 'text',
        names: GROUP_NAME,
        weak: /^名称$/,
        weakBeside: ['end', 'dissolved'],
        telling: true,
        filled: true,
      },
      number: {
        title: '群编号',
        type: 'text',
        names: [GROUP_NUMBER],
        weak: /^(?:编号|代码)$/,
        weakBeside: ['name'],
      },
      wechatGroups: onPlatform('微信群数量', '(?:企业)?微信'),
      dingtalkGroups: onPlatform('钉钉群数量', '(?:政务)?钉钉'),
      qqGroups: onPlatform('QQ群数量', 'QQ'),
      otherGroups: { ...onPlatform('其他群数量', '其[他它余](?:平台|软件|载体)?的?'), telling: false },
      temporaryGroups: {
        title: '临时群数量',
        type: 'count',
        names: [/^(?:临时|短期|阶段性)性?(?:工作)?群?(?:数|数量|个数)$/],
      },
      count: {
        title: '群数量',
        type: 'count',
        names: [
          /^(?:现有|在用|实有|目前|现存|保留)?(?:微信|政务|QQ|钉钉)?(?:工作群|微信群|政务群|群组?)(?:总数|数|数量|个数)$/i,
          /^(?:(?:现有|在用|实有|现存)|(?:现|目前|清理后|规范后)?(?:保留|留存))(?:的)?(?:微信|政务|钉钉)?(?:工作群|微信群|群组?)(?:数|数量|个数|总数)?$/,
          /^(?:现有|在用|实有|目前|现存|保留)?(?:工作群|微信工作群|政务群|群组?)(?:合计|总计|共计|总数)(?:数|数量)?$/,
          /^(?:合计|总计|共计)(?:工作)?群(?:组)?(?:数|数量|总数|个数)$/,
          // Of a table of what was cleaned up.
          /^(?:现保留|现留存|清理后保留|规范后保留|保留|清理后|规范后)(?:群)?(?:数|个数|数量)?$/,
        ],
        telling: true,
      },
      standing: {
        title: '常设群数量',
        type: 'count',
        names: [
          /^(?:其中)?(?:常设|长期)(?:性|工作)?群?(?:数|数量|个数)$/,
          /^其中(?:常设|长期)(?:性|工作)?群?$/,
          /^(?:现有|在用|实有)?(?:工作群|微信群|群)(?:数|数量)?(?:常设|长期)$/,
          // Above numbers: what holds words is a name.
          /^(?:现有|在用)?(?:常设|长期)(?:性|工作|微信)?群$/,
        ],
        telling: true,
      },
      platform: {
        title: '平台',
        type: 'text',
        names: [/^(?:所在|建群|使用|所属|社交)?(?:平台|软件|载体)(?:名称|类型)?$/],
        choices: ['微信', '钉钉', 'QQ', '其他'],
      },
      nature: {
        title: '群性质',
        type: 'text',
        names: [
          /^(?:是否)?(?:临时|长期|常设)(?:群|工作群|性)?$|^(?:常设|长期)[或与和]?(?:临时|短期)群?$|^临时[或与和]?(?:常设|长期)群?$/,
          /^(?:工作)?群(?:组)?(?:的)?(?:性质|类型|类别|属性|种类)$/,
          /^(?:使用|用途|存续)?(?:性质|类型|类别|种类|属性)$/,
        ],
        choices: ['常设', '临时'],
      },
      creator: {
        title: '建群单位',
        type: 'unit',
        names: [
          /^(?:建群|创建|组建|发起|建立|审批)(?:单位|部门|主体|人单位)$/,
          /^(?:该|此|工作|微信|政务){0,2}群组?的?(?:建群|创建|组建|发起|建立)(?:单位|部门|主体|机关)$/,
        ],
      },
      task: {
        title: '工作任务',
        type: 'text',
        names: [
          /^(?:工作|对应|承担|临时|专项|建群)?(?:任务|用途|事由|目的|事项)(?:名称|内容|说明)?$/,
          /^建群(?:原因|理由|依据)$/,
        ],
      },
      start: { title: '建群日期', type: 'date', names: [/^(?:建群|创建|建立|组建|成立|开始|启用)(?:日期|时间)$/] },
      end: {
        title: '任务结束日期',
        type: 'date',
        names: [
          /^(?:工作|专项|预计|计划|拟)?任务(?:预计|计划)?(?:结束|完成|截止|到期|终止)(?:日期|时间|时限|期限|日)?$/,
          /^(?:预计|计划|拟)?(?:结束|截止|到期|完成|终止)(?:日期|时间)$/,
          /^(?:拟|应|计划|预计|原定?|约定)(?:拟|应)?(?:解散|注销|退出)(?:日期|时间|时限|期限)$/,
          /^(?:使用|有效|存续|任务)期限?(?:至)?$/,
          /^(?:工作|任务|使用)?起止(?:日期|时间|期限)?$/,
          /^(?:(?:工作|专项|临时)?任务|活动|项目|工作|群|有效期?|使用)?(?:预计|计划|拟|应|约定|原定)?(?:结束|截止|终止|到期|完成|办结|期满|失效)(?:日期|时间|时限|期限|日|期)$/,
          /^(?:任务|群)?(?:结束|截止|终止|到期|止期|截至)$/,
          /^(?:拟|应|计划|预计)(?:撤群|撤销|关闭)(?:日期|时间)$/,
          // As people say it: 用到什么时候, 什么时候散.
          /^(?:计划|打算|准备|预计)?(?:使?用|留|保留|办|干|开)到(?:什么时候|何时|几时|哪天|哪一天|哪月|时间|日期)$/,
          /^(?:任务|活动|工作)?(?:什么时候|何时|几时|哪天)(?:任务)?(?:结束|到期|完成|办完|干完|该散|解散|撤)$/,
          /^(?:任务|活动|工作|使用|存续|有效)(?:完成)?(?:截止|时限|期限|节点|期至|至)$/,
          /^(?:建群|群|群组|保留|留用|沿用|运行|存在|批准|核定|审批|拟用|拟存续)(?:使用|保留|存续)?(?:的)?(?:期限|时限|时效|期至?|至)$/,
        ],
        // 期限, 时限, and no more: 长期 beside groups that stay.
        weak: /^(?:期限|时限|时效|年限)$/,
        weakBeside: ['name'],
      },
      // Beside the first end: until when the task was put off.
      extended: {
        title: '延期后结束日期',
        type: 'date',
        names: [
          /^(?:批准|经批准)?(?:延期|延长|顺延|展期|续期)(?:后|至|到|后的|后至)?(?:任务|新|使用)?(?:结束|截止|到期|完成|终止|解散|注销|拟解散|应解散|有效)?(?:日期|时间|时限|期限|期|日|情况|说明)?$/,
          /^(?:调整|变更)后(?:的)?(?:任务)?(?:结束|截止|到期|完成|终止|解散)(?:日期|时间|时限|期限)$/,
        ],
      },
      status: {
        title: '状态',
        type: 'text',
        names: [
          /^(?:群|当前|目前|现|使用|存续|运行|工作群)?(?:状态|现状|状况)$/,
          /^(?:是否)?(?:已)?(?:解散|注销)(?:情况|状态|与否)?$/,
          /^(?:处置|清理|清查|排查|摸排|自查|核查|整改|使用)(?:情况|结果|状态)$/,
          /^(?:目前|现)?是否(?:仍|还)?(?:在用|使用|在使用|存在)$/,
          // As people say it: 现在还在不在, 散了没有.
          /^(?:群|现在?|如今|目前)*(?:还|仍)?(?:在不在|用不用|在用不在用|有没有用|在用没有|在用吗|用着没有?)$|^(?:群)?(?:散|撤|解散|退|停)了?没有?(?:散|撤|解散|退|停)?$/,
          /^(?:目前|当前|现在)情况$/,
          /^是否(?:继续|予以)?(?:保留|留用)$/,
          HANDLED,
        ],
        choices: ['在用', '已解散'],
      },
      dissolved: {
        title: '解散日期',
        type: 'date',
        names: [/^(?:实际)?(?:解散|注销|撤销|撤群)(?:日期|时间)(?:或|及)?(?:说明|备注)?$/],
      },
      owner: {
        title: '群主',
        type: 'text',
        names: [/^群主(?:姓名|或管理员)?$/, /^(?:群)?管理(?:员|人)(?:姓名)?$/, /^负责人$/],
      },
      people: { title: '成员数', type: 'count', names: [/^(?:群)?(?:成员|人员)?(?:人数|数量|成员数|总人数)$/] },
      remark: REMARK,
    },
  },
  members: {
    title: '工作群成员台账',
    names: /群成员|入群|加群|进群/,
    fields: {
      person: {
        title: '姓名',
        type: 'text',
        names: [/^(?:成员|干部|人员|领导|入群人员|负责人|群成员)?(?:姓名|名字)$/, /^(?:群)?成员$/],
        required: true,
        telling: true,
      },
      unit: { ...unit('单位', /^(?:工作|任职|所在|成员)单位$/), required: true },
      unitType: UNIT_TYPE,
      role: {
        title: '职务',
        type: 'text',
        names: [/^(?:现任|所任|党政|担任|工作)?(?:职务|职位|岗位)(?:名称)?$/, /^(?:身份|职级|人员类别)$/],
        required: true,
        telling: true,
      },
      principal: {
        title: '是否党政正职',
        type: 'yesno',
        names: [/^是否(?:为)?(?:党政)?(?:正职|主要负责人|主要领导|一把手)$/, /^党政正职$/],
        choices: YESNO,
      },
      // By a number, that of a register of groups.
      group: { title: '群名称', type: 'text', names: GROUP_NAME, weak: GROUP_NUMBER, required: true },
      creator: {
        title: '建群单位',
        type: 'unit',
        names: [
          /^(?:建群|创建|组建|发起|建立|群管理|群主|群所属|群主管)(?:单位|部门|主体)$/,
          // 该群建群单位, 建群部门（单位）, 群主所在单位.
          /^(?:该|此|所在|所加?入|工作|微信|政务){0,2}(?:群组?)?的?(?:建群|创建|组建|发起|建立|设立|群主)(?:所在|所属|责任)?(?:单位|部门|主体|机关|人单位|单位部门|部门单位)(?:名称)?$/,
          /^(?:该|此|所在|所加?入|工作|微信|政务){0,2}群组?的?(?:管理|所属|主管|建立|创建)?(?:单位|部门)(?:名称)?$/,
        ],
      },
      status: {
        title: '状态',
        type: 'text',
        names: [
          /^(?:在群|群内|入群|当前|目前|成员)?(?:状态|现状|情况)$/,
          /^(?:是否)?(?:已)?(?:在群|退群|退出)(?:情况|与否)?$/,
          /^(?:核查|核实|检查|排查|摸排|自查|清理|整改|处理|处置)(?:情况|结果|结论|意见)$/,
          HANDLED,
        ],
        choices: ['在群', '已退出'],
      },
      joined: { title: '入群日期', type: 'date', names: [/^(?:入群|加入|进群|加群)(?:日期|时间)$/] },
      left: { title: '退群日期', type: 'date', names: [/^(?:退群|退出|离群)(?:日期|时间)$/] },
      remark: REMARK,
    },
  },
  plan: {
    title: '年度计划台账',
    // Whether it was kept to is told by other figures.
    names: /(?:计划|指标|限额|目标分解|任务分解|控制数|核定数)(?![^ ]*(?:执行|完成|落实|使用|进展|情况|实际))/,
    oneOf: ['quota', 'documents', 'meetings', 'inspections', 'title', 'number'],
    fields: {
      unit: { ...unit('单位'), weak: SECTION, required: true },
      unitType: UNIT_TYPE,
      year: YEAR,
      type: TYPE,
      number: {
        title: '计划编号',
        type: 'text',
        names: [/^(?:年度)?计划(?:事项|项目)?(?:编号|序号|号|文号|代码)$/],
        weak: /^编号$/,
        telling: true,
      },
      title: {
        title: '事项名称',
        type: 'text',
        names: [
          /^(?:年度)?计划(?:事项|项目|文件|会议|内容)(?:名称|标题|内容)?$/,
          /^(?:事项|项目|文件|会议|活动|督查检查考核|督查检查|督查|检查|考核)(?:事项)?(?:名称|标题|主题|议题)$/,
          // 计划名称 beside the name of what is planned is that of the plan.
          /^(?:年度)?计划(?:名称|标题)$/,
          /^(?:抽查|检查|督查|考核)(?:工作)?任务(?:名称)?$/,
          /^(?:名称|标题|计划事项|计划项目|事项内容|计划内容)$/,
          /^(?:拟|计划|预计)(?:发|印发|制发|召开|开展|举办)(?:的)?(?:文件|会议|活动|事项|督查|检查|考核)?(?:名称|标题|内容)$/,
          /^(?:拟|计划|预计)(?:发|印发|制发|召?开|开展|举办)(?:的)?(?:文件|会议|活动|事项|督查|检查|考核)$/,
        ],
        weak: /^(?:事项|任务名称)$/,
        wordy:
          /^(?:年度|本年度?|全年)?(?:计划|拟)?(?:文件|发文|会议|活动|督查检查考核|督查检查|督查|检查|考核)(?:事项|项目|内容)?$/,
      },
      quota: {
        title: '计划数',
        type: 'count',
        names: [
          /^(?:调整|变更|追加|调剂)后(?:的)?(?:年度)?(?:计划|指标|核定|控制)?(?:数)?$/,
          new RegExp(`^${PLANNED}(?:数|数量|总数|件数|次数|总量|值|额)$`),
          /^(?:年度|全年|年初|核定|下达|分解)?(?:指标|限额|控制数|控制目标|目标数|计划|额度|上限)$/,
          /^年初(?:核定|下达|分解)(?:指标)?$/,
        ],
        telling: true,
      },
      times: {
        title: '计划次数',
        type: 'times',
        names: [/^(?:年度?|全年|计划|年度计划|拟)?(?:召开|开展|实施|举办)?(?:次数|场次|场数|频次)$/],
      },
      documents: { ...documents.planned, telling: true },
      meetings: { ...meetings.planned, telling: true },
      inspections: { ...inspections.planned, telling: true },
      documentsUsed: documents.used,
      meetingsUsed: meetings.used,
      inspectionsUsed: inspections.used,
      used: {
        title: '已用数',
        type: 'count',
        names: [
          new RegExp(`^${DONE}+${DOES}?(?:全年|合计|累计)?${AMOUNT}$`),
          new RegExp(`^${UNTIL}(?:合计|累计|实际|${DONE}*${DOES})${AMOUNT}$`),
          new RegExp(`^(?:使用|完成|执行)${AMOUNT}$`),
          // 全年实发, 累计实开, 本年实际召开.
          new RegExp(`^(?:${YEARLY}|${UNTIL})?(?:累计|合计)?(?:实际|实)${DOES}${AMOUNT}$`),
        ],
        // 一季度 | 二季度 | 全年 | 年度计划: what the year came to.
        weak: /^全年(?:合计|累计|实际|总计)?(?:数)?$/,
        weakBeside: ['quota', 'documents', 'meetings', 'inspections'],
      },
      // What of the plan is left.
      left: { title: '剩余数', type: 'number', names: [new RegExp(`^${LEFT}$`)] },
      documentsLeft: documents.left,
      meetingsLeft: meetings.left,
      inspectionsLeft: inspections.left,
      added: { title: '追加数', type: 'number', names: [new RegExp(`^${ADDED}$`)] },
      documentsAdded: documents.added,
      meetingsAdded: meetings.added,
      inspectionsAdded: inspections.added,
      cut: { title: '核减数', type: 'number', names: [new RegExp(`^${CUT}$`)] },
      changed: CHANGED,
      documentsCut: documents.cut,
      meetingsCut: meetings.cut,
      inspectionsCut: inspections.cut,
      total: {
        title: '合计',
        type: 'count',
        names: [new RegExp(`^(?:${PLANNED}${SIZE})?(?:合计|总计|小计)$`)],
      },
      due: {
        title: '计划时间',
        type: 'text',
        names: [
          /^(?:计划|拟|预计)(?:印发|召开|开展|实施|完成|开|发)?(?:时间|日期|月份|月)$/,
          /^(?:时间|月份|实施|召开|印发|次数|年度|计划|总体|全年)安排(?:情况)?$|^安排$/,
          /^(?:次数|频次|时间)[及和与](?:次数|频次|时间)$/,
          /^计划季度$/,
        ],
        weak: /^(?:时间|日期)$/,
        telling: true,
      },
      enterprise: ENTERPRISE,
      remark: REMARK,
    },
  },
  monthly: {
    title: '月度统计台账',
    names: /月度|月报|[每按分各]月|月统计|统计表|统计台账/,
    oneOf: ['documents', 'meetings', 'inspections', 'count', 'documentsSoFar', 'meetingsSoFar', 'inspectionsSoFar'],
    fields: {
      unit: { ...unit('单位'), weak: SECTION, required: true },
      unitType: UNIT_TYPE,
      year: YEAR,
      month: {
        title: '月份',
        type: 'month',
        names: [
          /^(?:统计|报告|报送|所属|填报|数据)?(?:月份|月度|年月)$/,
          /^(?:统计|报告|所属|填报)(?:月|期|时间|期间|周期)$/,
          /^月$/,
          /^期间$/,
        ],
        required: true,
        telling: true,
      },
      type: TYPE,
      count: {
        title: '数量',
        type: 'count',
        names: [
          /^(?:本月|当月|月度|实际|本月实际|召开|实施|开展)?(?:数量|次数|件数|项数|场数|数|发生数|完成数|实际数)$/,
          /^实际(?:召开|开展|印发|发文|实施)$/,
          /^(?:本月|当月|本期)$/,
        ],
      },
      countSoFar: { title: '累计', type: 'count', names: [new RegExp(`^${SO_FAR}${SIZE}$`)] },
      documents: documents.now,
      meetings: meetings.now,
      inspections: inspections.now,
      total: { title: '合计', type: 'count', names: [/^(?:本月|当月|月度|三项)?(?:合计|总计|小计|总数)(?:数)?$/] },
      documentsSoFar: documents.soFar,
      meetingsSoFar: meetings.soFar,
      inspectionsSoFar: inspections.soFar,
      documentsYearly: documents.yearly,
      meetingsYearly: meetings.yearly,
      inspectionsYearly: inspections.yearly,
      yearly: {
        title: '年度计划数',
        type: 'count',
        names: [
          new RegExp(`^${YEARLY}?${LIMIT}(?:数|总数|总量|限额)$`),
          // Said of the year, it needs no 数.
          new RegExp(`^(?:年|年度|全年|本年度?|当年)${LIMIT}(?:数|总数|总量)?$`),
        ],
      },
      added: { title: '追加数', type: 'text', names: [new RegExp(`^${ADDED}$`)], aside: true },
      cut: { title: '核减数', type: 'text', names: [new RegExp(`^${CUT}$`)], aside: true },
      changed: CHANGED,
      totalSoFar: {
        title: '累计合计',
        type: 'count',
        names: [
          new RegExp(`^(?:三项)?${SO_FAR}(?:三项)?(?:合计|总计|总数)$`),
          new RegExp(`^三项${SO_FAR}(?:数)?$`),
          new RegExp(`^(?:合计|总计)${SO_FAR}(?:数)?$`),
        ],
      },
      remark: REMARK,
    },
  },
  items: {
    title: '文件会议检查台账',
    names: /(?:发文|文件|会议|督查|检查|考核|事项|报备|备案)(?!计划|统计)/,
    fields: {
      unit: {
        ...unit('单位', /^(?:发文|制发|印发|主办|召开|组织|开展)(?:单位|部门|机关)$/),
        weak: SECTION,
        required: true,
      },
      unitType: UNIT_TYPE,
      title: {
        title: '名称',
        type: 'text',
        names: [
          /^(?:文件|发文|会议|事项|公文|督查检查考核|督查|检查|考核|活动|督查检查|文件会议|文件标题及会议|督查检查考核事项)(?:名称|标题|题目|题名|名|主题|议题|事项|事项名称)$/,
          /^(?:抽查|检查|督查|考核)(?:工作)?任务(?:名称)?$/,
          /^(?:会名|会题|文名|文题|名称|标题|题名|题目|事项|事由|内容|(?:检查|督查|会议|发文|活动)(?:事由|内容)|文件标题或会议名称|文件会议名称|标题或名称|名称标题|(?:报备|备案)事项)$/,
        ],
        weak: /^(?:会议|文件|检查|督查|项目名称)$/,
        weakBeside: ['planned', 'approval', 'filing', 'filed'],
        wordy: /^(?:召开|所开|实际|已开|开展|印发|制发)(?:的)?(?:会议|文件|活动|检查|督查|考核|事项|督查检查考核)$/,
        required: true,
      },
      // Behind the title: 事项 may be either.
      type: TYPE,
      number: { title: '文号', type: 'text', names: [/^(?:发文|文件|公文)?(?:文号|字号|编号)$/, /^发文(?:字)?号$/] },
      date: {
        title: '日期',
        type: 'date',
        names: [
          /^(?:(?:发文|开会|印发|召开|开展|制发|成文|签发|会议|实施|举办|发布|检查|督查|考核|举行|发生|实际)(?:[或及和]|时间或)?){1,4}(?:起止|开始)?(?:日期|时间|时段)$/,
          /^(?:事项|办理|登记)?(?:日期|时间)$/,
          /^(?:实际|实施|工作)?起止(?:日期|时间|时段)?$/,
          /^(?:文件|通知)?(?:印发|制发|发文|成文|下发|发出)$|^(?:时间|日期)(?:印发|制发|发文|成文|召开|开展|实施|举办)$/,
          /^(?:进场|入场|开始|启动)(?:实施|检查|开展)?(?:日期|时间)?$/,
        ],
        required: true,
      },
      plan: {
        title: '计划编号',
        type: 'text',
        names: [/^(?:对应|年度|所属|关联)?计划(?:事项|项目)?(?:编号|序号|号)$/, /^对应(?:的)?(?:年度)?计划(?:事项)?$/],
      },
      planned: {
        title: '是否计划内',
        type: 'yesno',
        names: [
          /^(?:是否)?(?:列入|纳入|属于|在)?(?:年度)?计划(?:内|之内)?(?:外)?(?:事项)?$/,
          /^计划内(?:或|还是)?(?:计划)?外$/,
          /^(?:计划)?列入(?:计划)?情况$/,
          /^(?:年初|年度)?计划(?:中)?(?:有无|里有没有)$|^有无(?:年初|年度)?计划$/,
        ],
        choices: ['计划内', '计划外'],
      },
      // Beside the day on which it was: 无, where nobody planned it.
      due: {
        title: '计划时间',
        type: 'text',
        names: [/^(?:年度)?(?:计划|拟|原定?|预定)(?:的)?(?:印发|召开|开展|实施|举办)?(?:时间|日期|月份|月|时段)$/],
      },
      approval: {
        title: '审批情况',
        type: 'text',
        names: [
          /^(?:计划外|追加)?(?:审批|批准|报批|审核|批复)(?:情况|意见|文号|号|编号|依据|文?件|单位|机关|人|领导)?$/,
          // 增加事项批准情况, 临时新增会议审批, 计划调整批准意见.
          /^(?:年度|未列入)?(?:计划)?(?:计划外|临时|增加|新增|增开|增发|增印|加开|追加|增补|调整|变更){1,2}的?(?:召开|印发|开展)?的?(?:计划|事项|会议|文件|项目|活动|检查|督查){0,2}的?(?:审批|批准|报批|批复|审签|签批|核准)(?:情况|意见|说明|文号|号|编号|依据|文?件|单位|机关|人|领导)?$/,
          /^(?:批准|审批)(?:人|领导)(?:[及和]?(?:时间|日期|文号|意见))?$/,
          /^(?:是否)?(?:经)?(?:审批|批准)$/,
          /^计划(?:编号|号)(?:或|及)(?:批准|审批)(?:文号|编号|号)$/,
        ],
        telling: true,
      },
      // 同意, 不同意: of who asked for it.
      verdict: {
        title: '审批结果',
        type: 'text',
        names: [/^(?:审批|批准|审核|批复|研究)(?:结果|结论)$|^是否(?:同意|批准|获批)$/],
      },
      approved: {
        title: '审批日期',
        type: 'date',
        names: [/^(?:审批|批准|批复|获批|审核)(?:日期|时间)$/],
      },
      filing: {
        title: '备案号',
        type: 'text',
        names: [
          /^(?:报备|备案|报备案)(?:登记|回执)?(?:编号|号|文号|序号|登记号)$/,
          /^(?:是否)?(?:已)?(?:报备|备案)(?:情况|状态|与否|结果)?$/,
          /^(?:报备|备案)(?:日期|时间)[及和]?(?:编号|号|文号)$/,
          /^(?:报备|备案)(?:登记)?回执(?:情况)?$/,
        ],
        telling: true,
      },
      filed: {
        title: '备案日期',
        type: 'date',
        names: [/^(?:实际)?(?:报备|备案|报备案|申报)(?:日期|时间)$/, /^向[一-龥]{2,10}(?:报备|备案)(?:日期|时间)$/],
        telling: true,
      },
      fileBy: {
        title: '报备截止日期',
        type: 'date',
        names: [/^(?:报备|备案)(?:截止|最迟|期限)(?:日期|日|时间)?$/, /^(?:应|须|最迟)(?:报备|备案)(?:日期|时间)$/],
      },
      status: {
        title: '状态',
        type: 'text',
        names: [/^(?:办理|办结|进展|执行|完成|召开|实施|开展|事项)?状态$/, /^(?:执行|召开|开会)情况$/],
      },
      counted: {
        title: '是否计入',
        type: 'text',
        names: [/^(?:是否)?计入(?:本局|本单位|本镇|本乡|年度)?(?:统计|指标|总数|数量)?$/],
      },
      people: {
        title: '参会人数',
        type: 'people',
        names: [/^(?:参会|参加|与会|到会|出席|参训|参与)?(?:人员)?(?:人数|规模)$/],
      },
      year: YEAR,
      direction: { title: '收发', type: 'text', names: [/^收发(?:文)?(?:类型|类别|种类)?$/] },
      enterprise: ENTERPRISE,
      remark: { ...REMARK, names: [...REMARK.names, /^(?:进展|进展情况|实施情况|完成情况|办理情况)$/] },
      // Beside remarks.
      progress: {
        title: '完成情况',
        type: 'text',
        names: [/^(?:进展|实施|完成|办理|开展|落实)(?:情况)?$/, /^(?:检查|督查|实施|开展|活动)?结果$/],
      },
    },
  },
  visits: {
    title: '企业走访台账',
    names: /走访|入企|进企|企业/,
    fields: {
      enterprise: {
        title: '企业名称',
        type: 'text',
        names: [
          /^(?:走访|被?走访|受访|被?调研|接待|到访|被检查|被督查|服务|所到|联系)?企业(?:项目)?(?:名称|全称)?$/,
          /^(?:走访|调研|受访)(?:对象|单位名称)$|^(?:被|受)(?:走访|调研|访|检查|检)(?:单位|企业|对象)(?:名称)?$/,
        ],
        required: true,
        telling: true,
      },
      date: {
        title: '走访日期',
        type: 'date',
        names: [/^(?:走访|到访|调研|入企|检查|参观|来访|活动|接待|进企|观摩|服务)(?:日期|时间)$/, /^(?:日期|时间)$/],
        required: true,
      },
      unit: unit('走访单位', /^(?:走访|到访|来访|调研|检查|组织|带队|入企|参观)(?:单位|部门)$/),
      purpose: {
        title: '事由',
        type: 'text',
        names: [/^(?:走访|调研|来访|到访|检查|活动|入企)?(?:事由|内容|目的|事项|类型|形式|类别|主题)$/],
      },
      leader: { title: '带队领导', type: 'text', names: [/^(?:带队|走访|调研|来访)(?:领导|人|负责人|人员)$/] },
      people: { title: '人数', type: 'count', names: [/^(?:走访|到访|参加|随行|来访)?(?:人数|人员数量)$/] },
      status: { title: '办理情况', type: 'text', names: [/^(?:办理|处理|办结|走访)(?:情况|结果)$/] },
      remark: REMARK,
    },
  },
  apps: {
    title: '应用程序台账',
    names: /应用程序|APP|小程序|公众号|政务应用|移动应用|手机(?:应用|软件|程序)|在用(?:的)?(?:程序|应用)|应用软件/i,
    fields: {
      name: {
        title: '应用名称',
        type: 'text',
        names: [
          /^(?:(?:在用|现用|所用|使用)的?)?(?:政务|移动|互联网|移动互联网|政务移动互联网|政务移动)?(?:应用程序|应用|程序|软件|APP|小程序|客户端|公众号|账号|APP小程序|应用系统|系统|平台)(?:的)?(?:名称|全称|名)$/i,
          /^(?:APP|应用程序|小程序|政务应用|程序)$/i,
          /^(?:账号|公众号)名$/,
        ],
        weak: /^(?:政务|公众|政务公众|政务新媒体|新媒体)?(?:账号|账户)$|^名称$/,
        required: true,
        telling: true,
      },
      former: { title: '曾用名', type: 'text', names: [/^(?:曾用|原|旧|更名前)(?:的)?(?:名|名称|应用名称|程序名称)$/] },
      unit: {
        ...unit(
          '主办单位',
          /^(?:主办|主管|建设|开发|运营|运维|使用|开办)(?:单位|部门)$/,
          // Of what people must use: who wants it.
          /^(?:要求|推广|部署|布置|安排|下发|提出)(?:使用|安装|下载|注册)?的?(?:单位|部门|机关)(?:名称)?$/,
          /^(?:谁|哪家|哪个(?:单位|部门))(?:要求|让|叫|安排)(?:使用|安装|下载|用|装)?的?$/,
        ),
        weak: SECTION,
        required: true,
      },
      unitType: UNIT_TYPE,
      type: {
        title: '类型',
        type: 'text',
        names: [/^(?:应用|APP|应用程序|程序|平台|账号)?(?:类型|类别|形式|形态)$/i],
        choices: ['App', '小程序', '公众号', '其他'],
      },
      registration: {
        title: '备案登记号',
        type: 'text',
        names: [
          /^(?:APP)?(?:备案|登记|报备|注册|备案登记|ICP备案|登记备案)(?:编号|号|号码|序号|文号)$/i,
          // ICP/平台备案登记号, 网信办备案号.
          new RegExp(`^${BY_WHOM}(?:备案|登记|报备|备案登记|登记备案)(?:编号|号|号码|序号|文号|证号|回执号)$`, 'i'),
          /^(?:是否)?(?:已)?(?:备案|登记|报备|登记备案|备案登记|登记在册|纳入台账)(?:情况|状态|与否)?$/,
          new RegExp(`^(?:是否)?(?:已|经|在)?${BY_WHOM}(?:备案|备案登记|登记备案)(?:情况|状态|与否)?$`, 'i'),
        ],
        telling: true,
      },
      registered: {
        title: '备案登记日期',
        type: 'date',
        names: [/^(?:备案|登记|报备|登记备案|备案登记)(?:日期|时间)$/],
      },
      launched: {
        title: '上线日期',
        type: 'date',
        names: [
          /^(?:上线|启用|投用|开通|建成|运行|(?:开始|启动)(?:使用|运行)|使用(?:开始|起始)?|安装|引进|购买)(?:日期|时间|年月)$/,
        ],
      },
      // Who uses it for what.
      purpose: {
        title: '用途',
        type: 'text',
        names: [/^(?:主要)?(?:用途|功能|使用(?:场景|用途|范围|对象|人群|人员|群体))(?:说明|描述|介绍)?$/],
      },
      frequency: {
        title: '使用频次',
        type: 'text',
        names: [/^(?:要求)?(?:使用|打卡|登录|签到|填报|上报)(?:的)?(?:频次|频率|次数)(?:要求)?$/],
      },
      status: {
        title: '状态',
        type: 'text',
        names: [
          /^(?:运行|使用|当前|目前|现在?|应用|在用)?(?:状态|现状|状况)$/,
          /^(?:运行|使用|在用|当前|目前|现在?)(?:情况|状况)$/,
          /^结果$/,
          /^是否(?:在用|停用|关停|下线)$/,
          /^是否(?:继续|予以)?(?:保留|留用)$/,
          HANDLED,
        ],
        choices: ['在用', '已停用'],
      },
      remark: REMARK,
    },
  },
  superiors: {
    title: '上级来文台账',
    names: /来文|收文|上级文件/,
    fields: {
      title: {
        title: '文件标题',
        type: 'text',
        names: [
          /^(?:上级|来文|收文|上级来文|上级文件|来文文件)?(?:文件)?(?:标题|名称|题目)$|^文件名$/,
          /^(?:来文|上级文件|上级来文|文件)$/,
          /^(?:来文|文件|收文)?(?:题名|事由|主题|主要内容)$/,
        ],
        required: true,
      },
      number: { title: '来文文号', type: 'text', names: [/^(?:来文|上级|文件|收文)?(?:文号|字号|发文字号)$/] },
      issuer: {
        title: '来文单位',
        type: 'text',
        names: [/^(?:来文|发文|上级发文|制发)(?:单位|机关|部门)$/, /^上级(?:单位|机关)$/],
      },
      received: {
        title: '收文日期',
        type: 'date',
        names: [/^(?:收文|收到|来文|接收|登记|签收)(?:日期|时间)$/],
        required: true,
        telling: true,
      },
      unit: unit('承办单位', /^(?:承办|主办|办理|责任|牵头|落实)(?:单位|部门|科室)$/),
      needsReport: {
        title: '是否需报告',
        type: 'yesno',
        names: [/^是否(?:需要?|应)(?:向县委|向党委)?(?:报告|汇报|呈报)$/],
        choices: YESNO,
      },
      reportDue: {
        title: '报告期限',
        type: 'date',
        names: [
          /^(?:要求|规定|限定)?(?:向(?:县委|党委|区委|市委)(?:办公室|办)?)?(?:报告|汇报|呈报|上报)(?:县委|党委)?(?:期限|时限|截止日期|截止时间|截止日)$/,
          /^(?:应|须|要求|规定|限定|最迟)(?:向(?:县委|党委|区委|市委)(?:办公室|办)?)?(?:报告|汇报|呈报|上报)(?:县委|党委)?(?:日期|时间|时限|期限)$/,
          /^(?:要求)?(?:报送|反馈|报告|上报)(?:贯彻|落实|贯彻落实|办理|执行)?(?:情况|结果)?(?:时限|期限|截止(?:日期|时间|日)?)$/,
        ],
      },
      reported: {
        title: '报告日期',
        type: 'date',
        names: [
          /^(?:实际)?(?:向(?:县委|党委|区委|市委)(?:办公室|办)?)?(?:实际)?(?:报告|汇报|呈报)(?:县委|党委)?(?:日期|时间)$/,
          /^报(?:送)?(?:县委|党委)(?:日期|时间|情况)?$/,
          /^(?:落实|办理)?(?:实际)?(?:报送|反馈|上报)(?:日期|时间)$/,
          /^实(?:报|送|际报出?|际送达)(?:日期|时间)$/,
          /^已报(?:送|出)?(?:县委|党委)?(?:办公?室?)?(?:日期|时间|情况|与否)?$/,
          /^(?:向县委|向党委)?(?:报告|汇报|呈报)(?:县委|党委)?(?:情况|状态|与否)?$/,
          /^是否(?:已经?)?(?:向县委|向党委)?(?:报告|汇报|呈报)(?:县委|党委)?$/,
        ],
        telling: true,
      },
      needsImplementing: {
        title: '是否需配套',
        type: 'yesno',
        names: [/^是否(?:需要?|应|要求)?(?:制定|出台)?(?:配套|贯彻落实|落实)(?:文件|措施|方案)?$/],
        choices: YESNO,
      },
      implementingDue: {
        title: '落实期限',
        type: 'date',
        names: [
          /^(?:要求|规定|限定)?(?:落实|配套|贯彻|贯彻落实|办理|办结|完成|印发)(?:文件)?(?:期限|时限|截止日期|截止时间|截止日)$/,
          /^(?:应|须|要求|规定|限定|最迟)(?:落实|贯彻落实|印发|办结|完成)(?:日期|时间|时限|期限)$/,
          /^(?:要求)?(?:制定|出台|印发|配套)(?:的)?(?:实施|落实|配套|贯彻|贯彻落实)?(?:方案|意见|文件|办法|细则|措施)(?:时限|期限|截止(?:日期|时间|日)?)$/,
        ],
      },
      implementing: {
        title: '落实文件',
        type: 'text',
        names: [
          /^(?:配套|贯彻|贯彻落实|落实|实施)(?:的)?(?:文件|文件名称|文件标题|措施|方案|文号|文件文号|情况)$/,
          /^(?:办结|办理|办文)(?:情况|结果|进展|状态)$/,
          /^(?:落实|贯彻|配套|实施)?(?:方案|文件|意见|措施)(?:文号|名称)?(?:[及和](?:印发)?(?:日期|时间|文号))$/,
        ],
        telling: true,
      },
      implemented: {
        title: '落实日期',
        type: 'date',
        names: [/^(?:配套|贯彻|落实|贯彻落实)(?:文件)?(?:印发)?(?:日期|时间)$/],
      },
      remark: REMARK,
    },
  },
  facts: {
    title: '事实数据台账',
    names: /事实|数据|基础数据|口径/,
    fields: {
      name: {
        title: '指标名称',
        type: 'text',
        names: [/^(?:指标|数据|事实|统计|数据项|指标项|口径)(?:名称|名|项目|项|事项)?$/],
        weak: /^(?:名称|项目|事项|内容)$/,
        required: true,
        telling: true,
      },
      value: {
        title: '数值',
        type: 'number',
        names: [/^(?:指标|数据|统计|核定|最新|权威)?(?:数值|值)$/],
        weak: /^(?:核定|最新|权威|统计)?(?:数据|数量|数字|数)$/,
        required: true,
        telling: true,
      },
      measure: { title: '计量单位', type: 'text', names: [/^(?:计量|数据|数量|统计)?单位$/, /^量词$/], required: true },
      date: {
        title: '截至日期',
        type: 'text',
        names: [/^(?:截至|截止|统计|更新|核定|数据)(?:日期|时间|时点|期)$/, /^(?:日期|时间|时点|年度|年份)$/],
      },
      scope: { title: '范围', type: 'text', names: [/^(?:统计)?(?:范围|口径|地区|区域)$/] },
      source: { title: '数据来源', type: 'text', names: [/^(?:数据)?(?:来源|出处|提供单位|责任单位|来源单位)$/] },
      remark: REMARK,
    },
  },
}

/** Names of the fields of a kind; without one, of all kinds. */
export const fieldsOf = (kind: string | undefined): readonly string[] =>
  kind !== undefined && Object.hasOwn(KINDS, kind)
    ? Object.keys(KINDS[kind as RegisterKind].fields)
    : [...new Set(Object.values(KINDS).flatMap(({ fields }) => Object.keys(fields)))]
