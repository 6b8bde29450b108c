import { describe, expect, it } from 'vitest'
import { presets as ourPresets, rules as ourRules } from '../../rules/index.ts'
import { UsageError } from '../core.ts'
import { file, registry, settle } from '../dev/config-fixture.ts'
import { defaultSettings } from './rules.ts'
import { type ResolveRequest, resolveSettings } from './settings.ts'

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

describe('without a configuration', () => {
  it('rules have the options that validation would give them', () => {
    const all = { registry: ourRules, presets: ourPresets, cwd: '/', cli: { presets: Object.keys(ourPresets) } }
    expect(resolveSettings(all).rules).toEqual(resolveSettings({ ...all, raw: {}, file: '/.burdenrc.json' }).rules)
  })
})
