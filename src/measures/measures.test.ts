import { describe, expect, it } from 'vitest'
import type { Measurement, Unit } from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { measure, passages, verdict } from './index.ts'

const superior = `关于加强古井保护的意见
一、总体要求
坚持保护优先、合理利用，把古井保护纳入乡村建设总体安排。
二、重点任务
（一）开展古井普查。各地区各部门要组织力量对全国范围内的古井进行全面普查，逐一登记名称、位置、年代和保存状况，建立古井档案。
（二）加强日常巡查。县级以上人民政府应当明确古井巡查责任人，发现井栏破损、井壁坍塌、水质异常的，及时报告并采取抢修措施。
（三）严格用水管理。任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。
（四）鼓励社会参与。鼓励企业和个人通过捐赠、认养等方式参与古井保护，对作出突出贡献的给予表彰。
三、保障措施
各级财政要安排古井保护专项资金500万元，专款专用，并接受审计监督。
`

const judged = (text: string, ...others: string[]): Measurement =>
  measure(
    { text },
    (others.length ? others : [superior]).map((t) => ({ text: t })),
  )
const only = (sentence: string): Unit => {
  const { units } = judged(`${sentence}\n`)
  expect(units).toHaveLength(1)
  return units[0]!
}
const placed = (unit: Unit): string => unit.sources.map((s) => superior.slice(s.start, s.end)).join('|')

describe('units', () => {
  const texts = {
    plain: '甲乙丙。丁戊己！\n庚辛\n',
    crlf: '\r\n 一、标题\r\n（一）开展普查。各乡镇要登记古井。\r\n\r\n附件\r\n',
    astral: '保护𠮷井。不得填埋𡈽井；不得封堵。\n𠮷',
    blank: ' \n\t\n',
    closing: '他说：“好。”然后走了。（完。）尾',
    'no end': '没有句号',
  }
  for (const [name, text] of Object.entries(texts))
    it(`cover the whole text: ${name}`, () => {
      const { units } = judged(text)
      expect(units.map((u) => text.slice(u.start, u.end)).join('')).toBe(text)
      expect(units[0]!.start).toBe(0)
      expect(units.at(-1)!.end).toBe(text.length)
      for (const u of units) expect(u.end).toBeGreaterThan(u.start)
    })

  it('are cut after full stops, semicolons and line breaks, behind closing marks', () => {
    const text = '一、目标\n他说：“好。”然后；走了。\n'
    expect(judged(text).units.map((u) => text.slice(u.start, u.end))).toEqual([
      '一、目标\n',
      '他说：“好。”',
      '然后；',
      '走了。\n',
    ])
  })

  it('are none in an empty text', () => {
    expect(measure({ text: '' }, [{ text: superior }])).toEqual({
      units: [],
      share: { value: 0, low: 0, high: 0 },
      chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
    })
  })
})

describe('reuse', () => {
  it('without superiors is nowhere: all novel', () => {
    const { units } = measure({ text: superior }, [])
    expect(new Set(units.map((u) => u.reuse))).toEqual(new Set(['novel']))
    expect(units.every((u) => u.sources.length === 0 && u.runs.length === 0)).toBe(true)
  })

  it('of an empty superior is nowhere either', () => {
    expect(judged('建立古井档案。', '').units[0]!.reuse).toBe('novel')
  })

  it('is copied where the words are', () => {
    const unit = only('任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。')
    expect(unit.reuse).toBe('copied')
    expect(placed(unit)).toContain('倾倒垃圾')
  })

  it('survives swapped regions and bodies', () => {
    const unit = only(
      '各乡镇各单位要组织力量对全县范围内的古井进行全面普查，逐一登记名称、位置、年代和保存状况，建立古井档案。',
    )
    expect(unit.reuse).toBe('copied')
    expect(superior.slice(unit.sources[0]!.start, unit.sources[0]!.end)).toContain('全国')
    const shared = unit.runs.map((r) => superior.slice(r.there.start, r.there.end))
    expect(shared.length).toBeGreaterThan(0)
    expect(
      shared.filter((words) => words.includes('全国')),
      'what is shown as the same is the same',
    ).toEqual([])
  })

  it('survives a changed number', () => {
    expect(only('县财政要安排古井保护专项资金80万元，专款专用，并接受审计监督。').reuse).not.toBe('novel')
  })

  it('survives reordering', () => {
    const unit = only('不得擅自封堵、填埋古井，任何个人和单位不得向古井排放污水、倾倒垃圾。')
    expect(unit.reuse).not.toBe('novel')
    expect(placed(unit)).toContain('倾倒垃圾')
  })

  it('survives merging of neighbours', () => {
    const unit = only(
      '明确古井巡查责任人，发现井栏破损、井壁坍塌、水质异常的及时报告，任何单位和个人不得擅自填埋、封堵古井。',
    )
    expect(unit.reuse).not.toBe('novel')
    expect(placed(unit)).toContain('巡查责任人')
  })

  it('survives splitting', () => {
    const { units } = judged('发现井栏破损、井壁坍塌、水质异常的，及时报告。\n对破损古井采取抢修措施。\n')
    expect(units[0]!.reuse).not.toBe('novel')
  })

  it('is not found in what has nothing to do with it', () => {
    expect(only('县图书馆每周六开放至晚上十点，由县文旅局安排两名管理员值守。').reuse).toBe('novel')
  })

  it('knows the right superior', () => {
    const text = '任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。'
    const { units } = judged(text, '关于推进全民阅读的通知\n建设农家书屋。\n', superior)
    expect(units[0]!.sources[0]!.superior).toBe(1)
    expect(units[0]!.runs.every((r) => r.superior === 1)).toBe(true)
  })

  it('finds sentences of a hard-wrapped superior', () => {
    const wrapped = superior
      .split('\n')
      .map((line) => line.replace(/.{20}/gu, '$&\n'))
      .join('\n')
    const { units } = judged(
      '各乡镇要组织力量对全县范围内的古井进行全面普查，逐一登记名称、位置、年代和保存状况。',
      wrapped,
    )
    expect(units[0]!.reuse).not.toBe('novel')
  })
})

describe('runs', () => {
  it('lead back to the very characters, past full width, spaces, CRLF and astral characters', () => {
    const there = '标题\r\n𠮷村  应当在Ａ区修缮老井，并设立标志牌。\r\n'
    const here = '𠮷𠮷 前言。\r\n我村应当在A区修缮老井，并设立标志牌。\r\n'
    const { units } = judged(here, there)
    const runs = units.flatMap((u) => u.runs)
    const longest = runs.reduce((a, b) => (b.here.end - b.here.start > a.here.end - a.here.start ? b : a))
    expect(here.slice(longest.here.start, longest.here.end)).toContain('应当在A区修缮老井，并设立标志牌')
    expect(there.slice(longest.there.start, longest.there.end)).toContain('应当在Ａ区修缮老井，并设立标志牌')
  })

  it('go on behind words of another length, an added comma and marks', () => {
    const there =
      '标题\n各县（区）人民政府要建立供水单位名录，每年更新一次，向社会公布，接受群众监督，并报市水利局备案。\n'
    const here = '标题\n乡镇要建立供水单位名录，每年**更新**一次，并向社会公布，接受群众监督，并报县水利局备案。\n'
    const { units } = judged(here, there)
    const said = units.flatMap((u) => u.runs).map((r) => here.slice(r.here.start, r.here.end))
    expect(said.join('｜')).toBe('要建立供水单位名录，每年｜向社会公布，接受群众监督，并报｜水利局备案')
    for (const { here: h, there: t } of units.flatMap((u) => u.runs))
      expect(here.slice(h.start, h.end)).toBe(there.slice(t.start, t.end))
  })

  it('do not overlap here, and stay inside their unit', () => {
    const { units } = judged(superior)
    for (const unit of units) {
      let end = unit.start
      for (const run of unit.runs) {
        expect(run.here.start).toBeGreaterThanOrEqual(end)
        expect(run.here.end).toBeLessThanOrEqual(unit.end)
        end = run.here.end
      }
    }
  })
})

describe('kind', () => {
  const cases = {
    measure: [
      '县水利局于2025年6月底前完成37口古井的修缮，每口补助2万元。',
      '（责任单位：县文旅局、县水利局）',
      '对擅自填埋古井的，由县文旅局责令限期改正，处一千元以上五千元以下罚款。',
    ],
    vague: [
      '进一步加强宣传引导，不断完善工作机制，推动古井保护工作提质增效。',
      '鼓励各类企业积极参与古井保护，提升保护能力和水平。',
    ],
    other: ['（一）加强组织领导', '本办法自2025年3月1日起施行。', '本办法所称古井，是指清代以前开凿的水井。'],
  } as const
  for (const [kind, sentences] of Object.entries(cases))
    for (const sentence of sentences)
      it(`${kind}: ${sentence}`, () => {
        expect(measure({ text: `古井保护方案\n一、总则\n${sentence}\n` }, []).units.at(-1)!.kind).toBe(kind)
      })
})

describe('content', () => {
  const text = `临溪县古井保护实施方案
各乡镇人民政府，县直各单位：
为贯彻落实《关于加强古井保护的意见》，结合我县实际，制定本方案。
一、总体要求
以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，坚持人民至上。
二、主要任务
县水利局于2025年6月底前完成37口古井的修缮。
临溪县人民政府
2025年1月8日
`
  it('leaves out title, addressee, fixed opening, political formula, sender and date', () => {
    const { units } = judged(text)
    expect(units.filter((u) => u.content).map((u) => text.slice(u.start, u.end).trim())).toEqual([
      '一、总体要求',
      '二、主要任务',
      '县水利局于2025年6月底前完成37口古井的修缮。',
    ])
  })

  it('follows the body where it is given', () => {
    const start = text.indexOf('县水利局')
    const { units } = measure({ text, body: [{ start, end: text.indexOf('\n', start) }] }, [{ text: superior }])
    expect(units.filter((u) => u.content)).toHaveLength(1)
  })

  it('makes the share: novel measures over content, without white space', () => {
    const { units, chars, share } = judged(text)
    const size = (list: readonly Unit[]) =>
      list.reduce((n, u) => n + text.slice(u.start, u.end).replace(/\s/g, '').length, 0)
    const content = units.filter((u) => u.content)
    const local = content.filter((u) => u.reuse === 'novel' && u.kind === 'measure')
    expect(chars.content).toBe(size(content))
    expect(chars.localMeasures).toBe(size(local))
    expect(share.value).toBeCloseTo(size(local) / size(content), 10)
    expect(share.low).toBeLessThanOrEqual(share.value)
    expect(share.high).toBeGreaterThanOrEqual(share.value)
  })
})

describe('verdict', () => {
  const share = { value: 0.5, low: 0.45, high: 0.55 }
  it.each([
    [0.4, 'met'],
    [0.45, 'met'],
    [0.5, 'uncertain'],
    [0.55, 'uncertain'],
    [0.56, 'below'],
  ] as const)('at %s is %s', (threshold, expected) => {
    expect(verdict(share, threshold)).toBe(expected)
  })
})

describe('passages', () => {
  const copied =
    '各乡镇各单位要组织力量对全县范围内的古井进行全面普查，逐一登记名称、位置、年代和保存状况，建立古井档案。'
  const next = '任何单位和个人不得向古井倾倒垃圾、排放污水，不得擅自填埋、封堵古井。'
  const own = '县图书馆每周六开放至晚上十点，由县文旅局安排两名管理员值守。'

  it('joins neighbours that come from neighbouring places', () => {
    const text = `一、任务\n${copied}\n${next}\n${own}\n`
    const found = passages(judged(text), text)
    expect(found).toHaveLength(1)
    expect(text.slice(found[0]!.here.start, found[0]!.here.end)).toBe(`${copied}\n${next}`)
    expect(superior.slice(found[0]!.there.start, found[0]!.there.end)).toContain('建立古井档案')
    expect(superior.slice(found[0]!.there.start, found[0]!.there.end)).toContain('封堵古井')
    expect(found[0]!.chars).toBe(copied.length + next.length)
    expect(found[0]!.verbatim).toBe(true)
  })

  it('keeps apart what something of its own stands between', () => {
    const text = `一、任务\n${copied}\n${own}\n${next}\n`
    expect(passages(judged(text), text)).toHaveLength(2)
  })

  it('makes no passage of a heading alone', () => {
    const text = `二、重点任务\n${own}\n`
    expect(passages(judged(text), text)).toEqual([])
  })

  it('calls no political formula copied', () => {
    const formula = '以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，坚持人民至上。'
    const text = `一、任务\n${formula}\n`
    expect(passages(judged(text, `意见\n一、要求\n${formula}\n`), text)).toEqual([])
  })
})

describe('long lines', () => {
  it.each(['的', '加强、和', '各地区各部门、', '《“', '1,', '市、县（区）和', '为根据以'])(
    'of %s take linear time',
    (part) => {
      const judging = (size: number) => () => judged(part.repeat(Math.ceil(size / part.length)))
      expect(growth(judging, 25_000)).toBeLessThan(LINEAR)
    },
  )
})
