/**
 * Finds the superior documents of an implementing document: named on the command line, in the configuration or in the document's own
 * front matter, or cited by title and 发文字号 and found in the folders of superiors.
 */
import { resolve } from 'node:path'
import {
  type Citation,
  type Doc,
  type Host,
  type Matchers,
  type Measurement,
  type Pair,
  type Settings,
  UnreadableError,
  UsageError,
} from './core.ts'
import { discover } from './discovery.ts'
import { superiorsNamed } from './document.ts'
import { relativeTo } from './paths.ts'

/** What pairing works with. */
export interface PairingContext {
  readonly host: Host
  readonly settings: Settings
  readonly matchers: Matchers
  /** --against, relative to the current folder. */
  readonly against: readonly string[]
  /** Reads one document as a reference. Throws `UnreadableError`. */
  readonly read: (path: string) => Promise<Doc>
}

export interface Pairing {
  /** Is a superior document named for the document at `path`, on the command line or in the configuration? `total`: how many are linted together. */
  isNamed(path: string, total: number): boolean
  /**
   * One unit for every document that implements another (or every document at all), with the superior documents that could be found.
   * Throws `UsageError` when one that the command line names cannot be read.
   */
  pairUp(docs: readonly Doc[], always?: boolean): Promise<Pair[]>
  /** What was wrong with configured superior documents so far, in Chinese, each once. */
  problems(): string[]
}

/** Reads each superior document once, and none before it is asked for. */
export function openPairing(context: PairingContext): Pairing {
  const { host, settings, matchers, against, read } = context
  const documents = new Map<string, Promise<Doc>>()
  const problems = new Set<string>()
  let shelf: Promise<readonly Doc[]> | undefined

  const at = (path: string): Promise<Doc> => {
    const key = relativeTo(host.cwd, path)
    let doc = documents.get(key)
    if (!doc) {
      doc = read(path)
      documents.set(key, doc)
    }
    return doc
  }
  /** A document that the configuration or another document leads to: one that is broken must not hide the others. */
  const readable = async (path: string): Promise<Doc | undefined> => {
    try {
      return await at(path)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      problems.add(`上级文件 ${path} 无法读取：${error.message}；${error.remedy}`)
      return undefined
    }
  }
  /** Paths, folders and globs of the configuration → documents. */
  const configured = async (key: string, paths: readonly string[]): Promise<Doc[]> => {
    const found: Doc[] = []
    for (const path of paths) {
      const here = relativeTo(host.cwd, resolve(settings.root, path)) || '.'
      try {
        const { files, unreadable } = await discover([here], host, () => false)
        for (const { error } of unreadable) problems.add(`配置 ${key} 中的 ${path}：${error.message}；${error.remedy}`)
        for (const file of files) {
          const doc = await readable(file)
          if (doc) found.push(doc)
        }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        problems.add(`配置 ${key} 中的 ${path}：${error.message}；${error.remedy}`)
      }
    }
    return found
  }
  const find = async (citation: Pick<Citation, 'title' | 'number'>): Promise<Doc | undefined> => {
    shelf ??= configured('superiors', settings.superiors)
    const docs = await shelf
    const number = citation.number && bareNumber(citation.number)
    return (
      (number ? docs.find((doc) => numbersOf(doc).includes(number)) : undefined) ??
      docs.find((doc) => sameTitle(citation.title, doc))
    )
  }

  const pairOf = async (doc: Doc, total: number, always: boolean): Promise<Pair | undefined> => {
    const superiors = new Map<string, Doc>()
    const missing: Citation[] = []
    const add = (superior: Doc) => {
      const key = relativeTo(host.cwd, superior.path)
      if (key !== relativeTo(host.cwd, doc.path)) superiors.set(key, superior)
    }
    const implementing = always || doc.genre.id === 'implementing'
    for (const path of against) {
      const superior = await commanded(at, path)
      // With many drafts, each is held against what it cites.
      if (implementing || total === 1 || cites(doc, superior)) add(superior)
    }
    for (const superior of await configured('pairs', matchers.superiorsFor(doc.path))) add(superior)
    for (const entry of superiorsNamed(doc.meta.frontMatter)) {
      const beside = besides(doc, entry)
      const citation = { title: entry.replace(/^《|》.*$/g, ''), ...numberIn(entry) }
      const superior =
        isInside(context, beside) && host.kind(beside) === 'file' ? await readable(beside) : await find(citation)
      if (superior) add(superior)
      else missing.push({ ...citation, start: 0, end: Math.min(1, doc.text.length) })
    }
    if (settings.superiors.length > 0 && (implementing || superiors.size > 0))
      for (const citation of doc.facts.implemented) {
        const superior = await find(citation)
        if (superior) add(superior)
        else missing.push(citation)
      }
    else if (superiors.size === 0) missing.push(...doc.facts.implemented)
    return superiors.size > 0 || implementing ? createPair(doc, [...superiors.values()], missing) : undefined
  }

  return {
    isNamed(path, total) {
      const own = relativeTo(host.cwd, path)
      return (
        matchers.superiorsFor(path).length > 0 || (total === 1 && against.some((a) => relativeTo(host.cwd, a) !== own))
      )
    },
    async pairUp(docs, always = false) {
      const pairs: Pair[] = []
      for (const doc of docs) {
        const pair = await pairOf(doc, docs.length, always)
        if (pair) pairs.push(pair)
      }
      return pairs
    },
    problems: () => [...problems],
  }
}

async function commanded(at: (path: string) => Promise<Doc>, path: string): Promise<Doc> {
  try {
    return await at(path)
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`--against 指定的上级文件 ${path} 无法使用：${error.message}`, error.remedy)
    throw error
  }
}

/** A path in the front matter is relative to the document. */
const besides = ({ path }: Doc, entry: string) =>
  `${path.includes('/') ? `${path.replace(/\/[^/]*$/, '')}/` : ''}${entry}`

/** A document comes from anywhere: what its front matter names must lie in the folder that is being worked in, not on a network share or in /etc. */
function isInside({ host, settings }: PairingContext, path: string): boolean {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) return false
  return [host.cwd, settings.root].some(
    (root) => !/^(?:\.\.(?:\/|$)|[\\/]|[A-Za-z]:)/.test(relativeTo(root, resolve(host.cwd, path))),
  )
}

const numberIn = (text: string): { number?: string } => {
  const number = /[一-龥]{1,14}[〔[（(【]\d{4}[〕\]）)】]第?\d{1,5}号/.exec(text)?.[0]
  return number ? { number } : {}
}

const cites = (doc: Doc, superior: Doc) => {
  const title = superior.facts.title.replace(/^.*?关于/, '关于')
  return title.length >= 6 && doc.text.replace(/\s+/g, '').includes(title)
}

/** Nothing was compared. */
const UNMEASURED: Measurement = {
  units: [],
  share: { value: 0, low: 0, high: 0 },
  chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
}

/** The engine of the 50 % rule is loaded only for a document that has a superior. */
async function createPair(doc: Doc, superiors: readonly Doc[], missing: readonly Citation[]): Promise<Pair> {
  if (superiors.length === 0) return { doc, superiors, missing, measurement: UNMEASURED, passages: [] }
  const { measure, passages } = await import('./measures/index.ts')
  const input = ({ text, facts }: Doc) => ({ text, sentences: facts.sentences, body: facts.body })
  let measurement: Measurement | undefined
  let found: Pair['passages'] | undefined
  const pair: Pair = {
    doc,
    superiors,
    missing,
    get measurement() {
      measurement ??= measure(input(doc), superiors.map(input))
      return measurement
    },
    get passages() {
      found ??= passages(pair.measurement, doc.text)
      return found
    },
  }
  return pair
}

// ------------------------------------------------------------------------------------------------ what is cited

/** 国发【2024】 1号 → 国发20241号: brackets and white space vary. */
const bareNumber = (number: string) => number.replace(/[^一-龥\d]/g, '')

/** The document's own 发文字号: from its head, or from its file name. */
function numbersOf(doc: Doc): string[] {
  const own = doc.facts.parts.filter((p) => p.kind === 'number').map((p) => bareNumber(doc.text.slice(p.start, p.end)))
  const named = /[一-龥]{1,14}[〔[（(【]\d{4}[〕\]）)】]第?\d{1,5}号/.exec(fileName(doc.path))?.[0]
  return named ? [...own, bareNumber(named)] : own
}

const fileName = (path: string) => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')

/** A shorter title says too little to be found by being part of another. */
const TITLE_MIN = 8

/**
 * Do a citation and a document name the same thing? 《关于…的意见》 is cited with or without its issuer, and a 方案 by its own name although
 * it was sent out under 关于印发《…》的通知.
 */
function sameTitle(cited: string, doc: Doc): boolean {
  const wanted = bareTitle(cited)
  return [doc.facts.title, fileName(doc.path)].some((title) => {
    const own = bareTitle(title)
    if (own === '' || wanted === '') return false
    if (own === wanted) return true
    const [short, long] = own.length < wanted.length ? [own, wanted] : [wanted, own]
    if (short.length < TITLE_MIN || !long.includes(short)) return false
    // What is left over may be an issuer in front, or the wrapping 印发…的通知; it may not turn the title into another (…实施细则).
    const [before = '', after = ''] = long.split(short)
    return (
      /^(?:[一-龥]{0,30}(?:关于)?(?:印发|转发|批转|发布)?|[一-龥\d]{0,30})$/.test(before) &&
      /^(?:的通知|通知|的函|\d*|试行|暂行)?$/.test(after)
    )
  })
}

const bareTitle = (title: string) => title.replace(/[^一-龥A-Za-z\d]/g, '').replace(/^中华人民共和国/, '')
