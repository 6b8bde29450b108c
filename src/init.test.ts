import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resolveSettings } from './config/settings.ts'
import { type Preset, registerKinds, UsageError } from './core.ts'
import { readDoc } from './files/reading.ts'
import { askInit, defaultAnswers, type InitAnswers, initFiles, writeInit, writeRegisters } from './init.ts'
import { faultsIn } from './registers/faults.ts'

const presets: Record<string, Preset> = {
  nanle: { title: { zh: '南乐' }, rules: {} },
  'national-2024': { title: { zh: '全国' }, rules: {} },
  gongwen: { title: { zh: '公文' }, rules: {} },
  'plain-style': { title: { zh: '文风' }, rules: {} },
}
const parsed = (answers: InitAnswers) => JSON.parse(initFiles(answers)[0]!.text) as Record<string, unknown>

describe('initFiles', () => {
  it('writes a configuration that the program takes', () => {
    for (const answers of [
      defaultAnswers,
      { unit: '某县', level: '县', presets: ['nanle'], superiors: '上级\\来文' } as const,
      { unit: '"引号"\n', level: '县', presets: [], superiors: '' } as const,
    ]) {
      const [file] = initFiles(answers)
      expect(file!.name).toBe('.burdenrc.json')
      expect(file!.text.endsWith('}\n')).toBe(true)
      const raw = JSON.parse(file!.text)
      expect(() => resolveSettings({ registry: {}, presets, cwd: '/', raw, file: '/.burdenrc.json' })).not.toThrow()
    }
  })
  it('gives a county a preset of its own to fill in, others not', () => {
    expect(parsed({ ...defaultAnswers, unit: ' 某县 ', level: '县' })).toMatchObject({
      presets: ['nanle', 'national-2024', 'gongwen', '某县'],
      presetDefinitions: { 某县: { title: '某县自定规则', rules: {} } },
    })
    expect(parsed({ ...defaultAnswers, unit: '某镇', level: '乡镇' })).not.toHaveProperty('presetDefinitions')
    expect(parsed({ ...defaultAnswers, level: '县' })).not.toHaveProperty('presetDefinitions')
  })
  it('writes folders with /', () => {
    expect(parsed({ ...defaultAnswers, superiors: '上级\\来文 ' }).superiors).toEqual(['上级/来文'])
    expect(parsed(defaultAnswers).superiors).toEqual([])
  })
})

describe('askInit', () => {
  /** Types each line once the question before it has been asked. */
  const talk = async (lines: string[]) => {
    const input = new PassThrough()
    const output = new PassThrough()
    let said = ''
    output.on('data', (chunk) => {
      said += chunk
      if (!/：$/.test(said)) return
      const line = lines.shift()
      if (line === undefined) input.end()
      else input.write(`${line}\n`)
    })
    const isFolder = (path: string) => path === '上级文件'
    const answers = await askInit({ input, output, presets, isFolder }).catch((error: unknown) => error)
    return { answers, said }
  }

  it('takes what is typed', async () => {
    const { answers, said } = await talk(['某县', '１', '1，3、plain-style 1', '上级文件'])
    expect(answers).toEqual({
      unit: '某县',
      level: '县',
      presets: ['nanle', 'gongwen', 'plain-style'],
      superiors: '上级文件',
    })
    expect(said).toContain('2 national-2024  全国')
  })
  it('takes Enter for the default', async () => {
    expect((await talk(['', '', '', ''])).answers).toEqual(defaultAnswers)
  })
  it('asks again, but not for ever', async () => {
    expect((await talk(['', '9', '乡镇', '7', 'nanle', ''])).answers).toMatchObject({
      level: '乡镇',
      presets: ['nanle'],
    })
    const { answers } = await talk(['', '9', '9', '9'])
    expect(answers).toBeInstanceOf(UsageError)
    expect((answers as UsageError).message).toMatch(/连续 3 次/)
  })
  it('takes no folder that is not there', async () => {
    const { answers, said } = await talk(['', '', '', '没有这个夹', '上级文件'])
    expect(answers).toMatchObject({ superiors: '上级文件' })
    expect(said).toContain('没有这个文件夹')
    expect((await talk(['', '', '', '没有这个夹', ''])).answers).toMatchObject({ superiors: '' })
  })
  it('ends when the input does', async () => {
    const { answers } = await talk(['某县'])
    expect(answers).toBeInstanceOf(UsageError)
    expect((answers as UsageError).message).toBe('已取消，没有写入任何文件')
  })
})

describe('writeInit', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'burden-init-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes', () => {
    const files = initFiles(defaultAnswers)
    expect(writeInit(folder, files)).toEqual([join(folder, '.burdenrc.json')])
    expect(readFileSync(join(folder, '.burdenrc.json'), 'utf8')).toBe(files[0]!.text)
  })
  it.each(['.burdenrc.json', '.burdenrc.yaml', '.burdenrc'])('never overwrites or hides %s', (name) => {
    writeFileSync(join(folder, name), 'mine')
    expect(() => writeInit(folder, initFiles(defaultAnswers))).toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: expect.stringContaining(name),
        remedy: expect.stringMatching(/./),
      }),
    )
    expect(readdirSync(folder)).toEqual([name])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
  })
  it.skipIf(process.platform === 'win32')('does not write through a broken link', () => {
    symlinkSync('elsewhere', join(folder, '.burdenrc.json'))
    expect(() => writeInit(folder, initFiles(defaultAnswers))).toThrow(UsageError)
    expect(readdirSync(folder)).toEqual(['.burdenrc.json'])
  })
  it('does not mind a package.json, and says when the folder is not there', () => {
    writeFileSync(join(folder, 'package.json'), '{}')
    expect(writeInit(folder, initFiles(defaultAnswers))).toHaveLength(1)
    expect(() => writeInit(join(folder, 'no'), initFiles(defaultAnswers))).toThrow(/写入失败（文件夹不存在）/)
  })
})

describe('writeRegisters', () => {
  it('writes an empty register of every kind, which is recognised and clean, and never over one that is there', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'burden-lint-')), '台账')
    try {
      const { written: files } = await writeRegisters(folder)
      const docs = await Promise.all(files.map((file) => readDoc(readFileSync(file), file)))
      expect(docs.map((doc) => doc.genre.id)).toEqual(registerKinds.map((kind) => `register.${kind}`))
      for (const doc of docs) {
        expect(doc.register!.tables).toHaveLength(1)
        expect([...doc.register!.tables[0]!.records]).toEqual([])
        expect([...faultsIn(doc)]).toEqual([])
      }
      const names = readdirSync(folder)
      rmSync(files[0]!)
      writeFileSync(files[1]!, '填了一半')
      expect(await writeRegisters(folder)).toEqual({ written: [files[0]], kept: files.slice(1) })
      expect(readdirSync(folder)).toEqual(names)
      expect(readFileSync(files[1]!, 'utf8')).toBe('填了一半')
    } finally {
      rmSync(join(folder, '..'), { recursive: true })
    }
  })
})
