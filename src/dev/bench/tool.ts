/** A tool that is timed: how it is started on a file or a folder, and what it prints when it has really looked at it. */
import { join } from 'node:path'

/** What a tool is to look at. */
export interface Target {
  /** A file, or a folder whose files all have the extension; as in a path relative to where the tool runs, with `/`. */
  readonly path: string
  readonly extension: 'txt' | 'md' | 'docx'
  readonly files: number
}

export interface Tool {
  readonly name: string
  /** For Node. */
  readonly args: (target: Target) => readonly string[]
  /** Did it look at the target? Its exit code does not tell: with findings it is 1 for all of them. */
  readonly ran: (output: string, target: Target) => boolean
}

/** `root`: the project, built. */
export const burdenLint = (root: string, options: readonly string[] = []): Tool => ({
  name: 'burden-lint',
  args: ({ path }) => [join(root, 'bin', 'burden-lint.js'), path, ...options],
  ran: (output, { files }) => output.includes(`检查 ${files} 个文件`),
})
