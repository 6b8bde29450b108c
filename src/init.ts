/**
 * `burden-lint init`: asks a few questions and writes a first configuration. Never overwrites a file.
 */
import { lstatSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { defaultPresets } from './config/defaults.ts'
import { configNames } from './config/discovery.ts'
import { type Preset, UsageError } from './core.ts'
import { makeFolder } from './make-folder.ts'
import { slashed, whyNotWritten } from './paths.ts'

const unitLevels = ['县', '乡镇', '县直', '其他'] as const
export type UnitLevel = (typeof unitLevels)[number]

export interface InitAnswers {
  /** Name of the county or unit; '' when it was not given. */
  readonly unit: string
  readonly level: UnitLevel
  readonly presets: readonly string[]
  /** Folder of superior documents; '' for none. */
  readonly superiors: string
}

/** A file to be written: its name in the current folder, and its text. */
export interface InitFile {
  readonly name: string
  readonly text: string
}

/** What somebody who answers nothing gets. */
export const defaultAnswers: InitAnswers = { unit: '', level: '其他', presets: defaultPresets, superiors: '' }

/**
 * The files for these answers. A county sets numbers of its own, so it gets an empty preset under its name to fill in;
 * townships and departments follow the county's.
 */
export function initFiles(answers: InitAnswers): InitFile[] {
  const unit = answers.unit.trim()
  const own = answers.level === '县' && unit !== '' && !answers.presets.includes(unit) ? unit : undefined
  const superiors = slashed(answers.superiors.trim())
  const config = {
    presets: own === undefined ? answers.presets : [...answers.presets, own],
    rules: {},
    genres: {},
    superiors: superiors === '' ? [] : [superiors],
    ignores: [],
    ...(own !== undefined && { presetDefinitions: { [own]: { title: `${own}自定规则`, rules: {} } } }),
  }
  return [{ name: '.burdenrc.json', text: `${JSON.stringify(config, null, 2)}\n` }]
}

/** Where questions are asked and answered. */
export interface InitIo {
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  readonly presets: Readonly<Record<string, Preset>>
  /** Is there a folder of this name? Paths begin at the current folder. */
  readonly isFolder: (path: string) => boolean
}

const tries = 3

/** Asks on a terminal. Throws `UsageError` when the user breaks off or answers nonsense three times. */
export async function askInit(io: InitIo): Promise<InitAnswers> {
  const terminal = createInterface({ input: io.input, output: io.output })
  const closed = new AbortController()
  terminal.once('close', () => closed.abort())
  const ask = async <T>(question: string, read: (answer: string) => T | undefined, hint: string): Promise<T> => {
    for (let round = 0; round < tries; round++) {
      const answer = read((await terminal.question(question, { signal: closed.signal })).trim())
      if (answer !== undefined) return answer
      io.output.write(`${hint}\n`)
    }
    throw new UsageError(`连续 ${tries} 次没有看懂回答`, '请重新运行 burden-lint init，或加 --yes 使用默认设置')
  }
  const names = Object.keys(io.presets)
  const usual = defaultPresets.filter((name) => names.includes(name))

  try {
    const unit = await ask('县（区）或单位名称（可不填）：', (answer) => answer, '')
    const level = await ask(
      `层级（${unitLevels.map((level, index) => `${index + 1} ${level}`).join('，')}；直接回车为 4）：`,
      (answer) => (answer === '' ? '其他' : pick(answer, unitLevels)),
      '请填 1 到 4，或直接写名称',
    )
    const listed = names.map((name, index) => `  ${index + 1} ${name}  ${io.presets[name]!.title.zh}\n`).join('')
    const presets = await ask(
      `规则集：\n${listed}选用哪些（填序号或名称，用逗号隔开；直接回车为 ${usual.join('、')}）：`,
      (answer) => (answer === '' ? usual : pickAll(answer, names)),
      `请填 1 到 ${names.length} 的序号，用逗号隔开`,
    )
    const superiors = await ask(
      '存放上级文件的文件夹（没有就直接回车）：',
      (answer) => (answer === '' || io.isFolder(answer) ? answer : undefined),
      '没有这个文件夹（从当前文件夹算起）。请重新填；还没有建的，先直接回车，建好后写进配置的 superiors',
    )
    return { unit, level, presets, superiors }
  } catch (error) {
    if (!closed.signal.aborted) throw error
    throw new UsageError('已取消，没有写入任何文件', '加 --yes 可以不回答问题，直接使用默认设置')
  } finally {
    terminal.close()
  }
}

/** One of the names, by its number or itself. Full-width digits are what a Chinese keyboard gives. */
function pick<T extends string>(answer: string, names: readonly T[]): T | undefined {
  const plain = answer.normalize('NFKC')
  return names.find((name, index) => plain === String(index + 1) || answer === name)
}

function pickAll(answer: string, names: readonly string[]): string[] | undefined {
  const picked = answer
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map((part) => pick(part, names))
  return picked.includes(undefined) ? undefined : [...new Set(picked as string[])]
}

/** Writes the first configuration into a folder, or (when there is one already) nothing. Gives back its paths. */
export function writeInit(folder: string, files: readonly InitFile[]): string[] {
  const contents = files.map(({ name, text }) => ({ name, content: text }))
  return writeAll(folder, contents, [
    ...configNames.filter((name) => name !== 'package.json'),
    ...files.map((file) => file.name),
  ])
}

/** Writes the empty registers into a folder that are not there yet; it is made where it is missing. Gives back their paths, and those that were there. */
export async function writeRegisters(folder: string): Promise<{ readonly written: string[]; readonly kept: string[] }> {
  const { registerTemplates } = await import('./register-templates.ts')
  const files = registerTemplates().map(({ name, bytes }) => ({ name, content: bytes }))
  try {
    makeFolder(folder)
  } catch (error) {
    throw new UsageError(`无法建立文件夹 ${folder}（${whyNotWritten(error)}）`, '请检查是否有同名的文件、能否写入')
  }
  const isThere = ({ name }: { readonly name: string }) =>
    lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined
  const kept = files.filter(isThere)
  const missing = files.filter((file) => !kept.includes(file))
  return { written: writeAll(folder, missing, []), kept: kept.map(({ name }) => join(folder, name)) }
}

/** `taken`: names of which none may be there. */
function writeAll(
  folder: string,
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
  taken: readonly string[],
): string[] {
  const remedy = '请直接修改它；要重新生成，先把它改名或删除'
  for (const name of taken) {
    if (lstatSync(join(folder, name), { throwIfNoEntry: false })) {
      throw new UsageError(`这个文件夹里已经有 ${name}，没有写入任何文件`, remedy)
    }
  }
  return files.map(({ name, content }) => {
    const path = join(folder, name)
    try {
      // Somebody may have been quicker since we looked.
      writeFileSync(path, content, { flag: 'wx' })
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EEXIST') throw new UsageError(`这个文件夹里已经有 ${name}，没有写入`, remedy)
      throw new UsageError(`${name} 写入失败（${whyNotWritten(error)}）`, '请检查当前文件夹是否存在、能否写入')
    }
    return path
  })
}
