import {
  type Doc,
  defineRule,
  demandOf,
  directing,
  laysDuties,
  matchesAny,
  matchOver,
  national,
  pattern,
  type Span,
  v,
  windowAt,
} from '../src/rule.ts'

const TRACE =
  '(?:台[账帐](?:资料|档案|记录)?|工作痕迹|痕迹(?:资料|材料)?|留痕(?:资料|材料)?|影像(?:资料|档案)?|(?:活动|工作)?图片(?:资料)?|(?:活动|工作)照片|照片|截图|学习笔记|读书笔记|工作笔记|笔记本|心得体会|会议记录|档案资料|软件资料|内业资料|佐证(?:材料|资料)|印证(?:材料|资料)|工作日志|民情日记)'
const COMPLETE =
  '(?:是否)?(?:齐全|完整|完备|规范|健全|不全|缺失|不齐|不规范|不完整|不健全|未建立|未建|缺少|缺项|到位|翔实|详实)'
const POINTS =
  '(?:[得扣减记计加][^，。；]{0,6}?\\d[\\d.]{0,4}\\s?分|[（(][\\d.]{1,4}\\s?分[)）]|不得分|不予加分|\\d[\\d.]{0,4}\\s?分(?![钟之期]))'

/** Traces as the measure of work. */
const CRITERIA: readonly RegExp[] = [
  new RegExp(`(?:有|提供|凭)[^，。；]{0,6}?${TRACE}[^，。；]{0,8}?(?:的?，)?[得计加记]\\s?[\\d.]{1,4}\\s?分`, 'g'),
  // 有会议记录、有图片的得5分; 查看学习笔记、图片，缺一次扣0.5分.
  new RegExp(`有[^，。；]{0,6}?${TRACE}[^，。；]{0,24}?的，?[得计加记]\\s?[\\d.]{1,4}\\s?分`, 'g'),
  new RegExp(
    `(?:查看|查阅|检查|核对|翻看)[^，。；]{0,16}?${TRACE}[^，。；]{0,20}?，[^，。；]{0,10}?[扣减]\\s?[\\d.]{1,4}\\s?分`,
    'g',
  ),
  new RegExp(`${TRACE}[^，。；]{0,24}?的[得计加]\\s?[\\d.]{1,4}\\s?分`, 'g'),
  // 考核采取查看会议记录、照片等方式进行; not where somebody goes and sees as well.
  new RegExp(
    `(?:考核|考评|评分|评价|验收)(?![^。；]{0,60}(?:实地|现场|走访|访谈|暗访|入户))[^，。；]{0,16}?(?:查看|查阅|检查|翻看)[^，。；]{0,20}?${TRACE}[^，。；]{0,24}?(?:方式|为主|进行|打分|评分|计分)`,
    'g',
  ),
  new RegExp(`${TRACE}[^，。；]{0,10}?${COMPLETE}[^。；]{0,24}?${POINTS}`, 'g'),
  new RegExp(
    `(?:无|没有|未|缺)[^，。；]{0,10}?${TRACE}[^。；]{0,20}?(?:${POINTS}|视为|视同|不予认可|不予计分|按未完成|一律扣)`,
    'g',
  ),
  new RegExp(
    `${TRACE}[^，。；]{0,16}?(?:作为|列入|纳入|列为)[^，。；]{0,20}?(?:考核|考评|评价|评判|评比|评先评优|检查|督查|督导|验收|评分|评先|述职)(?:的?[^，。；]{0,6}(?:依据|标准|内容|指标|条件|凭证))?`,
    'g',
  ),
  new RegExp(
    `以[^，。；]{0,20}?${TRACE}[^，。；]{0,10}?(?:为|作为)[^，。；]{0,14}?(?:依据|标准|凭证|佐证|证明|准)`,
    'g',
  ),
  new RegExp(
    `(?:检查|查看|督查|督导|考核|抽查|核查|验收|[查看])[^，。；]{0,16}?${TRACE}[^，。；]{0,8}?是否[^，。；]{0,10}`,
    'g',
  ),
  /(?:未|没有?)[^，。；]{0,8}?(?:拍照|留痕|上传照片|影像|截图)[^。；]{0,10}?，[^。；]{0,10}?(?:视为|视同|按[^。；]{0,6}未|不予|扣|通报)/g,
]
/** Traces that are to be made and kept. */
const DEMANDS: readonly RegExp[] = [
  /(?:学习笔记|读书笔记|工作笔记|心得体会|民情日记)[^，。；]{0,10}?(?:检查|抽查|评比|展评|晒)/g,
  /水印相机|(?:定位|打卡|工作)(?:照片|截图)[^，。；]{0,6}?(?:上传|报送|发)|(?:上传|报送|发送)[^，。；]{0,6}?(?:定位|打卡|工作)(?:照片|截图)/g,
  /(?:照片|图片|截图|影像|视频)(?:资料)?[（]?[^，。；]{0,8}?(?:不少于|至少|不低于)\s?[\d一二两三四五六七八九十]{1,4}\s?[张份幅段个条]?/g,
  /该拍的[^，。；]{0,6}要拍|该建的[^，。；]{0,4}台账要建/g,
  /有[^，。；、]{1,5}、有(?:照片|图片|影像|截图)|有(?:照片|图片|影像|截图)[^，。；]{0,6}、有/g,
  /(?:做好|注重|注意|重视|突出|强化|加强|坚持|做到|实行|落实|确保|要有|全面|全程|全过程|处处|事事|必须|实现|推行|实施)[^，。；]{0,8}?(?:留痕|痕迹(?:化)?管理)/g,
  /拍[照摄][^，。；]{0,8}?(?:上传|留痕|打卡|存档|备查|报送|发送?[到至]|发群|晒|为证)/g,
  /(?:留存|保留|保存|上传|报送|上报|提交|收集|附|提供|拍摄|留取|留好|发送)[^，。；]{0,14}?(?:影像|照片|视频|截图|图片)(?:资料|材料)?[^。；]{0,16}?(?:备查|存档|归档|备检|留痕|佐证|印证|报送|上传|不少于|\d{1,2}\s?张)/g,
  /每(?:次|场|期|户|天|日|处|项|周|月)[^，。；]{0,16}?(?:上传|拍|报送|留存|提交|附)[^，。；]{0,10}?(?:照片|影像|截图|视频|图片)/g,
  /(?:照片|影像(?:资料)?|截图|视频|图片)[^，。；]{0,12}?(?:上传|报送?|发送?)[^，。；]{0,6}?(?:到|至|于)?[^，。；]{0,12}?(?:群(?!众)|平台|系统|小程序|APP|邮箱|备查|办公室|专班)/g,
  /(?:撰写|写|提交|上交|报送|交|完成|记录|记|做|摘抄)[^，。；]{0,12}?(?:学习笔记|读书笔记|工作笔记|学习心得|心得体会|民情日记)[^，。；]{0,10}?(?:(?:不少于|至少)?\s?[\d一二三四五六七八九十]{1,5}\s?[篇字万次份]字?|不少于|至少)/g,
  /(?:每人|人均|每名|每个?月|每周|每季度|人人|至少|不少于)[^，。；]{0,24}?(?:(?:学习|读书|工作)笔记本?|学习心得|心得体会|民情日记)/g,
  /(?:学习笔记|读书笔记|工作笔记|学习心得|心得体会|民情日记)[^。；]{0,12}?(?:(?:不少于|至少)?\s?[\d一二三四五六七八九十]{1,5}\s?万?[字篇]|不少于|至少|每[人月周季]|备查|上交|统一(?:检查|收)|存档)/g,
  /台[账帐][^，。；]{0,16}?，?[^，。；]{0,6}?(?:备查|迎检|备检|待查|装订成册|以供检查|迎接检查)/g,
  /(?:照片|图片|心得体会|会议记录|学习笔记)[^，。；]{0,20}?(?:整理|归档|装订)[^。；]{0,24}?(?:备查|迎检|有据可查|[迎备]接?[^，。；]{0,6}(?:检查|考核|验收|督查))/g,
  /(?:整理|准备|完善|补齐|补全|规范|做好)[^，。；]{0,14}?(?:佐证|印证|迎检|痕迹|内业)(?:材料|资料)/g,
  /(?:台[账帐]|内业|软件|痕迹)资料[^，。；]{0,4}?(?:齐全|完整|完备|规范)/g,
  /(?:照片|影像|图片|视频|截图)(?:资料|材料)?[^，。；]{0,8}?(?:留存|存档|保存)?备查/g,
]
/** What law, proof or safety demands, and pictures that are works. */
const DUTY =
  /执法|处罚|行政许可|记录仪|全过程记录|追溯|溯源|食品|药品|农药|兽药|危险?(?:废|化)|危废|固废|医废|废物|隐患|检疫|屠宰|防疫|疫苗|排污|排放|环境监测|公证|招[标投]|评标|采购|审计|办案|案件|证据|取证|询问|讯问|勘[验查]|笔录|文物|医学|诊疗|病历|遥感|卫星|监控|航拍|无人机|隐蔽工程|施工|监理|竣工|存证|数据安全|网络安全|算法|操作留痕|系统留痕|决策|干预|过问|插手|出入库|燃气|特种设备|电梯|消防|动火|票据|信贷|贷款|理赔|保险|核损|普查|测绘|作品|短视频|微视频|宣传视频|征集|参赛|投稿|申报|报名|应聘|招聘|申请|推荐|耕地|图斑|古树|摄影|征文|免冠|证件|身份证|护照|驾驶证|办证|证照|营业执照|旅游|网约|外卖|快递|用工|工资|财务|资金|固定资产|选举|投票|党员档案|人事档案|档案法|事故现场|巡检|设备运行|公示照片|信访人|审批|交易|合同/

/** Who finds something takes a picture of it. */
const FOUND = /发现|受灾|损失|随手拍|举报|投诉|群众可/

export default defineRule({
  scope: 'doc',
  genres: [...directing, 'other'],
  severity: 'error',
  title: { zh: '要求留痕、拍照、做台账', en: 'Demands traces of work' },
  basis: national.traces,
  triggers: [
    '留痕',
    '痕迹',
    '拍照',
    '拍摄',
    '照片',
    '影像',
    '截图',
    '图片',
    '视频',
    '台账',
    '台帐',
    '笔记',
    '心得',
    '日记',
    '佐证',
    '印证',
    '迎检',
    '内业',
    '软件资料',
    '会议记录',
    '档案资料',
    '工作日志',
    '水印',
  ],
  options: v.object({
    allowed: v.optional(
      v.pipe(
        v.array(pattern()),
        v.description('法律法规或上级明文要求留存记录的事项，如“食品留样”；句中出现即不查；可以写正则表达式'),
      ),
      [],
    ),
  }),
  messages: {
    criterion: {
      zh: '把留痕、台账、笔记当作评判工作的标准：“{words}”',
      en: 'Judges work by the traces it leaves: “{words}”',
      advice: {
        zh: '改为看结果：办成了什么、群众是否认可；需要核实的，到现场看、找人问',
        en: 'Judge by results; to verify, go and see, or ask',
      },
    },
    demanded: {
      zh: '要求留痕：“{words}”',
      en: 'Demands traces of work: “{words}”',
      severity: 'warning',
      advice: {
        zh: '删去留痕的要求；法律法规或上级明文要求留存的，请写明依据，并把事项写入本规则的 allowed',
        en: 'Drop the demand; where a law or a higher rule demands the record, cite it and list the item under allowed',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    let done = -1
    for (const hit of hits) {
      if (hit.start < done) continue
      const found = demanded(doc, hit)
      if (!found || found.span.start < done) continue
      const { message, span, words } = found
      const demand = demandOf(doc, span)
      if (demand.void || demand.actor === 'business') continue
      if (
        DUTY.test(demand.ahead.slice(-60) + words + demand.after.slice(0, 30)) ||
        matchesAny(allowed, demand.sentence)
      )
        continue
      if (words.includes('拍照') && FOUND.test(demand.ahead)) continue
      done = span.end
      yield { message, args: { words }, at: { doc, span } }
    }
  },
})

function demanded(
  doc: Doc,
  hit: Span,
): { readonly message: 'criterion' | 'demanded'; readonly span: Span; readonly words: string } | undefined {
  const window = windowAt(doc, hit.start, 50, 80)
  if (!window) return undefined
  const { text, at } = window
  for (const [message, patterns] of [
    ['criterion', CRITERIA],
    ['demanded', DEMANDS],
  ] as const)
    for (const pattern of patterns) {
      const m = matchOver(pattern, text, at, hit.end - hit.start)
      if (!m) continue
      return { message, span: window.spanOf(m.index, m.index + m[0].length), words: m[0] }
    }
  return undefined
}
