import { describe, expect, it } from 'vitest'
import type { Doc } from '../../core.ts'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { type Actor, demandOf, laysDuties, windowAt } from './demands.ts'

const docOf = (text: string): Doc => createDoc(parser.parse(Buffer.from(text)), '例子.txt')
const demand = (marked: string) => {
  const start = marked.indexOf('⟦')
  return demandOf(docOf(marked.replace(/[⟦⟧]/g, '')), { start, end: marked.indexOf('⟧') - 1 })
}

describe('who is to do it', () => {
  it.each<[Actor, string]>([
    ['lower', '现通知如下。\n各乡镇、县直有关部门要⟦制定方案⟧。'],
    ['lower', '现通知如下。\n县教育局、各乡镇要⟦制定方案⟧。'],
    ['lower', '现通知如下。\n各乡镇、县教育局要⟦制定方案⟧。'],
    ['lower', '现通知如下。\n县教育局要督促各学校⟦制定方案⟧。'],
    ['lower', '现通知如下。\n各乡镇要高度重视。抓紧⟦制定方案⟧。'],
    ['named', '现通知如下。\n县教育局要⟦制定方案⟧。'],
    ['named', '现通知如下。\n由县发改局会同各乡镇⟦制定方案⟧。'],
    ['named', '现通知如下。\n领导小组办公室负责⟦制定方案⟧。'],
    ['business', '现通知如下。\n各施工企业要⟦制定方案⟧。'],
    ['business', '现通知如下。\n各有关企业要⟦制定方案⟧。'],
    ['unsaid', '现通知如下。\n抓紧⟦制定方案⟧。'],
    ['unsaid', '现通知如下。\n根据各乡镇的意见⟦制定方案⟧。'],
  ])('%s: %s', (actor, marked) => {
    expect(demand(marked).actor).toBe(actor)
  })
})

describe('is it demanded', () => {
  it.each([
    '现通知如下。\n各乡镇可结合实际⟦制定方案⟧。',
    '现通知如下。\n鼓励有条件的乡镇、联合园区⟦制定方案⟧。',
    '现通知如下。\n不把⟦拍照留痕⟧作为标准。',
    '现通知如下。\n不得要求乡镇⟦制定方案⟧。',
    '关于各乡镇⟦制定方案⟧的通知\n\n各乡镇：\n现通知如下。',
  ])('not: %s', (marked) => {
    expect(demand(marked).void).toBe(true)
  })
  it.each(['现通知如下。\n鼓励先行先试，各乡镇要⟦制定方案⟧。', '现通知如下。\n制定可操作的办法，各乡镇要⟦制定方案⟧。'])(
    'yes: %s',
    (marked) => {
      expect(demand(marked).void).toBe(false)
    },
  )
  it.each([
    '现通知如下。\n请各学校于9月10日前⟦上报工作总结⟧及亮点做法。',
    '现通知如下。\n请各乡镇于9月10日前⟦上报工作总结⟧、存在问题。',
  ])('yes, with what else is to be told: %s', (marked) => {
    expect(demand(marked).void).toBe(false)
  })
  it('knows a day', () => {
    expect(demand('现通知如下。\n各乡镇要于3月10日前⟦制定方案⟧。').deadline).toBe(true)
    expect(demand('现通知如下。\n各乡镇要⟦制定方案⟧，15个工作日内报县委办。').deadline).toBe(true)
    expect(demand('现通知如下。\n各乡镇要⟦制定方案⟧，抓好落实。').deadline).toBe(false)
  })
})

it('reads across the lines of a paragraph that was cut at a fixed width', () => {
  const line = '各乡镇要把责任落实到人逐村排查隐患建立台账月底前完成整改同时做好群众工作'
  const text = `${`　　${line}${line}。`.repeat(8)}各乡镇要制定方案。`.match(/.{1,20}/g)!.join('\n')
  const doc = docOf(text)
  const at = text.replaceAll('\n', '').indexOf('制定方案')
  const place = [...text].findIndex((_, i) => text.slice(0, i).replaceAll('\n', '').length === at && text[i] !== '\n')
  const window = windowAt(doc, place, 60, 60)!
  expect(window.text).toContain('各乡镇要制定方案。')
  const from = window.text.indexOf('制定方案')
  const { start, end } = window.spanOf(from, from + 4)
  expect(text.slice(start, end).replaceAll('\n', '')).toBe('制定方案')
})

describe('whose duties are its own', () => {
  it('knows legislation', () => {
    const article = '第一条 为了加强管理，根据《中华人民共和国档案法》，制定本办法。\n第二条 县级人民政府制定方案。'
    expect(laysDuties(docOf(`档案管理办法\n\n${article}`))).toBe(false)
    expect(laysDuties(docOf(`某县档案管理考核办法\n\n${article}`))).toBe(true)
  })

  it.each<[string, boolean]>([
    ['各乡镇妇联：', true],
    ['县总工会，各乡镇（街道）文化站：', true],
    ['各市、县图书馆：', true],
    ['各村民小组长、各社区：', true],
    ['县教育局：', false],
    ['各县直单位：', false],
    ['各社区居民：', false],
    ['各镇企业：', false],
  ])('a letter to %s', (addressee, lays) => {
    const letter = `关于报送阅读活动情况的函\n\n${addressee}\n\n请于每月25日前报送活动情况。\n\n临江县文化馆\n2026年3月5日\n`
    expect(laysDuties(docOf(letter))).toBe(lays)
  })
})
