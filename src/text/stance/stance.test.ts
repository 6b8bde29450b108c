import { describe, expect, it } from 'vitest'
import type { Doc } from '../../core.ts'
import { growth, LINEAR } from '../../dev/growth.ts'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { type Stance, stanceOf } from './stance.ts'

const docOf = (text: string): Doc => createDoc(parser.parse(Buffer.from(text)), '例子.txt')

/** The stance towards the words between ⟦ and ⟧. */
function stance(marked: string): Stance {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  return stanceOf(docOf(marked.replace(/[⟦⟧]/g, '')), { start, end })
}

type Kind = 'negated' | 'reported' | 'blamed' | 'supposed' | 'quoted'
const kinds = (marked: string): Kind[] => {
  const found = stance(marked)
  return (['negated', 'reported', 'blamed', 'supposed', 'quoted'] as const).filter((kind) => found[kind])
}

describe('imposes', () => {
  it.each([
    '对未完成任务的乡镇，年度考核实行“⟦一票否决⟧”。',
    '对不能按期完成任务的单位实行⟦一票否决⟧。',
    '对违规操作的单位实行⟦一票否决⟧。',
    '各村与镇里签订⟦责任状⟧。这件事谁也不能取消。',
    '各村与镇里签订⟦责任状⟧。今年起取消的项目不再列入。',
    '对乱占耕地建房问题整治不彻底的，实行⟦一票否决⟧。',
    '对不作为、慢作为、乱作为的干部实行⟦一票否决⟧。',
    '将环境综合治理列为⟦一票否决⟧指标。',
    '将清理拖欠账款工作作为⟦一票否决⟧事项。',
    '将禁止秸秆焚烧工作纳入年度目标考核⟦一票否决⟧。',
    '各乡镇不得弄虚作假，对弄虚作假的实行⟦一票否决⟧。',
    '凡未完成的不得参加评先评优，实行⟦一票否决⟧。',
    '实行⟦一票否决⟧，取消当年评先资格。',
    '各乡镇签订⟦责任书⟧不得少于10份。',
    '签订时间不得晚于3月底，由各乡镇签订⟦责任书⟧。',
    '不少用地单位进展缓慢，年底一律⟦一票否决⟧。',
    '群众反映强烈的路段，各乡镇就要签订⟦责任状⟧。',
    '各乡镇要分别把⟦责任状⟧签到各村。',
    '各乡镇与各村签订⟦责任状⟧，已取消的项目不再列入。',
    '各乡镇要重签⟦责任状⟧，去年的已于5月全部废止。',
    '要坚决防止重特大事故发生，实行安全生产⟦一票否决⟧。',
    '对重大安全事件都实行⟦一票否决⟧。',
    '实行⟦一票否决⟧退出机制。',
    '做到有人管、有人抓，逐级签订⟦责任状⟧。',
    '各村要确保路口有人守，在工作群里⟦打卡⟧。',
    '把任务拿到一线，不掉队、不拉后腿，实行⟦一票否决⟧。',
    '看得见、摸得着，年底实行⟦一票否决⟧。',
    '勿以善小而不为，各单位签订⟦责任状⟧。',
    '对不签责任书、不建台账的乡镇实行⟦一票否决⟧。',
    '建立专项整治⟦责任状⟧，由各乡镇签订。',
    '去年没有完成任务的乡镇，今年实行⟦一票否决⟧。',
    '2023年以来发生过事故的单位，一律实行⟦一票否决⟧。',
    '有的乡镇进展缓慢，对此要实行⟦一票否决⟧。',
    '要把耕地保护作为“⟦一票否决⟧”的硬指标。',
    '实行“党政同责、一岗双责、⟦一票否决⟧”。',
    '县、乡、村逐级签订“安全生产⟦责任状⟧”。',
    '未按要求签订⟦责任状⟧的乡镇，予以通报批评。',
    '各单位⟦安装率⟧低于90%的，予以通报批评。',
    '未按时⟦打卡⟧的，予以通报批评。',
    '各乡镇⟦制定方案⟧，报县整治办备案。',
    '签订⟦责任状⟧后须报县创建办备案。',
    '三月底以前，每个村的⟦安装率⟧达到百分之九十。',
    '方案已经印发，各乡镇每周五⟦报送工作进展⟧。',
    '会刚刚开完，各乡镇当天⟦召开会议⟧传达。',
    '指标已经分到各乡镇，完不成的年底⟦一票否决⟧。',
    '建立“⟦一票否决⟧”制度，对排名末位的单位取消评优资格。',
    '建立“⟦一票否决⟧”制度，对排名末位的单位通报批评。',
    '各村会前签订⟦责任状⟧。',
    '抓好⟦责任状⟧规范化签订。',
    '减少烟火点数量，火点数排名前三的乡镇实行⟦一票否决⟧。',
    '为防止火灾发生，现将有关事项通知如下：\n一、对发生火灾的乡镇，实行⟦一票否决⟧。',
    '一、严禁下列行为：\n1.露天焚烧秸秆。\n二、强化考核\n1.对发生火点的村，实行⟦一票否决⟧。',
    '（二）坚决杜绝重大事故\n对发生重大事故的乡镇，实行⟦一票否决⟧。',
  ])('%s', (marked) => expect(kinds(marked)).toEqual([]))
})

describe('mentions', () => {
  it.each<[Kind, string]>([
    ['negated', '不增设“⟦一票否决⟧”事项。'],
    ['negated', '在考核细则中删除⟦台账⟧扣分项。'],
    ['negated', '将⟦安装率⟧从考核指标中移除。'],
    ['negated', '请勿在群里⟦打卡⟧。'],
    ['negated', '对仍在通报⟦安装率⟧的单位，责令改正。'],
    ['reported', '过去检查要建⟦台账⟧，现在一律不再要求。'],
    ['negated', '不得对工作滞后的乡镇实行⟦一票否决⟧。'],
    ['negated', '严禁层层加码、签订责任状、实行⟦一票否决⟧。'],
    ['negated', '严禁层层加码，签订责任状，实行⟦一票否决⟧。'],
    ['negated', '“⟦一票否决⟧”事项一律取消。'],
    ['negated', '现有的“⟦一票否决⟧”事项，除省级以上明文规定的外，一律取消。'],
    ['negated', '全面清理规范“⟦一票否决⟧”和签订责任状事项。'],
    ['negated', '对“⟦一票否决⟧”、责任状进行全面清理。'],
    ['negated', '违规实行⟦一票否决⟧的，严肃追责。'],
    ['negated', '用工作清单代替层层签订⟦责任状⟧。'],
    ['negated', '签订⟦责任状⟧不是目的。'],
    ['negated', '落实不等于签⟦责任状⟧，不等于开会发文。'],
    ['negated', '严禁下列行为：\n（一）填报重复报表；\n（二）随意设置⟦一票否决⟧事项。'],
    ['negated', '不准：一是动不动就实行⟦一票否决⟧；二是天天报数。'],
    ['negated', '严禁：一是天天报数；二是层层签订⟦责任状⟧。'],
    ['negated', '与各村签订⟦责任状⟧，须报县委审核备案。'],
    ['negated', '对擅自实行⟦一票否决⟧的，予以通报批评。'],
    ['negated', '我不赞成一说考核就上⟦一票否决⟧。'],
    ['negated', '要求签订⟦责任状⟧的，对相关责任人通报批评。'],
    ['negated', '各部门要多出主意，少拿⟦一票否决⟧说事。'],
    ['negated', '各部门别用⟦一票否决⟧来压乡镇。'],
    ['negated', '今后谁再签⟦责任状⟧，就追究谁的责任。'],
    ['negated', '要求签订⟦责任状⟧的，各村可以拒绝。'],
    ['negated', '别一说重视就签⟦责任状⟧。'],
    ['negated', '擅自从乡镇⟦抽调⟧干部的，追究主要负责人责任。'],
    ['negated', '凡靠⟦一票否决⟧压担子的，约谈部门负责人。'],
    ['negated', '1.规范责任状签订。各乡镇与村签订⟦责任状⟧，须报县委批准。'],
    ['negated', '关于清理“一票否决”事项的通知\n各乡镇：\n保留安全生产⟦一票否决⟧。'],
    ['negated', '各科每月交一本⟦台账⟧。这一条从今年起不搞了。'],
    ['negated', '各村与镇里签订⟦责任状⟧。会议决定取消。'],
    ['reported', '去年全县签订⟦责任书⟧1200份。'],
    ['reported', '今年以来，层层签订⟦责任书⟧，压实了各乡镇责任。'],
    ['reported', '我们对3个单位实行了⟦一票否决⟧。'],
    ['reported', '一、去年工作回顾\n各乡镇逐级签订⟦责任书⟧，形成齐抓共管的格局。'],
    ['reported', '会前，县政府与各乡镇签订⟦责任状⟧，明确了任务。'],
    ['reported', '目前，工作群已经建好，各村每天⟦打卡⟧。'],
    ['reported', '各乡镇已与各村对接，签订⟦责任状⟧。'],
    ['reported', '台账已经建立，各村⟦上传照片⟧共计3000张。'],
    ['reported', '三个月以前，各村⟦签订责任状⟧。'],
    ['reported', '该镇与9个社区签订⟦责任状⟧、自设考核指标5项，已于今年3月全部废止。'],
    ['reported', '黄岭镇与各村签订⟦责任书⟧，后被县里叫停。'],
    ['blamed', '还有少数单位拿⟦安装率⟧给乡镇排名次，这种做法已经被省里点名批评。'],
    ['blamed', '县里通报里讲，我们镇要求网格员每天⟦上传照片⟧。'],
    ['blamed', '读书要家长⟦拍照上传⟧，连跳绳都要录视频。'],
    ['blamed', '15.有的乡镇层层签订⟦责任状⟧。'],
    ['blamed', '一是有的乡镇层层签订⟦责任状⟧。'],
    ['blamed', '一天光⟦开会⟧就占了半天。'],
    ['blamed', '干部整天忙着签⟦责任状⟧，哪有时间干活。'],
    ['blamed', '有的乡镇把签订⟦责任状⟧当成落实责任。'],
    ['blamed', '村干部反映，各部门都要求签订⟦责任状⟧。'],
    ['blamed', '村干部说，上面层层签⟦责任状⟧。'],
    ['blamed', '村干部反映，来一个通知就要签一份⟦责任状⟧。'],
    ['blamed', '二、存在的问题\n年度考核实行⟦一票否决⟧。'],
    ['supposed', '法律法规规定实行“⟦一票否决⟧”的，从其规定。'],
    ['supposed', '被“⟦一票否决⟧”的单位，可以申请复核。'],
    ['supposed', '可以与各乡镇签订⟦责任书⟧。'],
    ['supposed', '检查各乡镇是否签订⟦责任书⟧。'],
    ['negated', '县环保局提出保留“每日⟦零报告⟧”，会议未采纳。'],
    ['negated', '一、自即日起停止执行的做法\n（一）与村签订⟦责任状⟧；'],
    ['negated', '云川县纪委整治形式主义监督检查方案\n一、重点看什么\n1.与村签订⟦责任状⟧；'],
    ['negated', '柳河镇工作群清理登记表\n1　联络群　逐级⟦接龙⟧　已解散'],
    ['negated', '我部没有建立任何⟦备考群⟧。'],
    ['blamed', '老秦心里打鼓，怕年底被⟦一票否决⟧。'],
    ['blamed', '把“三天”加码成“⟦当天传达⟧、当夜开会”。'],
    ['blamed', '关于两起典型问题的通报\n一、县供销社群里点名问题。该社规定，基层社必须在群里⟦接龙⟧。'],
    ['blamed', '柳河村的老陈说，半夜也得爬起来回“⟦收到⟧”。'],
    ['blamed', '去年有个部门，办个宣传月也要各站所签⟦责任状⟧。'],
    ['blamed', '有人半夜发个通知，后头跟一句“⟦收到请回复⟧”。'],
    ['supposed', '问：群里不回“⟦收到⟧”会不会被通报？'],
    ['supposed', '送审稿第五部分拟规定：各乡镇签订责任状；所在乡镇年度考核⟦一票否决⟧。'],
    ['quoted', '“请于某日前⟦报送落实情况⟧”那句话，能删的全部删掉。'],
    ['quoted', '“有@⟦必回⟧”“半小时内接龙完毕”之类的公告，由建群单位撤下。'],
    ['negated', '| 3 | 县文旅局 | 全员关注公众号，每人⟦转发⟧10次 | 取消 |'],
    ['negated', '一、停用的功能\n1. 机关干部每日定位⟦打卡⟧；'],
    ['reported', '2023年的带教手册写着，选调生每周写一篇⟦心得⟧。'],
    ['supposed', '河湖科提出，为了提高巡查率，拟增加三条：每天上传轨迹；每月报送⟦巡查总结⟧。'],
    ['blamed', '一屋子长辈抢着回“⟦收到⟧”。'],
    ['quoted', '“层层签订⟦责任状⟧”由来已久。'],
    ['quoted', '贯彻落实《关于实行⟦一票否决⟧的通知》。'],
    ['quoted', '有人提出的“凡排名后三位的一律⟦一票否决⟧”没有依据。'],
  ])('%s: %s', (kind, marked) => {
    expect(kinds(marked)).toContain(kind)
    expect(stance(marked).mentioned).toBe(true)
  })
})

it('shows the clause and the sentence around the words', () => {
  const { before, ahead, after, sentence } = stance('会议要求。各乡镇要抓紧，逐级签订“⟦责任状⟧”，压实责任。散会。')
  expect(before).toBe('逐级签订')
  expect(ahead).toBe('各乡镇要抓紧，逐级签订')
  expect(after).toBe('，压实责任。')
  expect(sentence).toBe('各乡镇要抓紧，逐级签订“责任状”，压实责任。')
})

it('a title that is signed is no mention', () => {
  const text = '各乡镇签订《安全生产责任书》。'
  const doc = docOf(text)
  const title = { start: text.indexOf('《'), end: text.indexOf('》') + 1 }
  expect(stanceOf(doc, title).mentioned).toBe(false)
  expect(stanceOf(doc, { start: text.indexOf('责任书'), end: title.end - 1 }).quoted).toBe(true)
})

it('takes time in proportion to the text, however it is punctuated', () => {
  const words = '一票否决'
  for (const piece of [words, `不得${words}、`, `“${words}`, `《${words}》`, `（一）${words}\n`, `严禁：${words}；`]) {
    const reading = (size: number) => {
      const text = piece.repeat(size)
      const doc = docOf(text)
      return () => {
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
          stanceOf(doc, { start: at, end: at + words.length })
      }
    }
    expect(growth(reading, 2000), piece).toBeLessThan(LINEAR)
  }
})

describe('told, counted or turned down around the sentence', () => {
  it.each<[Kind, string]>([
    ['negated', '把⟦安装率⟧写进考核细则的共有14处，由县委组织部从2026年度考核细则中全部删去。'],
    ['negated', '群内每日⟦打卡⟧、接龙报数等要求共清出57条，6月30日已全部停止执行。'],
    ['negated', '文件中不写“请于某月某日前⟦报送落实情况⟧”。'],
    ['negated', '巡查人员每天在工作群⟦打卡⟧。会议不予同意，该部分全部删去。'],
    ['negated', '会议没有采纳与各村签订⟦责任状⟧的提议。'],
    ['blamed', '过去有的股室动不动就要签⟦责任状⟧，动不动就排名。'],
    ['blamed', '一种叫“以群代管”。回得慢的点名，半夜还在⟦接龙⟧。'],
    ['supposed', '送审稿不合要求。该部分拟规定：各村逐级签订⟦责任状⟧。'],
  ])('%s: %s', (kind, marked) => expect(kinds(marked)).toContain(kind))

  it('a heading that has them find faults heads no list of faults', () =>
    expect(kinds('二、管好日常，重在发现问题\n缺⟦照片⟧一张扣1分。')).not.toContain('blamed'))

  it('what goes on is not turned down', () =>
    expect(kinds('会议同意。巡查人员每天在工作群⟦打卡⟧。会议要求，抓好落实。')).toEqual([]))
})
