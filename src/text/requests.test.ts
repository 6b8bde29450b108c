import { expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { defaultSettings } from '../config.ts'
import { lintText } from '../session.ts'

async function found(sentence: string, title = '关于农村供水工作情况的报告'): Promise<string[]> {
  const text = `${title}\n\n县政府：\n\n现将有关情况报告如下。全镇供水正常。\n${sentence}\n`
  const settings = Object.fromEntries(
    Object.entries(defaultSettings(rules)).map(([id, own]) => [
      id,
      id === 'request-in-report' ? own : { ...own, level: 'off' as const },
    ]),
  )
  const report = await lintText({ text, path: '报告.txt', rules, settings, genre: 'report.work' })
  return report.diagnostics.map(({ span }) => text.slice(span.start, span.end))
}

it.each([
  ['妥否，请批示。', '妥否，请批示'],
  ['以上报告妥否，请予批复。', '妥否，请予批复'],
  ['当否，敬请审批。', '当否，敬请审批'],
  ['可否，请县政府批复。', '可否，请县政府批复'],
  ['以上请示如无不妥，请批转各单位执行。', '如无不妥，请批转'],
  ['请予批准。', '请予批准'],
  ['请县委、县政府予以批准。', '请县委、县政府予以批准'],
  ['为此，恳请县政府拨付专项资金32万元。', '恳请县政府拨付'],
  ['鉴于资金困难，特申请追加经费8万元。', '特申请追加'],
  ['现申请县财政拨付补助资金20万元，请予支持。', '现申请县财政拨付'],
  ['四、请求事项。请求县委批准增设执法中队。', '请求县委批准'],
  ['恳请县政府批准该项目立项。', '恳请县政府批准'],
  ['请县政府同意将该地块调整为工业用地。', '请县政府同意'],
  ['恳请上级核拨抗旱经费15万元。', '恳请上级核拨'],
  ['以上方案，请审定。', '请审定'],
  ['敬请县领导审批。', '敬请县领导审批'],
  ['一是恳请县政府追加编制3名。', '恳请县政府追加'],
  ['望予批准。', '望予批准'],
])('finds %s', async (sentence, phrase) => expect((await found(sentence)).join()).toContain(phrase))

it.each([
  '当否，请指示。',
  '以上报告，请审阅。',
  '以上报告，请批评指正。',
  '以上报告，请审议。',
  '以上报告请各位代表审议批准。',
  '建议由县财政局安排管护经费18万元。',
  '建议县政府批准将该路段列入年度养护计划。',
  '恳请县政府协调解决用地指标。',
  '恳请县水利局帮助鉴定泵站。',
  '请县财政局给予支持。',
  '请县财政局6月底前拨付进度款600万元。',
  '项目已报县政府批准。',
  '去年申请县财政拨付资金20万元，已经到位。',
  '12户村民申请审批宅基地，已办结9户。',
  '我局积极申请上级拨付专项资金。',
  '方案经县政府常务会议审定后印发。',
  '相关请示已呈县政府，待批复后实施。',
  '多次向上级请求追加资金，没有结果。',
  '根据《关于请求批准建设泵站的请示》的批复，泵站6月开工。',
  '群众提出“请政府批准我们打井”的要求。',
  '简化审批环节，企业请求批准的事项当天办结。',
  '不再要求村级申请审批。',
  '拨付资金32万元，追加预算5万元。',
  '请各村将审批后的名单报镇民政所。',
  '特此报告。',
])('is silent on %s', async (sentence) => expect(await found(sentence)).toEqual([]))
