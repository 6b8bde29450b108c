import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { growth, LINEAR } from '../dev/growth.ts'
import { textFacts } from '../document.ts'
import { parsePlain } from '../parsers/plain.ts'
import { implementedIn } from './citations.ts'
import { countSpans } from './figures/counts.ts'
import { parseNumeral } from './numerals.ts'
import { headingLevel } from './parts/headings.ts'
import { eachPhrase, phraseIndex } from './phrases.ts'
import { quotedSpans } from './quoted.ts'

const whole = (text: string) => [{ start: 0, end: text.length }]
const factsOf = (text: string) => textFacts(parsePlain(text))
const partsOf = (text: string) => factsOf(text).parts.map((p) => `${p.kind}:${text.slice(p.start, p.end).slice(0, 14)}`)

describe('字数', () => {
  it.each([
    ['2021年，完成80%。', 7, 12, 3],
    ['APP上线', 3, 5, 2],
    ['……', 2, 2, 0],
    ['——', 2, 2, 0],
    ['3.5万元', 3, 5, 2],
    ['A4 纸', 2, 3, 1],
    ['50%，工作', 4, 6, 2],
    ['“四个意识”', 6, 6, 4],
    ['2019—2021年', 4, 10, 1],
    ['', 0, 0, 0],
    ['𠮷镇', 2, 2, 2],
    ['今年🙂', 3, 3, 2],
  ])('%s', (text, word, nospace, han) => {
    expect(countSpans(text, whole(text))).toMatchObject({ word, nospace, han })
  })

  it('does not depend on whether commas were typed in full or half width', () => {
    const half = '抓学习,学在深处;完成80%,进度靠前'
    const full = half.replaceAll(',', '，').replaceAll(';', '；')
    expect(countSpans(half, whole(half)).word).toBe(countSpans(full, whole(full)).word)
  })

  it('keeps a half-width mark inside a number in its run', () => {
    expect(countSpans('1,000 元', whole('1,000 元')).word).toBe(2)
  })

  it('lays 29 characters (and an indent) out on two lines', () => {
    const text = '字'.repeat(27)
    expect(countSpans(text, whole(text)).pages).toBe(Math.round((2 / 22) * 100) / 100)
    expect(countSpans('字', whole('字')).pages).toBe(Math.round((1 / 22) * 100) / 100)
  })

  it('takes the cells of a row side by side, as high as the highest', () => {
    const text = `序号${'字'.repeat(20)}是`
    const cells = [
      { start: 0, end: 2 },
      { start: 2, end: 12 },
      { start: 12, end: 22 },
      { start: 22, end: 23 },
    ]
    // The second cell holds one paragraph of ten characters, seven to a line; the third two of five.
    const spans = [cells[0]!, cells[1]!, { start: 12, end: 17 }, { start: 17, end: 22 }, cells[3]!]
    const pages = (rows: number) => Math.round((rows / 22) * 100) / 100
    expect(countSpans(text, spans).pages).toBe(pages(5))
    expect(countSpans(text, spans, [{ table: 1, index: 1, cells }]).pages).toBe(pages(2))
    // A paper laid out in one cell has its whole width.
    const [all] = [{ start: 0, end: 23 }]
    expect(countSpans(text, [all], [{ table: 1, index: 1, cells: [all] }]).pages).toBe(pages(1))
  })

  const seed = '../shared/seed.txt'
  it.skipIf(!existsSync(seed))(
    'gives the reference figures for the reference article (skipped where it is absent)',
    () => {
      const { blocks, text } = parsePlain(readFileSync(seed, 'utf8'))
      expect(countSpans(text, blocks)).toEqual({ word: 2460, nospace: 2489, han: 2139, pages: 4.05, minutes: 13.7 })
    },
  )
})

describe('parts of a document', () => {
  const notice = [
    '000123',
    '机密★1年',
    '南安县人民政府文件',
    '南政发〔2024〕7号',
    '南安县人民政府关于',
    '做好秋粮收购工作的通知',
    '各乡镇人民政府，县政府各部门：',
    '为做好秋粮收购，现就有关事项通知如下。',
    '一、备足仓容',
    '各乡镇要在9月底前腾出仓容。',
    '附件：1.仓容表',
    '2.联系表',
    '南安县人民政府',
    '2024年8月30日',
    '（此件公开发布）',
    '抄送：县委办公室，县人大常委会办公室。',
    '南安县人民政府办公室　2024年8月30日印发',
  ].join('\n')

  it('finds every part of a formal notice', () => {
    expect(partsOf(notice)).toEqual([
      'masthead:000123',
      'masthead:机密★1年',
      'masthead:南安县人民政府文件',
      'number:南政发〔2024〕7号',
      'title:南安县人民政府关于',
      'title:做好秋粮收购工作的通知',
      'addressee:各乡镇人民政府，县政府各部门',
      'body:为做好秋粮收购，现就有关事项',
      'body:一、备足仓容',
      'body:各乡镇要在9月底前腾出仓容。',
      'attachment:附件：1.仓容表',
      'attachment:2.联系表',
      'signature:南安县人民政府',
      'date:2024年8月30日',
      'note:（此件公开发布）',
      'imprint:抄送：县委办公室，县人大常委',
      'imprint:南安县人民政府办公室　202',
    ])
  })

  it('counts the body only, headings included', () => {
    const body = '为做好秋粮收购，现就有关事项通知如下。一、备足仓容各乡镇要在9月底前腾出仓容。'
    expect(factsOf(notice).counts.word).toBe(countSpans(body, whole(body)).word)
  })

  it('joins a title broken over lines and spread for layout', () => {
    expect(factsOf('国务院关于\n几 个 问 题 的 通 知\n\n各省人民政府：\n正文。').title).toBe('国务院关于几个问题的通知')
  })

  it('cuts a speech into title, byline, salutation and body', () => {
    expect(
      partsOf('在全县防汛调度会上的讲话\n（2024年6月1日）\n县长 李某某\n同志们：\n今天开个会。\n我就讲这些。'),
    ).toEqual([
      'title:在全县防汛调度会上的讲话',
      'byline:（2024年6月1日）',
      'byline:县长 李某某',
      'salutation:同志们：',
      'body:今天开个会。',
      'body:我就讲这些。',
    ])
  })

  it.each([
    '县委副书记、县长　周某某',
    '县　长　　周　某　某',
    '2024年6月1日　　星期六',
    '（根据录音整理，未经本人审阅）',
    '（２０２４年６月１日）',
    '张某某（2024年6月1日）',
    '县委副书记、县长 李某某（2024年6月1日）',
  ])('takes %s under a title for a byline', (line) => {
    expect(partsOf(`在全县防汛调度会上的讲话\n${line}\n同志们：\n今天开个会。\n我就讲这些。`)[1]).toMatch(/^byline/)
  })

  it('takes the second line of a title for no byline', () => {
    expect(factsOf('云泽县人民政府办公室\n关于印送周某某县长讲话的通知\n各乡镇：\n请学习。').title).toBe(
      '云泽县人民政府办公室关于印送周某某县长讲话的通知',
    )
  })

  it('finds the document that a notice circulates', () => {
    const inner = `南安县河道管理办法\n第一条 为加强河道管理，制定本办法。\n${'第二条 各乡镇负责本辖区河道巡查。\n'.repeat(12)}`
    const parts = partsOf(
      `南安县人民政府关于印发南安县河道管理办法的通知\n各乡镇人民政府：\n现将《南安县河道管理办法》印发给你们，请认真贯彻执行。\n南安县人民政府\n2024年3月1日\n${inner}`,
    )
    expect(parts.slice(0, 5)).toEqual([
      'title:南安县人民政府关于印发南安县',
      'addressee:各乡镇人民政府：',
      'wrapper:现将《南安县河道管理办法》印',
      'title:南安县河道管理办法',
      'body:第一条 为加强河道管理，制定',
    ])
  })

  it.each([
    ['在全县防汛动员会上的讲话', '赵某某', '（2024年10月9日）'],
    ['在全县防汛动员会上的讲话', '（2024年10月9日）', '赵某某'],
    ['南安县秋季防火', '工作实施方案', '（2024年10月9日）'],
  ])('finds it where nobody signed above %s', (...lines) => {
    const [title, ...others] = lines
    const text = `关于印发材料的通知\n各乡镇：\n现将材料印发给你们，请认真学习。\n\n${title}\n${others.join('\n')}\n${'各乡镇今晚把人派到卡口，看到烟就报。\n'.repeat(12)}`
    expect(partsOf(text).slice(2, 4)).toEqual([
      'wrapper:现将材料印发给你们，请认真学',
      expect.stringMatching(`^title:${title!.slice(0, 6)}`),
    ])
  })

  it.each([
    ['四川省人民政府：', 'addressee'],
    ['三亚市人民政府：', 'addressee'],
    ['王县长：', 'addressee'],
    ['各乡镇人民政府，县直有关部门', 'addressee'],
    ['为进一步规范各单位的管理，特制定以下规定：', 'body'],
    ['经各部门同意，现将有关事项通知如下：', 'body'],
    ['经济开发区管委会：', 'addressee'],
  ])('takes %s below a title for %s', (line, kind) => {
    expect(partsOf(`关于做好防汛工作的通知\n${line}\n今年入汛早，请各单位做好准备。\n请认真执行。`)[1]).toMatch(
      new RegExp(`^${kind}`),
    )
  })

  it.each(['柳政办[2024]3号', '柳政办（24）第03号', '柳政办〔2024〕3', '柳政办〔2024〕3号　　签发人：李某某'])(
    'takes %s for a number, faulty as it may be',
    (line) => {
      expect(partsOf(`关于做好防汛工作的通知\n${line}\n各乡镇：\n请认真执行。`)[1]).toMatch(/^number/)
    },
  )

  it.each(['2024.6.1', '2024年06月01日', '24年6月1日', '二O二四年六月一日', '2024年　月　日'])(
    'takes %s at the end for the date',
    (line) => {
      const parts = partsOf(`关于做好防汛工作的通知\n各乡镇：\n请认真执行。\n三亚市人民政府\n${line}`)
      expect(parts.at(-1)).toMatch(/^date/)
      expect(parts.at(-2)).toMatch(/^signature/)
    },
  )

  it('takes no first sentence for a title', () => {
    expect(partsOf('为加强河道管理，现提出以下意见。\n一、巡查到位')).toEqual([
      'body:为加强河道管理，现提出以下意',
      'body:一、巡查到位',
    ])
  })

  it('keeps a date inside the body in the body', () => {
    expect(
      partsOf('情况说明\n2024年3月1日\n下午下了一场大雨，河水上涨。\n群众已经转移。').filter((p) =>
        p.startsWith('date'),
      ),
    ).toEqual([])
  })
})

describe('sentences', () => {
  it('end after 。！？； and the closing marks behind them', () => {
    const text = '他说：“到了。”大家都来；坐下！\n好？行。'
    expect(factsOf(text).sentences.map((s) => text.slice(s.start, s.end))).toEqual([
      '他说：“到了。”',
      '大家都来；',
      '坐下！',
      '好？',
      '行。',
    ])
  })

  it('keep exact offsets with CRLF and astral characters', () => {
    const text = '𠮷镇先行。\r\n\r\n　　各村跟上。\r\n'
    expect(factsOf(text).sentences.map((s) => text.slice(s.start, s.end))).toEqual(['𠮷镇先行。', '各村跟上。'])
  })
})

describe('quotations', () => {
  it('are outermost, closed in their paragraph, in order', () => {
    const text = '实行“一票否决”，依据《关于〈某事〉的通知》办理，“没有闭合\n下一段”结束'
    const { blocks } = parsePlain(text)
    expect(quotedSpans(text, blocks).map((s) => text.slice(s.start, s.end))).toEqual([
      '“一票否决”',
      '《关于〈某事〉的通知》',
    ])
  })

  it('are found in linear time among marks that never close', () => {
    const quoting = (size: number) => {
      const text = '“'.repeat(size)
      const { blocks } = parsePlain(text)
      return () => expect(quotedSpans(text, blocks)).toEqual([])
    }
    expect(growth(quoting, 50_000)).toBeLessThan(LINEAR)
  })
})

describe('phrases', () => {
  it('are all found in one scan, overlapping ones too', () => {
    const found: string[] = []
    eachPhrase('责任状责任书', phraseIndex(['责任', '责任状', '任书', '没有', '']), (phrase, at) =>
      found.push(`${at} ${phrase}`),
    )
    expect(found).toEqual(['0 责任状', '0 责任', '3 责任', '4 任书'])
  })

  it('may be of one character, which may be the last', () => {
    const found: string[] = []
    eachPhrase('状书状', phraseIndex(['状', '书状']), (phrase, at) => found.push(`${at} ${phrase}`))
    expect(found).toEqual(['0 状', '1 书状', '2 状'])
  })
})

describe('numerals', () => {
  it.each([
    ['十二', 12],
    ['二〇二四', 2024],
    ['一百零三', 103],
    ['两', 2],
    ['１２', 12],
    ['三万五千', 35000],
    ['二十', 20],
    ['几十', undefined],
    ['', undefined],
  ])('%s', (text, value) => expect(parseNumeral(text)).toBe(value))
})

describe('headings', () => {
  it.each([
    ['一、总体要求', 1],
    ['（二）主要目标', 2],
    ['3.加强巡查。', 3],
    ['（4）登记', 4],
    ['第三章 附则', 1],
    ['一是加强领导', undefined],
    ['2024年工作', undefined],
    ['一、先做这件事。再做那件事。', undefined],
  ])('%s', (line, level) => expect(headingLevel(line)).toBe(level))
})

describe('citations', () => {
  const cited = (text: string) => implementedIn(text, whole(text)).map((c) => [c.title, c.number])
  it('are what a verb of implementing governs', () => {
    expect(cited('为贯彻落实《关于做好防汛工作的意见》（南政发〔2024〕3号）和《防汛方案》精神，制定本方案。')).toEqual([
      ['关于做好防汛工作的意见', '南政发〔2024〕3号'],
      ['防汛方案', undefined],
    ])
  })
  it('may be named by their number alone', () => {
    expect(cited('根据泽政办〔2023〕41号文件精神，结合我县实际，制定本方案。')).toEqual([
      ['泽政办〔2023〕41号', '泽政办〔2023〕41号'],
    ])
  })
  it.each([
    '为贯彻落实泽政办〔2023〕41号文件精神，制定本方案。',
    '认真贯彻执行泽政办〔2023〕41号文件精神，制定本方案。',
    '为落实好泽政办〔2023〕41号文件，制定本方案。',
    '按照市政府办公室泽政办〔2023〕41号要求，制定本方案。',
    '根据上级泽政办〔2023〕41号文件，制定本方案。',
  ])('by their number without what stands before it: %s', (text) =>
    expect(cited(text)).toEqual([['泽政办〔2023〕41号', '泽政办〔2023〕41号']]),
  )
  it('whose number begins like an office', () =>
    expect(cited('根据市委办〔2023〕4号文件精神，制定本方案。')).toEqual([['市委办〔2023〕4号', '市委办〔2023〕4号']]))
  it('are not the statute that a document rests on, nor the document itself', () => {
    expect(cited('根据《中华人民共和国防洪法》，现将《河道管理办法》印发给你们。')).toEqual([])
  })
  it('point at the title and its number', () => {
    const text = '按照《某意见书》（甲办〔2023〕1号）要求'
    const [c] = implementedIn(text, whole(text))
    expect(text.slice(c!.start, c!.end)).toBe('《某意见书》（甲办〔2023〕1号）')
  })
})
