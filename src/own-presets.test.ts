/** What a county writes as data: caps, phrases, presets in files, days of validity. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { presets, rules } from '../rules/index.ts'
import { readPresetFiles } from './config/discovery.ts'
import { resolveSettings } from './config/settings.ts'
import { UsageError } from './core.ts'
import { lintText } from './dev/in-memory.ts'
import { runIn } from './dev/in-process.ts'
import * as phrases from './phrase-rule.ts'

const basis = { source: '某县规定', clause: '第二条', quote: '不得超过此数', modal: '不得' }
const cap = (more: object) => ({ genres: ['notice'], value: 20, unit: '字', ...basis, ...more })
const phrase = (more: object) => ({
  id: 'no-check-in',
  patterns: ['打卡接龙'],
  message: '要求“{words}”',
  basis,
  ...more,
})
const settle = (preset: object, more: object = {}, asOf?: string, use: readonly string[] = ['某县']) =>
  resolveSettings({
    registry: rules,
    presets,
    cwd: '/',
    phrases,
    file: '/.burdenrc.json',
    raw: { presets: use, presetDefinitions: { 某县: { title: '某县规定', ...preset } }, ...more },
    ...(asOf !== undefined && { asOf }),
  })
const wrong = (preset: object): string => {
  try {
    settle(preset)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message.replaceAll('配置文件 .burdenrc.json：presetDefinitions.某县', '')
  }
  return ''
}
/** 规则 message 等级 依据 of what is found. */
const found = async (settings: ReturnType<typeof settle>, text: string, path = '通知.txt', strict = false) => {
  const own = { ...rules, ...settings.own?.rules }
  const report = await lintText({ text, path, rules: own, settings: settings.rules, strict })
  return report.diagnostics.map((d) => `${d.rule} ${d.message} ${d.severity} ${d.basis?.source}`)
}

const NOTICE = '关于做好夏收工作的通知\n各乡镇人民政府：\n各乡镇要把收割机调度好，雨前把麦子收完，一户也不能落下。\n'
const speech = (characters: number) =>
  `在全县夏收推进会上的讲话\n同志们：\n今天开会部署夏收。\n${'雨前把麦子收完。\n'.repeat(characters / 8)}`

describe('caps', () => {
  it('switch on the rules that judge them, and rest on their own basis', async () => {
    const settings = settle({ caps: [cap({})] })
    expect(settings.rules['overlong-document']!.level).toBe('warning')
    expect(settings.rules['overlong-speech']!.level).toBe('off')
    expect(await found(settings, NOTICE)).toEqual(['overlong-document tooLong error 某县规定'])
  })

  it('of several presets add up: a breach is a finding each', async () => {
    const both = settle({ caps: [cap({ genres: ['speech.'], value: 10, unit: '分钟' })] }, {}, undefined, [
      'nanle',
      'national-2024',
      '某县',
    ])
    expect((await found(both, speech(12_000), '讲话.txt')).sort()).toEqual([
      'overlong-speech tooLong warning 南乐县《基层减负新四条》',
      'overlong-speech tooLongAloud error 《整治形式主义为基层减负若干规定》（2024年）',
      'overlong-speech tooLongAloud error 某县规定',
    ])
    expect(await found(settle({}, {}, undefined, ['national-2024']), speech(4000), '讲话.txt')).toEqual([])
    // An estimate up to a tenth over is no error.
    expect(await found(settle({}, {}, undefined, ['national-2024']), speech(11_200), '讲话.txt')).toEqual([
      'overlong-speech tooLongAloud warning 《整治形式主义为基层减负若干规定》（2024年）',
    ])
  })

  it('are as grave as their modal word, unless somebody chose a level', async () => {
    const say = async (modal: object, more: object = {}) =>
      (await found(settle({ caps: [cap(modal)] }, more), NOTICE)).map((line) => line.split(' ')[2]).join()
    expect(await say({ modal: '原则上' })).toBe('warning')
    expect(await say({ modal: '原则上不得' })).toBe('warning')
    expect(await say({ modal: '提倡' })).toBe('info')
    expect(await say({ modal: '提倡', severity: 'error' })).toBe('error')
    expect(await say({}, { rules: { 'overlong-document': 'warning' } })).toBe('warning')
    expect(await say({ modal: '一般' }, { rules: { 'overlong-document': 'error' } })).toBe('error')
    expect(await say({}, { rules: { 'overlong-document': 'off' } })).toBe('')
    const overrides = [{ files: ['*.txt'], rules: { 'overlong-document': 'info' } }]
    expect(settle({ caps: [cap({})] }, { overrides }).overrides).toHaveLength(1)
  })

  it('are in force from and to their days, and so are presets', async () => {
    const level = (preset: object, asOf: string) => settle(preset, {}, asOf).rules['overlong-document']!.level
    expect(level({ caps: [cap({ from: '2025-01-01', to: '2025-12-31' })] }, '2025-12-31')).toBe('warning')
    expect(level({ caps: [cap({ from: '2025-01-01', to: '2025-12-31' })] }, '2026-01-01')).toBe('off')
    expect(level({ from: '2025-01-01', caps: [cap({})] }, '2024-12-31')).toBe('off')
    expect(settle({ from: '2025-01-01' }, {}, '2024-12-31').notices).toEqual([
      '规则集 某县 从 2025-01-01 起执行，这次没有启用',
    ])
    expect(settle({ to: '2025-01-01' }, {}, '2025-01-02').notices).toEqual([
      '规则集 某县 已于 2025-01-01 到期，这次没有启用',
    ])
    expect(await found(settle({}, {}, '2024-08-05', ['national-2024']), speech(12_000), '讲话.txt')).toEqual([])
  })

  it('give way to the numbers of overlong-speech itself', async () => {
    const options = { options: { max: 40 } }
    expect(
      await found(settle({}, { rules: { 'overlong-speech': options } }, undefined, ['nanle']), speech(80), '讲话.txt'),
    ).toEqual(['overlong-speech tooLong warning 南乐县《基层减负新四条》'])
  })
})

describe('phrases', () => {
  it('are rules: guarded, named, switched and excused like others', async () => {
    const preset = {
      phrases: [phrase({}), phrase({ id: '加班', patterns: ['连夜.{0,6}上报'], basis: { ...basis, modal: '一般' } })],
    }
    const text = `关于夏收工作的通知\n各乡镇人民政府：\n各村要打卡接龙，情况连夜汇总上报。不得要求打卡接龙。\n<!-- burden-lint-disable-next-line no-check-in,加班 -- 县长同意 -->\n各组也要打卡接龙，连夜上报。\n`
    expect(await found(settle(preset), text)).toEqual([
      'no-check-in found error 某县规定',
      '加班 found warning 某县规定',
    ])
    expect(await found(settle(preset, { rules: { 'no-check-in': 'off', 加班: 'error' } }), text)).toEqual([
      '加班 found error 某县规定',
    ])
    expect(await found(settle(preset, { rules: { 'no-check-in': { options: { allowed: ['各村'] } } } }), text)).toEqual(
      ['加班 found warning 某县规定'],
    )
    expect(settle(preset, {}, undefined, ['nanle']).rules['no-check-in']!.level).toBe('off')
  })

  it('find words across the ends of lines, and without the guard wherever they stand', async () => {
    const flat = `现就夏收有关工作通知如下。${'各村要把收割机调度好，雨前把麦子收完，一户也不能落下。'.repeat(5)}各组每天按时打卡，早晚各一次。`
    const cut = flat.indexOf('打卡') % 28
    const lines = flat.slice(cut).replace(/.{28}/gu, '$&\n')
    const wrapped = `关于夏收工作的通知\n各乡镇人民政府：\n${flat.slice(0, cut)}\n${lines}\n`
    expect(wrapped).toContain('按时\n打卡')
    expect(await found(settle({ phrases: [phrase({ patterns: ['每天.{0,4}打卡'] })] }), wrapped)).toHaveLength(1)
    const told = '关于夏收工作的通知\n各乡镇人民政府：\n不得要求打卡接龙。\n'
    expect(await found(settle({ phrases: [phrase({})] }), told)).toEqual([])
    expect(await found(settle({ phrases: [phrase({ guard: false })] }), told)).toHaveLength(1)
    expect(await found(settle({ phrases: [phrase({ genres: ['minutes'] })] }), told)).toEqual([])
  })

  it('cost no more than the length of a line without full stops', async () => {
    const settings = settle({
      phrases: [phrase({ patterns: ['要.*报.{0,20}送', '报(?<a>送)', '送(?<a>审)'], genres: ['*'] })],
    })
    const long = `${'要报材料并且'.repeat(60_000)}报送`
    expect(await found(settings, long)).toHaveLength(1)
  })
})

describe('what is wrong is said', () => {
  it.each([
    [{ cap: [] }, '没有名为 cap 的设置，是不是 caps？'],
    [{ caps: [cap({ unit: '个' })] }, '.caps[0].unit 应为 "字"'],
    [{ caps: [cap({ genres: ['speech'] })] }, '是不是 "speech."？'],
    [{ caps: [cap({ genres: ['通知'] })] }, '.caps[0].genres[0] 应写文种的代号 notice，现在是文本 "通知"'],
    [{ caps: [cap({ genres: ['notice，plan'] })] }, '几个文种之间要用半角逗号'],
    [{ caps: [cap({ genres: [] })] }, '.caps[0].genres 至少写一个文种'],
    [{ caps: [cap({ value: Number.POSITIVE_INFINITY })] }, '.caps[0].value 应大于 0'],
    [{ from: '2025-02-01', to: '2025-01-01' }, '执行的起始日期晚于终止日期，请检查 from 和 to'],
    [{ caps: [cap({ value: 0 })] }, '.caps[0].value 应大于 0'],
    [{ caps: [cap({ quote: ' ' })] }, '.caps[0].quote 不能为空'],
    [{ caps: [cap({ from: '2025-13-01' })] }, '.caps[0].from 应写成年-月-日'],
    [{ caps: [cap({ from: '2025-02-01', to: '2025-01-01' })] }, '.caps[0] 执行的起始日期晚于终止日期'],
    [{ caps: [cap({ unit: '天' })] }, ''],
    [{ caps: [cap({ genres: ['letter'], unit: '天' })] }, '.caps[0] 没有规则能对这些文种按“天”计算'],
    [{ phrases: [phrase({ id: 'one-vote-veto' })] }, '.phrases[0].id 与自带的规则 one-vote-veto 重名'],
    [{ phrases: [phrase({}), phrase({})] }, '.phrases[1].id 规则名 no-check-in 写了两次'],
    [{ phrases: [phrase({ id: 'No Check' })] }, '.phrases[0].id 应由汉字、小写字母'],
    [{ phrases: [phrase({ patterns: ['(a+)+'] })] }, '.phrases[0].patterns[0] 正则表达式可能极慢'],
    [{ phrases: [phrase({ patterns: ['a.*b.*c'] })] }, '最多一处'],
    [{ phrases: [phrase({ patterns: ['打卡?(?:接龙)?|'] })] }, '什么字都没有也算找到'],
    [{ phrases: [phrase({ patterns: ['('] })] }, '正则表达式写法有误'],
    [{ phrases: [phrase({ patterns: ['/打卡/'] })] }, '.phrases[0].patterns[0] 两边不要写斜杠'],
    [{ phrases: [phrase({ patterns: ['某{0,40}某{0,40}某{0,40}卡'] })] }, '可长可短的重复太多'],
    [{ phrases: [phrase({ patterns: [' '] })] }, '请写上要找的字'],
    [{ phrases: [phrase({ allowed: [''] })] }, '.phrases[0].allowed[0] 不能为空'],
    [{ phrases: [phrase({ allowed: ['防汛|'] })] }, '.phrases[0].allowed[0] 什么字都没有也算找到'],
    [{ phrases: [phrase({ message: '要求“{word}”' })] }, '.phrases[0].message 花括号里只能写 words'],
    [{ phrases: [phrase({ patterns: [] })] }, '.phrases[0].patterns 至少写一个要找的词'],
    [{ phrases: [phrase({ basis: { source: '甲' } })] }, '.phrases[0].basis 缺少 clause'],
    [{ phrases: [phrase({ gaurd: true })] }, '没有名为 gaurd 的设置，是不是 guard？'],
    [{ rules: { 'no-chek-in': 'off' }, phrases: [phrase({})] }, '是不是 no-check-in？'],
  ])('%#: %j', (preset, message) => {
    const said = wrong(preset)
    if (message === '') expect(said).toBe(wrong({ caps: [cap({ unit: '天' })] }))
    else expect(said).toContain(message)
  })
})

describe('preset files', () => {
  const inFolder = async (files: Readonly<Record<string, string>>, run: (folder: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'burden-presets-'))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      await run(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  const cli = (folder: string, argv: readonly string[], today = '2026-01-01') =>
    runIn(folder, argv, { today: () => today })
  const YAML = `title: 某县规定
from: 2025-01-01
to: 2026-12-31
phrases:
  - id: no-check-in
    patterns: [打卡接龙]
    message: 要求“{words}”
    basis: { source: 某县规定, clause: 第二条, quote: 不得要求打卡, modal: 不得 }
`
  const FILES = {
    '.burdenrc.json': '{ "presets": ["nanle", "./某县.yaml"] }',
    '某县.yaml': YAML,
    '通知.txt': '关于夏收工作的通知\n各乡镇人民政府：\n各村要打卡接龙。\n',
  }

  it('are found beside the configuration, or by --preset', () =>
    inFolder(FILES, async (folder) => {
      const { exit, stdout } = await cli(folder, ['--format', 'concise'])
      expect({ exit, stdout }).toEqual({ exit: 1, stdout: '通知.txt:3:4: 错误 no-check-in 要求“打卡接龙”\n' })
      const json = JSON.parse((await cli(folder, ['--format', 'json'])).stdout)
      expect(json.files[0].diagnostics[0]).toMatchObject({
        rule: 'no-check-in',
        text: '要求“打卡接龙”。',
        basis: { clause: '第二条' },
      })
      expect((await cli(folder, ['--preset', '某县.yaml', '--format', 'concise'])).exit).toBe(1)
      expect((await cli(folder, ['--rule', 'no-check-in=off'])).exit).toBe(0)
      expect((await cli(folder, ['-o', '某县.yaml'])).exit).toBe(2)
    }))

  it('that --preset passes over leave the settings of their rules without effect, and without complaint', () =>
    inFolder(
      { ...FILES, '.burdenrc.json': '{ "presets": ["./某县.yaml"], "rules": { "no-check-in": "error" } }' },
      async (folder) => {
        expect(await cli(folder, ['--preset', 'nanle'])).toMatchObject({ exit: 0, stderr: '' })
        writeFileSync(
          join(folder, '.burdenrc.json'),
          '{ "presets": ["./某县.yaml"], "rules": { "no-chek-in": "error" } }',
        )
        expect((await cli(folder, ['--preset', 'nanle'])).stderr).toContain('没有名为 no-chek-in 的规则')
      },
    ))

  it('expire, and say so', () =>
    inFolder(FILES, async (folder) => {
      const { exit, stderr } = await cli(folder, [], '2027-01-01')
      expect(exit).toBe(0)
      expect(stderr).toContain('规则集 ./某县.yaml 已于 2026-12-31 到期')
    }))

  it('are known to explain and rules; a wrong configuration does not keep rules from listing ours', () =>
    inFolder(FILES, async (folder) => {
      expect((await cli(folder, ['explain', 'no-check-in'])).stdout).toMatch(/要求“…”[\s\S]*◆ 查什么[\s\S]*打卡接龙/)
      expect((await cli(folder, ['rules'])).stdout).toMatch(/no-check-in\s+错误\s+\.\/某县\.yaml/)
      expect((await cli(folder, ['explain', 'no-chek-in'])).stderr).toContain('是不是 no-check-in？')
      writeFileSync(join(folder, '某县.yaml'), 'titel: x\n')
      const { exit, stdout, stderr } = await cli(folder, ['rules'])
      expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('one-vote-veto') })
      expect(stderr).toContain('规则集文件 某县.yaml：没有名为 titel 的设置，是不是 title？')
      expect((await cli(folder, ['.'])).exit).toBe(2)
    }))

  it('switch on what judges their caps, which explain and rules tell', () =>
    inFolder(
      {
        ...FILES,
        '某县.yaml': `${YAML}caps: [{ genres: [notice], value: 9, unit: 字, source: 某县规定, clause: 第一条, quote: 通知不超过九字 }]\n`,
      },
      async (folder) => {
        const { stdout } = await cli(folder, ['explain', 'overlong-document'])
        expect(stdout).toMatch(/规则集：nanle、national-2024、\.\/某县\.yaml[\s\S]*「通知不超过九字」/)
        const { rules } = JSON.parse((await cli(folder, ['rules', '--format', 'json'])).stdout)
        expect(rules).toContainEqual(
          expect.objectContaining({ id: 'overlong-document', presets: ['nanle', 'national-2024', './某县.yaml'] }),
        )
      },
    ))

  it('that cannot be read are called what they are', () =>
    inFolder(
      { ...FILES, '空.yaml': '', '乱.yaml': 'title：x\ncaps: []\n', '控.yaml': 'title: "\u001b"\n' },
      async (folder) => {
        const said = async (preset: string) => (await cli(folder, ['--preset', preset])).stderr
        expect(await said('./空.yaml')).toBe('错误：规则集文件 空.yaml 是空的\n请写上规则集的 title 和 caps、phrases\n')
        expect(await said('./乱.yaml')).toContain('规则集文件 乱.yaml 第 2 行')
        expect(await said('./控.yaml')).toContain('有看不见的控制字符，请删去')
        expect(await said('./某县.yaml,某县.yaml')).toContain('规则集文件 某县.yaml 写了两次')
        expect(await said('某县')).toContain('规则集文件要写全名，如 ./某县.yaml')
      },
    ))

  it('that are missing are missed, with a near miss', () =>
    inFolder({ '某县.yaml': YAML }, async (folder) => {
      const found = { file: join(folder, '.burdenrc.json'), raw: { presets: ['./某具.yaml'] } }
      await expect(readPresetFiles(found, undefined, folder)).rejects.toThrow(
        '找不到规则集文件 某具.yaml，是不是 某县.yaml？',
      )
    }))
})
