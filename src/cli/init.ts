/** `burden-lint init`: questions on a terminal, defaults elsewhere; never overwrites. */
import { catalogue } from '../../rules/groups/index.ts'
import { askInit, defaultAnswers, initFiles, writeInit } from '../init.ts'
import { relativeTo } from '../paths.ts'
import type { Surroundings } from './surroundings.ts'

export async function runInit(yes: boolean, io: Surroundings): Promise<number> {
  const asking = !yes && process.stdin.isTTY === true && io.stdout.isTTY === true
  const answers = asking
    ? await askInit({ input: process.stdin, output: process.stdout, presets: catalogue.presets })
    : defaultAnswers
  for (const file of writeInit(io.host.cwd, initFiles(answers)))
    io.stdout.write(`已写入 ${relativeTo(io.host.cwd, file)}\n`)
  io.stdout.write('接下来：运行 burden-lint rules 查看规则，在 rules 一项中调整；运行 burden-lint 检查当前文件夹。\n')
  return 0
}
