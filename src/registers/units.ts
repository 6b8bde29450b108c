/** Offices by their names: 城关镇 and 城关镇人民政府 are one, 县水利局 and 水利局 too. */

/** Mass organisations, and others that go by none of the usual endings. */
const MASS =
  '总工会|工会|妇联|残联|[科侨消]协|计生协|[文侨台]联|社科联|工商联|联合会|联谊会|贸促会|红十字会|慈善(?:总会|协会|会)|法学会|老促会|老区建设促进会|(?:作家|老年|体育|志愿服务|计划生育|消费者|科学技术|个体劳动者|书法|摄影)者?协会|仲裁委员会|供销合作社|供销社'

/** What names of offices end in, wherever one stands alone: pattern source. */
export const OFFICE_ENDS = `[镇乡局委办部院]|街道|中心|公司|${MASS}`

/** What an office is, for rules that tell them apart. */
export type UnitType = '乡镇' | '县直'

const TAIL = /(?:(?<=[镇乡])政府|人民政府(?:办公室)?|党委政府|党委、政府|党委|党工委|党组|办事处|机关)$/
/** The county before a department's name. 县委 and 县政府 are names of their own; 县城 is a place, but for 县城市管理局. */
const COUNTY_HEAD =
  /^(?:中共|中国共产党)?(?:[一-龥]{1,4}?县|[本我全]?县)(?!委|政府|人民政府|人大|政协|纪|直|城(?![市管建投乡关])|乡(?!村振兴)|域)(?=[一-龥]{2})/
const COUNTY_SEAT = /^(?:中共|中国共产党)?[一-龥]{0,4}?县(?:人民)?(?=委|政府|人大|政协|纪委|直)/

/** What bureaus are called for short; the first of each is what they are compared by. */
const SHORT = new Map(
  [
    ['住建局', '住房和城乡建设局', '住房城乡建设局', '城乡建设局'],
    ['教体局', '教育体育局', '教育和体育局', '教育局', '教体委'],
    ['卫健委', '卫生健康委', '卫健局', '卫生健康局'],
    ['人社局', '人力资源和社会保障局', '人力资源社会保障局', '人力社保局'],
    ['发改委', '发展和改革委', '发展改革委', '发改局', '发展和改革局'],
    ['工信局', '工业和信息化局', '工业信息化局'],
    ['市监局', '市场监督管理局', '市场监管局', '市场监督局'],
    [
      '文旅局',
      '文化和旅游局',
      '文化旅游局',
      '文化广电和旅游局',
      '文广旅局',
      '文化广电旅游局',
      '文化广电旅游体育局',
      '文化体育和旅游局',
      '文化旅游体育局',
      '文旅体局',
      '文体旅局',
      '文体旅游局',
      '文化广电体育和旅游局',
      '文化体育广电和旅游局',
      '文旅广电局',
    ],
    ['应急局', '应急管理局'],
    ['交通局', '交通运输局', '交运局'],
    [
      '城管局',
      '城市管理局',
      '城市管理综合执法局',
      '城市管理和综合执法局',
      '城市综合管理局',
      '城管执法局',
      '城市管理执法局',
    ],
    ['医保局', '医疗保障局'],
    ['退役军人局', '退役军人事务局', '退役局', '退役军人管理局'],
    ['农业局', '农业农村局'],
    ['县委办', '县委办公室'],
    ['县政府办', '县政府办公室', '政府办公室', '政府办'],
    ['县人大办', '县人大常委会办公室', '县人大办公室', '人大常委会办公室', '人大办'],
    ['县政协办', '县政协办公室', '政协办公室', '政协办'],
    ['县纪委监委', '县纪委', '纪委监委'],
    ['县委组织部', '组织部'],
    ['县委宣传部', '宣传部'],
    ['县委统战部', '统战部'],
    ['县委政法委', '政法委'],
    ['县委编办', '编办', '县委机构编制委员会办公室', '机构编制委员会办公室'],
    ['县委网信办', '网信办', '县委网络安全和信息化委员会办公室'],
    ['县委农办', '农办', '县委农村工作领导小组办公室'],
    ['县委社会工作部', '社会工作部', '县委社工部', '社工部'],
    ['县委老干部局', '老干部局'],
    ['县委巡察办', '巡察办', '县委巡察工作领导小组办公室'],
    ['自然资源局', '自然资源和规划局', '自然资源规划局', '自规局', '自资局'],
    ['科技局', '科学技术局'],
    ['林草局', '林业和草原局', '林业草原局'],
    ['大数据局', '大数据管理局', '大数据发展局', '大数据发展管理局'],
    ['融媒体中心', '融媒中心'],
    ['机关事务中心', '机关事务服务中心', '机关事务管理中心'],
    ['民宗局', '民族宗教局', '民族宗教事务局', '民族和宗教事务局'],
    ['审批局', '行政审批局', '行政审批服务局', '审批服务局', '行政审批和政务服务局', '政务服务和行政审批局'],
    ['粮储局', '粮食和物资储备局', '粮食和储备局'],
    ['供销社', '供销合作社', '供销合作社联合社'],
    ['残联', '残疾人联合会'],
    ['妇联', '妇女联合会'],
    ['科协', '科学技术协会'],
    ['工商联', '工商业联合会'],
    ['文联', '文学艺术界联合会'],
    ['总工会', '工会'],
    ['侨联', '归国华侨联合会'],
    ['台联', '台湾同胞联谊会'],
    ['社科联', '社会科学界联合会'],
    ['计生协', '计划生育协会', '计生协会'],
    ['贸促会', '国际贸易促进委', '贸易促进委'],
    ['关工委', '关心下一代工作委'],
    ['消协', '消费者协会'],
  ].flatMap(([short, ...names]) => names.map((name) => [name, short!] as const)),
)

/** 团县委, 共青团清源县委, 县团委: none of them is the county's committee. */
const YOUTH_LEAGUE = /^(?:(?:中国)?共(?:产主义)?青(?:年)?团|团|(?=县团))[一-龥]{0,4}县(?:委|团委)(?:员会)?(?:机关)?$/

/** A name to compare offices by. */
export function unitKey(name: string): string {
  // 县信访局（牵头）, 石门街道（原石门镇）.
  const written = PLAIN.test(name)
    ? name
    : name
        .normalize('NFKC')
        .replace(/(?<=.)\([^()]*\)$/, '')
        .replace(/[^\p{L}\p{N}]+/gu, '')
  if (YOUTH_LEAGUE.test(written)) return '团县委'
  let key = written.replace(COUNTY_SEAT, '县')
  for (let cut = key.replace(TAIL, ''); cut !== key && cut.length >= 2; cut = key.replace(TAIL, '')) key = cut
  const bare = key
    .replace(COUNTY_SEAT, '县')
    .replace(COUNTY_HEAD, '')
    .replace(/委员会$/, '委')
  return SHORT.get(bare) ?? bare
}
/** 县招商中心（原县投资促进局）: what it was called, to compare; undefined where the name does not tell. */
export function formerKeyOf(name: string): string | undefined {
  const former = FORMERLY.exec(name)?.[1]
  return former && unitKey(former)
}
const FORMERLY = /[（(]原(?:名)?([一-龥]{3,20}?)[）)]\s*$/
const PLAIN = /^[\u4e00-\u9fff]*$/

const TOWNSHIP = /(?:镇|乡|街道|街道办|办事处|民族乡|苏木|管委会)$/
/** 城关镇党政办. */
const OF_TOWNSHIP = /^(?!.?县)[一-龥]{2,4}(?:[镇乡](?![镇村企])|街道)[一-龥]{2,}$/
const SCHOOL = /(?:小学|中学|学校|中心校|幼儿园)$/
/** 县人民医院 and 县第一中学 are the county's and no offices of it: a column may say otherwise. */
const COUNTY =
  /(?:局|委|办|部|室|会|中心|队|站|社|馆|所|处|厅|联|协|法院|检察院|县委|县政府|人大|政协|纪委|武装部|工会|妇联|团委|党校|档案馆|大队)$/

/** What an office is: as its column says, otherwise by its name; undefined where neither tells. */
export function unitTypeOf(name: string, said = ''): UnitType | undefined {
  if (/乡镇|乡（镇）|镇街|街道|乡级|镇级/.test(said)) return '乡镇'
  if (/县直|县级|部门|县属|区直|市直|机关/.test(said)) return '县直'
  const key = unitKey(name)
  // 龙泉镇中心小学 is neither.
  if (OF_TOWNSHIP.test(key) && SCHOOL.test(key)) return undefined
  // 城关镇财政所 belongs to a township, 县乡镇企业局 to the county.
  if (TOWNSHIP.test(key) || OF_TOWNSHIP.test(key)) return '乡镇'
  // The county’s own committee and government are none of its offices.
  return COUNTY.test(key) && !/^县(?:委|政府|委县政府)$/.test(key) ? '县直' : undefined
}

/** 预留, 机动: what of a quota is given to nobody yet. */
export const isReserve = (name: string): boolean =>
  /^(?:[全本]?县级?|县委|年中)?(?:预留|机动|备用|调剂|待分配)(?:指标|数量?|额|部分)?$/.test(name.trim())

/** A leading group, a commission: it meets, and reports no monthly figures. 县卫生健康委员会 and the like are offices. */
export const isJointBody = (name: string): boolean => JOINT_BODY.test(name.trim())
const JOINT_BODY =
  /(?:领导小组|协调小组|工作小组|推进小组|专项小组|(?<!健康|改革|检查|政法|[村居]民|管理|工作|经济|教育|科技|国资|建设)委员会|指挥部|工作?专班|联席会议?|安委会|议事协调机构)(?:办公室)?(?:[（(][^（()）]{1,20}[）)])?$/
