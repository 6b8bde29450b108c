import { describe, expect, it } from 'vitest'
import { type Block, type Parsed, UnreadableError } from '../core.ts'
import { randomFrom } from '../dev/fuzz/mutate.ts'
import { frontMatterOf } from './front-matter.ts'
import { blocksOf } from './markdown/blocks.ts'
import { isOutline, piecesOf } from './markdown/outline.ts'
import { parseMarkdown, treeOf } from './markdown/remark.ts'
import { parser } from './markdown.ts'

/** Blocks as `kind|label|text`. */
const shown = (source: string) => {
  const { text, blocks, written } = parseMarkdown(source)
  expect(written?.text ?? text).toBe(source)
  return blocks.map((b) => `${b.kind}${b.level ?? ''}|${b.label}|${text.slice(b.start, b.end)}`)
}
/** What can be compared of it. */
const data = ({ written, ...parsed }: Parsed) => ({ ...parsed, written: written?.blocks })
/** As remark alone reads it. */
const whole = (text: string) => data(blocksOf(text, frontMatterOf(text), treeOf, 'utf-8'))
const words = (source: string) => {
  const { text, blocks } = parseMarkdown(source)
  return blocks.map((b) => text.slice(b.start, b.end))
}
const reasonOf = (run: () => unknown): UnreadableError => {
  try {
    run()
  } catch (error) {
    if (error instanceof UnreadableError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('blocks', () => {
  it('leaves markers outside of the spans', () => {
    expect(
      shown(
        '# 关于防汛的通知 #\n\n各乡镇：\n\n- 备足沙袋\n- 专人值守\n\n1. 先排查\n2) 后整改\n\n> 县长批示\n\n小标题\n---\n\n正文。',
      ),
    ).toEqual([
      'heading1|第1段|关于防汛的通知',
      'paragraph|第2段|各乡镇：',
      'item|第3段|备足沙袋',
      'item|第4段|专人值守',
      'item|第5段|先排查',
      'item|第6段|后整改',
      'quote|第7段|县长批示',
      'heading2|第8段|小标题',
      'paragraph|第9段|正文。',
    ])
  })

  it('follows nested lists and quotations', () => {
    expect(shown('- 甲\n  - 乙\n\n    丙\n\n> - 丁\n>\n>   戊')).toEqual([
      'item|第1段|甲',
      'item|第2段|乙',
      'item|第3段|丙',
      'quote|第4段|丁',
      'quote|第5段|戊',
    ])
  })

  it('reads indented drafts as text, never as code', () => {
    expect(shown('    各位领导：\n\n        会议开始。\n\n　　今天开会。\n\n\t谢谢大家。')).toEqual([
      'paragraph|第1段|各位领导：',
      'paragraph|第2段|会议开始。',
      'paragraph|第3段|今天开会。',
      'paragraph|第4段|谢谢大家。',
    ])
  })

  it('makes fenced code one block of its own kind', () => {
    expect(shown('前\n\n```text\n第一行\n\n第二行\n```\n\n~~~\n~~~\n\n```\n没有结尾')).toEqual([
      'paragraph|第1段|前',
      'code|第2段|第一行\n\n第二行',
      'code|第3段|没有结尾',
    ])
    expect(words('```\n<!-- **甲** -->\n```')).toEqual(['<!-- **甲** -->'])
  })

  it('takes no block from comments, HTML, definitions, rules and images', () => {
    expect(
      words(
        '<!-- 注\n\n释 -->\n\n<div>\n盒子\n</div>\n\n[甲]: http://a.cn\n\n***\n\n![图](a.png)\n\n正文<!-- 批注 -->\n\n<br>',
      ),
    ).toEqual(['正文'])
  })

  it('keeps an ignore comment out of the paragraph it stands beside', () => {
    expect(words('<!-- burden-lint-disable-next-line -->\n要签订责任状。\n\n二是整改。 <!-- 留 -->')).toEqual([
      '要签订责任状。',
      '二是整改。',
    ])
  })

  it('leaves out emphasis, tags and the frames of links', () => {
    expect(
      words(
        '**关于防汛的通知**\n\n**一、总体要求。**抓好**重点**\n\n*斜体*\n\n[通知全文](http://a.cn/通知)\n\n<font color="red">红字</font>\n\n见[附件](a.docx)。\n\n****',
      ),
    ).toEqual(['关于防汛的通知', '一、总体要求。抓好重点', '斜体', '通知全文', '红字', '见附件。'])
  })

  it.each([
    ['对落后村**一票否决**，_不_签', '对落后村一票否决，_不_签'],
    ['签了 _责任状_ 的，__一律__ 退回', '签了 责任状 的，一律 退回'],
    ['各**“重点”**项目，**（一）**类', '各“重点”项目，（一）类'],
    ['***要紧***的*事*', '要紧的事'],
    ['~~删去~~的3~5件', '删去的3~5件'],
    ['`**码**,`和``a`b``', '`**码**,`和``a`b``'],
    ['见[甲](https://a.cn/x(1))后', '见甲后'],
    ['见[办法](docs/办法.md "标题")，国发[2024](12)号', '见办法，国发[2024](12)号'],
    ['图![示意](a.png)在此[^1]', '图在此'],
    ['甲&nbsp;乙&amp;丙&#12288;丁&x;', '甲\u00a0乙&丙\u3000丁&x;'],
    ['甲<br>乙<br/>丙', '甲\n乙\n丙'],
    ['按<code>甲,乙</code>和<KBD>丙</KBD>办<code>丁', '按`甲,乙`和`丙`办丁'],
    ['1\\*2\\_3，D:\\文件', '1*2_3，D:\\文件'],
    ['邮箱<a@b.cn>和<https://a.cn/x>，增幅<5%', '邮箱a@b.cn和https://a.cn/x，增幅<5%'],
    // Names that are masked, products, blanks to be filled in, marks without a twin.
    ['张**、李**、王*军', '张**、李**、王*军'],
    ['2*3*4，5 * 6', '2*3*4，5 * 6'],
    ['第__名，姓名：____，____年', '第__名，姓名：____，____年'],
    ['**没有写完', '**没有写完'],
    ['**多**了**一个', '多了**一个'],
    ['甲 ** 乙 ** 丙', '甲 ** 乙 ** 丙'],
  ])('of %j reads %j', (source, text) => expect(words(source).join('|')).toBe(text))

  it('knows where its words are written', () => {
    const { text, written } = parseMarkdown('各**重点**村&amp;镇<br>要**签订**。')
    expect(text).toBe('各重点村&镇\n要签订。')
    expect(written!.shown).toHaveLength(written!.text.length)
    expect(written!.shown.replaceAll('\u2060', '')).toBe(text)
    const shows = (words: string) => {
      const start = text.indexOf(words)
      const span = written!.spanOf({ start, end: start + words.length })
      expect(text.slice(...Object.values(written!.read(span)))).toBe(words)
      return written!.text.slice(span.start, span.end)
    }
    expect(['重点', '各重', '点村', '村&镇', '要签订。', '签订'].map(shows)).toEqual([
      '重点',
      '各**重',
      '点**村',
      '村&amp;镇',
      '要**签订**。',
      '签订',
    ])
  })

  it('a pile of marks takes no more time than it is long', () => {
    const took = (text: string) => {
      const begun = performance.now()
      parseMarkdown(text)
      return performance.now() - begun
    }
    for (const pile of ['**甲', '[甲](a.', '`甲', '&nbsp', '<b ', '![甲', '~~甲~', '*甲_乙'])
      expect(took(pile.repeat(40_000)), pile).toBeLessThan(2_000 + 20 * took('甲乙丙'.repeat(40_000)))
  })

  it('does not let an address swallow the Chinese after it', () => {
    expect(words('详见http://a.cn/x。后续工作')).toEqual(['详见http://a.cn/x。后续工作'])
  })

  it('begins a new block at each typed line', () => {
    expect(shown('# 讲话\n（2024年3月5日）\n同志们：\n今天开会，\n部署工作。')).toEqual([
      'heading1|第1段|讲话',
      'paragraph|第2段|（2024年3月5日）',
      'paragraph|第3段|同志们：',
      'paragraph|第4段|今天开会，',
      'paragraph|第5段|部署工作。',
    ])
    expect(words('- 一是排查，\n  二是整改\n> 批示：\n> 照办\\\n> 速报')).toEqual([
      '一是排查，',
      '二是整改',
      '批示：',
      '照办',
      '速报',
    ])
  })

  it('joins lines that were wrapped at a fixed width, and says so', () => {
    const line = '为进一步做好今年全县防汛抗旱的各项准备工作切实保障人民群众的生命'
    const text = `# 通知\n\n${`${line}\n`.repeat(14)}财产安全。\n\n结束。`
    expect(words(text)).toHaveLength(3)
    expect(parseMarkdown(text).meta.notices).toEqual([{ code: 'hard-wrapped', args: { width: expect.any(Number) } }])
  })
})

describe('offsets', () => {
  it('count UTF-16 units of the source with CRLF, tabs and astral characters', () => {
    const text = '# 𠮷祥\r\n\r\n第一段𠮷。\r\n\t第二行\r\n\r\n|甲|𠮷|\r\n|-|-|\r\n| 乙 | |\r\n'
    const { blocks, rows } = parseMarkdown(text)
    expect(blocks.map((b) => [b.start, text.slice(b.start, b.end)])).toEqual(
      ['𠮷祥', '第一段𠮷。', '第二行', '甲', '𠮷', '乙'].map((w) => [
        w === '𠮷' ? text.lastIndexOf(w) : text.indexOf(w),
        w,
      ]),
    )
    expect(rows.map((r) => r.cells.length)).toEqual([2, 2])
  })

  it('hold for lines that end in CR alone', () => {
    expect(words('# 标题\r\r第一行。\r第二行。\r')).toEqual(['标题', '第一行。', '第二行。'])
  })

  it('are not moved by front matter', () => {
    const text = '---\r\n文种: 通知\r\n---\r\n# 标题\r\n\r\n正文'
    expect(words(text)).toEqual(['标题', '正文'])
  })

  it('ignore a BOM', async () => {
    const { text, blocks, meta } = await parser.parse(Buffer.from('\ufeff# 标题\n'))
    expect(text).toBe('# 标题\n')
    expect(blocks[0]).toMatchObject({ start: 2, end: 4 } satisfies Partial<Block>)
    expect(meta.encoding).toBe('utf-8')
  })
})

describe('tables', () => {
  it('give cells with their place, and rows', () => {
    const text = '正文\n\n| 群名 | 人数 |\n| --- | ---: |\n| **工作群** | 12 |\n| 值班\\|夜间 ||\n\n尾\n\n|a|\n|-|\n'
    expect(shown(text)).toEqual([
      'paragraph|第1段|正文',
      'cell|表1第1行第1列|群名',
      'cell|表1第1行第2列|人数',
      'cell|表1第2行第1列|工作群',
      'cell|表1第2行第2列|12',
      'cell|表1第3行第1列|值班|夜间',
      'paragraph|第2段|尾',
      'cell|表2第1行第1列|a',
    ])
    const { rows, text: bare } = parseMarkdown(text)
    expect(rows.map((r) => [r.table, r.index, r.cells.map((c) => bare.slice(c.start, c.end))])).toEqual([
      [1, 1, ['群名', '人数']],
      [1, 2, ['工作群', '12']],
      [1, 3, ['值班|夜间', '']],
      [2, 1, ['a']],
    ])
  })
})

describe('front matter', () => {
  it('is read and gives no block', () => {
    const { blocks, meta } = parseMarkdown('---\n文种: 通知\n上位文件:\n  - 上级.md\n日期: 2024-03-05\n---\n正文')
    expect(meta.frontMatter).toEqual({ 文种: '通知', 上位文件: ['上级.md'], 日期: '2024-03-05' })
    expect(blocks).toHaveLength(1)
  })

  it('may be empty, or hold comments only', () => {
    expect(parseMarkdown('---\n---\n正文').meta.frontMatter).toEqual({})
    expect(parseMarkdown('---\n# 说明\n---').meta.frontMatter).toEqual({})
  })

  it('is told apart from a rule across the page', () => {
    expect(words('---\n\n正文：一\n\n---\n\n尾')).toEqual(['正文：一', '尾'])
    expect(words('---\n同志们，大家好。\n\n---\n\n尾')).toEqual(['同志们，大家好。', '尾'])
    expect(words('---\n文种: 通知\n\n没有结尾')).toEqual(['文种: 通知', '没有结尾'])
  })

  it.each([
    ['a: [1', '第2行缩进不对，或前面的括号没有写完'],
    ['a: "x', '第2行缺少冒号、引号或括号'],
    ['文种：通知', '第2行用了全角冒号“：”'],
    ['文种: 通知\n上位文件：上级.md', '第3行用了全角冒号“：”'],
    ['文种:通知', '第2行冒号后缺少空格'],
    ['a: 1\na: 2', '第3行的名称前面已经写过'],
    ['a:\n\tb: 1', '第3行用制表符缩进，应改为空格'],
    ['[甲, 乙]', '第2行不是“名称: 内容”的形式'],
    [
      `a0: &a0 [x]\n${Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}`,
      '引用或嵌套过多',
    ],
    [`a: ${'['.repeat(30000)}`, ''],
    [`a: ${'x'.repeat(70000)}`, '超过 64 KB'],
  ])('is refused with place and remedy: %#', (source, reason) => {
    const error = reasonOf(() => parseMarkdown(`---\n${source}\n---\n正文`))
    expect(error.message).toContain(reason)
    expect(error.remedy).toContain('半角冒号')
  })

  it('cannot reach the prototype', () => {
    const { frontMatter } = parseMarkdown('---\n__proto__:\n  文种: 通知\n---\n正文').meta
    expect(frontMatter.文种).toBeUndefined()
    expect(({} as Record<string, unknown>).文种).toBeUndefined()
  })
})

describe('hostile input', () => {
  const cases: Readonly<Record<string, string>> = {
    'one line of 12,000,000 characters': '一'.repeat(12_000_000),
    'one line of 2,000,000 characters': '一二三四。'.repeat(400_000),
    'quotations 100000 deep': `${'>'.repeat(100_000)}甲`,
    'lists 10000 deep': `${'- '.repeat(10_000)}甲`,
    'numbers 10000 deep': `${'1. '.repeat(10_000)}甲`,
    'lists that step in 1000 times': Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- 甲`).join('\n'),
    emphasis: '*a **a '.repeat(50_000),
    brackets: '['.repeat(300_000),
    images: '![a]('.repeat(50_000),
    backticks: Array.from({ length: 800 }, (_, i) => '`'.repeat(i)).join(' '),
    'unclosed tags': '<a '.repeat(100_000),
    'unclosed comments': '<!-- '.repeat(100_000),
    'unclosed comments on lines': '甲<!-- \n'.repeat(4000),
    'underlined headings': '甲\n===\n\n'.repeat(20_000),
    quotations: '> 甲\n\n'.repeat(20_000),
    'lazy quotations': '> 甲\n乙\n'.repeat(20_000),
    'lazy quotations of an old Macintosh': '> 甲\r乙\r'.repeat(20_000),
    'a table of 100000 rows': `|甲|乙|\n|-|-|\n${'|甲|乙|\n'.repeat(100_000)}`,
    'lines without end': '甲乙丙\n'.repeat(100_000),
    paragraphs: '甲\n\n'.repeat(60_000),
    'empty lines': '\n'.repeat(100_000),
    spaces: `${' '.repeat(1_000_000)}甲`,
    'dashes and spaces': '- '.repeat(200_000),
  }
  it.each(Object.keys(cases))('%s', { timeout: 30_000 }, (name) => {
    const text = cases[name]!
    const { blocks } = parseMarkdown(text)
    for (const b of blocks) if (!(b.start < b.end && b.end <= text.length)) throw new Error(JSON.stringify(b))
  })

  it('keeps front matter and labels where it falls back to plain text', () => {
    const text = `---\n文种: 通知\n---\n甲\n${'>'.repeat(1000)}乙`
    const parsed = parseMarkdown(text)
    expect(parsed.meta.frontMatter).toEqual({ 文种: '通知' })
    expect(parsed.blocks[0]).toEqual({ kind: 'paragraph', label: '第1段', start: 15, end: 16 })
  })
})

describe('everything', () => {
  it('gives ordered blocks that do not overlap, whatever the text', () => {
    const pieces = [
      '# ',
      '> ',
      '- ',
      '1. ',
      '|',
      '|-|\n',
      '**',
      '```\n',
      '\n',
      '\n\n',
      '\r\n',
      '甲',
      '乙。',
      ' ',
      '    ',
      '　',
      '<b>',
      '<!--',
      '-->',
      '---\n',
      '![x](y)',
      '\\',
      '~~',
      '*',
      '𠮷',
    ]
    let seed = 7
    const next = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    for (let round = 0; round < 1500; round++) {
      const text = `甲${Array.from({ length: 1 + next(25) }, () => pieces[next(pieces.length)]).join('')}`
      const { blocks, rows, text: bare, written } = parseMarkdown(text)
      let at = 0
      for (const b of blocks) {
        const words = bare.slice(b.start, b.end)
        if (b.start < at || b.end <= b.start || /^[\r\n]|[\r\n]$/.test(words))
          throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(b)}`)
        at = b.end
        // Each character is written where it is said to be, unless it stands for an entity or a tag.
        for (let i = b.start; written && i < b.end; i++) {
          const { start, end } = written.spanOf({ start: i, end: i + 1 })
          if (end - start === 1 && written.text[start] !== bare[i]) throw new Error(JSON.stringify(text))
        }
      }
      for (const cell of rows.flatMap((r) => r.cells))
        if (cell.end < cell.start || cell.end > bare.length) throw new Error(JSON.stringify(text))
    }
  })
})

describe('a text of headings and paragraphs', () => {
  const read = async (text: string) => data(await parser.parse(Buffer.from(text)))

  it.each([
    '# 讲话\n\n同志们：\n今天开会。\n\n## 一、看清形势\n1.5亿元要用好\n1.要排查\n',
    '标题\r\n\r\n　　第一段，**重要**。\\\r\n\t第二段 <!-- 留 -->\r\n#不是标题\r\n####### 也不是',
    '#\n##   \n### 三级　\n   # 缩进\n\u3000\n甲\u2028乙\f丙\n\u3000\u3000',
    `# 通知\n\n${`${'各级各部门要认真贯彻落实会议精神切实'}\n`.repeat(12)}`,
    '甲',
    '# a\\',
    '见[这里](http://a.cn/x)和`码`&amp;_下_\n不]',
    '**重要**：甲\n*乙*\n`丙`丁\n--戊\n~~己~~',
    '- 甲\n乙\n\n- 丙\n\n丁\n* 戊'.replace('* ', '- '),
    '一、任务\n2. 不是\n1. 排查\n3. 整改\n仍是\n\n4. 汇总\n# 完\n7) 不'.replace('7)', '7.'),
  ])('is read as remark reads it: %j', async (text) => expect(await read(text)).toEqual(whole(text)))

  it.each([
    '- 甲\n* 乙',
    '  1. 甲',
    '1. - 甲',
    '1. 甲\n   乙',
    '- # 甲',
    '2)',
    '> 甲',
    '---\n文种: 通知\n---\n',
    '- 甲\n---',
    '标题\n:-',
    '```',
    '~~~',
    '<!-- 甲 -->',
    '[甲]: http://a.cn',
    '甲|乙',
    '# 甲 #',
    '甲\r乙',
    '\ufeff甲',
  ])('is not %j', (text) => expect(isOutline(`前\n${text}`) && isOutline(text)).toBe(false))

  it('is read as remark reads it, whatever it is made of', async () => {
    const pieces = [
      ...'甲。1#.)-*>|:=`~<[\\_',
      ' ',
      '  ',
      '\t',
      '\u3000',
      '\u00a0',
      '\u2028',
      '\f',
      '\u200b',
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '# ',
      '\n## ',
      '\n#',
      '**',
      '<b>',
      '<!--乙-->',
      '[丙](丁)',
      '一、要切实加强领导',
      '𠮷',
    ]
    let seed = 11
    const next = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
    let outlines = 0
    for (let round = 0; round < 4000; round++) {
      // Half of them without what makes a text more than that at once.
      const some = round % 2 === 0 ? pieces : pieces.filter((piece) => !'|>-=`~'.includes(piece))
      const text = Array.from({ length: 1 + next(14) }, () => some[next(some.length)]).join('')
      if (!isOutline(text)) continue
      const expected = whole(text)
      // A text without a word is refused elsewhere.
      if (expected.blocks.length > 0) outlines++
      expect(await read(text), JSON.stringify(text)).toEqual(expected)
    }
    expect(outlines).toBeGreaterThan(1000)
  })

  it('with lists is read as remark reads it', async () => {
    const next = randomFrom(7)
    const markers = [['- '], ['* '], ['+\t'], ['1. ', '2. ', '3.   ', '12. ', '01. '], ['1) ', '5) ', '2)\t']]
    const others = [
      '甲',
      '乙 ',
      '---',
      '* * *',
      '==',
      '<1%',
      '<b>',
      '',
      '',
      ' ',
      '\t',
      '# 标题',
      '#',
      '**丙**',
      '-丁',
      '--戊',
      '1.5亿元',
      '一、己',
      '`庚`',
      '_辛',
      '\u3000壬',
    ]
    let lists = 0
    for (let round = 0; round < 3000; round++) {
      const own = markers[next(markers.length)]!
      const line = () =>
        next(3) === 0 ? others[next(others.length)]! : `${own[next(own.length)]}${others[next(others.length)]}`
      const text = Array.from({ length: 1 + next(12) }, line).join(next(4) === 0 ? '\r\n' : '\n')
      if (!isOutline(text)) continue
      const expected = whole(text)
      if (expected.blocks.some(({ kind }) => kind === 'item')) lists++
      if (expected.blocks.length > 0) expect(await read(text), JSON.stringify(text)).toEqual(expected)
    }
    expect(lists).toBeGreaterThan(200)
  })

  it('between lists, tables, quotations and tags is read as remark reads the whole', { timeout: 30_000 }, () => {
    const lines = [
      '甲',
      '乙。',
      '# 标题',
      '　　一、要求',
      '  丙',
      '    丁',
      '',
      '',
      '',
      ' ',
      '\t',
      '- 戊',
      '* 己',
      '  - 庚',
      '1. 辛',
      '2. 壬',
      '10) 癸',
    ]
    const odd = [
      '> 子',
      '>',
      '| 丑 | 寅 |',
      '| --- | --- |',
      '---',
      '===',
      '***',
      '<div>',
      '</div>',
      '<b>卯</b>',
      '[辰]: http://a.cn',
      '标题 #',
      '# 巳 #',
      '#',
      '-',
      '1.',
    ]
    const rare = ['```', '~~~', '<!-- 午', '-->', '<script>', '午\r未', '- <!-- 申 -->', '> ```']
    const next = randomFrom(5)
    let mixed = 0
    for (let round = 0; round < 800; round++) {
      const some = [...lines, ...(round % 2 ? odd : []), ...(round % 8 === 0 ? rare : [])]
      const text = `甲\n${Array.from({ length: 3 + next(16) }, () => some[next(some.length)]).join(
        ['\n', '\n\n', '\r\n', '\r\n\r\n'][next(4)],
      )}`
      if (piecesOf(text).length > 1) mixed++
      expect(data(parseMarkdown(text, 'utf-8')), JSON.stringify(text)).toEqual(whole(text))
    }
    expect(mixed).toBeGreaterThan(300)
  })
})

it('says what it leaves unread', () => {
  const notices = (text: string) => parseMarkdown(text).meta.notices
  expect(notices('<div align="center">\n各村要签订责任状。\n</div>\n\n正文[^1]。\n\n[^1]: 另签责任状。')).toEqual([
    { code: 'unread-html', args: { count: 2 } },
  ])
  expect(notices('正文。\n\n<!-- 没有写完\n\n各村要签订责任状。')).toEqual([
    { code: 'unread-html', args: { count: 1 } },
  ])
  expect(notices('<!-- 留 -->\n\n<br alt="换行">\n\n正文<b>粗</b>。')).toEqual([])
})
