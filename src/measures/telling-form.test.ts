import { describe, expect, it } from 'vitest'
import { kindByForm } from './telling-form.ts'

describe('the form of a sentence', () => {
  it.each([
    ['other', '全镇60周岁以上常住老人6127人，占常住人口的27.4%，其中独居老人418人。'],
    ['other', '2025年秋收期间，全县被卫星通报火点4个，均在河边两镇。'],
    ['other', '截至去年底，全区已建成助餐点36处。'],
    ['other', '本方案由县禁烧办负责解释，自印发之日起施行。'],
    ['boilerplate', '守住蓝天就是守住乡愁，护好田野就是护好家园。'],
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
