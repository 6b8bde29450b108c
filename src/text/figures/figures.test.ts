import { describe, expect, it } from 'vitest'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { contradictions } from './arithmetic.ts'
import { figuresIn } from './figures.ts'

describe('figures', () => {
  it.each([
    ['共设立328个单元网格', 328, '个', 1],
    ['粮食产量3.2万吨', 32000, '吨', 1000],
    ['总投资1,250万元', 12500000, '元', 10000],
    ['提高6.9个百分点', 6.9, '百分点', 0.1],
    ['压缩８0％', 80, '%', 1],
    ['二十一名干部', 21, '名', 1],
    ['10个工作日', 10, '工作日', 1],
  ])('%s', (text, value, unit, step) => {
    const [figure] = figuresIn(text.replace('８', '8'))
    expect(figure).toMatchObject({ value, unit, step, approximate: false, bound: false })
  })
  it.each(['约300户', '近300户', '300余户', '300多户', '300户左右'])('%s is meant roughly', (text) =>
    expect(figuresIn(text)[0]).toMatchObject({ value: 300, unit: '户', approximate: true }),
  )
  it.each(['超过300户', '不少于300户', '300户以上', '最高300户'])('%s is a bound', (text) =>
    expect(figuresIn(text)[0]).toMatchObject({ value: 300, bound: true }),
  )
  it.each(['第三批', '国发〔2024〕1号', '十分重要', '一些同志', '二是抓机制', '“十四五”规划'])(
    'no figure: %s',
    (text) => expect(figuresIn(text).filter((f) => f.unit !== '')).toEqual([]),
  )
})

const found = (text: string) => {
  const doc = createDoc(parser.parse(Buffer.from(text)), '汇报.txt')
  return contradictions(doc).map(({ kind, at, computed }) => [kind, doc.text.slice(at.start, at.end), computed])
}

describe('contradictions', () => {
  it('looks through layout white space and half-width commas', () =>
    expect(found('今年发文由 50 件减至 40 件,下降 30%。')).toEqual([['change', '30%', '20%']]))
  it('keeps the scale of the document', () =>
    expect(found('投入资金共计350万元，其中产业200万元、就业100万元、教育40万元。')).toEqual([
      ['sum', '350万元', '340万元'],
    ]))
  it.each([
    '会议由60次减少到36次，减少24次，压减40%。',
    '财政收入12.5亿元，比上年的11.8亿元增加0.7亿元，增长5.9%。',
    '全年接待游客320万人次，比上年增加20万人次，增长6.7%。',
    '共有教师320名，其中小学教师180名、初中教师130名，另有支教教师10名。',
    '全县共设有一类站40个、二类站50个、三类站8个。',
    '累计建成示范村36个，今年全部36个示范村通过验收。',
    '群众满意度由85%提高到92%，提高约7%。',
  ])('none in %s', (text) => expect(found(text)).toEqual([]))
})
