import { describe, expect, it } from 'vitest'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { addressedBelow, isCentral, issuerOf, lowerIn } from './issuer.ts'

const docOf = (text: string) => createDoc(parser.parse(Buffer.from(text)), '通知.txt')
const noticeBy = (issuer: string) =>
  docOf(`关于做好有关工作的通知\n\n各乡镇：\n一、要做好有关工作。\n\n${issuer}\n2024年5月3日\n`)

describe('issuer', () => {
  it.each([
    ['南乐县人民政府', 'authority', '县'],
    ['中共南乐县委', 'authority', '县'],
    ['中共南乐县委办公室', 'authority', '县'],
    ['南乐县人民政府办公室', 'authority', '县'],
    ['中共南乐县纪律检查委员会', 'authority', '县'],
    ['柳河镇人民政府', 'authority', '乡'],
    ['南乐县防汛抗旱指挥部办公室', 'authority', '县'],
    ['中共南乐县委组织部', 'department', '县'],
    ['南乐县城市管理局', 'department', '县'],
    ['南乐县发展和改革委员会', 'department', '县'],
    ['濮阳市人民政府国有资产监督管理委员会', 'department', '市'],
    ['郑州市金水区教育局', 'department', '县'],
    ['共青团南乐县委员会', 'department', '县'],
    ['南乐县乡村振兴工作领导小组办公室', 'coordination', '县'],
    ['南乐县安全生产委员会办公室', 'coordination', '县'],
    ['河南省教育厅', 'department', '省'],
    ['教育部', 'department', '中央'],
    ['国家发展和改革委员会', 'department', '中央'],
  ])('%s', (name, kind, level) => {
    expect(issuerOf(noticeBy(name))).toEqual({ name, kind, level })
  })

  it('has authority when one of several issuers has it', () => {
    expect(issuerOf(noticeBy('南乐县教育局\n南乐县人民政府办公室'))?.kind).toBe('authority')
  })

  it('believes who signs more than a number that says 办 only', () => {
    const text =
      '南乐县环境整治领导小组办公室文件\n乐环整办〔2024〕7号\n关于做好有关工作的通知\n各乡镇党委：\n要做好有关工作。\n'
    expect(issuerOf(docOf(text))).toEqual({ name: '南乐县环境整治领导小组办公室', kind: 'coordination', level: '县' })
  })

  it('believes who signs more than a number of a bureau that says 政', () => {
    const text =
      '南乐县农业农村局关于做好有关工作的通知\n农政〔2024〕7号\n各乡镇人民政府：\n要做好有关工作。\n\n南乐县农业农村局\n2024年5月3日\n'
    expect(issuerOf(docOf(text))).toEqual({ name: '南乐县农业农村局', kind: 'department', level: '县' })
  })

  it('reads the number where nobody signs', () => {
    const numbered = (number: string) =>
      docOf(`${number}\n\n关于做好有关工作的通知\n\n各乡镇：\n要做好有关工作。\n要抓紧。\n`)
    expect(issuerOf(numbered('乐政办〔2024〕12号'))?.kind).toBe('authority')
    expect(issuerOf(numbered('乐发〔2024〕12号'))?.kind).toBe('authority')
    expect(issuerOf(numbered('乐水〔2024〕12号'))?.kind).toBe('department')
    expect(issuerOf(numbered('乐安委办〔2024〕12号'))?.kind).toBe('department')
  })

  it('reads the title', () => {
    expect(issuerOf(docOf('南乐县水利局关于做好河道清理工作的通知\n\n各水利站：\n要抓紧。\n'))?.name).toBe(
      '南乐县水利局',
    )
  })

  it('is unknown where nothing says so', () => {
    expect(issuerOf(docOf('关于做好河道清理工作的通知\n\n各乡镇：\n要抓紧。\n'))).toBeUndefined()
  })
})

describe('lower committees and governments', () => {
  const named = (text: string) => lowerIn(text).map(({ start, end }) => text.slice(start, end))
  it.each([
    ['各乡镇人民政府：', ['各乡镇人民政府']],
    ['各乡镇党委、人民政府，县直各单位：', ['各乡镇党委、人民政府']],
    ['各县（市、区）人民政府：', ['各县（市、区）人民政府']],
    ['各县（区）委、人民政府：', ['各县（区）委、人民政府']],
    ['各镇（街道）党（工）委：', ['各镇（街道）党（工）委']],
    ['乡镇党委政府要', ['乡镇党委政府']],
    ['各级党委、政府要', []],
    ['各乡镇党委书记要', []],
    ['各县区人民政府办公室', []],
    ['各乡镇党委宣传委员，县直各单位：', []],
    ['各乡镇党委、政府分管负责同志：', []],
    ['各乡镇人民政府应急办：', []],
    ['各乡镇政府负责人居环境整治', ['各乡镇政府']],
    ['各乡镇政府要明确一名联络员', ['各乡镇政府']],
    ['各镇人民政府、街道办事处：', ['各镇人民政府、街道办事处']],
    ['市政府各部门：', []],
    ['各乡镇水利站：', []],
    ['有关地方人民政府应当', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('names a single one only to those above it', () => {
    const doc = docOf('关于做好有关工作的通知\n\n柳河镇人民政府：\n要做好有关工作。\n')
    expect(addressedBelow(doc).named).toEqual([])
    expect(addressedBelow(doc, '县').named).toHaveLength(1)
    expect(addressedBelow(doc, '乡').named).toEqual([])
  })

  it.each([
    ['各乡镇，县直各单位', '各乡镇'],
    ['各乡镇（街道）、县直各单位', '各乡镇（街道）'],
    ['各县（市、区），市直各单位', '各县（市、区）'],
    ['各乡镇（街道）中心校', undefined],
    ['各区县（功能区）工信部门', undefined],
  ])('%s', (line, expected) => {
    const doc = docOf(`关于做好有关工作的通知\n\n${line}：\n要做好有关工作。\n`)
    const { bare } = addressedBelow(doc)
    expect(bare && doc.text.slice(bare.start, bare.end)).toBe(expected)
  })
})

describe('isCentral', () => {
  it.each([
    ['国发〔2025〕3号\n关于加强土壤防治的意见\n各省人民政府：\n现提出意见。\n', true],
    ['国务院办公厅关于做好防汛工作的通知\n各省人民政府：\n现通知如下。\n', true],
    ['关于做好防汛工作的通知\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n现通知如下。\n', true],
    ['中共中央关于加强党的建设的决定\n一、总体要求\n坚持。\n', true],
    ['全国人民代表大会关于批准预算的决议\n会议决定批准。\n', true],
    ['国务院关于某事的通知\n国发〔2019〕1号\n\n各县人民政府：\n现通知如下。\n一、略。', true],
    ['关于某事的通知\n国办发〔2019〕1号\n\n各县人民政府：\n现通知如下。\n一、略。', true],
    ['国务院安委会办公室关于某事的通知\n安委办〔2019〕1号\n\n各县人民政府：\n现通知如下。\n一、略。', false],
    ['某县人民政府关于某事的通知\n某政发〔2019〕1号\n\n各县人民政府：\n现通知如下。\n一、略。', false],
    ['水利部关于做好防汛工作的通知\n各省、自治区、直辖市水利厅：\n按照国务院部署，现通知如下。\n', false],
    ['云政发〔2025〕3号\n关于贯彻国务院办公厅意见的通知\n各乡镇人民政府：\n现通知如下。\n', false],
    ['中共云川县委关于加强党的建设的决定\n各乡镇党委：\n现决定如下。\n', false],
  ])('%#', (text, central) => {
    expect(isCentral(docOf(text))).toBe(central)
    if (central) expect(issuerOf(docOf(text))).toMatchObject({ kind: 'authority', level: '中央' })
    else expect(issuerOf(docOf(text))?.kind === 'authority' && issuerOf(docOf(text))?.level === '中央').toBe(false)
  })
})
