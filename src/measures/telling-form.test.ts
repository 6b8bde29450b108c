import { describe, expect, it } from 'vitest'
import { measure } from './index.ts'
import { kindByForm } from './telling-form.ts'

describe('the form of a sentence', () => {
  it.each([
    ['other', '全镇60周岁以上常住老人6127人，占常住人口的27.4%，其中独居老人418人。'],
    ['other', '2025年秋收期间，全县被卫星通报火点4个，均在河边两镇。'],
    ['other', '截至去年底，全区已建成助餐点36处。'],
    ['other', '本方案由县禁烧办负责解释，自印发之日起施行。'],
    ['boilerplate', '守住蓝天就是守住乡愁，护好田野就是护好家园。'],
    ['measure', '责任单位：县水利局、各乡镇'],
    ['measure', '（牵头单位：县文旅局；配合单位：县财政局）'],
    ['measure', '【责任部门】：县文旅局'],
    ['vague', '责任单位：各有关单位'],
    ['vague', '（责任单位：有关部门按职责分工负责）'],
    ['measure', '完成时限：2026年6月底'],
    ['vague', '完成时限：持续推进'],
    [undefined, '责任单位'],
    [undefined, '各责任单位要把古井台账管好。'],
    // What is promised or asked for in figures is a measure, or what else the model says.
    [undefined, '到2027年，全镇建成助餐点36处，其中示范点6处。'],
    [undefined, '民生支出占一般公共预算支出的比重稳定在65%以上。'],
    [undefined, '县财政对其中6个镇各补助20万元。'],
    [undefined, '各镇每月查一次火点，发生3起以上的，由县禁烧办约谈。'],
    [undefined, '由县水利局负责解释水价，自9月1日起公布。'],
    [undefined, '谁主管谁负责，谁审批谁负责。'],
    [undefined, '压实镇村责任，压紧监管链条。'],
  ])('tells %s: %s', (kind, words) => expect(kindByForm(words)).toBe(kind))
})

const SUPERIOR = '关于加强古井保护的意见\n各地要加大古井普查力度，建立健全管护机制，确保古井得到有效保护。\n'
const kinds = (text: string) =>
  measure({ text }, [{ text: SUPERIOR }]).units.map(({ start, end, kind }) => [text.slice(start, end).trim(), kind])

describe('a short sentence with nothing concrete', () => {
  it.each(['干部要坐得住冷板凳，把村民当家人。', '会开得再多，不如到井台边走一趟。'])(
    'is no measure: %s',
    (sentence) => {
      const judged = kinds(`古井保护实施方案\n一、保护措施\n（一）压实责任。\n${sentence}\n`)
      expect(judged.at(-1)![1]).not.toBe('measure')
    },
  )
  it('is one with a body, an amount or a day', () => {
    const judged = kinds('古井保护实施方案\n一、保护措施\n县文旅局6月底前给36口古井加盖。\n')
    expect(judged.at(-1)).toEqual(['县文旅局6月底前给36口古井加盖。', 'measure'])
  })
})

describe('a list without full stops', () => {
  const tasks = [
    '县文旅局6月底前完成36口古井测绘',
    '石桥镇4月底前给12口古井加盖护栏',
    '每口古井每月由护井员巡查2次',
    '县财政每年安排护井补助18万元',
    '汛期前由镇水利站清淤一次',
    '挖井、填井须报县文旅局批准',
    '损坏护栏的，护井员24小时内报镇政府',
    '古井档案由县档案馆统一保管',
  ]
  it('is read line by line, short lines being headings still', () => {
    const judged = kinds(`古井保护工作要点\n普查登记\n${tasks.join('\n')}\n`)
    expect(judged.filter(([, kind]) => kind === 'measure').length).toBeGreaterThanOrEqual(6)
    expect(judged.find(([words]) => words === '普查登记')).toEqual(['普查登记', 'other'])
  })
})
