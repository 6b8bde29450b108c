import { describe, expect, it } from 'vitest'
import type { Diagnostic, FileReport, Registry, Report, Rule, View } from '../core.ts'
import { growth, LINEAR } from '../dev/growth.ts'
import { loadReporter, reporterNames } from './index.ts'
import { placeLabel } from './labels.ts'
import { basisLine, renderText, sentences } from './text.ts'

const basis = {
  source: '南乐县《基层减负新四条》',
  clause: '领导讲话不搞形式主义',
  quote: '原则上不超过2000字',
  verified: true,
}
const rule = (messages: Rule['messages'], scope: Rule['scope'] = 'doc') =>
  ({
    scope,
    genres: ['*'],
    severity: 'error',
    title: { zh: '' },
    basis,
    triggers: [],
    printed: false,
    options: null,
    messages,
    check: () => [],
  }) as unknown as Rule
const rules: Registry = {
  'overlong-speech': rule({
    tooLong: {
      zh: '正文 {n} 字，超过 {max} 字',
      en: 'The body has {n} characters, more than {max}',
      advice: { zh: '删去背景和意义。', en: 'Cut the background.' },
    },
    quoting: { zh: '应为“{who}”', en: 'write “{who}”' },
    onlyChinese: { zh: '要求“{who}”签责任状。', advice: { zh: '删去' } },
  }),
  'copied-passage': rule({ copied: { zh: '照抄 {run} 字。', advice: { zh: '写明本县做什么。' } } }, 'pair'),
}
const view = (more: Partial<View> = {}): View => ({ language: 'zh', color: false, width: 80, rules, ...more })

const text = '各单位“一把手”要逐级签订责任状。'
const diagnostic = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: 'overlong-speech',
  severity: 'warning',
  path: '讲话稿.docx',
  span: { start: 11, end: 16 },
  place: { line: 3, column: 12, endLine: 3, endColumn: 17, label: '第3段' },
  excerpt: { text, start: 11, end: 16 },
  message: 'tooLong',
  args: { n: 2457, max: 2000 },
  basis,
  related: [],
  fix: null,
  fingerprint: 'f',
  ...more,
})
const file = (diagnostics: Diagnostic[], more: Partial<FileReport> = {}): FileReport => ({
  path: '讲话稿.docx',
  genre: { id: 'speech.special', title: '专项工作部署讲话', source: 'text', evidence: ['标题有“讲话”'] },
  counts: { word: 2457, nospace: 2489, han: 2139, pages: 4.05, minutes: 13.7 },
  diagnostics,
  ...more,
})
const report = (...files: FileReport[]): Report => {
  const all = files.flatMap((f) => f.diagnostics)
  const count = (severity: string) => all.filter((d) => d.severity === severity).length
  const summary = { files: files.length, errors: count('error'), warnings: count('warning'), infos: count('info') }
  return { files, summary: { ...summary, fixable: all.filter((d) => d.fix).length, unsafelyFixable: 0 } }
}
const clean = await loadReporter('pretty')
const pretty = (...files: FileReport[]) => clean(report(...files), view())

describe('renderText', () => {
  it('fills placeholders once, and leaves what has no argument', () => {
    const args = { n: '{max}$&', who: '甲' }
    expect(renderText(diagnostic({ args }), rules, 'zh')).toEqual({
      message: '正文 {max}$& 字，超过 {max} 字',
      advice: '删去背景和意义。',
    })
    expect(renderText(diagnostic({ args: {} }), rules, 'zh').message).toBe('正文 {n} 字，超过 {max} 字')
  })

  it('falls back to Chinese, and to the key', () => {
    expect(renderText(diagnostic(), rules, 'en').message).toBe('The body has 2457 characters, more than 2000')
    expect(renderText(diagnostic({ message: 'onlyChinese', args: { who: '乡镇' } }), rules, 'en')).toEqual({
      message: '要求“乡镇”签责任状。',
      advice: '删去',
    })
    expect(renderText(diagnostic({ message: 'constructor' }), rules, 'zh')).toEqual({
      message: 'constructor',
      advice: '',
    })
    expect(renderText(diagnostic({ rule: '__proto__' }), rules, 'zh').message).toBe('tooLong')
  })

  it('quotes quotation marks in others', () => {
    for (const [words, quoted] of [
      ['各乡镇', '“各乡镇”'],
      ['“', '「“」'],
      ['“先锋村”创建', '「“先锋村”创建」'],
      ['$& ‘村’', '“$& ‘村’”'],
      ['(”“)', '“(”“)”'],
      ['供水不足”、“管网“老化”', '“供水不足”、「管网“老化”」'],
      ['“双创”、“双评”', '「“双创”、“双评”」'],
      ['(”“"”“,', '“(”「"」“,”'],
    ]) {
      const text = (language: 'zh' | 'en') =>
        renderText(diagnostic({ message: 'quoting', args: { who: words! } }), rules, language).message
      expect([text('zh'), text('en')]).toEqual([`应为${quoted}`, `write ${quoted}`])
    }
  })

  it('makes whole sentences', () => {
    expect(sentences({ message: '正文太长', advice: '删去' }, 'zh')).toBe('正文太长。删去。')
    expect(sentences({ message: '他说“不行。”', advice: '' }, 'zh')).toBe('他说“不行。”')
    expect(sentences({ message: 'Too long', advice: 'Cut it.' }, 'en')).toBe('Too long. Cut it.')
  })

  it('names the basis', () => {
    expect(basisLine(basis, 'zh')).toBe('南乐县《基层减负新四条》·领导讲话不搞形式主义「原则上不超过2000字」')
    expect(basisLine({ ...basis, clause: '', verified: false }, 'zh')).toBe(
      '南乐县《基层减负新四条》「原则上不超过2000字」（未经核对原文）',
    )
    expect(basisLine({ ...basis, quote: '', verified: false }, 'en')).toBe(
      '南乐县《基层减负新四条》·领导讲话不搞形式主义',
    )
  })
})

describe('pretty', () => {
  it('shows a finding: place, line, why, what to do', () => {
    const related = {
      path: '上级意见.txt',
      span: { start: 0, end: 4 },
      place: { line: 12, column: 1, endLine: 12, endColumn: 5, label: '第9段' },
      excerpt: { text: '要逐级签订责任状。', start: 1, end: 8 },
    }
    const second = diagnostic({
      rule: 'copied-passage',
      severity: 'error',
      message: 'copied',
      args: { run: 7 },
      span: { start: 2, end: 4 },
      basis: { ...basis, verified: false },
      related: [related],
    })
    expect(pretty(file([diagnostic(), second]))).toBe(
      `讲话稿.docx
专项工作部署讲话（据正文判断），正文 2457 字（按 Word 字数），约讲 13.7 分钟

  ● 错误  copied-passage  第3段 (3:12)
    照抄 7 字。
    │ 各单位“一把手”要逐级签订责任状。
    │ 　　　·　　　·　　　＾＾＾＾＾
    依据：南乐县《基层减负新四条》·领导讲话不搞形式主义「原则上不超过2000字」
          （未经核对原文）
    建议：写明本县做什么。
    上级文件：上级意见.txt 第9段 (12:1)「逐级签订责任状」

  ▲ 警告  overlong-speech  第3段 (3:12)
    正文 2457 字，超过 2000 字
    │ 各单位“一把手”要逐级签订责任状。
    │ 　　　·　　　·　　　＾＾＾＾＾
    依据：南乐县《基层减负新四条》·领导讲话不搞形式主义「原则上不超过2000字」
    建议：删去背景和意义。

检查 1 个文件：1 个错误，1 个警告
`,
    )
  })

  it('shows it in English', () => {
    const out = clean(
      report(file([diagnostic({ fix: { span: { start: 0, end: 1 }, text: '', safe: true } })])),
      view({ language: 'en' }),
    )
    expect(out).toBe(
      `讲话稿.docx
speech.special 专项工作部署讲话 (judged by its text), body 2457 字 (as Word
  counts), about 13.7 min to speak

  ▲ warning  overlong-speech  paragraph 3 (3:12)
    The body has 2457 characters, more than 2000
    │ 各单位“一把手”要逐级签订责任状。
    │ 　　　·　　　·　　　＾＾＾＾＾
    basis: 南乐县《基层减负新四条》·领导讲话不搞形式主义「原则上不超过2000字」
    advice: Cut the background.

1 file checked: 1 warning; 1 fixable with --fix
`,
    )
  })

  it.each([
    ['第12段', 'paragraph 12'],
    ['第2页第3段', 'page 2, paragraph 3'],
    ['表1第2行第3列', 'table 1, row 2, column 3'],
    ['文本框1第2段', 'text box 1, paragraph 2'],
    ['第4行B列（月份）', 'row 4, column B (月份)'],
    ['工作表“第1行A列”第4行AB列', 'sheet “第1行A列”, row 4, column AB'],
    ['别处', '别处'],
  ])('names the place %s in English', (label, expected) => {
    expect(placeLabel(label, 'en')).toBe(expected)
    expect(placeLabel(label, 'zh')).toBe(label)
  })

  it('quotes a clause once in a file', () => {
    const out = pretty(file([diagnostic(), diagnostic({ span: { start: 20, end: 21 } })]))
    expect(out.match(/「原则上不超过2000字」/g)).toHaveLength(1)
    expect(out.match(/依据：南乐县《基层减负新四条》·领导讲话不搞形式主义/g)).toHaveLength(2)
    expect(out).toContain('依据：南乐县《基层减负新四条》·领导讲话不搞形式主义（原文前面已引）')
    const wordless = { ...basis, quote: '' }
    const without = [diagnostic({ basis: wordless }), diagnostic({ span: { start: 20, end: 21 }, basis: wordless })]
    expect(pretty(file(without))).not.toContain('前面已引')
  })

  it('says in one line that all is well', () => {
    expect(pretty(file([]), file([]))).toBe('检查 2 个文件，没有发现问题。\n')
    expect(pretty()).toBe('没有找到可以检查的文件。\n')
  })

  it('shows an unreadable file without place or frame', () => {
    const broken = diagnostic({
      rule: 'unreadable-file',
      severity: 'error',
      message: '文件损坏',
      basis: null,
      place: { line: 1, column: 1, endLine: 1, endColumn: 1, label: '' },
      excerpt: { text: '', start: 0, end: 0 },
    })
    expect(pretty(file([broken], { path: '坏.docx', genre: null, counts: null }))).toBe(
      '坏.docx\n\n  ● 错误  unreadable-file\n    文件损坏\n\n检查 1 个文件：1 个错误\n',
    )
  })

  it('counts no 字 in a register, and calls an open genre open', () => {
    const register = file([diagnostic()], {
      genre: { id: 'register.groups', title: '工作群台账', source: 'config', evidence: [] },
    })
    expect(pretty(register).split('\n')[1]).toBe('工作群台账（按配置）')
    const other = file([diagnostic()], { genre: { id: 'other', title: '其他', source: 'none', evidence: [] } })
    expect(pretty(other).split('\n')[1]).toBe('文种未定，正文 2457 字（按 Word 字数），约 4.05 页')
  })

  it('cuts a rule short that speaks too often', () => {
    const often = (n: number, more: Partial<View> = {}) =>
      clean(
        report(file(Array.from({ length: n }, (_, i) => diagnostic({ span: { start: i, end: i + 1 } })))),
        view(more),
      )
    expect(often(20).match(/▲/g)).toHaveLength(20)
    const out = often(45)
    expect(out.match(/▲/g)).toHaveLength(10)
    expect(out.replace(/\s/g, '')).toContain(
      'overlong-speech共45处，以上只列前10处；加-o结果.txt或--formatconcise可列出全部。',
    )
    expect(out).toContain('45 个警告')
    const whole = often(45, { whole: true })
    expect(whole.match(/▲/g)).toHaveLength(45)
    expect(whole).not.toContain('以上只列')
  })

  it('shows three related places and counts the rest', () => {
    const related = {
      path: '讲话稿.docx',
      span: { start: 0, end: 1 },
      place: diagnostic().place,
      excerpt: { text: '甲乙', start: 0, end: 1 },
    }
    const out = pretty(file([diagnostic({ related: Array(5).fill(related) })]))
    expect(out.match(/参见：第3段 \(3:12\)「甲」/g)).toHaveLength(3)
    expect(out).toContain('参见：另有 2 处。')
  })

  it.each([10, 40, 80, 200])('keeps within %i columns, or 40', (width) => {
    const long = '责任'.repeat(100)
    const out = clean(
      report(
        file(
          [
            diagnostic({
              excerpt: { text: `“前”${long}后`, start: 3, end: 203 },
              message: 'onlyChinese',
              args: { who: long },
            }),
          ],
          {
            path: `${'很长的文件夹/'.repeat(20)}讲话稿.docx`,
          },
        ),
      ),
      view({ width }),
    )
    const columns = (line: string) => [...line].reduce((n, c) => n + (c.codePointAt(0)! > 0x7f ? 2 : 1), 0)
    for (const line of out.split('\n')) expect(columns(line)).toBeLessThan(Math.max(width, 40))
  })

  it('prints only what a GBK console can show', () => {
    const gbk = new Set<string>()
    const decoder = new TextDecoder('gbk')
    for (let a = 0x81; a <= 0xfe; a++)
      for (let b = 0x40; b <= 0xfe; b++) gbk.add(decoder.decode(new Uint8Array([a, b])))
    const long = diagnostic({ excerpt: { text: text.repeat(20), start: 100, end: 300 } })
    const out = pretty(
      file([...Array(25).fill(long), diagnostic({ severity: 'error' }), diagnostic({ severity: 'info' })]),
    )
    for (const char of out) if (char > '\u007f') expect([char, gbk.has(char)]).toEqual([char, true])
  })

  it('is not quadratic', () => {
    const printing = (size: number) => {
      const files = Array.from({ length: size }, () =>
        file([diagnostic(), diagnostic({ message: 'onlyChinese', args: { who: '乡镇' } })]),
      )
      files.push(file(Array(20 * size).fill(diagnostic())))
      return () => pretty(...files)
    }
    expect(growth(printing, 250)).toBeLessThan(LINEAR)
  })
})

describe('colour', () => {
  it('is there when asked for, twice over', async () => {
    const colours = await loadReporter('pretty', true)
    const one = report(file([diagnostic()]))
    expect(colours(one, view({ color: true }))).toContain('\u001b[')
    expect(colours(one, view({ color: false }))).not.toContain('\u001b')
    expect(clean(one, view({ color: true }))).not.toContain('\u001b')
  })

  it('changes no letter', async () => {
    const colours = await loadReporter('pretty', true)
    const one = report(file([diagnostic(), diagnostic({ severity: 'error' })]))
    expect(colours(one, view({ color: true })).replace(/\u001b\[[\d;]*m/g, '')).toBe(clean(one, view()))
  })
})

describe('nothing from outside reaches the terminal as a command', () => {
  const evil = '\u001b]0;pwned\u0007\u001b[2J\u009b31m\u202e\u2066\u200b\ud800\u2028\r\n\t'
  const hostile = report(
    file(
      [
        diagnostic({
          path: evil,
          rule: 'copied-passage',
          message: evil,
          place: { ...diagnostic().place, label: evil },
          excerpt: { text: `甲${evil}乙`, start: 1, end: 1 + evil.length },
          basis: { source: evil, clause: evil, quote: evil, verified: false },
          related: [
            {
              path: evil,
              span: { start: 0, end: 1 },
              place: { ...diagnostic().place, label: evil },
              excerpt: { text: evil, start: 0, end: evil.length },
            },
          ],
        }),
        diagnostic({ message: 'onlyChinese', args: { who: evil } }),
        diagnostic({ rule: evil }),
      ],
      { path: evil, genre: { id: 'speech.special', title: evil, source: 'text', evidence: [evil] } },
    ),
  )
  it.each(reporterNames)('%s', async (name) => {
    const out = (await loadReporter(name))(hostile, view())
    expect(out).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    if (name === 'concise') expect(out.split('\n')).toHaveLength(4)
  })
})

describe('concise', () => {
  it('is one line for each finding', async () => {
    const concise = await loadReporter('concise')
    const args = { who: '乡镇\n党委' }
    const some = report(file([diagnostic(), diagnostic({ severity: 'info', message: 'onlyChinese', args })]))
    expect(concise(some, view())).toBe(
      '讲话稿.docx:3:12: 警告 overlong-speech 正文 2457 字，超过 2000 字\n' +
        '讲话稿.docx:3:12: 提示 overlong-speech 要求“乡镇党委”签责任状。\n',
    )
    expect(concise(report(file([])), view())).toBe('')
  })
})

describe('json', () => {
  it('has exactly the keys of version 1, in order', async () => {
    const json = await loadReporter('json')
    const one = diagnostic({
      basis: { ...basis, modal: '原则上' },
      fix: { span: { start: 1, end: 2 }, text: '', safe: true },
      related: [
        {
          path: 'b.md',
          span: { start: 3, end: 4 },
          place: diagnostic().place,
          excerpt: { text: '甲', start: 0, end: 1 },
        },
      ],
    })
    const unread = file([], { path: '坏.docx', genre: null, counts: null })
    expect(json(report(file([one]), unread), view())).toBe(`{
  "version": 1,
  "files": [
    {
      "path": "讲话稿.docx",
      "genre": {
        "id": "speech.special",
        "title": "专项工作部署讲话",
        "evidence": [
          "标题有“讲话”"
        ]
      },
      "counts": {
        "word": 2457,
        "nospace": 2489,
        "han": 2139,
        "pages": 4.05,
        "minutes": 13.7
      },
      "diagnostics": [
        {
          "rule": "overlong-speech",
          "severity": "warning",
          "text": "正文 2457 字，超过 2000 字。删去背景和意义。",
          "message": "tooLong",
          "args": {
            "n": 2457,
            "max": 2000
          },
          "span": {
            "start": 11,
            "end": 16
          },
          "place": {
            "line": 3,
            "column": 12,
            "endLine": 3,
            "endColumn": 17,
            "label": "第3段"
          },
          "basis": {
            "source": "南乐县《基层减负新四条》",
            "clause": "领导讲话不搞形式主义",
            "quote": "原则上不超过2000字",
            "verified": true
          },
          "related": [
            {
              "path": "b.md",
              "span": {
                "start": 3,
                "end": 4
              },
              "place": {
                "line": 3,
                "column": 12,
                "endLine": 3,
                "endColumn": 17,
                "label": "第3段"
              }
            }
          ],
          "fix": {
            "span": {
              "start": 1,
              "end": 2
            },
            "text": "",
            "safe": true
          },
          "fingerprint": "f"
        }
      ]
    },
    {
      "path": "坏.docx",
      "genre": null,
      "counts": null,
      "diagnostics": []
    }
  ],
  "summary": {
    "files": 2,
    "errors": 0,
    "warnings": 1,
    "infos": 0,
    "fixable": 1
  }
}
`)
  })

  it('is read back as it was, whatever it held', async () => {
    const json = await loadReporter('json')
    const path = '\ud800\u2028\u009b\u202e“甲”\\u2028\u001b𠮷'
    const out = json(report(file([diagnostic({ basis: null })], { path })), view())
    expect(out).not.toMatch(/[\p{Cs}\p{Cf}\p{Zl}\u007f-\u009f]/u)
    const back = JSON.parse(out)
    expect(back.files[0].path).toBe(path)
    expect(back.files[0].diagnostics[0].basis).toBeNull()
  })
})
