import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../core.ts'
import { findConfig } from './discovery.ts'

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
  it('names the weaker ones in the same folder', async () => {
    write('.burdenrc.json', '{}')
    write('package.json', '{"burdenLint": {}}')
    expect(await findConfig(folder)).toMatchObject({ passedOver: [join(folder, 'package.json')] })
    write('.burdenrc.yaml', 'strict: true')
    write('package.json', '{"name": "x"}')
    write('a/.burdenrc.json', '{}')
    expect(await findConfig(folder)).toMatchObject({ passedOver: [join(folder, '.burdenrc.yaml')] })
    expect(await findConfig(join(folder, 'a'))).not.toHaveProperty('passedOver')
    expect(await findConfig(folder, '.burdenrc.json')).not.toHaveProperty('passedOver')
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
