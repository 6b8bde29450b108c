/** The peers: how each is started on a file or a folder, and what it prints when it has really looked at it. */
import { join } from 'node:path'
import type { Target, Tool } from '../bench/tool.ts'

/** Where something is found in at least so many of the files by every peer that lists only such files. */
const MOST = 0.9

const isFolder = ({ path, extension }: Target) => !path.endsWith(`.${extension}`)
const glob = (target: Target) => (isFolder(target) ? `${target.path}/**/*.${target.extension}` : target.path)

/** `modules`: see `installPeers`. */
export function peers(modules: string) {
  return {
    // As JSON, which it writes faster than its usual coloured comparison.
    autocorrect: {
      name: 'AutoCorrect',
      args: ({ path }) => [join(modules, 'autocorrect-node', 'cli.js'), '--lint', '--format', 'json', path],
      ran: (output, { files }) => (parsed<{ count?: number }>(output)?.count ?? 0) >= files * MOST,
    },
    zhlint: {
      name: 'zhlint',
      args: (target) => [join(modules, 'zhlint', 'bin', 'index.js'), glob(target)],
      ran: (output, { files }) => (output.match(/^- /gm)?.length ?? 0) >= files * MOST,
    },
    markdownlint: {
      name: 'markdownlint-cli2',
      args: (target) => [join(modules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs'), glob(target)],
      ran: (output, { files }) => output.includes(`Linting: ${files} file(s)`),
    },
    // Its one rule looks at every sentence, as most of ours do, and knows where a Chinese one ends.
    textlint: {
      name: 'textlint, one rule',
      args: (target) => [
        join(modules, 'textlint', 'bin', 'textlint.js'),
        '--no-textlintrc',
        '--rules-base-directory',
        modules,
        '--rule',
        'sentence-length',
        '--format',
        'json',
        glob(target),
      ],
      ran: (output, { files }) => parsed<readonly unknown[]>(output)?.length === files,
    },
  } satisfies Record<string, Tool>
}

function parsed<T>(output: string): T | undefined {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}
