/** `burden-lint init`: questions on a terminal, defaults elsewhere; never overwrites. */

import { resolve } from 'node:path'
import { catalogue } from '../../rules/groups/index.ts'
import { askInit, defaultAnswers, initFiles, writeInit, writeRegisters } from '../init.ts'
import { relativeTo } from '../paths.ts'
import type { Surroundings } from './surroundings.ts'

export async function runInit(yes: boolean, io: Surroundings): Promise<number> {
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
  const files = await writeRegisters(resolve(host.cwd, folder))
  for (const file of files) stdout.write(`已写入 ${relativeTo(host.cwd, file)}\n`)
  stdout.write(
    `接下来：用 Excel 或 WPS 填写，填法见各文件的第二张工作表；填好后运行 burden-lint ${asArgument(folder)}\n`,
  )
  return 0
}

/** A path as one argument of a command line: what shells split or expand stands in quotation marks. */
const asArgument = (path: string): string =>
  /^[\p{L}\p{N}\p{M}._/\\:+@%,-]+$/u.test(path) ? path : `"${path.replace(/["$`]/g, '\\$&')}"`
