import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { presets as ourPresets, rules as ourRules } from '../rules/index.ts'
import { findConfig } from './config/discovery.ts'
import { compileMatchers } from './config/matchers.ts'
import { jsonFault } from './config/reading.ts'
import { defaultSettings } from './config/rules.ts'
import { type ResolveRequest, resolveSettings } from './config/settings.ts'
import { defineRule, genres, type Preset, type Registry, type Severity, UsageError } from './core.ts'
import { configSchema, exampleConfig } from './dev/config-schema.ts'
import * as phrases from './phrase-rule.ts'
import { fieldsOf } from './registers/kinds.ts'
import { pathText, quoted } from './validate.ts'

// ------------------------------------------------------------------------------------------------- small world

const rule = (severity: Severity, options: v.GenericSchema = v.object({})) =>
  defineRule({
    scope: 'doc',
    genres: ['*'],
    severity,
    title: { zh: '试验' },
    basis: { source: '试验', clause: '一', quote: '试验', verified: true },
    options,
    messages: {},
    check: () => [],
  })

const registry: Registry = {
  'overlong-speech': rule(
    'warning',
    v.object({
      max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 2000),
      convention: v.optional(v.picklist(['word', 'nospace', 'han', 'pages']), 'word'),
      exempt: v.optional(v.array(v.pipe(v.string(), v.nonEmpty())), ['全局性']),
      ratio: v.optional(v.pipe(v.number('应为比例'), v.maxValue(1, '应为 0 到 1 之间的比例')), 0.5),
      minutes: v.optional(v.object({ limit: v.optional(v.number(), 60), unit: v.optional(v.string(), '分') }), {}),
      either: v.optional(v.union([v.string(), v.array(v.string())]), []),
    }),
  ),
  'copied-passage': rule('error', v.strictObject({ length: v.optional(v.number(), 13) })),
  'one-vote-veto': rule('error'),
  'unknown-rule': rule('warning'),
}
const presets: Record<string, Preset> = {
  nanle: { title: { zh: '南乐' }, rules: { 'overlong-speech': {}, 'copied-passage': {} } },
  'national-2024': {
    title: { zh: '全国' },
    rules: { 'overlong-speech': { level: 'info', options: { max: 4000 } }, 'a-later-rule': 'error' },
  },
  gongwen: { title: { zh: '公文' }, rules: {} },
  loud: { title: { zh: '从严' }, rules: { 'one-vote-veto': 'warning' } },
}
const file = '/drafts/.burdenrc.json'
const settle = (raw?: unknown, more: Partial<ResolveRequest> = {}) =>
  resolveSettings({ registry, presets, cwd: '/drafts', phrases, ...(raw !== undefined && { raw, file }), ...more })

/** The lines of the one error, without their common beginning. */
const wrong = (raw: unknown, more: Partial<ResolveRequest> = {}): string[] => {
  try {
    settle(raw, more)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).remedy).not.toBe('')
    return (error as UsageError).message.split('\n').map((line) => line.replace(/^配置文件 \.burdenrc\.json：/, ''))
  }
  throw new Error('nothing was wrong')
}

// ---------------------------------------------------------------------------------------------------- resolving

describe('resolveSettings', () => {
  it('has sensible settings without a configuration', () => {
    const settings = settle()
    expect(settings).toMatchObject({
      root: '/drafts',
      overrides: [],
      genres: [],
      superiors: [],
      pairs: [],
      ignores: [],
      strict: false,
      failOn: 'error',
    })
    expect(settings).not.toHaveProperty('file')
    expect(settings).not.toHaveProperty('maxWarnings')
    expect(Object.keys(settings.rules)).toEqual(Object.keys(registry))
    expect(settings.rules['copied-passage']).toEqual({ level: 'error', options: { length: 13 } })
    expect(settings.rules['one-vote-veto']!.level).toBe('off')
    expect(settings.rules['unknown-rule']!.level).toBe('warning')
  })

  it('has every rule by itself for whoever has no configuration', () => {
    expect(defaultSettings(registry)).toMatchObject({
      'one-vote-veto': { level: 'error', options: {} },
      'copied-passage': { level: 'error', options: { length: 13 } },
    })
  })

  it('lets later presets win, level and options apart', () => {
    expect(settle().rules['overlong-speech']).toMatchObject({
      level: 'info',
      options: { max: 4000, convention: 'word', minutes: { limit: 60, unit: '分' } },
    })
    expect(settle({ presets: ['nanle'] }).rules['overlong-speech']).toMatchObject({
      level: 'warning',
      options: { max: 2000 },
    })
    expect(settle({ presets: ['national-2024', 'nanle'] }).rules['overlong-speech']!.level).toBe('info')
    expect(settle({ presets: [] }).rules['overlong-speech']!.level).toBe('off')
    expect(settle({ presets: ['loud'] }).rules['one-vote-veto']!.level).toBe('warning')
  })

  it('puts the configuration above presets: preset options < configured options', () => {
    const settings = settle({
      rules: { 'overlong-speech': { options: { ratio: 0.3 } }, 'copied-passage': 'off', 'unknown-rule': 'off' },
    })
    expect(settings.rules['overlong-speech']).toMatchObject({ level: 'info', options: { max: 4000, ratio: 0.3 } })
    expect(settings.rules['copied-passage']!.level).toBe('off')
    expect(settings.rules['unknown-rule']!.level).toBe('off')
  })

  it('does not switch a rule on by configuring its options', () => {
    expect(settle({ presets: [], rules: { 'overlong-speech': { options: { max: 5 } } } }).rules).toMatchObject({
      'overlong-speech': { level: 'off', options: { max: 5 } },
    })
  })

  it("knows a county's own preset", () => {
    const raw = {
      presets: ['nanle', '某县'],
      presetDefinitions: {
        某县: { title: '某县规则', rules: { 'overlong-speech': { level: 'error', options: { max: 1500 } } } },
        备用: { title: { zh: '备用', en: 'Spare' }, rules: {} },
      },
    }
    expect(settle(raw).rules['overlong-speech']).toMatchObject({ level: 'error', options: { max: 1500 } })
  })

  it('lets the command line win over everything', () => {
    const raw = {
      presets: ['loud'],
      strict: false,
      maxWarnings: 3,
      rules: { 'copied-passage': 'off' },
      overrides: [{ files: ['a'], rules: { 'copied-passage': { level: 'off', options: { length: 9 } } } }],
    }
    const settings = settle(raw, {
      cli: {
        presets: ['nanle'],
        rules: ['copied-passage=error', 'copied-passage = info'],
        strict: true,
        maxWarnings: 0,
      },
    })
    expect(settings.rules['one-vote-veto']!.level).toBe('off')
    expect(settings.rules['copied-passage']!.level).toBe('info')
    expect(settings.overrides).toEqual([{ files: ['a'], rules: { 'copied-passage': { options: { length: 9 } } } }])
    expect(settings).toMatchObject({ strict: true, maxWarnings: 0 })
  })

  it('normalises paths', () => {
    const settings = settle({
      superiors: ['上级\\来文'],
      pairs: [{ doc: '方案\\a.docx', superior: '上级\\b.docx' }],
      ignores: ['草稿\\'],
      genres: { '讲话\\**': 'speech.special' },
    })
    expect(settings).toMatchObject({
      root: '/drafts',
      file,
      superiors: ['上级/来文'],
      pairs: [{ doc: '方案/a.docx', superior: ['上级/b.docx'] }],
      ignores: ['草稿/'],
      genres: [{ files: ['讲话/**'], genre: 'speech.special' }],
    })
  })

  it('takes the folder of the index from where the configuration lies, or none', () => {
    expect(settle({ cache: '.缓存\\索引' }, { file: '/drafts/sub/.burdenrc.json' }).cache).toBe(
      '/drafts/sub/.缓存/索引',
    )
    expect(settle({ cache: '/elsewhere/x' }).cache).toBe('/elsewhere/x')
    expect(settle({ cache: false }).cache).toBe(false)
    expect(settle({})).not.toHaveProperty('cache')
  })

  const mistakes: [raw: unknown, lines: string[]][] = [
    [[], ['应为一组设置 {…}，现在是列表（0 项）']],
    ['nanle', ['应为一组设置 {…}，现在是文本 "nanle"']],
    [null, ['应为一组设置 {…}，现在是空的（没有写值）']],
    [42, ['应为一组设置 {…}，现在是数字 42']],
    [{ rulez: {} }, ['没有名为 rulez 的设置，是不是 rules？']],
    [{ presets: 'nanle' }, ['presets 应为列表 […]，现在是文本 "nanle"']],
    [{ presets: [1] }, ['presets[0] 应为文本，现在是数字 1']],
    [{ presets: null }, ['presets 应为列表 […]，现在是空的（没有写值）']],
    [{ presets: ['nanlee'] }, ['presets 没有名为 nanlee 的规则集，是不是 nanle？']],
    [{ rules: ['overlong-speech'] }, ['rules 应为一组设置 {…}，现在是列表（1 项）']],
    [{ rules: { 'overlong-speach': 'error' } }, ['rules 没有名为 overlong-speach 的规则，是不是 overlong-speech？']],
    [
      { rules: { 'overlong-speech': 'eror' } },
      ['rules.overlong-speech 应为 "error"、"warning"、"info"、"off" 之一，现在是文本 "eror"，是不是 "error"？'],
    ],
    [
      { rules: { 'overlong-speech': 2 } },
      ['rules.overlong-speech 应为 "error"、"warning"、"info"、"off" 之一，或一组设置 {…}，现在是数字 2'],
    ],
    [
      { rules: { 'overlong-speech': { option: {} } } },
      ['rules.overlong-speech 没有名为 option 的设置，是不是 options？'],
    ],
    [
      { rules: { 'overlong-speech': { options: { max: '2000' } } } },
      ['rules.overlong-speech.options.max 应为整数，现在是文本 "2000"'],
    ],
    [
      { rules: { 'overlong-speech': { options: { max: 0.5 } } } },
      [
        'rules.overlong-speech.options.max 应为整数，现在是数字 0.5',
        'rules.overlong-speech.options.max 应不小于 1，现在是数字 0.5',
      ],
    ],
    [
      { rules: { 'overlong-speech': { options: { ratio: 'x' } } } },
      ['rules.overlong-speech.options.ratio 应为比例，现在是文本 "x"'],
    ],
    [
      { rules: { 'overlong-speech': { options: { ratio: 2 } } } },
      ['rules.overlong-speech.options.ratio 应为 0 到 1 之间的比例，现在是数字 2'],
    ],
    [
      { rules: { 'overlong-speech': { options: { maxx: 1 } } } },
      ['rules.overlong-speech.options 没有名为 maxx 的设置，是不是 max？'],
    ],
    [
      { rules: { 'overlong-speech': { options: { minutes: { limt: 3 } } } } },
      ['rules.overlong-speech.options.minutes 没有名为 limt 的设置，是不是 limit？'],
    ],
    [
      { rules: { 'overlong-speech': { options: { exempt: ['', 3] } } } },
      [
        'rules.overlong-speech.options.exempt[0] 不能为空，现在是空文本 ""',
        'rules.overlong-speech.options.exempt[1] 应为文本，现在是数字 3',
      ],
    ],
    [
      { rules: { 'overlong-speech': { options: { either: 3 } } } },
      ['rules.overlong-speech.options.either 应为文本，或列表 […]，现在是数字 3'],
    ],
    [
      { rules: { 'overlong-speech': { options: { either: [3] } } } },
      ['rules.overlong-speech.options.either[0] 应为文本，现在是数字 3'],
    ],
    [
      { rules: { 'copied-passage': { options: { lenght: 1 } } } },
      ['rules.copied-passage.options 没有名为 lenght 的设置，是不是 length？'],
    ],
    [
      { rules: { 'one-vote-veto': { options: [] } } },
      ['rules.one-vote-veto.options 应为一组设置 {…}，现在是列表（0 项）'],
    ],
    [
      { genres: { '讲话/**': 'spech.special' } },
      ['genres["讲话/**"] 没有名为 spech.special 的文种，是不是 speech.special？'],
    ],
    [{ genres: { 讲话: '主持词' } }, ['genres.讲话 应写文种的代号 speech.host，现在是 主持词']],
    [{ genres: { '!a': 'notice' } }, ['genres["!a"] 这里的通配符不能以 ! 开头']],
    [{ overrides: [{ files: [], rules: {} }] }, ['overrides[0].files 不能为空，现在是列表（0 项）']],
    [{ overrides: [{ rules: {} }] }, ['overrides[0] 缺少 files']],
    [
      { overrides: [{ files: ['a'], rules: { 'copied-passage': { options: { length: 'x' } }, nope: 'off' } }] },
      [
        'overrides[0].rules 没有名为 nope 的规则，可用的有：overlong-speech、copied-passage、one-vote-veto、unknown-rule',
        'overrides[0].rules.copied-passage.options.length 应为数字，现在是文本 "x"',
      ],
    ],
    [{ cache: true }, ['cache 应为 false，现在是 true']],
    [{ superiors: '上级' }, ['superiors 应为列表 […]，现在是文本 "上级"']],
    [{ pairs: [{ doc: 'a', superior: 3 }] }, ['pairs[0].superior 应为文本，或列表 […]，现在是数字 3']],
    [{ pairs: [{ doc: 'a', superior: [3] }] }, ['pairs[0].superior[0] 应为文本，现在是数字 3']],
    [{ strict: '是' }, ['strict 应为 true（是）或 false（否），现在是文本 "是"']],
    [{ failOn: 'off' }, ['failOn 应为 "error"、"warning"、"info" 之一，现在是文本 "off"']],
    [{ maxWarnings: -1 }, ['maxWarnings 应不小于 0，现在是数字 -1']],
    [{ maxWarnings: new Date(0) }, ['maxWarnings 应为整数，现在是日期']],
    [
      { presetDefinitions: { nanle: { title: 'x', rules: {} } } },
      ['presetDefinitions.nanle 与自带的规则集重名，请换一个名称'],
    ],
    [
      { presetDefinitions: { 某县: { title: 'x', rules: { 'overlong-speech': { options: { max: '1' } } } } } },
      ['presetDefinitions.某县.rules.overlong-speech.options.max 应为整数，现在是文本 "1"'],
    ],
    [
      // The mistake is said where it was made, once.
      {
        presets: ['某县'],
        rules: { 'overlong-speech': { options: { ratio: 0.2 } } },
        presetDefinitions: { 某县: { title: 'x', rules: { 'overlong-speech': { options: { max: '1' } } } } },
        overrides: [{ files: ['a'], rules: { 'overlong-speech': { options: { ratio: 0.1 } } } }],
      },
      ['presetDefinitions.某县.rules.overlong-speech.options.max 应为整数，现在是文本 "1"'],
    ],
  ]
  it.each(mistakes)('%j', (raw, lines) => {
    expect(wrong(raw).sort()).toEqual([...lines].sort())
  })

  it('tells everything at once, each with its file', () => {
    try {
      settle({ presets: ['x'], rules: { 'copied-passage': 'of' }, strict: 1 })
      expect.unreachable()
    } catch (error) {
      const lines = (error as Error).message.split('\n')
      expect(lines).toHaveLength(3)
      for (const line of lines) expect(line).toMatch(/^配置文件 \.burdenrc\.json：/)
    }
  })
  it('does not flood the screen', () => {
    const rules = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`no-${index}`, 'off']))
    const lines = wrong({ rules })
    expect(lines).toHaveLength(31)
    expect(lines.at(-1)).toBe('……另有 470 处')
  })
  it('says where in a package.json', () => {
    expect(wrong({ strict: 1 }, { file: '/drafts/package.json' })).toEqual([
      '配置文件 package.json：burdenLint.strict 应为 true（是）或 false（否），现在是数字 1',
    ])
  })
  it('complains about the command line', () => {
    const cli = {
      presets: ['nanel'],
      rules: ['overlong-speach=off', 'copied-passage=eror', 'copied-passage'],
      maxWarnings: 1.5,
    }
    expect(wrong(undefined, { cli })).toEqual([
      '--preset nanel：没有名为 nanel 的规则集，是不是 nanle？',
      '--rule overlong-speach=off：没有名为 overlong-speach 的规则，是不是 overlong-speech？',
      '--rule copied-passage=eror：应写成 规则=等级，等级为 error、warning、info、off 之一，是不是 error？',
      '--rule copied-passage：应写成 规则=等级，等级为 error、warning、info、off 之一',
      '--max-warnings 应为不小于 0 的整数',
    ])
  })

  it('is not taken in by names that objects inherit', () => {
    const parse = (text: string) => JSON.parse(text) as unknown
    expect(wrong(parse('{"__proto__":{"strict":true}}'))).toEqual([expect.stringMatching(/^没有名为 __proto__ 的设置/)])
    expect(wrong(parse('{"rules":{"__proto__":"off","constructor":"off","toString":{}}}')).join()).toMatch(
      /__proto__.*constructor.*toString/,
    )
    expect(wrong(parse('{"presets":["constructor","__proto__"]}'))).toHaveLength(2)
    expect(wrong(parse('{"genres":{"a":"constructor","__proto__":5}}')).sort()).toEqual([
      'genres 不能用 __proto__ 作名称',
      expect.stringMatching(/^genres\.a 没有名为 constructor 的文种/),
    ])
    expect(wrong(parse('{"rules":{"overlong-speech":{"options":{"__proto__":{"max":1}}}}}')).join()).toMatch(
      /__proto__/,
    )
    expect(wrong(undefined, { cli: { presets: ['toString'], rules: ['constructor=off'] } })).toHaveLength(2)
    expect(({} as Record<string, unknown>).max).toBeUndefined()
  })

  it('keeps control characters and endless names off the terminal', () => {
    const [line] = wrong({ rules: { '\u001b[31m\u202eevil\n': 'off' } })
    expect(line).toMatch(/没有名为 \\u001b\[31m\\u202eevil\\u000a 的规则/)
    expect(wrong({ presets: ['讲'.repeat(100_000)] })[0]!.length).toBeLessThan(200)
  })
})

describe('pathText and quoted', () => {
  it('writes paths as people do', () => {
    expect(pathText(['rules', 'overlong-speech', 'options', 'max'])).toBe('rules.overlong-speech.options.max')
    expect(pathText(['genres', '讲话/**'])).toBe('genres["讲话/**"]')
    expect(pathText(['overrides', 0, 'files', 12])).toBe('overrides[0].files[12]')
    expect(pathText([])).toBe('')
  })
  it('cuts by characters, not by halves of them', () => {
    expect(quoted('𠮷'.repeat(100))).toBe(`"${'𠮷'.repeat(60)}…"`)
  })
})

// ----------------------------------------------------------------------------------------------------- matching

describe('compile', () => {
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

// ------------------------------------------------------------------------------------------------------ finding

describe('findConfig', () => {
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'burden-config-')))
    mkdirSync(join(folder, '.git'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const failure = async (explicit?: string): Promise<UsageError> => {
    try {
      await findConfig(folder, explicit)
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError)
      expect((error as UsageError).remedy).not.toBe('')
      return error as UsageError
    }
    throw new Error('nothing was wrong')
  }

  it('finds nothing where nothing is', async () => {
    expect(await findConfig(folder)).toBeUndefined()
  })
  it.each([
    ['.burdenrc', 'strict: true'],
    ['.burdenrc', '{"strict": true}'],
    ['.burdenrc.json', '{"strict": true}'],
    ['.burdenrc.json', '\uFEFF{"strict": true}\r\n'],
    ['.burdenrc.yaml', '# 从严\nstrict: true\n'],
    ['.burdenrc.yml', '\uFEFFstrict: true'],
    ['burden.config.json', '{"strict": true}'],
    ['package.json', '{"name": "x", "burdenLint": {"strict": true}}'],
  ])('reads %s', async (name, content) => {
    write(name, content)
    expect(await findConfig(folder)).toEqual({ file: join(folder, name), raw: { strict: true } })
  })
  it('takes the nearest file whole, and looks no further up than .git', async () => {
    write('.burdenrc.json', '{"strict": true}')
    write('a/.burdenrc.yaml', 'failOn: info')
    write('a/b/x.md', '')
    write('c/.git/HEAD', '')
    expect((await findConfig(join(folder, 'a/b')))?.raw).toEqual({ failOn: 'info' })
    expect((await findConfig(join(folder, 'a')))?.file).toBe(join(folder, 'a/.burdenrc.yaml'))
    expect(await findConfig(join(folder, 'c'))).toBeUndefined()
  })
  it('passes over a package.json that only mentions the name, or is broken and not ours', async () => {
    write('.burdenrc.json', '{}')
    write('a/package.json', '{"keywords": ["burdenLint"]}')
    write('a/b/package.json', '{broken')
    expect((await findConfig(join(folder, 'a/b')))?.file).toBe(join(folder, '.burdenrc.json'))
  })
  it('takes a YAML file without any setting for an empty configuration', async () => {
    write('.burdenrc.yaml', '# presets: [nanle]\n')
    expect((await findConfig(folder))?.raw).toEqual({})
  })

  it('reads the file that --config names', async () => {
    write('.burdenrc.json', '{}')
    write('other/我的配置.yaml', 'strict: true')
    expect(await findConfig(folder, 'other/我的配置.yaml')).toEqual({
      file: join(folder, 'other/我的配置.yaml'),
      raw: { strict: true },
    })
  })
  it('says so when that file is missing, and offers the nearest', async () => {
    write('.burdenrc.json', '{}')
    expect((await failure('.burdenrc.jsn')).message).toBe('找不到配置文件 .burdenrc.jsn，是不是 .burdenrc.json？')
    expect((await failure('no/such.json')).message).toBe('找不到配置文件 no/such.json')
    write('package.json', '{}')
    expect((await failure('package.json')).message).toBe('package.json 里没有 burdenLint 这一项')
  })
  it('never runs a program', async () => {
    const trap = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, '')`
    // cosmiconfig looks for its own settings in `.config/config.js` of the current folder, and runs it.
    for (const name of ['.config/config.js', '.config/config.cjs', '.burdenrc.js', '.burdenrc.cjs', 'x.js'])
      write(name, trap)
    write('.burdenrc.json', '{"$import": "./x.js"}')
    const before = process.cwd
    process.cwd = () => folder
    try {
      expect((await findConfig(folder))?.raw).toEqual({ $import: './x.js' })
      expect((await failure('x.js')).message).toBe('配置文件 x.js：不能用 .js 文件作配置')
    } finally {
      process.cwd = before
    }
    write('probe', '')
    expect(() => realpathSync(join(folder, 'probe'))).not.toThrow()
    expect(() => realpathSync(join(folder, 'ran'))).toThrow()
  })

  const gbk = Uint8Array.from([0x73, 0x3a, 0x20, 0xbd, 0xb2, 0xbb, 0xb0]) // s: 讲话
  const bad: [what: string, name: string, content: string | Uint8Array, message: RegExp][] = [
    ['empty', '.burdenrc.json', '', /^配置文件 \.burdenrc\.json 是空的$/],
    ['blank', '.burdenrc.yaml', '\uFEFF \n', /是空的/],
    ['GB18030', '.burdenrc.yaml', gbk, /不是 UTF-8 编码，看起来是 GB18030/],
    ['UTF-16', '.burdenrc.json', Buffer.from('\uFEFF{}', 'utf16le'), /UTF-16/],
    ['binary', '.burdenrc.json', Uint8Array.from([123, 0, 125]), /不是文本文件/],
    ['broken bytes', '.burdenrc.json', Uint8Array.from([123, 0xff, 0xff, 125]), /不是 UTF-8 编码$/],
    ['huge', '.burdenrc.json', ' '.repeat(1_100_000), /太大（2 MB，上限 1 MB）/],
    [
      'JSON syntax',
      '.burdenrc.json',
      '{\n  "strict": true,\n}',
      /第 3 行第 1 列：JSON 格式有误，最后一项后面多了一个逗号/,
    ],
    ['Chinese marks', '.burdenrc.json', '{\r\n  “strict”: true}', /第 2 行第 3 列：JSON 格式有误，这里是中文标点/],
    [
      'package.json',
      'package.json',
      '{"burdenLint": {}',
      /配置文件 package\.json 第 1 行第 18 列：JSON 格式有误，内容不完整/,
    ],
    ['YAML syntax', '.burdenrc.yaml', 'presets:\n  - nanle\n - x\n', /第 3 行第 \d+ 列：YAML 格式有误/],
    ['YAML tab', '.burdenrc.yaml', 'presets:\n\t- nanle\n', /第 2 行第 1 列：YAML 格式有误，缩进不能用制表符/],
    ['YAML twice', '.burdenrc.yaml', 'strict: true\nstrict: false\n', /第 2 行第 1 列：.*写了两次/],
    ['YAML code', '.burdenrc.yaml', 'a: !!js/function "x"\n', /不支持 ! 开头的标记/],
    ['YAML itself', '.burdenrc.yaml', 'a: &a [*a]\n', /引用了自身/],
    [
      'YAML bomb',
      '.burdenrc.yaml',
      `a: &a [${'x,'.repeat(999)}x]\nb: &b [${'*a,'.repeat(999)}*a]\nc: [${'*b,'.repeat(999)}*b]\n`,
      /内容过多/,
    ],
    ['another kind', '.burdenrc.toml', 'a = 1', /不能用 \.toml 文件作配置/],
  ]
  it.each(bad)('refuses with a clear line: %s', async (_, name, content, message) => {
    write(name, content)
    expect((await failure(name)).message).toMatch(message)
  })
  it('says the same about a file that it found by itself', async () => {
    write('.burdenrc.json', '')
    write('a/b/x', '')
    await expect(findConfig(join(folder, 'a/b'))).rejects.toThrow(`配置文件 ${join(folder, '.burdenrc.json')} 是空的`)
  })
  it('refuses a folder', async () => {
    mkdirSync(join(folder, '.burdenrc.json'))
    expect((await failure()).message).toBe('配置文件 .burdenrc.json 是一个文件夹，不是文件')
  })
  it.skipIf(process.platform === 'win32')('refuses links that lead nowhere or in circles', async () => {
    symlinkSync('.burdenrc.yaml', join(folder, '.burdenrc.json'))
    expect((await failure()).message).toMatch(/失效的链接/)
    symlinkSync('.burdenrc.json', join(folder, '.burdenrc.yaml'))
    expect((await failure()).message).toMatch(/绕成圈的链接/)
    expect((await failure('.burdenrc.yaml')).message).toMatch(/绕成圈的链接/)
  })
  it.skipIf(process.platform === 'win32')('does not wait for a device', async () => {
    expect((await failure('/dev/null')).message).toMatch(/不是普通文件/)
  })
})

describe('jsonFault', () => {
  it.each([
    ['{"a":，1}', 5, /中文标点“，”/],
    ['{"a":1 "b":2}', 6, /少了一个逗号/],
    ['{// x\n}', 1, /注释/],
    ["{'a':1}", 1, /双引号/],
    ['{a:1}', 1, /双引号/],
    ['{"a":"C:\\公文"}', 5, /反斜杠/],
    ['{"a":"x', 5, /右引号/],
    ['[1,2', 4, /不完整/],
    ['{} {}', 3, /多了内容/],
    ['{"a":01}', 5, /写法不对/],
  ])('%s', (text, offset, reason) => {
    expect(jsonFault(text)).toEqual({ offset, reason: expect.stringMatching(reason) })
  })
  it('finds the same texts wrong as JSON.parse, also huge and deep ones', () => {
    for (const text of ['['.repeat(500_000), `"${'a'.repeat(1_000_000)}`, `[${'1,'.repeat(300_000)}]`]) {
      expect(() => JSON.parse(text)).toThrow()
      expect(jsonFault(text).reason).not.toBe('')
    }
  })
})

// --------------------------------------------------------------------------------------------------- generators

describe('without a configuration', () => {
  it('rules have the options that validation would give them', () => {
    const all = { registry: ourRules, presets: ourPresets, cwd: '/', cli: { presets: Object.keys(ourPresets) } }
    expect(resolveSettings(all).rules).toEqual(resolveSettings({ ...all, raw: {}, file: '/.burdenrc.json' }).rules)
  })
})

describe('configSchema and exampleConfig', () => {
  const known = { nanle: presets.nanle!, gongwen: presets.gongwen! }

  it('describes every key in Chinese, the rules by name with their options', () => {
    const schema = configSchema(registry, known, genres) as {
      $schema: string
      properties: Record<string, { description?: string }>
      definitions: { rules: { properties: Record<string, unknown> } }
      additionalProperties: unknown
    }
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(schema.additionalProperties).toBe(false)
    for (const [key, { description }] of Object.entries(schema.properties)) {
      expect(description, key).toMatch(/\p{Script=Han}/u)
    }
    expect(Object.keys(schema.definitions.rules.properties)).toEqual(Object.keys(registry))
    expect(schema.definitions.rules.properties['overlong-speech']).toMatchObject({
      description: '试验',
      anyOf: [
        { $ref: '#/definitions/level' },
        {
          additionalProperties: false,
          properties: {
            options: {
              additionalProperties: false,
              properties: {
                max: { type: 'integer', minimum: 1, default: 2000 },
                minutes: { additionalProperties: false },
              },
            },
          },
        },
      ],
    })
    expect(JSON.stringify(schema)).toContain('speech.special')
    expect(JSON.stringify(schema)).toContain('南乐')
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
  it('refuses a preset with a rule that does not exist', () => {
    expect(() => configSchema(registry, presets, genres)).toThrow(/a-later-rule/)
  })
  it('gives an example that shows every key and is valid', () => {
    const example = exampleConfig(registry, known)
    const { properties } = configSchema(registry, known, genres) as { properties: object }
    expect(Object.keys(example).sort()).toEqual(Object.keys(properties).sort())
    expect(() => settle(example, { presets: known })).not.toThrow()
    expect(JSON.parse(JSON.stringify(example))).toEqual(example)
  })
})
