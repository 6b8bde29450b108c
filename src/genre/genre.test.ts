import { describe, expect, it } from 'vitest'
import { createDoc } from '../document.ts'
import { genreNames, genresNamed } from '../genre-names.ts'
import { parsePlain } from '../parsers/plain.ts'

const genreOf = (text: string, path = '文稿.txt') => createDoc(parsePlain(text), path).genre
const BODY = '各乡镇要认真组织，按时完成任务。\n有关情况及时报告县政府办公室。\n'

it('纪要 in the third person are no news', () => {
  const text =
    '南安县人民政府常务会议纪要\n（2026年第9次）\n\n9月25日，县长刘某主持召开县政府第9次常务会议。\n会议指出，灌区渡槽开裂。会议强调，要抓紧修复。\n'
  expect(genreOf(text).id).toBe('minutes')
  expect(genreOf(text.replace('会议纪要', '会议召开')).id).toBe('other')
})

it('experience is told by the second line of a title, whoever signs below it', () => {
  const text = '从“等人办”到“主动办”\n——石河镇便民服务经验材料\n\n中共石河镇委员会\n（2025年6月）\n\n石河镇辖18个村。\n'
  const { genre, facts } = createDoc(parsePlain(text), '文稿.txt')
  expect(genre.id).toBe('experience')
  expect(facts.title).toBe('从“等人办”到“主动办”——石河镇便民服务经验材料')
})

it.each([
  '粮储简报\n（第6期）\n柳河县粮食储备库编　2025年6月1日\n',
  '政 务 信 息\n第6期\n',
  '工作动态\n2025年第6期\n',
  '信息专报\n第6期（总第40期）\n',
  '情况反映\n（6）\n柳河县粮食储备库　2025年6月1日\n',
])('an issue of a series is a bulletin, whatever it tells: %s', (head) => {
  const doc = createDoc(
    parsePlain(`${head}一号库换新风机的做法\n一号库换了4台风机，每天少开两小时，省电300度。\n`),
    '文稿.txt',
  )
  expect([doc.genre.id, doc.facts.title]).toEqual(['bulletin', '一号库换新风机的做法'])
})

it('an issue of minutes is minutes, and a series that is written about is none', () => {
  const minutes =
    '粮库主任办公会议纪要\n（第3期）\n粮库办公室　2025年6月1日\n会议同意购买风机。会议要求，6月底前装好。\n'
  expect(genreOf(minutes).id).toBe('minutes')
  expect(genreOf('关于办好工作简报的通知\n各科室：\n第6期起，工作简报改为半月一期，请各科室供稿。\n').id).toBe('notice')
})

it('what a web page puts above a title says nothing of its genre', () => {
  const text = `首页 > 政务公开 > 通知公告\n关于做好春耕备耕工作的意见\n${BODY}`
  expect(createDoc(parsePlain(text), '文稿.txt').genre.id).toBe('opinion')
})

it('类别 behind the number of an answer is none of its title', () => {
  const text =
    '柳河县水利局\n\n柳水函〔2025〕17号　　　类别：B\n\n柳河县水利局\n对县人大三次会议第28号建议的答复\n\n陈月英代表：\n\n您提出的建议收悉，现答复如下。\n'
  expect(createDoc(parsePlain(text), '文稿.txt').facts.title).toBe('柳河县水利局对县人大三次会议第28号建议的答复')
})

it('what is about a speech is none, whoever gave it where', () => {
  expect(genreOf(`认真学习贯彻县委书记在三级干部会上的讲话\n\n${BODY}`).source).toBe('none')
})

describe('a title says its genre', () => {
  it.each([
    ['南安县人民政府关于做好春耕备耕工作的通知', 'notice'],
    ['关于召开全县教育工作会议的通知', 'notice.meeting'],
    ['关于开展安全生产大检查督查工作的通知', 'notice.inspection'],
    ['南安县人民政府办公室关于转发县财政局收费管理办法的通知', 'notice.forward'],
    ['关于进一步规范公文印发的通知', 'notice'],
    ['关于规范文件印发流程的通知', 'notice'],
    ['关于印发工作要点的通知', 'notice.forward'],
    ['南安县人民政府关于加快特色农业发展的意见', 'opinion'],
    ['南安县人口抽样调查实施安排', 'plan'],
    ['南安县防汛抗旱应急预案', 'plan'],
    ['南安县河道采砂管理办法（试行）', 'plan'],
    ['南安县人民政府关于表彰先进集体的决定', 'decision'],
    ['关于某镇违规收费问题的通报', 'circular'],
    ['县政府第12次常务会议纪要', 'minutes'],
    ['南安县人民政府关于商请支持防汛物资的函', 'letter'],
    ['市人民政府关于同意设立开发区的批复', 'reply'],
    ['关于申请追加防汛经费的请示', 'request'],
    ['关于2024年上半年信访工作情况的报告', 'report.work'],
    ['关于城关镇河道管护工作开展情况的说明', 'report.work'],
    ['关于城关镇渡口水下探摸情况的说明', 'other'],
    ['南安县乡村振兴工作情况汇报', 'report.work'],
    ['政府工作报告', 'report.annual'],
    ['2024年度述职述廉报告', 'report.annual'],
    ['南安县营商环境调研报告', 'other'],
    ['南安县纺织厂“5·12”火灾事故调查报告', 'other'],
    ['关于纺织厂火灾事故情况的报告', 'other'],
    ['关于安全生产事故防范工作情况的报告', 'report.work'],
    ['南安县审计局关于县本级预算执行的审计工作报告', 'other'],
    ['关于审计查出问题整改情况的报告', 'report.work'],
    ['城北污水处理厂可行性研究报告', 'other'],
    ['专项资金绩效自评报告', 'other'],
    ['党员思想汇报', 'other'],
    ['2024年度述职述德述廉报告', 'report.annual'],
    ['2024年个人工作总结', 'report.annual'],
    ['先进事迹材料', 'experience'],
    ['关于购置消防水车的请示报告', 'request'],
    ['关于巡察整改进展情况的报告', 'report.work'],
    ['人居环境整治工作汇报材料', 'report.work'],
    ['关于安全隐患自查情况的报告', 'report.work'],
    ['工作简报', 'bulletin'],
    ['城关镇推行积分制的经验做法', 'experience'],
    ['在全县秋冬季大气污染防治攻坚推进会上的讲话', 'speech.special'],
    ['在全县年轻干部座谈会上的讲话', 'speech.general'],
    ['在县委经济工作会议上的讲话', 'speech.comprehensive'],
    ['在全县三级干部大会上的讲话', 'speech.comprehensive'],
    ['在全县食品安全会议上的讲话', 'speech.general'],
    ['在县委健全会商机制座谈会上的讲话', 'speech.general'],
    ['在全县纪念设施整治攻坚会上的讲话', 'speech.special'],
    ['在全县贯彻县委全会精神暨征迁攻坚推进会上的讲话', 'speech.special'],
    ['在县委十四届五次全会上的讲话', 'speech.comprehensive'],
    ['在县纪委全会第二会场的讲话', 'speech.comprehensive'],
    ['在学习宣传贯彻信访工作条例专题会上的讲话', 'speech.general'],
    ['坚定信心 真抓实干——在全县重点项目推进会上', 'speech.special'],
    ['在中国共产党南安县第十四届委员会第五次全体会议上的报告', 'report.annual'],
    ['2024年工作总结和2025年工作打算', 'report.work'],
    ['关于贯彻落实周某某县长在全县防汛工作部署会上讲话要求的通知', 'notice'],
    ['关于传达学习全国会议上重要讲话精神情况的报告', 'report.work'],
    ['县委书记在全县项目建设推进会上讲话任务分解方案', 'plan'],
    ['在全县创建文明城市总结表彰大会上的讲话', 'speech.general'],
    ['在县委巡察整改专题民主生活会上的讲话', 'speech.general'],
    ['在全县秸秆禁烧工作会议上的讲话', 'speech.special'],
    ['在县政府全体（扩大）会议上的讲话', 'speech.comprehensive'],
    ['全县防汛工作会议主持词', 'speech.host'],
    ['在全县重点项目推进会上的表态发言', 'speech.stance'],
    ['关于贯彻落实《市委关于加强基层治理的意见》的实施方案', 'implementing'],
    ['南安县实施《中华人民共和国水法》办法', 'plan'],
    ['关于认真学习贯彻县委书记讲话精神的通知', 'notice'],
    ['局长在学习贯彻全会精神推进会上的讲话', 'speech.special'],
    ['南安县秋粮收储会议主持讲话', 'speech.host'],
    ['贯彻全省“两会”精神推进河道整治动员会讲话', 'speech.special'],
    ['城关镇2024年粮食收储情况总结', 'report.work'],
    ['**镇2024年河道管护年终总结', 'report.work'],
    ['城关镇禁渔工作自查自评总结', 'report.work'],
    ['关于2024年秋季植树造林的总结', 'report.work'],
    ['个人年度总结', 'report.annual'],
    ['教师年度总结', 'other'],
    ['粮站实习情况总结', 'other'],
    ['关于举办“护河爱河，人人有责”主题活动的通知', 'notice'],
    ['关于举办全县河长学习交流活动的通知', 'notice.meeting'],
    [
      '县财政局 县水利局 县农业农村局 县自然资源局 县发展和改革委员会 县林业局 县乡村振兴局关于印发南安县农田灌溉渠系管护资金管理办法的通知',
      'notice.forward',
    ],
    ['关于开展“学渠长，护好水”\n——组建30个巡渠小组\n主题活动的通知', 'notice'],
  ])('%s → %s', (title, id) => {
    const genre = genreOf(`${title}\n\n${BODY}`)
    expect(genre).toMatchObject({ id, source: 'text' })
    expect(genre.evidence.length).toBeGreaterThan(0)
  })
})

it('情况的说明 explains, or reports work under another name', () => {
  const of = (body: string) => genreOf(`关于城关镇渡口管护情况的说明\n\n${body}\n`).id
  expect(of('现说明如下：\n一、探摸范围\n渡口上下游各500米。\n二、探摸结果\n沉船1艘。')).toBe('other')
  expect(of('一、工作开展情况\n今年修好渡口3处。\n二、存在问题\n人手少。')).toBe('report.work')
  expect(of('今年修好渡口3处。\n三、下一步打算\n修好其余2处。')).toBe('report.work')
  expect(of('现将有关情况汇报如下。\n今年修好渡口3处。')).toBe('report.work')
})

describe('speeches', () => {
  it('deploy one task, be it for the time being', () => {
    const speech = (purpose: string) =>
      `在全县粮食收储会议上的讲话\n同志们：\n今天召开全县粮食收储会议，主要任务是${purpose}。下面，我讲三点意见。\n一要压实责任。`
    expect(genreOf(speech('部署当前和今后一个时期粮食收储工作')).id).toBe('speech.special')
    expect(genreOf(speech('部署当前重点工作')).id).toBe('speech.general')
    expect(genreOf(speech('安排下一步工作')).id).toBe('speech.general')
    expect(genreOf(speech('部署当前全县农村工作')).id).toBe('speech.general')
  })

  it('report where they report to those above', () => {
    const spoken = (said: string) =>
      genreOf(`管好粮仓 守住底线\n尊敬的各位领导：\n大家好！\n${said}\n我镇有粮仓十二座。我们落实了保管责任。`).id
    expect(spoken('下面，我代表城关镇政府，就粮食收储情况向各位领导作简要汇报。')).toBe('report.work')
    expect(spoken('下面，请城关镇向各位领导汇报。借此机会，我讲三点意见。')).not.toBe('report.work')
    expect(spoken('下面，我把前段情况向各位领导作个汇报，再强调两点要求。')).not.toBe('report.work')
  })

  it('need neither 同志们 nor 讲话 in a title', () => {
    const text =
      '今天，我们召开全县防溺水专项整治动员会，主要任务是安排部署暑期防溺水工作。\n刚才，教育局通报了情况，我完全同意。下面，我讲三点意见。\n一要压实责任。我们每个乡镇都要包到水塘。\n我就讲到这里，谢谢大家。'
    expect(genreOf(text).id).toBe('speech.special')
  })

  it('deploy one task when their opening says so, whatever the meeting is called', () => {
    const speech = (purpose: string) =>
      `在全县林业工作会议上的讲话\n同志们：\n今天我们召开全县林业工作会议，主要任务是${purpose}。下面，我讲三点意见。\n一要压实责任。`
    expect(genreOf(speech('安排部署森林防火专项行动')).id).toBe('speech.special')
    expect(genreOf(speech('安排部署秸秆禁烧工作')).id).toBe('speech.special')
    expect(genreOf(speech('总结去年工作，交流经验')).id).toBe('speech.general')
    expect(genreOf(speech('总结去年工作，部署今年任务')).id).toBe('speech.general')
  })

  it('deploy the task that their title names where it names no meeting', () => {
    const said = '\n\n同志们：\n今天把大家请来，我讲三点。一是人要到岗。二是话要说清。三是事要办完。我就讲这些。\n'
    expect(genreOf(`坚决打赢秋季禁烧攻坚战${said}`).id).toBe('speech.special')
    expect(genreOf(`下决心把拖欠的工钱清完${said}`).id).toBe('speech.special')
    expect(genreOf(`把今年的日子过好${said}`).id).toBe('speech.general')
  })

  it('are told by their voice alone', () => {
    const text =
      '大家好！今天把各位村支书请来，主要是对防溺水专项整治再动员、再部署。借这个机会，我强调两点。\n第一，责任要压实。第二，排查要彻底。\n希望大家马上行动。'
    expect(genreOf(text).id).toBe('speech.special')
  })

  it('are found inside the notice that circulates them', () => {
    const speech = `在全县禁烧工作推进会上的讲话\n（2024年9月20日）\n同志们：\n${'我们要把禁烧责任落实到地块，落实到人头，谁的地谁负责。\n'.repeat(8)}`
    const genre = genreOf(
      `中共南安县委办公室关于印发《张某某同志在全县禁烧工作推进会上的讲话》的通知\n各乡镇党委：\n现将张某某同志的讲话印发给你们，请认真贯彻执行。\n中共南安县委办公室\n2024年9月22日\n${speech}`,
    )
    expect(genre.id).toBe('speech.special')
    expect(genre.evidence.join()).toContain('印发')
  })

  it('are not what a news report tells of them', () => {
    expect(
      genreOf(
        '全县禁烧工作推进会召开\n本报讯（记者 王某）9月20日，全县禁烧工作推进会召开。县委书记张某某强调，要压实责任，盯紧地块。他指出，禁烧是硬任务。会议要求，各乡镇要迅速行动。',
      ).id,
    ).toBe('other')
    expect(
      genreOf(
        '张某某在全县禁烧工作会议上强调：把责任落实到地块\n9月20日，县委书记张某某在全县禁烧工作会议上强调，要压实责任。',
      ).id,
    ).not.toMatch(/^speech/)
  })

  it.each([
    '本报讯（记者 王某）凡学校安全工作连续两年被一票否决的，校长就地免职。这是该市近日出台的办法中的规定。',
    '柳河新闻网2月24日讯（通讯员 王某）“大娘，家里有人从外地回来吗？”2月23日，网格员正在走访。',
    '新华社福州3月22日电 省教育厅日前公布了全省学校安全工作目标。',
    '柳河县融媒体中心 12月16日讯（记者 王某）县政府向县政协征求意见。',
    '近日，记者从市教育局获悉，中小学校长考核将实行安全一票否决。',
    '各村围绕产业发展现场汇报，比措施、比实绩。（通讯员 王某）',
    '3月12日上午，石河镇召开村党组织书记述职评议大会，各村书记逐一述职。（王某 李某某）',
  ])('are not what a report says that names its hands: %s', (text) => {
    expect(genreOf(`石河镇把述职会开到村头\n\n${text}\n`).evidence.join()).toContain('新闻报道')
  })

  it.each([
    '本报告期内，全县安装智能电表3万只，接通远程供电。',
    '本台账记录每日来电（含传真）。',
    '3月12日，学校召开家长会，会上家长提出了三条建议。（共三条）',
    '我们从记者部了解到版面安排后，定于9月开展活动（附名单）',
  ])('other texts are no news for a like word: %s', (text) => {
    expect(genreOf(`石河镇把述职会开到村头\n\n${text}\n`).evidence.join()).not.toContain('新闻')
  })

  it('by a host or in support are told apart from the main one by what they say', () => {
    expect(
      genreOf(
        '同志们：\n现在开会。今天会议的主要内容是安排防汛工作。\n下面，请水利局局长发言。\n下面，请县长讲话，大家欢迎。\n今天的会议到此结束，散会。',
      ).id,
    ).toBe('speech.host')
    expect(
      genreOf(
        '各位领导、同志们：\n今天县委召开全县重点项目推进大会，我代表城关镇作表态。\n我们坚决拥护县委的决定，请县委放心。\n我们镇将做到三点。谢谢大家。',
      ).id,
    ).toBe('speech.stance')
  })
})

describe('without a title', () => {
  it.each([
    [
      '各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n过去一年，粮食丰收。',
      'report.annual',
    ],
    ['县政府：\n现将我局上半年工作情况报告如下。\n一、工作开展情况\n全县播种小麦六十万亩。\n特此报告。', 'report.work'],
    ['县财政局：\n因汛期物资不足，需追加经费二十万元。\n妥否，请批示。', 'request'],
    ['城关镇人民政府：\n你镇《关于设立集贸市场的请示》收悉。经研究，现批复如下：\n同意设立。', 'reply'],
    ['各乡镇人民政府：\n为做好防汛工作，现将有关事项通知如下：\n一、落实责任。', 'notice'],
    [
      '为贯彻落实《市人民政府关于加强防汛工作的意见》（市政发〔2024〕3号），结合我县实际，制定本实施方案。\n一、目标\n不死人。',
      'implementing',
    ],
    [
      '第一条 根据《关于加强河道管护的实施意见》（海政发〔2024〕5号）精神，制定本细则。\n第二条 各乡镇负责。',
      'implementing',
    ],
    ['第一条 为贯彻实施《水法》，制定本办法。\n第二条 各乡镇负责。', 'plan'],
    ['第一条 为规范采砂，制定本办法。\n第二条 采砂须持证。', 'plan'],
    ['第一条 为保护水资源，制定本法。\n第二条 水资源属于国家所有。', 'other'],
    [
      '县中医院：\n我院放射科缺一名医师，现商请贵院派李某到我院坐诊三个月。\n望贵院支持，并请函复。\n此致\n敬礼\n石河镇卫生院',
      'letter',
    ],
    ['李先生：\n您好！您问的是水费为什么涨了，现将有关情况答复如下：\n水价两年没有动过，多出来的是漏水。', 'reply'],
    [
      '2025年6月3日，副县长周某主持召开会议，专题研究渡槽维修。水利局、财政局负责同志参加。\n会议认为，渡槽裂缝已危及下游。\n会议明确：\n1. 水利局月底前拿出图纸。\n2. 财政局先拨二十万元。',
      'minutes',
    ],
    [
      '同志们：\n开了一整天的三级干部会，到这里就要结束了。我最后再说几句，把全年的事理一理。\n一、粮食要稳。\n二、项目要快。',
      'speech.comprehensive',
    ],
    ['【会议通知】\n各位主任好：\n周四下午三点在卫健局碰头，带上药品盘点表，一小时开完。', 'notice.meeting'],
    ['各村、社区：\n请各村于周五前把水井数报水利站，不用写材料。\n石河镇水利站', 'notice'],
    ['各村、社区：\n渡槽已经修好，明天起放水。\n石河镇水利站', undefined],
    ['各镇（街道）：\n今夜有大雨。请各地务必把人留在岗上，低处的住户先转移。', 'notice'],
    ['各学校：\n暑假到了。各学校要提醒学生不到水边去。', 'notice'],
    ['文明创建常态长效管理\n各村：\n结合全镇实际，特制定文明创建管理机制。\n一、目标\n二、分工', 'plan'],
    ['修路资金申请书\n市人民政府：\n我乡至县城的路窄了，恳请拨款三十万元。\n某乡人民政府', 'request'],
    ['入职申请书\n公司领导：\n本人愿意到车间工作，恳请批准。', undefined],
    [
      '石河镇“三强化”抓好河道管护\n一、强化巡查。石河镇每天派人巡河。\n二、强化清理。漂浮物当天捞走。\n三、强化宣传。护河的事说给学生听。',
      'experience',
    ],
    ['养殖场安全责任书\n甲方为石河镇政府，乙方为养殖场。\n全年无事故的，予以通报表扬；出事的，停止补贴。', undefined],
  ])('%#', (text, id) =>
    expect(genreOf(text)).toMatchObject(id ? { id, source: 'text' } : { id: 'other', source: 'none' }),
  )

  it('what signs it has are quoted as they stand', () => {
    const { evidence } = genreOf('县编办：\n拟请增加事业编制两名。\n以上请示当否，请予批复。')
    expect(evidence).toEqual(['结尾“当否，请予批复”'])
  })

  it('what somebody noted above the title, or the system that brought it, is none of it', () => {
    const title = '关于做好春季配餐工作的通知'
    for (const note of [
      '〔第二稿，请老李核第三条〕\n〔分管领导：拟同意。〕',
      '【公文交换系统来文】收文号：35　页数：2　请签收',
      '【急，周五前办结】',
    ])
      expect(createDoc(parsePlain(`${note}\n${title}\n\n各学校：\n${BODY}`), '文稿.txt').facts.title).toBe(title)
    const slip = '领导批示\n来文单位：县信访局\n来文标题：关于供暖不热问题的报告\n\n请住建局今晚去看。\n'
    expect(genreOf(slip)).toMatchObject({ source: 'none' })
  })

  it('a unit tells what it did under a title that is a sentence', () => {
    const text =
      '清河县强化水库值守管理\n为保障灌溉用水，今年以来，清河县以“三个一”为抓手，加强水库值守。\n一是“一日一巡坝”，值守员每日签到。\n二是“一周一检修”，闸门每周开合一次。\n三是“一月一通报”，每月通报值守和存在问题情况。\n'
    expect(genreOf(text).id).toBe('experience')
    expect(genreOf(`${text}但还存在人手不足的问题。\n`).id).toBe('other')
  })

  it('background about implementing is no purpose of implementing', () => {
    expect(
      genreOf(
        '关于加强防汛工作的意见\n近年来，各乡镇认真贯彻落实《市政府关于防汛工作的意见》，成效明显。为进一步做好工作，现提出如下意见。\n一、落实责任',
      ).id,
    ).toBe('opinion')
  })

  it('a text without any sign stays undetermined', () => {
    expect(genreOf('天气晴，气温二十度。\n河水平稳。')).toMatchObject({ id: 'other', source: 'none', evidence: [] })
  })

  it('the file name helps where the text is silent', () => {
    expect(genreOf('天气晴，气温二十度。\n河水平稳。', 'x/关于防汛值班的通知.txt')).toMatchObject({ id: 'notice' })
  })
})

describe('whatever the width of its marks', () => {
  const half = (text: string) =>
    text.replace(/[，：；（）！？]/g, (mark) => ',:;()!?'.charAt('，：；（）！？'.indexOf(mark)))
  it.each([
    [
      '清河县人民政府\n关于深化“一渠一策”改革的实施意见\n清政〔2024〕30号\n各乡镇人民政府（管委会），县政府各部门：\n为推动改革，根据《关于深化灌区改革的实施意见》（山政〔2024〕9号）要求，结合我县实际，制定本意见。\n一、目标\n渠道畅通。',
      'implementing',
    ],
    [
      '清河县灌溉资金管理办法\n第一条 为了加强管理，提高效益，根据《省政府办公厅关于印发灌溉资金使用方案的通知》（山政办〔2024〕80号）等文件要求，特制定本办法。\n第二条 资金专用。',
      'implementing',
    ],
    ['关于举办“护好水，种好田”\n——组建30个巡渠小组\n主题活动的通知\n各村、各站：\n现通知如下：\n一、时间。', 'notice'],
    ['各位代表：\n现在，我代表镇人民政府向大会报告工作，请予审议。\n一、2023年工作回顾（略）。', 'report.annual'],
  ])('%#', (text, id) => {
    expect(genreOf(text).id).toBe(id)
    expect(half(text)).not.toBe(text)
    expect(genreOf(half(text)).id).toBe(id)
  })
})

describe('who decides', () => {
  const parsed = (frontMatter: Record<string, unknown> = {}) => {
    const p = parsePlain('关于防汛值班的通知\n各乡镇：\n请值班。')
    return { ...p, meta: { ...p.meta, frontMatter } }
  }
  const genre = (frontMatter: Record<string, unknown>, hints: Parameters<typeof createDoc>[2]) =>
    createDoc(parsed(frontMatter), 'a.txt', hints).genre

  it('option > front matter > configuration > superior > text', () => {
    const all = { option: 'minutes', config: 'plan', paired: true } as const
    expect(genre({ 文种: '工作报告、汇报' }, all)).toMatchObject({ id: 'minutes', source: 'option' })
    expect(genre({ 文种: '工作报告、汇报' }, { ...all, option: undefined as never })).toMatchObject({
      id: 'report.work',
      source: 'front-matter',
    })
    expect(genre({ genre: 'opinion' }, {})).toMatchObject({ id: 'opinion', source: 'front-matter' })
    expect(genre({}, { config: 'plan', paired: true })).toMatchObject({ id: 'plan', source: 'config' })
    expect(genre({}, { paired: true })).toMatchObject({ id: 'implementing', source: 'pair' })
    expect(genre({ 文种: '没有这种' }, {})).toMatchObject({ id: 'notice', source: 'text' })
  })

  it.each([
    ['工作报告', 'report.work'],
    ['述职报告', 'report.annual'],
    ['方案', 'plan'],
    ['公告', 'circular'],
    ['转发通知', 'notice.forward'],
    ['通知', 'notice'],
  ])('%s is a name by itself', (name, id) => {
    expect(genre({ 文种: name }, { config: 'letter' })).toMatchObject({ id, source: 'front-matter' })
  })

  it.each([
    ['工作汇报', 'report.work'],
    ['整改落实情况汇报', 'report.work'],
    ['工作总结', 'report.work'],
    ['述职述廉报告', 'report.annual'],
    ['个人工作总结', 'report.annual'],
    ['调研报告', 'other'],
    ['考核细则', 'plan'],
    ['考核办法（试行）', 'plan'],
    ['工作要点', 'plan'],
    ['应急预案', 'plan'],
    ['实施意见', 'opinion'],
    ['会议纪要', 'minutes'],
    ['常务会议纪要', 'minutes'],
    ['主持稿', 'speech.host'],
    ['表态发言稿', 'speech.stance'],
    ['动员讲话', 'speech.special'],
    ['讲话稿', 'speech.general'],
    ['情况通报', 'circular'],
    ['督查通知', 'notice.inspection'],
    ['资金请示', 'request'],
    ['请示报告', 'request'],
    ['复函', 'letter'],
    ['提案答复', 'reply'],
    ['工作简报', 'bulletin'],
    ['经验材料', 'experience'],
  ])('offices say %s', (name, id) => {
    expect(genre({ 文种: name }, { config: 'decision' })).toMatchObject({ id, source: 'front-matter' })
  })

  it.each(['会议记录', '讲话要点', '设计方案', '材料', '关于防汛工作的通报和简报', '台账'])(
    'offices mean no one genre by %s',
    (name) => {
      expect(genre({ 文种: name }, {}).source).toBe('text')
    },
  )

  it('a name of several genres means the one that the text tells', () => {
    const of = (text: string, name: string) =>
      createDoc(parsePlain(text), 'a.txt', { option: genresNamed(name)! }).genre
    const speech = '在全县秸秆禁烧推进会上的讲话\n同志们：\n下面我讲三点意见。\n一、看住火。'
    expect(of(speech, '讲话稿')).toMatchObject({ id: 'speech.special', source: 'option' })
    expect(of(speech, '表态发言')).toMatchObject({ id: 'speech.stance' })
    const plan =
      '清河县河道管护实施方案\n为贯彻落实《市政府关于加强河道管护的意见》，制定本方案。\n一、总体要求\n河道畅通。'
    expect(of(plan, '实施方案')).toMatchObject({ id: 'implementing' })
    expect(of(plan.replace(/为贯彻.*，/, '为管好河道，'), '实施方案')).toMatchObject({ id: 'plan' })
  })

  it('no name means two genres', () => {
    expect(new Set(genreNames()).size).toBe(genreNames().length)
  })

  it('prototype names are no genres', () => {
    expect(genre({ 文种: 'constructor' }, {}).id).toBe('notice')
  })
})
