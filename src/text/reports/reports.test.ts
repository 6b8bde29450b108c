import { describe, expect, it } from 'vitest'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { problemSentences, suggestionSentences } from './reports.ts'

const reportOf = (text: string) =>
  createDoc(parser.parse(Buffer.from(`工作情况汇报\n\n县政府：\n\n现将情况汇报如下。\n${text}\n`)), '汇报.txt')
const problems = (text: string) => found(problemSentences, text)
const suggestions = (text: string) => found(suggestionSentences, text)
function found(search: typeof problemSentences, text: string): string[] {
  const doc = reportOf(text)
  return search(doc).map(({ start, end }) => doc.text.slice(start, end))
}

describe('problems', () => {
  it.each([
    '二、存在的问题',
    '三、困难和问题',
    '工作中还存在一些问题和不足。',
    '但与先进乡镇相比，还有不小差距。',
    '目前仍有3个村未完成管网改造。',
    '主要困难是配套资金缺口120万元。',
    '我镇环卫人手不足，清运不及时。',
    '宣传发动不够深入，群众参与度不高。',
    '亟待解决的问题是管护经费没有着落。',
    '长期未解决的群众反映强烈的问题有4个。',
    '虽然解决了吃水问题，但水压不足的问题依然突出。',
    '财政收入同比下降3.2%。',
    '排名全市倒数第二，被市里通报批评。',
    '管网老化，漏损率偏高。',
    '财政供养人员控制不严，仍有23个单位超编。',
    '沟渠淤塞严重。',
    '水泵年久失修。',
    '全镇还缺水泵12台。',
    '南片四个村至今不通自来水。',
    '其余12处隐患因产权纠纷一直没有改。',
    '去年的补助款到现在还没有发到农户手里。',
    '镇区排水管道经常堵塞，一下大雨街上就积水。',
    '西坡、寺沟两个村没有村医。',
    '助餐点4月份停办，46名老人顾不过来。',
    '站里经费紧张，油料靠垫。',
    '两个科室口径不一致，镇里不知道报哪个数。',
    '站上设备配置低，土样只能送到市里。',
    '护林员待遇低，年轻人不愿来。',
    '全乡还有4个村集体收入低于5万元。',
    '检查多、帮助少，企业有怨言。',
    '部分党员常年在外，不参加组织生活。',
    '网格员身兼数职，巡查常常顾此失彼。',
    '修路改线影响了灌溉进度。',
  ])('%s', (text) => expect(problems(text)).toEqual([text]))

  it.each([
    '解决了12个村的吃水困难问题。',
    '切实解决群众反映强烈的突出问题36件。',
    '坚持问题导向，扎实推进各项工作。',
    '开展群众身边不正之风和突出问题专项整治。',
    '信访问题化解率达到98%。',
    '破解制约发展的瓶颈难题5个。',
    '存在的问题已全部整改到位。',
    '三、存在问题整改情况',
    '刑事案件同比下降12%，事故起数同比减少3起。',
    '失业率低于全省平均水平。',
    '对存在困难的群众给予临时救助。',
    '被县委通报表扬2次。',
    '所有项目无逾期、无超期。',
    '补齐公共服务短板，消除安全隐患120处。',
    '改造老化管网36公里，完成适老化改造210户。',
    '工期不足一年，主体全部完工。',
    '决不高枕无忧。',
    '过去存在的重建轻管问题一去不复返。',
    '曾经薄弱的农村宣传阵地得到加强。',
    '过去没人管的机井，现在都有了管护员。',
    '排除积水点12处，疏通堵塞管道8公里，没有发生内涝。',
    '三项工作不可或缺，3个专班分头推进。',
    '各班组紧张有序施工，8月主体完工。',
    '坚决防止整改流于形式。',
    '破解党建业务“两张皮”，开展联学6次。',
    '为条件差的家庭安装取暖设备60台。',
    '好人好事增多、投诉减少。',
    '克服降雨给施工带来的不便，提前12天通车。',
    '避免口径不一致，7张表合成一张。',
    '消除经费不足造成的困难。',
  ])('none: %s', (text) => expect(problems(text)).toEqual([]))
})

describe('suggestions', () => {
  it.each([
    '建议由县水利局统一调配泵车。',
    '一是建议增加编制2名。',
    '恳请县政府协调解决配套资金。',
    '请县财政局给予支持。',
    '下一步，我镇将重点抓好三项工作。',
    '2026年，我镇计划新建泵站2座。',
    '2026年，将在7月底前新建泵站2座。',
    '街道准备邀请县住建局组成专班，5月底前至少谈成4件。',
    '四、工作建议',
    '三、下步打算',
    '三、2025年工作安排',
    '拟于6月底前完成管网改造。',
    '力争年底前全面完工。',
    '上级财政要加大补助，不能只靠乡镇。',
    '为此在设备采购方面建议单列一笔。',
    '近期将召开调度会。',
    '四、应对措施',
  ])('%s', (text) => expect(suggestions(text)).toEqual([text]))

  it.each([
    '办理人大代表建议23件、政协委员提案17件。',
    '征集合理化建议120条，采纳36条。',
    '认真做好建议提案办理工作。',
    '检察建议全部回复。',
    '听取群众意见建议，整改问题12个。',
    '为下一步工作打下了坚实基础。',
    '以上汇报，请批评指正。',
    '邀请专家现场帮助解决技术难题。',
    '积极申请上级资金支持。',
    '组织防汛模拟在三个村进行。',
    '提请县人大常委会审议议案3件。',
    '按照上级要加大排查的通知，查了36处。',
    '全县增加投入，近期已经完工。',
    '在办理群众所提建议方面下功夫。',
  ])('none: %s', (text) => expect(suggestions(text)).toEqual([]))
})

it('looks at the body alone', () => {
  const doc = createDoc(
    parser.parse(Buffer.from('关于农村供水存在问题和建议的汇报\n\n县政府：\n\n现将情况汇报如下。全镇供水正常。\n')),
    '汇报.txt',
  )
  expect(problemSentences(doc)).toEqual([])
  expect(suggestionSentences(doc)).toEqual([])
})

it('takes time in proportion to the text', () => {
  for (const piece of ['问题', '存在的', '解决', '建议、', '不足，', '需要请', '一', '存在的一些主要的']) {
    const doc = reportOf(piece.repeat(30_000))
    const began = performance.now()
    problemSentences(doc)
    suggestionSentences(doc)
    expect(performance.now() - began).toBeLessThan(3000)
  }
})
