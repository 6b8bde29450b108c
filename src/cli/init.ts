/** `burden-lint init`: questions on a terminal, defaults elsewhere; never overwrites. */

import { basename, dirname, resolve } from 'node:path'
import { catalogue } from '../../rules/groups/index.ts'
import { findConfig } from '../config/discovery.ts'
import { UsageError } from '../core.ts'
import { askInit, defaultAnswers, initFiles, writeInit, writeRegisters } from '../init.ts'
import { relativeTo } from '../paths.ts'
import type { Surroundings } from './surroundings.ts'

export async function runInit(yes: boolean, io: Surroundings): Promise<number> {
  // Nobody answers questions for nothing.
  const found = await findConfig(io.host.cwd)
  if (found && basename(found.file) === 'package.json' && resolve(io.host.cwd) === dirname(found.file))
    throw new UsageError(
      '这个文件夹的 package.json 里已经有 burdenLint 一项，没有写入任何文件',
      '请直接修改它；要改用 .burdenrc.json，先把那一项删去',
    )
  const asking = !yes && process.stdin.isTTY === true && io.stdout.isTTY === true
  const answers = asking
    ? await askInit({
        input: process.stdin,
        output: process.stdout,
        presets: catalogue.presets,
        isFolder: (path) => io.host.kind(resolve(io.host.cwd, path)) === 'folder',
      })
    : defaultAnswers
  for (const file of writeInit(io.host.cwd, initFiles(answers)))
    io.stdout.write(`已写入 ${relativeTo(io.host.cwd, file)}\n`)
  io.stdout.write('接下来：运行 burden-lint rules 查看规则，在 rules 一项中调整；运行 burden-lint 检查当前文件夹。\n')
  return 0
}

/** `--registers`: empty registers of every kind. */
export async function runInitRegisters(folder: string, { host, stdout }: Surroundings): Promise<number> {
  const { written, kept } = await writeRegisters(resolve(host.cwd, folder))
  for (const file of written) stdout.write(`已写入 ${relativeTo(host.cwd, file)}\n`)
  for (const file of kept) stdout.write(`已有 ${relativeTo(host.cwd, file)}，没有改动\n`)
  stdout.write(
    `接下来：用 Excel 或 WPS 填写，填法见各文件的第二张工作表；填好后运行 burden-lint ${asArgument(folder)}\n`,
  )
  return 0
}

/** A path as one argument of a command line: what shells split or expand stands in quotation marks. */
const asArgument = (path: string): string =>
  /^[\p{L}\p{N}\p{M}._/\\:+@%,-]+$/u.test(path) ? path : `"${path.replace(/["$`]/g, '\\$&')}"`
