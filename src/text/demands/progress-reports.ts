/** Reports on how a document is carried out that it demands of the offices below. */
import type { Doc, Span } from '../../core.ts'
import { lazily } from '../../lazily.ts'
import { type Cell, cellAt } from '../cells.ts'
import { fullWidth } from '../clauses.ts'
import { oncePerSentence, type Worded } from '../contexts.ts'
import { SENT_TO_OFFICE } from '../parts/receivers.ts'
import { demandOf, firstOver, type Window, windowAt } from './demands.ts'
import { ANYONE_BELOW, orLikely, type Signs } from './likely.ts'

// 科室不填报表格.
const SEND = `(?<![不免])(?:报送|函复|函告|函报|上报|上交|交(?=[一两]份)|提交|呈报|填报|书面报告|书面汇报|报告|汇报|反馈|报备|反映|报来|报回|报一次|[一两二三]报|发送?[至到]|传报|回报(?=[县市区镇乡局一])|填(?:一次|(?=[^，。；充补埋好]{0,6}进[度展]))|传(?=[县市区镇乡][^，。；]{0,6}(?:办|专班|局|组))|报(?=[到县市区省镇乡街局委办我本至党政国部厅院]|领导小组|专班|指挥部|管委会|学区|总公司|团[县市区镇乡]?委|校办|学校|工会|妇联|(?![名道纸刊社销警废价请考表批案到答复应偿酬告])[一-龥]{1,6}(?:工会|妇联|团委|党委|党支部|局|股(?![份权东])|督查室|办(?![理法公事])))|${SENT_TO_OFFICE})`
const OFTEN =
  '(?:逢(?:[五十单双周旬月季]|\\s?\\d{1,2}[日、])[^，。；]{0,4}|每[逢到]?个?(?:工作日|日|天|晚|早|自然周|周|星期|礼拜|双[号日]|单[号日]|旬|半?个?月|两周|双周|季度?|半年|年|学期|学年)|按(?:日|天|周|旬|半?月|季度?)|逐[日周月]|定期|(?:一|双|两|隔)(?:日|天|周|月)一|隔(?:[日天周]|[一两二三五十\\d]{1,2}(?:天|日|周|个月))(?![之期后以])|每隔?[一二两三五七十\\d]{1,2}(?:日|天|周|个月)|(?:天天|日日)(?![有讲抓在见向]))'
const NEWS =
  '(?:统计表|汇总表|情况|进展|进度|总结|动态|(?<!一)简报(?!会)|阶段性?报告|工作信息|信息|数据|报表|清单|材料|成效|问题|台账|小结|结果)(?:情况)?'
const RHYTHM = '(?:一[日天周旬月季]|半月|双周|每[日天周旬月季])一'
/** 将整治完成情况报来: how far the work has come; nothing is cleaned up here. */
const STATE =
  '(?:(?:(?:整治|治理|清理|排查)(?=完成|进展|推进|开展))?(?:贯彻|落实|进展|推进|开展|完成|执行|实施|工作|学习|传达|活动|办理)[^，。；：]{0,14}?(?:情况|进展|进度|总结|小结|报告)|(?:工作|阶段性?|年度|半年|专项|书面|写[个份]|行动|活动)总结|阶段性?(?:工作|进展|情况)?报告|工作进[展度]|任务进[展度]|推进进[展度]|整体进[展度])'

/** 每周五下班前报送工作进展. In the order of who wins. */
const REGULAR = lazily((): readonly RegExp[] => [
  new RegExp(`${OFTEN}[^。；]{0,40}?${SEND}[^，。；]{0,20}?${NEWS}`, 'g'),
  new RegExp(`${OFTEN}[^。；]{0,24}?${NEWS}[^。；]{0,40}?${SEND}`, 'g'),
  new RegExp(
    // Captured, for V8 writes out a short loop over what is not: that takes 2 ms to compile.
    `(贯彻|落实|进展|推进|开展|完成|执行|工作|任务){0,3}${NEWS}[^，。；]{0,16}，?(?:以[^，。；]{1,8}为单位，)?[^，。；]{0,6}${OFTEN}[^。；]{0,24}?${SEND}`,
    'g',
  ),
  new RegExp(`${SEND}[^，。；]{0,20}?${NEWS}[^。；]{0,16}?${OFTEN}`, 'g'),
  /(?:一日|每日|一天|每天|一周|每周|一旬|每旬|半月|每半月|一月|每月|一季|每季)[一两二三]报(?:告)?(?:制度?)?/g,
  /(?<![d０-９一二三四五六七八九十今近昨明当同即上本下每个逐翌次末])(?:日|周|旬|双周|半月|月|季)(?:报告(?:制度?)?|报送制度?)|零报告(?:制度?)?/g,
  /(?:实行|建立|严格|执行|坚持|落实|推行|报送|上报)(?:[^，。；《》“”]{0,10})(?:日|周|旬|双周|半月|月|季)报(?:制度?)?(?![纸社刊率道表名考价复到告送])/g,
])
const ONCE = lazily((): readonly RegExp[] => [
  /怎么[^，。；、]{1,4}的?[^。；]{0,40}?(?:[交报写送]|形成)[^，。；]{0,4}?书面(?:报告|材料|汇报)/g,
  /写(?:一?[份个篇])?(?:书面|文字)?(?:材料|报告|总结|小结)[^，。；]{0,16}[交报送发](?:给|到|至)?(?:[县市区镇乡局]|督查|我|[^，。；]{1,6}(?:办|[室组处科股]|专班|指挥部))[^，。；]{0,10}/g,
  new RegExp(`(?:报送|上报|上交|提交|呈报|书面报告|书面汇报|反馈|报告)(?!制度)[^，。；：]{0,16}?${STATE}`, 'g'),
  // 学习了几次、解决了什么问题，于9月底前行文报县委组织部.
  /(?:几次|哪些|什么|怎样|怎么)[^。；]{0,40}?[前内]，?[^，。；]{0,8}(?:行文|书面|正式)[^，。；]{0,2}[报送交][^，。；]{1,10}(?:部|办|委|局|组|中心)/g,
  /(?:撰写|形成|写出|提交)[^，。；]{0,14}总结(?:材料|报告)，?[^。；，]{0,24}[交报送][^，。；]{0,4}(?:[县市区镇乡][^，。；]{0,10}(?:办公室|办|局|委|组|中心))/g,
  // 要认真总结，向县政府专题报告.
  /(?<=[要须应])(?:认真|全面|及时|系统|深入|抓紧)?总结[^，。；]{0,8}，[^，。；]{0,4}向[^，。；]{2,14}?(?:专题|书面|写出)[^，。；]{0,2}报告/g,
  // 本通知贯彻情况，请于7月15日前以公文形式告知我办.
  /(?:贯彻|落实|执行)[^，。；]{0,6}情况[^。；]{0,36}?(?:[函告]知|书面答复|来函|来文)[我本][局办委厅部]/g,
  // 工作总结经分管领导审查、主要负责人签字后，于12月25日前报送县项目办.
  new RegExp(`(?:(?:工作|活动|年度|行动|学习)总结|总结(?=经))[^。；]{0,66}?[日号底]前，?${SEND}`, 'g'),
  new RegExp(`(?:${STATE})[^。；]{0,12}?(?:形成|撰写)[^，。；]{0,8}(?:报告|总结|材料)[^。；]{0,20}${SEND}`, 'g'),
  new RegExp(`${STATE}[^。；]{0,36}?${SEND}`, 'g'),
])
/** 把学习贯彻会议精神的做法和成效以正式文件形式送局办公室: how it is carried out, by other names. Looked for only at `FORM_WORDS`. */
const IN_FORM = lazily(
  () =>
    [
      [
        'once',
        [
          new RegExp(
            `(?:[将把]|(?<=[前内]，?)(?![^，。；]{0,12}[将把]))[^，。；]{0,10}?(?:贯彻|落实|学习|传达|执行|推进|宣讲|动员|开展)[^，。；：]{0,16}?(?:情况|做法|成效|打算|举措|收获|效果|措施|安排|结果)[^，。；]{0,14}?，?[^，。；]{0,10}?(?:以|用|按|通过|形成|写成|整理成)[^，。；]{0,6}?(?:正式|书面|公文|红头|文字|材料)(?:文件|材料|报告|行文|汇报)?(?:的?形式|方式|格式)?，?[^，。；]{0,10}?(?:${SEND}|(?<![移转推运护])(?:送|交|发)(?:至|到|给|往)?(?=[^，。；]{0,8}(?:局|办(?![理法公事])|办公室|科|股|专班|邮箱)))`,
            'g',
          ),
        ],
      ],
    ] as const,
)
const FORM_WORDS: ReadonlySet<string> = new Set([
  ...['件形式', '面形式', '文形式', '料形式', '告形式', '件的形式', '面的形式', '文的形式', '料的形式'],
])
/** 活动结束后一周内，将党课情况、照片和讲稿报局办公室: whatever was held is to be told on paper. Looked for only where `HELD` stands. */
const AFTERWARDS = lazily((): readonly RegExp[] => [
  new RegExp(
    `结束后[^。；]{0,20}?(?:形成|撰写|写出)[^，。；]{0,6}(?:总结|专题报告|工作报告|书面材料)[^。；]{0,40}?${SEND}`,
    'g',
  ),
  new RegExp(`结束后[^。；]{0,40}?[将把](?:(?![将把])[^，。；]){0,24}?(?:材料|资料)[^。；]{0,40}?${SEND}`, 'g'),
  new RegExp(`[将把](?:(?![将把])[^，。；]){0,30}?(?:情况|总结|小结|材料|资料)[^。；]{0,60}?${SEND}`, 'g'),
])
const HELD =
  /(?:活动|会议|会|学习|研讨|宣讲|党课|行动|宣传月|宣传周|主题[月周日]|讨论|走访|读书班|答题|整治|治理|排查|阶段)[^，。；、]{0,4}(?:结束|完成|完毕)(?!前)/
/** What is written down and handed in, whatever it is called: 写个短短的东西发给指挥部. */
const WRITTEN =
  '(?:东西|短[稿文讯]|小稿|文字稿|条子|几行字?|材料|单子|书面账|几句话?|一段话|一页纸|数字?|表|名单|说明|文字)'
const OFFICE =
  '(?:团[县市区镇乡]委|[县市区]?(?:妇联|总工会|科协)|[县市区镇乡][^，。；]{0,8}?(?:[办局委组站所里府]|专班)|指挥部|专班|[局办]里?|[^，。；]{1,6}办(?![法事理])|我(?!们?[乡镇村])|上来)'
const SPOKEN = lazily((): readonly RegExp[] => [
  new RegExp(
    `${OFTEN}[^。；]{0,12}?要[一两]?[次回份][^，。；]{0,4}(?:进度|进展|情况|数)|${OFTEN}[^。；]{0,24}?[把将][^。；]{0,40}?发(?:给|到|至|往)?[^，。；]{0,6}邮箱`,
    'g',
  ),
  new RegExp(
    `${OFTEN}[^。；]{0,24}?(?:提供|报送|上报|提交|报(?=[给到至一两二三四五六\\d]))[^，。；]{0,6}?[一两二三四五六\\d]{1,2}[篇条][^，。；]{0,20}?(?:稿件|信息|材料|简报)`,
    'g',
  ),
  /(?:一个?(?:星期|礼拜|周|月|天)|每[天周月]|天天)[^，。；]{0,6}[跟给向](?!群众|村民|老百姓|家长|家里)[^，。；]{0,6}(?:汇?报|说)[一上][回次声遍]/g,
  new RegExp(
    `(?:${OFTEN}|一个?(?:星期|礼拜|周|月)[^，。；]{0,4}(?:[给向]|(?=写)))[^。；]{0,60}?写[^，。；]{0,8}?${WRITTEN}(?:[^。；]{0,30}?[发报送交传](?:给|到|至)?${OFFICE})?`,
    'g',
  ),
  new RegExp(
    `${OFTEN}[^。；]{0,24}?[把将][^。；]{0,48}?(?:报(?:给|到|至|送)?|(?:汇总|梳理|整理)[^。；]{0,6}[发报送交传](?:给|到|至)?|${WRITTEN}[^，。；]{0,4}，?[^，。；]{0,8}?(?:[发送交传](?:给|到|至)?|给(?=我)))${OFFICE}`,
    'g',
  ),
  new RegExp(`${OFTEN}[^。；]{0,16}?给${OFFICE}[^，。；]{0,4}?(?:一份|一页|一张|一段)`, 'g'),
  // 每天下午五点报当天劝离多少.
  new RegExp(
    `${OFTEN}[^。；]{0,12}?报(?:一下)?(?:当[天日])?[^，。；]{0,10}多少[^。；]{0,30}?[报送交](?:一份|给|到|至)?`,
    'g',
  ),
  // 乡镇报自然资源局，自然资源局汇总报我，三天一次.
  new RegExp(`(?:报|送|交)(?:给|到|至|送)?${OFFICE}[^。；]{0,12}，[一两二三五十\\d]{1,2}(?:天|日|周)一(?:次|报)`, 'g'),
  // 落实到什么程度，每十天向党政办书面反馈一次.
  new RegExp(`${OFTEN}[^，。；]{0,4}向[^，。；]{1,14}?(?:书面)?(?:反馈|汇报|报告)一次`, 'g'),
  /(?:没有?|无)[^，。；]{0,8}也[要得须][^，。；]{0,6}[报写发填][^，。；]{0,6}[“"]?[无零]/g,
  // 哪天没动静也要传一张空表, 没活儿照样报个零.
  /(?:没有?|无)[^，。；]{0,10}，?(?:[也都](?:照样)?[要得须]|照样)[^，。；]{0,6}[报写发填传交送][^，。；]{0,4}(?:空[白]?表|[个一][声句个]?(?:零|平安))/g,
  // 从今天起天天报数, 一天一碰数.
  /(?:[一每][天日周晚]|天天|日日|早晚)[^，。；]{0,10}?(?<!不用|不再|[排列]队)(?:碰|报)[一两]?[次遍回]?数(?![一-龥])/g,
])
/** What was done, as one counts it aloud: 翻了几亩、还剩几亩. */
const COUNTED = '(?:[了过着到](?:几|多少)|(?:还[剩差欠有]|剩下)(?:几|多少))'
const HANDS_ON =
  '(?:[报发传送交递](?:给|到|至|往|上来|回来)|报(?=[县市区镇乡局我])|给(?=我|[县市区镇乡]里))[^，。；]{0,12}'
/** 下班前把当日翻了几亩、还剩几亩填成表，传到股里: everyday words for a table by the day. Looked for only at `COUNT_WORDS`. */
const COUNTS = lazily(
  () =>
    [
      [
        'regular',
        [
          new RegExp(
            `(?:(?:${OFTEN}|一天一|当[天日晚]|收工|[上下]班|[早中]上|晚上?|[下上]午|夜里|天黑)[^。；]{0,40}?[把将]|[把将][^，。；]{0,6}[当今][天日晚])[^。；]{0,24}?${COUNTED}[^。；]{0,60}?${HANDS_ON}`,
            'g',
          ),
          // 各校当天走访了几家、落下几家，晚上十点前发给我.
          new RegExp(
            `[当今][天日晚][^，。；将把]{0,8}?${COUNTED}[^。；将把]{0,40}?，[^，。；]{1,12}前，?${HANDS_ON}`,
            'g',
          ),
          // 天天晚上谁家栽了几亩，打电话告诉老刘.
          new RegExp(
            `${OFTEN}[^。；]{0,30}?${COUNTED}[^。；]{0,24}?(?:打[个一]{0,2}电话|发[个条一]{0,2}(?:短信|微信|信息|消息)|捎[个句]话)(?:告诉|[给跟向]|来|过来|说|报)[^，。；]{0,8}`,
            'g',
          ),
        ],
      ],
    ] as const,
)
const COUNT_WORDS: ReadonlySet<string> = new Set(['了几', '了多少', '还剩几', '还剩多少', '还差几', '还差多少'])
/** Day by day, not once. */
const BY_DAY =
  /每|天天|日日|[一隔]天[一两]|当[天日晚]|今[天日晚]|哪天|[缺少断落漏]一[天次回]|的日子|逢|不[能得许准]断|从[^，。；]{1,8}起/
/** How far the work has come, asked instead of named: 怎么抓的、抓到什么程度、会开了没有. */
const ASKED =
  '(?:怎么(?:样)?[抓做干办推落开布传]|[抓做干办推进展落实开治行]{1,2}[到得成]了?(?:个?(?:哪|什么|啥)|怎么?样|如何|几成)|[抓做干办推进展]了(?:哪|什么|啥)|[开传分动办到实]了没有?(?=[、，的形写])|[遇碰]到了?(?:哪些|什么|啥))'
/** 发县爱卫办邮箱, 传至局基层卫生股, 送交局思政科. */
const HANDED = `(?:${SEND}|(?:[发传呈寄递]|[报送]?交)(?:给|到|至|往|送)?(?:${OFFICE}|办公室|[^，。；]{1,10}(?:邮箱|党委|党支部|党总支)|街道))`
/** Questions that are to be answered on paper, and the paper sent in. Looked for only where `ASKS` stands. */
const ANSWERS = lazily(
  () =>
    [
      ['regular', [new RegExp(`${OFTEN}[^。；]{0,40}?${ASKED}[^。；]{0,48}?${HANDED}`, 'g')]],
      [
        'once',
        [
          new RegExp(
            `${ASKED}[^。；]{0,48}?(?:形成|写[成个]?|整理成|汇成|梳理成?)[^，。；]{0,12}?(?:文字|东西|材料|短[稿文]|稿|报告|总结|[一两几\\d]{1,2}页纸?|书面)[^。；]{0,24}?${HANDED}(?:[^，。；]{0,10}邮箱)?`,
            'g',
          ),
        ],
      ],
    ] as const,
)
const ASKS = /怎么|[到得成了](?:哪|什么|啥|如何|几成)|了没/
/** What is counted below, with nothing said of the work: 缴费人数、未缴户数. */
const FIGURES = '(?:[人户亩台吨车件宗处栋辆头场]数|数字|[一-龥]率)'
/** By when, on each such day: 每日16时前, 每周五下班前. */
const CLOCK = '[^。；]{0,24}?(?:[时点半刻班]|中午|早上|上午|下午|晚上|睡)[之以]?前?'
/** Rhythms by which papers are to come up, or be seen above. */
const RHYTHMS = lazily((): readonly RegExp[] => [
  // 每天下午5点报当日整改进度; 每日18时前将当日核查人数上传至平台.
  new RegExp(`${OFTEN}[^。；]{0,14}?报(?:当[天日周]|本周|今[天日])的?[^，。；]{0,8}?(?:进度|进展|情况|数据|小结)`, 'g'),
  new RegExp(
    `${OFTEN}${CLOCK}?[^，。；]{0,6}[将把][^。；]{0,16}?(?:人数|户数|进度|进展|情况|数据)[^。；]{0,8}?(?:上传|录入|填入)(?:至|到|系统|平台)`,
    'g',
  ),
  // 晚上十点前把当天进度发到指挥部群里: by the clock, and of the day.
  /(?:晚上?|夜里|下午|早上|上午)[^，。；]{0,6}[点时]半?(?:之?前)?，?(?:[把将])?(?:当[天日]|今天)的?[^，。；]{0,6}(?:进度|进展|情况|数据|数字)[^，。；]{0,2}(?:发|报|传)(?:到|至|送|给)[^，。；]{0,10}/g,
  // 每日16时前向镇里报缴费人数、未缴户数.
  new RegExp(`${OFTEN}${CLOCK}[^。；]{0,20}?${SEND}[^，。；]{0,10}?${FIGURES}`, 'g'),
  // 当日受理件数由各窗口每天下班前报大厅值班主任.
  new RegExp(`${FIGURES}[^。；]{0,16}?${OFTEN}${CLOCK}[^，。；]{0,8}?${SEND}`, 'g'),
  // 每周一早上八点我要看到各镇的进展; 每晚九点前，各镇的数要摆到我桌上.
  new RegExp(
    `${OFTEN}${CLOCK}[^。；]{0,12}?(?:[要得须](?:能)?(?:看到|见到|收到|拿到|见着|看见)|[要得]有)(?![^，。；]{0,6}(?:新|变化|成效|实实在在|明显))[^，。；]{0,12}?(?:${NEWS}|数(?![一-龥])|表|单子|几句话)`,
    'g',
  ),
  // 每晚八点前，我手机上要看到各街道签了多少户: told to whoever wants to see it.
  new RegExp(
    `${OFTEN}${CLOCK}[^。；]{0,12}?我[^，。；]{0,8}?(?:要|得|等着?)(?:能)?(?:看到|见到|收到|拿到|知道|晓得|听到|见着)[^。；]{0,20}?(?:多少|几(?=[户人件亩处家])|[到得]哪)(?:一?[步户人件亩处家棵台吨])?`,
    'g',
  ),
  // 每天收工后给我报个数, 每晚打电话跟我说一声签了几户.
  new RegExp(
    `${OFTEN}[^。；]{0,24}?[给跟向]我(?:报[个一]{0,2}[数声]|发[个条一]{0,2}(?:数|短信|微信|信息)|交[个一]{0,2}[数账])`,
    'g',
  ),
  // 每天太阳落山前给我办来个数.
  new RegExp(
    `${OFTEN}[^。；]{0,24}?[给跟向](?:${OFFICE}|我)[^，。；]{0,2}?(?:报|来|回|送|传|打)(?:上)?[个一]{1,2}准?(?:数|信(?!息|件)|话|声|账)(?![一-龥])`,
    'g',
  ),
  new RegExp(
    `${OFTEN}[^。；]{0,40}?(?:摆|放|送|搁|交)(?:到|在|上)?(?:我|县?[委长]|书记|[县镇乡局主]长|主任)[^，。；]{0,6}(?:桌上?|案头|办公室|手机|手[里上])`,
    'g',
  ),
  // 一日一调度、一周一汇总、一旬一小结，三种材料分别送…: a rhythm of meetings and looks is none, unless papers come of it.
  new RegExp(
    `(?:(?:${RHYTHM}|[日周旬月季](?=小结|总结|汇总|调度)|(?<![\\d一二三四五六七八九十本当上下今近])[日周旬月季](?=汇报))(?:小结|总结|汇总|汇报|调度|盘点|通气|回头看)[、，]?){1,4}[^。；]{0,24}?(?:材料|稿|${NEWS}|[一两三四]份)[^。；]{0,12}?(?:[报送交](?=[给到至县市区镇乡省局我专指分]|[一-龥]{1,8}[办局室])|${SEND})`,
    'g',
  ),
  new RegExp(`${RHYTHM}(?:上报|填报|报送|回报|书面(?:汇报|报告|小结|反馈)|简报|信息)`, 'g'),
  // 天天有小结、周周有汇报.
  /(?:天天|日日|周周|旬旬|月月|季季)[有要][一-龥]{0,2}(?:汇报|报告|小结|总结|报表|报数|简报)/g,
  // 每天收工前在共享表格里更新进度.
  new RegExp(
    `${OFTEN}[^。；]{0,30}?(?:共享|在线|协作|腾讯|云)(?:表格?|文档)[^，。；]{0,6}?(?:更新|填[写报好]?|登记|录入)|${OFTEN}[^。；]{0,20}?(?:更新|填[写报好]?|登记|录入)[^，。；]{0,10}?(?:(?:共享|在线|协作|腾讯|云)(?:表格?|文档)|进[度展]表)`,
    'g',
  ),
  // 没有新增的照报，双休日不停.
  /(?:没有?|无|双休日|节假日|周末|休息日|[雨雪]天)[^，。；]{0,10}[也都]?照[报填传](?![告道片片])/g,
])
/** 报⟦县整治办⟧: shown with it, and its name says nothing about the demand. */
const RECEIVER =
  /^[^，。；、]{0,14}?(?:(?:局|委(?!托|员)|政府|厅|部(?!门|署|分)|组(?!织)|专班|指挥部)(?:办公室|办(?![理法公])|督查室)?|办公室|办(?![理法公])|科|股(?![份权东])(?:邮箱)?|室|中心|邮箱)/
/** 审议工作情况报告: a paper, not the sending of it. */
const NOUN = /(?:情况|进展|工作)的?(?:汇报|报告)$/
/** What law or danger demands: not how a document is carried out. */
const DUTY =
  /过问|疫情|险情|汛情|灾情|雨情|水情|转移(?!就业|支付|农)|撤离|避险|巡堤|水位|雨量|流量|库容|潮位|火情|旱情|墒情|苗情|虫情|病虫|震情|警情|事故|突发|应急(?:响应|值守|值班)|传染病|病例|舆情|统计(?:数据|系统|报表|月报|年报|法|调查|制度)|财务|会计|预算|决算|纳税|税[款费收]|账户|人大|人民代表大会|政协|党代会|职工代表|纪检|监察|巡[视察]|向社会|向群众|公开|公布|公示|请示报告|请示、报告|法治政府|述职|述责|个人有关事项|参会|回执|名单|申报|申请|报名|审计|排放|监测|交易|检疫|出生|死亡|库存|采样|抽样|价格|产量|收购|供应|成交|信用|涉密|保密|国有资产|整改|思想|听取|选民|选举|体质健康|收费|代表向|党员大会|党员向|向党支部|向党组织|支部大会|病死|游客|旅客|客流|缺勤|因病|晨检|午检|体温|住院|在院|就诊|接诊|发热|[出入]库|到货|就餐|结算|统计局|金融|贷款|存款|危重|病情|查房|接班|下一班|值班(?:医[生师]|护士)|检[测验化](?:数据|结果)|化验|水质(?!保护|提升|攻坚)|[向给](?:科主任|护士长|工长|车间主任|(?:值班|带班)[^，。；]{0,4})[^，。；]{0,4}报告/

/** 每天填一次整改进度, 每周五把整改到哪一步写成材料: what was found wrong is to be put right and reported, but no law has that done by the day or the week. */
const ownWork = (clause: string, words: string): string =>
  (/(?:每|逐|隔|一|双)[日天晚]|天天|逢[双单]/.test(words) && /进[度展]/.test(words)) ||
  (/[每逐隔一双逢][日天晚周旬]|每个?(?:星期|礼拜)|天天|逢[双单]/.test(words) && HOW_FAR.test(words))
    ? clause.replaceAll('整改', '')
    : clause

/** Asked aloud how far it has come. */
const HOW_FAR = /[到得成]了?(?:哪|什么|啥|几成|怎么?样)/
const NONE_OF_IT = /(?:没有?|无)(?:火情|疫情|险情|灾情|警情|汛情)的?也?/g

/** Where nobody is named, these tell that somebody is told to. */
const ORDERED =
  /[请须]|务必|^(?!.*(?:我们|我[局委办镇乡县])).*(?:要(?:及时|认真|同步|立即|一并)?[将把]|要[^，。；]{0,4}总结|，各[^，。；]{1,12}[要须应]|一并报)/

/** 防汛期间实行日报制: the rhythm of danger. */
const DANGER = /疫情|防汛|抗旱|防指|三防|防台|防灭火|森林防火|防火期|戒备|救灾/
/** …由施工单位报人社局, 由我台每日发至贵刊: neither is from below. */
const BY_OTHERS =
  /由[我本][一-龥]{1,3}[于在每统]|由[^，。；]{0,8}(?:企业|公司|(?:施工|建设|监理|用人)单位|银行|机构)[^，。；]{0,4}[报上提送]/
/** 公司全体员工均应…: how a firm runs itself. */
const STAFF = /^[^。；]{0,12}(?:公司|集团|本厂|车间)[^，。；]{0,4}(?:员工|职工)/

/** 学生每天…写成几句话: nobody's subordinates. */
const PUPILS = /(?:学生|同学|孩子|家长|村民|居民)们?$/

/** Where the whole document is about such a matter, what is reported are its data; not how the document is carried out. */
const DUTY_TITLE = /动物疫病|疫情|传染病|统计|普查|防汛|抗旱|救灾|地震/
const CARRIED_OUT = /贯彻|落实|总结|小结|推进|开展|工作(?:进展|情况)/

/** Where one of these stands, `progressDemands` looks. */
export const progressWords: readonly string[] = [
  ...['报当日', '报当天', '报当周', '报本周', '报今日', '上传至', '上传到'],
  ...['进度发', '进展发', '情况发到', '进度报到', '进展报到', '情况报到', '数据报到', '数据发到', '进度传'],
  '情况',
  '进展',
  '进度',
  '总结',
  '一报',
  '两报',
  '三报',
  '日报',
  '周报',
  '旬报',
  '月报',
  '季报',
  '零报告',
  '每日',
  '每天',
  '每周',
  '每旬',
  '每月',
  '每季',
  ...['隔一天', '隔两天', '隔三天', '隔天', '隔日', '隔一周', '隔两周', '每个月', '每个季'],
  '每到月',
  '每到周',
  '每到季',
  '定期',
  '结束后',
  '阶段报告',
  '阶段性报告',
  '简报',
  '以下材料',
  '下列材料',
  '以下资料',
  '下列资料',
  '按周',
  '按月',
  '按旬',
  '按日',
  '按季',
  '一个星期',
  '一个礼拜',
  '一星期',
  '一礼拜',
  '天天',
  '逢五',
  '写一份材料',
  '写份材料',
  '写个材料',
  '写一份报告',
  '每两天',
  '每三天',
  '星期五',
  '逢十',
  '逢单',
  '逢双',
  '逢周',
  '逢旬',
  '逢月',
  '自然周',
  '一周',
  '天一次',
  '一天两次',
  '一天三次',
  '天一报',
  '日一报',
  '周一次',
  '书面报告',
  '书面材料',
  '书面汇报',
  '回话',
  '回个话',
  '报上来',
  '写个东西',
  '写个材料',
  '落实得',
  '回账',
  '个材料',
  '报到',
  '户数',
  '反馈一次',
  '汇报一次',
  '报告一次',
  '行文报',
  '也要',
  '也得',
  '照报',
  '照填',
  '一调度',
  '一汇总',
  '一小结',
  '一简报',
  '一填报',
  '一书面',
  '每个星期',
  '每个礼拜',
  '每晚',
  '人数',
  '日日',
  '周周',
  '月月',
  '形成文字',
  '形成材料',
  '写成',
  '到哪一步',
  '到哪步',
  '什么程度',
  '什么地步',
  '周汇报',
  '旬汇报',
  '月汇报',
  '怎么抓',
  '怎么干',
  '开展得',
  '推进得',
  '空表',
  '报数',
  '碰数',
  ...COUNT_WORDS,
  ...FORM_WORDS,
]

/** How it is carried out, to whom that is sent, when, and by whom. */
const LIKELY = lazily(
  (): Signs => ({
    all: [
      /落实|进展|进度|推进|整治|成效|完成|开展|贯彻|执行|做法|到哪一步|[干搞弄][到得]|[干搞弄][了完成][啥哪多]|[周月旬日]报/,
      /[报交送发](?:一?[份个次]|给|到|至|送|来|上来|回|我|[县市区镇乡省])|(?:[报送]|交(?![通流易警接叉界汇往])|发(?![展现改生放挥票布动电热]))[^，。；]{1,12}(?:办|局|组|专班|指挥部|中心|科|室|邮箱)|书面|回个?话|交[一回]{1,2}账|写个?(?:东西|材料)/,
      /每[天日周旬月季半年]|天天|[\d一二三四五六七八九十]+(?:[日号天]|个工作日)[^，。；]{0,6}[前内]|之前|以前|下周|月底|季度|隔[一二三两]|再过|以后，|半?个?月[^，。；]{0,3}内|一个(?:月|礼拜|星期)|半个?月|礼拜[一二三四五六日天]/,
      ANYONE_BELOW,
      /要(?!求|点|素|害|件|领)|须(?!知)|必须|应(?!急|用|对|邀|届)|得(?=[^到出了分])|一律|务必|请|不[得准许]|各[一-龥]{1,4}(?:要|把|将|须|应|，|于|每)|给我|给[县市镇乡区]/,
    ],
    none: /报到(?:[，。]|$)|直接看|到(?:工地|现场|地里|企业)[^，。；]{0,4}(?:检查|看)|自动|改[为由]|取消|不再|(?:停止|终止|免予|不用再?)(?:报|上报|填报)|停报|会上|例会/,
  }),
)

/** 每周向家长发送安全提醒, 每月给村民说进度: what the public is told goes to no office. */
const PUBLIC =
  '(?:每一?[位名个户]|全体|广大|各位)?(?:[一-龥]{0,2}学生)?(?:家长|村民|居民|业主|住户|农户|用户|学生|监护人|服务对象)(?![代会家中反满])'
const TELLS = '(?:发(?![放现展生挥])送?|推送|告知|通报|反馈|汇报|报告|公布|通知|提醒)'
const TO_THE_PUBLIC = new RegExp(
  `[向给]${PUBLIC}[^，。；]{0,6}?${TELLS}|${TELLS}[^，。；]{0,20}?(?:[至给到向]${PUBLIC})|(?:告知|通知|提醒)${PUBLIC}`,
)
/** 采样结果反馈给科室, 每月将排名反馈至各乡镇: what an office tells those below it. */
const TOLD_BELOW =
  /(?:反馈|通报|告知|返还|发回)(?:给|到|至|回)(?:(?:本|个|责任|当事|承办|经办)?人|(?:本|各|相关|有关|责任|所在|被[检查督][查导]?)?(?:责任|相关|临床|医技|护理)?(?:科室|病区|病房|班组|班级|年级|车间|工段|乡镇|街道|村|社区|学校|单位|部门|基层|支部)(?!办|督|党政))/
const TO_AN_OFFICE =
  /(?:报|交|发|送|向)[^，。；]{0,12}(?:局|委(?!托|员)|办(?![理法公事好])|办公室|政府|专班|指挥部|领导小组|中心校|教办|[科股]室?)/

/** 每日填报健康状况: nothing of the work, however far from its words it is said. */
const SICK = /疫情|健康状况|体温|核酸/

/** Of `hits` (places of `progressWords`, in order), the reports demanded, regularly or once; nothing in sentences that are `allowed`. */
export const progressDemands = (
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'regular' | 'once' | 'likely'>> =>
  orLikely(
    doc,
    hits,
    reportsIn(doc, hits, allowed),
    LIKELY,
    (passage, near) =>
      DUTY.test(near) ||
      (TO_THE_PUBLIC.test(passage) && !TO_AN_OFFICE.test(passage)) ||
      (TOLD_BELOW.test(passage) && !TO_AN_OFFICE.test(passage)) ||
      SICK.test(passage) ||
      DANGER.test(passage) ||
      allowed(passage),
  )

function* reportsIn(
  doc: Doc,
  hits: readonly Span[],
  allowed: (sentence: string) => boolean,
): Generator<Worded<'regular' | 'once'>> {
  let done = -1
  let last = -1
  const isFirst = oncePerSentence(doc)
  for (const hit of hits) {
    if (hit.start < done) continue
    const told = tabled(doc, hit, allowed)
    if (told) {
      yield told
      done = told.span.end
      continue
    }
    const found = demanded(doc, hit)
    if (!found) continue
    const { message, span, words } = found
    if (span.start < done) continue
    const demand = demandOf(doc, span)
    if (demand.void || demand.actor === 'named' || demand.actor === 'business') continue
    const clause = demand.before + words + demand.after.slice(0, 16)
    if (isOnlyWhatIsLeft(words)) continue
    // 各镇已于上周报送了进展情况.
    if (/^(?:上报|报送|提交|报)了/.test(words)) continue
    if (NOUN.test(words) && !/[将把]/.test(demand.before) && !demand.deadline) continue
    // What is told at a meeting is no paper.
    if (/召开|例会|调度会|会上|会议形式|通过会议/.test(words) && /汇报$|汇报[^，。；]{0,12}$/.test(words)) continue
    // 每月报送的进展情况改为系统自动生成.
    if (/^[^，。；]{0,8}(?:改[为由从成]|自动|取消)/.test(demand.after)) continue
    if (isGivenUp(words, demand.after)) continue
    // 平台每天更新进度表: whoever keeps a table keeps it up.
    if (/更新|录入|登记/.test(words) && !/[报送交]/.test(words) && demand.actor !== 'lower') continue
    if (/^制度/.test(demand.after) && !/[日周旬月季]报/.test(words)) continue
    if ((DUTY_TITLE.test(doc.facts.title) || DANGER.test(demand.ahead.slice(-60) + words)) && !CARRIED_OUT.test(words))
      continue
    if (TO_THE_PUBLIC.test(clause) && !TO_AN_OFFICE.test(clause)) continue
    if (TOLD_BELOW.test(clause) && !TO_AN_OFFICE.test(clause)) continue
    if (STAFF.test(demand.after) || PUPILS.test(demand.before) || BY_OTHERS.test(words)) continue
    // …，没有火情的也要书面报平安: it is the work that is reported.
    if (DUTY.test(ownWork(clause.replace(NONE_OF_IT, ''), words)) || allowed(demand.sentence)) continue
    if (demand.actor === 'unsaid' && message === 'once' && !demand.deadline && !ORDERED.test(demand.before + words))
      continue
    done = span.end
    // 实行日报告，每天下午将进度报县里: one demand.
    // Cells of a row that is typed with tabs are sentences of their own.
    if (isFirst(span, message) || (last >= 0 && doc.text.slice(last, span.start).includes('\t')))
      yield { message, words, span }
    last = span.end
  }
}

/** 各村每周报送的小结，自12月起停止报送; …，即日起一律取消. */
const isGivenUp = (words: string, after: string): boolean =>
  GIVEN_UP.test(after) || (SENT_SO_FAR.test(words + after) && DROPPED.test(after))
const GIVEN_UP =
  /^[^，。；]{0,10}，?[^，。；不未没]{0,16}(?:停止|停了|取消|不再|不用再?|无[需须]再?|免[予于去]?|终止)(?:要求)?(?:各[镇乡村单部][^，。；]{0,4})?(?:报送|上报|填报|报告|提交|报(?=[，。；了]|$))/
const SENT_SO_FAR = /(?:报送?|上报|填报|提交|交|送)的(?!单位|乡镇|村|部门|人|要求|时间)[^，。；的]{1,14}(?=，|$)/
const DROPPED =
  /^[^，。；]{0,8}，[^，。；不未没]{0,16}(?:停止|停掉|取消(?![^，。；]{0,8}资格)|废止|终止|不再|作废|叫停|免除|停报|并入|改[为由从成])/
/** 每天到食堂看一次，发现问题当日解决，解决不了的报县局: what is daily is the look; only what is too much for them goes up. */
const TOO_MUCH =
  /(?:[一-龥]不[了好下动掉]|(?:无法|难以|不能|没法|无力|没有能力|无权)[^，。；]{1,10})的，?(?:(?:要|须|应当?|及时|立即|逐级|再|当[日天]|一律|可以?|直接|马上|由[^，。；报]{1,8}){1,3})?(?:上?报|反映|移交|转|提交|汇报|向)[^。；]*/
/** 每天…，一周不到40颗的，护士长写说明: only who falls short explains himself, and once. */
const FELL_SHORT =
  /(?:不[到足满够]|未|没有?|[低少]于|达不到|落后|垫底|倒数|缺|漏|超[过出])[^，。；]{0,12}的，[^。；]{0,16}?写[^，。；]{0,6}(?:说明|检[讨查]|原因|保证|情况)[^。；]*/
const isOnlyWhatIsLeft = (words: string): boolean =>
  [TOO_MUCH, FELL_SHORT].some((rest) => rest.test(words) && !SENDS_IN.test(words.replace(rest, '')))
const SENDS_IN = /[报送交填传](?![名到警道])/

const DEMANDED_ONCE = lazily(() => [['once', ONCE()]] as const)
const DEMANDED_AFTERWARDS = lazily(() => [['once', AFTERWARDS()]] as const)
const DEMANDS = lazily(() => [['regular', [...REGULAR(), ...SPOKEN(), ...RHYTHMS()]], ...DEMANDED_ONCE()] as const)
/** Without it nothing is sent in. 发现问题当天整改 is not. */
const MAY_BE_SENT =
  /[报馈映交送传递给填]|电话|看到|见到|收到|拿到|知道|晓得|摆到|放到|更新|[有要](?:小结|总结)|函[复告]|告知|来[函文]|发(?![现展生挥动放])|要[一两]?[次回份]/
/** Without it nothing is regular, and seven large patterns need not be compiled. */
const MAY_BE_REGULAR =
  /每|定期|按[日天周旬半月季]|逐[日周月]|[一双两][日天周月]一|[日周旬月季一两二三零]报|[周旬月]汇报|[天周]一次|当[天日](?=的?[进情数])|隔[一二两三五十\d]|一个?(?:星期|礼拜|周|月)|天天|日日|周周|旬旬|月月|隔[日天周]|逢[五十单双周旬月季]|也[要得须]|照[报填]/

/** 请各单位报送以下材料：1.活动总结；2.…: what is asked for stands in the lines below. */
const LISTED: ReadonlySet<string> = new Set(['以下材料', '下列材料', '以下资料', '下列资料'])
const LIST_ASKED = /(?:报送|上报|提交|上交)$/
const LIST_BELOW = 160
const TOLD_THERE =
  /(?:工作|活动|年度|专题|半年|行动)(?:开展)?(?:情况)?(?:总结|小结)|(?:工作|活动|开展|落实|推进)情况(?:报告|汇报|总结)/
/** Whoever applies for something hands in what speaks for him. */
const APPLIES =
  /申[报请]|推荐|评[选审优先]|参评|报名|资格|职称|验收|报销|立项|结题|[招投中]标|招[聘录]|身份证|复印件|许可|登记|备案|佐证/

function listed({ text, facts }: Doc, { start, end }: Span) {
  const verb = LIST_ASKED.exec(text.slice(Math.max(0, start - 4), start))?.[0]
  if (!verb) return undefined
  const below = text.slice(end, end + LIST_BELOW)
  if (!/^[^\n。]{0,12}[:：]/.test(below) || !TOLD_THERE.test(below)) return undefined
  if (APPLIES.test(facts.title + text.slice(Math.max(0, start - LIST_BELOW), end) + below)) return undefined
  const span = { start: start - verb.length, end }
  return { message: 'once' as const, span, words: text.slice(span.start, span.end) }
}

function tabled(doc: Doc, hit: Span, allowed: (sentence: string) => boolean): Worded<'regular' | 'once'> | undefined {
  const cell = cellAt(doc, hit.start, 30)
  return cell && (newsIn(cell, doc, allowed) ?? sentByRhythm(cell, doc, allowed))
}

/** 各村把签约户数报指挥部 | 每天两次: what is to be sent stands in one cell, how often in another. */
function sentByRhythm(
  { own, others, beside }: Cell,
  doc: Doc,
  allowed: (sentence: string) => boolean,
): Worded<'regular'> | undefined {
  if (!RHYTHM_CELL.test(own)) return undefined
  const row = [own, ...others].join('，')
  if (DUTY.test(row) || DANGER.test(row) || allowed(row)) return undefined
  for (const [i, { start, end }] of beside.entries()) {
    const said = fullWidth(doc.text.slice(start, Math.min(end, start + SENT_WITHIN)))
    const found = SENT_CELL.exec(said)
    if (!found || OFTEN_CELL.test(said) || (/[交送]/.test(found[0]) && !ON_PAPER.test(found[0]))) continue
    const span = { start: start + found.index, end: start + found.index + found[0].length }
    if (TO_THE_PUBLIC.test(said) || TOLD_BELOW.test(said)) return undefined
    if (demandOf(doc, span).void || GIVEN_UP_LIST.test(doc.facts.title + others[i]!)) return undefined
    return { message: 'regular', words: found[0], span }
  }
  return undefined
}
const SENT_WITHIN = 120
/** 每月一次 | 各村把水费交到镇水管站: no paper, no figure. */
const ON_PAPER = /[数量率表料况度单录账]|面积|多少|统计|汇总|填|总结|报告/
/** 每天17:30前; 一天两次，早9点、晚7点; 逢周三、周六各一次. */
const RHYTHM_CELL =
  /^(?:每[个逢]?(?:[日天周旬月季晚]|星期|礼拜|工作日|半月)|(?:一[日天周旬月季]|半月)[一两二三\d]?[次报]|[日周旬月]报|逢|隔[日天周])[^。；]{0,20}$/
const SENT_CELL =
  /(?:[各每沿](?![年月日天周]|项|类|种|户)[^，。；]{0,10}?(?:乡镇|镇街|镇|乡|村|社区|街道|单位|部门|学校|[校科]室?|支部|卫生院|站|所|组)|包保单位|责任单位|成员单位|乡镇|村干部|网格员|驻村工作队)(?:[^。；]{0,48}?，)?[^，。；]{0,32}?(?:报送?|交|[发传]送?)(?:给|到|至|往)?(?![名警销废酬考价告]|[^，。；]{0,10}(?:名$|税))[^，。；]{0,8}(?:[县市区镇乡][^，。；]{0,6}[办局委组站所府]|专班|指挥部|邮箱|办(?![法理公事好])|办公室|中心|[科股室])/

/** 工作进展 | 各村 | 每日17时 | 镇农业办, under 报送单位, 报送时间: the head of the table says what is to be done with it. */
function newsIn(cell: Cell, doc: Doc, allowed: (sentence: string) => boolean): Worded<'regular' | 'once'> | undefined {
  if (!NEWS_CELL.test(cell.own)) return undefined
  const { own, span, others, head } = cell
  const above = head.join('，')
  if (!SENT_HEAD.test(above) || !others.some((other) => BELOW_CELL.test(other))) return undefined
  const row = [own, ...others].join('，')
  if (DUTY.test(row) || DANGER.test(row) || allowed(row) || demandOf(doc, span).void) return undefined
  if (GIVEN_UP_LIST.test(doc.facts.title + above + row)) return undefined
  const isRegular = others.some((other) => OFTEN_CELL.test(other))
  if (!isRegular && !others.some((other) => DAY_CELL.test(other))) return undefined
  return { message: isRegular ? 'regular' : 'once', words: own, span }
}
const NEWS_CELL =
  /(?:贯彻|落实|推进|进展|开展|传达|工作|执行)[^，。；]{0,6}(?:情况|进展|进度|总结|小结)(?:表|报告|材料)?$|工作(?:总结|小结|进展)|进[展度](?:表|情况)?$/
const SENT_HEAD = /(?:报送|上报|提交|填报)(?:时间|时限|频次|周期|期限|单位|要求|对象|方式)/
const BELOW_CELL = /^(?:各|全体)[^，。；]{0,10}(?:乡镇|镇|乡|村|社区|街道|单位|部门|学校|科室|支部|成员单位|卫生院)/
const OFTEN_CELL = /每[日天周旬月季半]|[日周旬月季]报|(?:一[日天周旬月季]|半月)一|逐[日周月]|按[日周旬月季]/
const DAY_CELL = /[日号底末初]前?$|[前内]$/
const GIVEN_UP_LIST = /取消|清理|压减|精简|减负|废止|停报|停止|不再|合并|整合|自动/

/** From where somebody is told what to do with the figures: 各村把今天签了几户报给小刘. */
function counted(window: Window, { start, end }: Span) {
  if (!BY_DAY.test(window.text)) return undefined
  const found = firstOver(COUNTS(), window, end - start)
  if (!found) return undefined
  const { message, from, to } = found
  return { message, span: window.spanOf(from, to), words: window.text.slice(from, to) }
}

function inForm(window: Window, { start, end }: Span) {
  const found = firstOver(IN_FORM(), window, end - start)
  return found && withReceiver(window, found)
}

/** The words from `from` to `to` of the window, and who is to receive what they demand. */
function withReceiver<M extends string>(
  window: Window,
  { message, from, to }: { readonly message: M; readonly from: number; readonly to: number },
): Worded<M> {
  const end = to + (RECEIVER.exec(window.text.slice(to))?.[0].length ?? 0)
  return { message, span: window.spanOf(from, end), words: window.text.slice(from, end) }
}

function demanded(doc: Doc, hit: Span) {
  if (LISTED.has(doc.text.slice(hit.start, hit.end))) return listed(doc, hit)
  const window = windowAt(doc, hit.start, 60, 100)
  if (!window || !MAY_BE_SENT.test(window.text)) return undefined
  if (COUNT_WORDS.has(doc.text.slice(hit.start, hit.end))) return counted(window, hit)
  if (FORM_WORDS.has(doc.text.slice(hit.start, hit.end))) return inForm(window, hit)
  const regular = MAY_BE_REGULAR.test(window.text)
  const demands = regular ? DEMANDS() : DEMANDED_ONCE()
  const length = hit.end - hit.start
  const found =
    firstOver(demands, window, length) ??
    (/[将把]|形成|撰写|写出/.test(window.text) && HELD.test(doc.text.slice(Math.max(0, hit.start - 100), hit.end))
      ? firstOver(DEMANDED_AFTERWARDS(), window, length)
      : undefined) ??
    (ASKS.test(window.text) ? firstOver(regular ? ANSWERS() : [ANSWERS()[1]], window, length) : undefined)
  if (!found) return undefined
  // 活动结束后，请各单位将…: the demand begins where something is to be handed in.
  const led = /^结束后[^。；]*?(?=[将把])/.exec(window.text.slice(found.from, found.to))?.[0].length ?? 0
  return withReceiver(window, { ...found, from: found.from + led })
}
