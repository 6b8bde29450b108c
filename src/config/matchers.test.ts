import { describe, expect, it } from 'vitest'
import { settle } from '../dev/config-fixture.ts'
import { fieldsOf } from '../registers/kinds.ts'
import { compileMatchers } from './matchers.ts'
import { resolveSettings } from './settings.ts'

describe('compileMatchers', () => {
  it('costs nothing without globs', async () => {
    const settings = settle()
    const matchers = await compileMatchers(settings)
    expect(matchers.settingsFor('a.md')).toBe(settings.rules)
    expect(matchers.genreFor('a.md')).toBeUndefined()
    expect(matchers.ignored('a.md')).toBe(false)
    expect(matchers.isSuperior('a.md')).toBe(false)
    expect(matchers.superiorsFor('a.md')).toEqual([])
  })

  it('applies overrides in order, leaving alone what they do not name', async () => {
    const settings = settle({
      presets: ['nanle'],
      overrides: [
        { files: ['讲话/**'], rules: { 'overlong-speech': { options: { max: 100 } } } },
        { files: ['讲话/存档'], rules: { 'overlong-speech': 'off', 'copied-passage': 'info' } },
        { files: ['**/重要*'], rules: { 'overlong-speech': { level: 'error', options: { ratio: 0.1 } } } },
      ],
    })
    const { settingsFor } = await compileMatchers(settings)
    expect(settingsFor('通知/a.md')).toBe(settings.rules)
    expect(settingsFor('讲话/a.md')['overlong-speech']).toMatchObject({
      level: 'warning',
      options: { max: 100, ratio: 0.5 },
    })
    expect(settingsFor('/drafts/讲话/存档/a.md')).toMatchObject({
      'overlong-speech': { level: 'off', options: { max: 100 } },
      'copied-passage': { level: 'info', options: { length: 13 } },
    })
    expect(settingsFor('讲话/存档/重要.md')['overlong-speech']).toMatchObject({
      level: 'error',
      options: { max: 100, ratio: 0.1 },
    })
    expect(settingsFor('讲话/a.md')).toBe(settingsFor('讲话/b.md'))
    expect(settings.rules['overlong-speech']).toMatchObject({ options: { max: 2000 } })
  })

  it('takes paths as seen from the current folder', async () => {
    const { genreFor } = await compileMatchers(settle({ genres: { '讲话/*': 'speech.special' } }), '/drafts/讲话')
    expect(['a.md', '../讲话/a.md', '讲话/a.md'].map(genreFor)).toEqual(['speech.special', 'speech.special', undefined])
  })

  it('gives genres, ignores, superiors and pairs', async () => {
    const matchers = await compileMatchers(
      settle({
        genres: { '讲话/**': 'speech.special', '*主持词*': 'speech.host' },
        ignores: ['草稿', '*.bak', '!草稿/定稿.md'],
        superiors: ['../上级文件', '上级/**/*.docx'],
        pairs: [
          { doc: '方案/a.docx', superior: '上级/x.docx' },
          { doc: '方案', superior: ['上级/x.docx', '上级/y*.docx'] },
        ],
      }),
    )
    expect(matchers.genreFor('讲话/a.md')).toBe('speech.special')
    expect(matchers.genreFor('讲话/会议主持词.md')).toBe('speech.host')
    expect(matchers.genreFor('通知/a.md')).toBeUndefined()
    expect(['草稿', '草稿/a.md', 'x/y.bak', '草稿/定稿.md', 'a.md'].map(matchers.ignored)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(['/上级文件/a.md', '上级/a.docx', '上级/a.md'].map(matchers.isSuperior)).toEqual([true, true, false])
    expect(matchers.superiorsFor('方案/a.docx')).toEqual(['上级/x.docx', '上级/y*.docx'])
    expect(matchers.superiorsFor('通知/a.docx')).toEqual([])
    expect(matchers.registerFor).toBeUndefined()
  })
  it('says which files are registers, later entries first, and names fields that there are not', async () => {
    const registers = [
      { files: '台账/**', columns: { unit: '归口' } },
      { files: ['台账/群*.csv', '群.xlsx'], kind: 'groups' as const },
    ]
    const { registerFor } = await compileMatchers(settle({ registers }))
    expect(registerFor!('台账/群一.csv')).toEqual({ kind: 'groups', columns: { unit: '归口' } })
    expect(registerFor!('群.xlsx')).toEqual({ kind: 'groups' })
    expect(registerFor!('通知.docx')).toBeUndefined()
    expect(() =>
      resolveSettings({
        registry: {},
        presets: {},
        cwd: '/',
        raw: { presets: [], registers: [{ files: 'a.csv', kind: 'groups', columns: { unti: '归口' } }] },
        fieldsOf,
      }),
    ).toThrow(/registers\[0\]\.columns 没有名为 unti 的数据项，是不是 unit？/)
  })
})
