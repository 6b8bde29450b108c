import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Doc, type Host, type Registry, type RuleSetting, UnreadableError } from '../core.ts'
import { wordFile } from '../dev/word-file.ts'
import { defineRule, v } from '../rule.ts'
import { openSession } from '../session/session.ts'
import { fixAll, refined } from './fixing.ts'

/** Rewrites each `from` to `to`. */
const rewriting = (from: string, to: string, safe: boolean) =>
  defineRule({
    scope: 'doc',
    genres: ['*'],
    severity: 'warning',
    title: { zh: from },
    basis: { source: '甲', clause: '乙', quote: '丙', verified: true },
    triggers: [from],
    options: v.object({}),
    messages: { found: { zh: from } },
    fixable: true,
    *check({ doc, hits }) {
      for (const span of hits) yield { message: 'found', at: { doc, span }, fix: { span, text: to, safe } }
    },
  })

async function fix(files: Record<string, string | Uint8Array>, rules: Registry, unsafe = false) {
  const host: Host = {
    cwd: '/',
    read: (path) => Buffer.from(files[path] ?? missing()),
    kind: (path) => (path in files ? 'file' : 'missing'),
    list: () => [],
  }
  const settings: Record<string, RuleSetting> = {}
  for (const id of Object.keys(rules)) settings[id] = { level: 'warning', options: {} }
  const all = { root: '/', rules: settings, overrides: [], genres: [], superiors: [], pairs: [], ignores: [] }
  const matchers = {
    settingsFor: () => settings,
    genreFor: () => undefined,
    ignored: () => false,
    isSuperior: () => false,
    superiorsFor: () => [],
  }
  const open = (on: Host) =>
    openSession({ host: on, rules, settings: { ...all, strict: false, failOn: 'error' }, matchers })
  const { result, changes, notices } = await fixAll(open, host, Object.keys(files), unsafe)
  return {
    after: Object.fromEntries(changes.map(({ path, after }) => [path, Buffer.from(after).toString()])),
    texts: Object.fromEntries(changes.map(({ path, texts }) => [path, texts[1]])),
    made: changes.map(({ made }) => made),
    left: result.report.summary.warnings,
    notices: notices.map(({ text }) => text),
  }
}

const missing = () => {
  throw new UnreadableError('找不到文件', '请检查')
}

describe('refined', () => {
  const edit = (text: string, to: string) =>
    refined(`前${text}后`, { span: { start: 1, end: 1 + text.length }, text: to, safe: true }).map(
      ({ span, text }) => [span.start, span.end, text] as const,
    )
  it('leaves what stays', () => {
    expect(edit('政办[2026]03号', '政办〔2026〕3号')).toEqual([
      [3, 4, '〔'],
      [8, 10, '〕'],
    ])
    expect(edit('甲,乙。\n丙(丁)', '甲，乙。\n丙（丁）')).toEqual([
      [2, 3, '，'],
      [7, 8, '（'],
      [9, 10, '）'],
    ])
    expect(edit('甲', '甲：')).toEqual([[2, 2, '：']])
    expect(edit('甲。。', '甲。')).toHaveLength(1)
    expect(edit('甲', '甲')).toEqual([])
  })
})

describe('fixAll', () => {
  const safe = { comma: rewriting('甲', '乙', true), step: rewriting('乙', '丙', true) }

  it('goes on until nothing is left to mend', async () => {
    expect(await fix({ 'a.txt': '甲与乙。', 'b.txt': '无可改。' }, safe)).toMatchObject({
      after: { 'a.txt': '丙与丙。' },
      made: [3],
      left: 0,
      notices: [],
    })
  })

  it('makes unsafe fixes only where they are asked for', async () => {
    const rules = { word: rewriting('甲', '乙', false) }
    expect(await fix({ 'a.txt': '甲。' }, rules)).toMatchObject({ after: {}, left: 1 })
    expect(await fix({ 'a.txt': '甲。' }, rules, true)).toMatchObject({ after: { 'a.txt': '乙。' }, left: 0 })
  })

  it('ends where two rules undo each other', async () => {
    const { made } = await fix(
      { 'a.txt': '甲。' },
      { one: rewriting('甲', '乙', true), two: rewriting('乙', '甲', true) },
    )
    expect(made).toEqual([10])
  })

  it('does not mend what an ignore comment covers', async () => {
    const text = '<!-- burden-lint-disable-next-line comma -- 原文如此 -->\n甲。\n'
    expect(await fix({ 'a.md': text }, safe)).toMatchObject({ after: {}, left: 0 })
  })

  it('leaves out lines inside a longer fix that an ignore comment covers', async () => {
    const text = '甲,\n\n<!-- burden-lint-disable-next-line all -- 原文如此 -->\n乙,\n\n丙,\n'
    const all = defineRule({
      ...(rewriting('甲', '乙', true) as never as Parameters<typeof defineRule>[0]),
      triggers: [],
      printed: false,
      *check({ doc }: { doc: Doc }) {
        const span = { start: 0, end: doc.text.length }
        if (doc.text.includes(','))
          yield { message: 'found', at: { doc, span }, fix: { span, text: doc.text.replaceAll(',', '，'), safe: true } }
      },
    } as never)
    expect((await fix({ 'a.md': text }, { all })).after['a.md']).toBe(
      text.replace('甲,', '甲，').replace('丙,', '丙，'),
    )
  })

  describe('of a Word file', () => {
    // Where # stands there is a tab, which no run holds.
    const tabbed = (text: string) => {
      const entries = unzipSync(wordFile(text))
      const part = 'word/document.xml'
      entries[part] = strToU8(strFromU8(entries[part]!).replaceAll('#', '</w:t><w:tab/><w:t>'))
      return zipSync(entries)
    }
    const mended = async (text: string, whole?: true) => {
      const all = defineRule({
        ...(rewriting('甲', '乙', true) as never as Parameters<typeof defineRule>[0]),
        triggers: [],
        printed: false,
        *check({ doc }: { doc: Doc }) {
          const span = { start: 0, end: doc.text.length }
          const fixed = doc.text.replace(/\[([^\]]*)\]/g, '〔$1〕').replaceAll('\t号', '号')
          if (fixed !== doc.text)
            yield {
              message: 'found',
              at: { doc, span },
              fix: { span, text: fixed, safe: true, ...(whole && { whole }) },
            }
        },
      } as never)
      const { texts, notices } = await fix({ 'a.docx': tabbed(text) }, { all })
      return [texts['a.docx'], notices.length]
    }

    it('leaves one that is protected', async () => {
      const lock = (enforced: string) => {
        const entries = unzipSync(wordFile('甲。'))
        const part = 'word/settings.xml'
        entries[part] = strToU8(
          strFromU8(entries[part]!).replace(
            '</w:settings>',
            `<w:documentProtection w:edit="readOnly" w:enforcement="${enforced}"/></w:settings>`,
          ),
        )
        return zipSync(entries)
      }
      const { texts, notices } = await fix({ 'a.docx': lock('1') }, safe)
      expect([texts, notices]).toEqual([{}, [expect.stringContaining('限制编辑')]])
      expect((await fix({ 'a.docx': lock('0') }, safe)).texts).toEqual({ 'a.docx': '丙。' })
    })

    it('makes what belongs together whole or not at all', async () => {
      expect(await mended('甲[2026]5号\n乙[2026]5#号')).toEqual(['甲〔2026〕5号\n乙[2026]5\t号', 1])
      expect(await mended('甲[2026]5号\n乙[2026]5#号', true)).toEqual([undefined, 1])
      expect(await mended('甲[2026]5号\n乙[2026]5号', true)).toEqual(['甲〔2026〕5号\n乙〔2026〕5号', 0])
    })
  })

  it('does not write old corrections into a draft that was saved meanwhile', async () => {
    let reads = 0
    const files = { 'a.txt': '甲。' }
    Object.defineProperty(files, 'a.txt', {
      enumerable: true,
      get: () => (reads++ === 0 ? '甲。' : '新的一行。\n甲。'),
    })
    const { after, notices } = await fix(files, safe)
    expect(after).toEqual({})
    expect(notices[0]).toMatch(/a\.txt：在检查期间被改动/)
  })

  it('leaves a file with broken bytes alone, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('甲'.repeat(300)), Buffer.from([0xff]), Buffer.from('。')])
    const { after, notices } = await fix({ 'a.txt': bytes }, safe)
    expect(after).toEqual({})
    expect(notices[0]).toMatch(/a\.txt：没有修正.*UTF-8/)
  })
})
