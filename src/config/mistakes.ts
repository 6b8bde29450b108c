/** What is wrong with a configuration, its preset files and the command line, gathered so that all of it is told at once. */
import { basename } from 'node:path'
import { UsageError } from '../core.ts'
import { type Path, type Problem, pathText } from '../validate.ts'
import { display } from './display.ts'

export interface Mistakes {
  /** `file`: the preset file they stand in, absolute; absent: the configuration. */
  add(problems: readonly Problem[], file?: string): void
  /** As `add`, of a single one. */
  say(path: Path, text: string, file?: string): void
  /** With an option of the command line, which `text` names. `list`: where all that it may be is listed. */
  flag(text: string, list?: string): void
  /** Throws a `UsageError` that lists what was gathered, if anything was. */
  refuse(): void
}

const MANY = 30

/** `file`: the configuration, absolute; absent where it stands in none. */
export function openMistakes(file: string | undefined, cwd: string): Mistakes {
  const found: string[] = []
  const flagged: string[] = []
  const lists = new Set<string>()
  const inside: Path = file !== undefined && basename(file) === 'package.json' ? ['burdenLint'] : []
  const prefix = file === undefined ? '配置：' : `配置文件 ${display(file, cwd)}：`

  const add: Mistakes['add'] = (problems, presetFile) => {
    for (const { path, text } of problems) {
      const place = pathText(presetFile === undefined ? [...inside, ...path] : path)
      const start = presetFile === undefined ? prefix : `规则集文件 ${display(presetFile, cwd)}：`
      found.push(`${start}${place && `${place} `}${text}`)
    }
  }
  return {
    add,
    say: (path, text, presetFile) => add([{ path, text }], presetFile),
    flag(text, list) {
      flagged.push(text)
      if (list !== undefined) lists.add(list)
    },
    refuse() {
      // One wrong value in a preset may be met again in what builds on it.
      const lines = [...new Set([...flagged, ...found])]
      if (lines.length === 0) return
      const rest = lines.length - MANY
      if (rest > 0) lines.splice(MANY, rest, `……另有 ${rest} 处`)
      throw new UsageError(
        lines.join('\n'),
        found.length > 0
          ? '请改正配置后再运行；各项写法见 burden-lint init 生成的配置和安装文件夹中的 .burdenrc.example.json，规则及其选项见 burden-lint rules 和 burden-lint explain 规则名'
          : ['请改正后再运行', ...lists].join('；'),
      )
    },
  }
}
