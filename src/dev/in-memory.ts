/** Texts that are at hand through the whole door, without a file system and a configuration: for rule pages, tests and benchmarks. */
import {
  type FileReport,
  type GenreId,
  type Host,
  type Matchers,
  type Registry,
  type Settings,
  UnreadableError,
} from '../core.ts'
import { relativeTo } from '../paths.ts'
import { openSession, type Session, type SessionOptions } from '../session/session.ts'

/** Documents by path, relative to `/`, which is the current folder. */
export type Files = readonly (readonly [path: string, text: string | Uint8Array])[]

/** A session in which `ruleSettings`, one for every rule, hold for all documents. */
export function openInMemory(
  files: Files,
  rules: Registry,
  ruleSettings: Settings['rules'],
  {
    strict = false,
    ...more
  }: Partial<Pick<Settings, 'strict'> & Pick<SessionOptions, 'against' | 'genre' | 'asOf'>> = {},
): Session {
  const settings: Settings = {
    root: '/',
    rules: ruleSettings,
    overrides: [],
    genres: [],
    superiors: [],
    pairs: [],
    ignores: [],
    strict,
    failOn: 'error',
  }
  const matchers: Matchers = {
    settingsFor: () => ruleSettings,
    genreFor: () => undefined,
    ignored: () => false,
    superiorsFor: () => [],
    isSuperior: () => false,
  }
  return openSession({ host: memoryHost(files), rules, settings, matchers, ...more })
}

function memoryHost(files: Files): Host {
  const key = (path: string) => relativeTo('/', path)
  const held = new Map(
    files.map(([path, text]): [string, Uint8Array] => [key(path), typeof text === 'string' ? Buffer.from(text) : text]),
  )
  return {
    cwd: '/',
    read(path) {
      const bytes = held.get(key(path))
      if (!bytes) throw new UnreadableError('找不到文件', '')
      return bytes
    },
    kind: (path) => (held.has(key(path)) ? 'file' : 'missing'),
    list: () => [],
  }
}

interface Text {
  readonly path: string
  readonly text: string
}

/** One text. Throws where a rule breaks. */
export async function lintText(input: {
  readonly text: string | Uint8Array
  readonly path: string
  readonly genre?: GenreId
  readonly superiors?: readonly Text[]
  /** Linted in the same run; what is found in them is not given back. */
  readonly others?: readonly Text[]
  readonly asOf?: string
  readonly rules: Registry
  /** Every rule's complete setting; see `defaultSettings` in src/config/rules.ts. */
  readonly settings: Settings['rules']
  readonly strict?: boolean
}): Promise<FileReport> {
  const { text, path, genre, superiors = [], others = [], asOf, rules, settings, strict = false } = input
  const beside = [...superiors, ...others].map((other) => [other.path, other.text] as const)
  const session = openInMemory([[path, text], ...beside], rules, settings, {
    strict,
    against: superiors.map((superior) => superior.path),
    ...(genre && { genre }),
    ...(asOf && { asOf }),
  })
  const { report, failures } = await session.check([path, ...others.map((other) => other.path)])
  if (failures[0]) throw new Error(`规则 ${failures[0].rule}：${failures[0].reason}`)
  return report.files[0]!
}
