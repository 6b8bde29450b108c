/**
 * Finds the superior documents of an implementing document: named on the command line, in the configuration or in the document's own
 * front matter, or cited by title and 发文字号 and found in the folders of superiors.
 */
import { isAbsolute, posix, resolve } from 'node:path'
import {
  type Cache,
  type Citation,
  type Doc,
  type Host,
  type Matchers,
  type Measurement,
  type Pair,
  type Review,
  type Settings,
  UnreadableError,
  UsageError,
} from '../core.ts'
import { superiorsNamed } from '../document.ts'
import { discover, samePath } from '../files/discovery.ts'
import type { Tracing } from '../files/tracing.ts'
import { isGlob, relativeTo, slashed } from '../paths.ts'
import { readReview } from './review-file.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** What pairing works with. */
export interface PairingContext {
  /** Takes note of the files that a pair rests on. */
  readonly tracing: Tracing
  /** Where the index of many superior documents is kept between runs; absent: nowhere. */
  readonly cache?: Cache | undefined
  readonly settings: Settings
  readonly matchers: Matchers
  /** --against, relative to the current folder: files, folders, globs. */
  readonly against: readonly string[]
  /** Reads one document as a reference, from its bytes where they are at hand. Throws `UnreadableError`. */
  readonly read: (path: string, bytes?: Uint8Array) => Promise<Doc>
}

export interface Pairing {
  /** Is a superior document named for the document at `path`, on the command line or in the configuration? `total`: how many are linted together. */
  isNamed(path: string, total: number): boolean
  /**
   * The unit of a document that implements another (with `always` of any document): the superior documents that could be found; undefined
   * for other documents. `total` as above. Throws `UsageError` when a superior document that the command line names cannot be read.
   */
  pairOf(doc: Doc, total: number, tell: Told, always?: boolean): Promise<Pair | undefined>
}

/** Takes what came to light while superior documents were looked for, in Chinese; the same may be said for several documents. */
export interface Told {
  /** Something is wrong with a configured superior document. */
  problem(text: string): void
  /** How superior documents were chosen. */
  notice(text: string): void
}

/** So many documents are compared at once; of more, those that a draft may come from. */
const COMPARED = 8
/** So many of them are named to the user. */
const NAMED = 3
/** So many superior documents are held in memory; one that is needed again later is read again. */
const HELD = 64

/** Superior documents as a shelf, and what is to be told to whoever uses it. */
interface Stocked {
  readonly shelf: Shelf
  readonly problems: readonly string[]
  readonly notices: readonly string[]
}

/** Reads each superior document once, and none before it is asked for. One document is paired after the other. */
export function openPairing(context: PairingContext): Pairing {
  const { tracing, settings, matchers, against, read } = context
  const { host } = tracing
  const documents = new Map<string, () => Promise<Doc>>()
  const isShelf = (path: string) => {
    const kind = host.kind(path)
    return kind === 'folder' || (kind === 'missing' && isGlob(path))
  }
  const folders = against.filter(isShelf)

  const at = (path: string): Promise<Doc> => {
    const key = relativeTo(host.cwd, path)
    const doc = documents.get(key) ?? tracing.once(() => read(path))
    // The last one used is the last one to go.
    documents.delete(key)
    documents.set(key, doc)
    if (documents.size > HELD) documents.delete(documents.keys().next().value!)
    return doc()
  }
  /** A document that the configuration or another document leads to: one that is broken must not hide the others. */
  const readable = async (path: string, { problem }: Told): Promise<Doc | undefined> => {
    try {
      return await at(path)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      problem(unusable(path, error))
      return undefined
    }
  }
  /** Paths, folders and globs of the configuration → the files there. */
  const filesOf = async (key: string, paths: readonly string[], problem: Told['problem']): Promise<string[]> => {
    const found = new Set<string>()
    for (const path of paths) {
      const here = relativeTo(host.cwd, resolve(settings.root, path)) || '.'
      try {
        const { files, unreadable } = await discover([here], host, () => false)
        for (const { error } of unreadable) problem(`配置 ${key} 中的 ${path}：${error.message}；${error.remedy}`)
        for (const file of files) found.add(file)
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        problem(`配置 ${key} 中的 ${path}：${error.message}；${error.remedy}`)
      }
    }
    return [...found]
  }
  const shelve = async (
    entries: readonly string[],
    files: readonly string[],
    problem: Told['problem'],
  ): Promise<Shelf> => {
    const { openShelf } = await import('./shelf.ts')
    const opened = await openShelf({ ...context, host }, entries, files)
    for (const { path, error } of opened.unreadable) problem(unusable(path, error))
    return opened
  }
  /** `stock` is done once; whoever takes from it hears what is wrong with it. */
  const stocked = (stock: (tell: Told) => Promise<Shelf>) => {
    const once = tracing.once(async (): Promise<Stocked> => {
      const [problems, notices]: [string[], string[]] = [[], []]
      const shelf = await stock({ problem: (text) => problems.push(text), notice: (text) => notices.push(text) })
      return { shelf, problems, notices }
    })
    return async (tell: Told): Promise<Shelf> => {
      const { shelf, problems, notices } = await once()
      problems.forEach(tell.problem)
      notices.forEach(tell.notice)
      return shelf
    }
  }
  const configuredShelf = stocked(async ({ problem }) =>
    shelve(
      settings.superiors.map((path) => resolve(settings.root, path)),
      await filesOf('superiors', settings.superiors, problem),
      problem,
    ),
  )
  const find = async (citation: Pick<Citation, 'title' | 'number'>, tell: Told): Promise<Doc | undefined> => {
    const card = cardFor(citation, (await configuredShelf(tell)).docs)
    return card && (await readable(card.path, tell))
  }

  /** The folders and globs of --against. Throws `UsageError`. */
  const commandedShelf = stocked(async ({ problem, notice }) => {
    const found = new Set<string>()
    for (const folder of folders) {
      let discovered: Awaited<ReturnType<typeof discover>>
      try {
        discovered = await discover([folder], host, () => false)
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        throw new UsageError(`--against 指定的上级文件 ${folder} 无法使用：${error.message}`, error.remedy)
      }
      for (const file of discovered.files) found.add(file)
      for (const { path, error } of discovered.unreadable) problem(unusable(path, error))
      const skipped = discovered.unsupported.length
      if (skipped > 0) notice(`--against ${folder} 中有 ${skipped} 个暂时不能读取的文件没有比对，请另存为 .docx 后再用`)
    }
    return await shelve(folders, [...found], problem)
  })
  /** Which documents of these folders a draft may come from; `whole`: not only those that it names. */
  const fromFolders = async (doc: Doc, whole: boolean, tell: Told): Promise<Doc[]> => {
    const own = relativeTo(host.cwd, doc.path)
    const others = (await commandedShelf(tell)).docs.filter(({ path }) => relativeTo(host.cwd, path) !== own)
    const cards = others.filter((card) => !isVersionOf(doc, card))
    if (whole && cards.length < others.length) {
      const names = others.filter((card) => !cards.includes(card)).map(({ path }) => path.replace(/^.*\//, ''))
      tell.notice(
        `${doc.path}：${names.slice(0, NAMED).join('、')} 是它的另一稿，没有当作上级文件；确是上级文件的，请在 --against 后直接写明`,
      )
    }
    const chosen = new Set<Shelved>()
    const cites = citing(doc)
    if (!whole) for (const card of cards.filter(({ title }) => cites(title))) chosen.add(card)
    else if (cards.length <= COMPARED) for (const card of cards) chosen.add(card)
    else {
      for (const citation of doc.facts.implemented) {
        const card = cardFor(citation, cards)
        if (card) chosen.add(card)
      }
      const { alike } = await import('../measures/signature.ts')
      const signatures = cards.map(({ grams }) => grams)
      for (const { index } of alike(doc.text, signatures, COMPARED)) chosen.add(cards[index]!)
      // Like none of them: compared with one, it is shown to be its own.
      if (chosen.size === 0) chosen.add(cards[0]!)
    }
    const docs: Doc[] = []
    for (const { path } of chosen) {
      const superior = await readable(path, tell)
      if (superior) docs.push(superior)
    }
    if (whole && cards.length > COMPARED) {
      const names = docs.slice(0, NAMED).map(({ path }) => path.replace(/^.*\//, ''))
      tell.notice(
        `${doc.path}：--against 的文件夹中有 ${cards.length} 份上级文件，比对了与它相近的 ${docs.length} 份（${names.join('、')}${docs.length > NAMED ? ' 等' : ''}）`,
      )
    }
    return docs
  }

  const pairOf = async (doc: Doc, total: number, tell: Told, always: boolean): Promise<Pair | undefined> => {
    const superiors = new Map<string, Doc>()
    const missing: Citation[] = []
    const useless: NonNullable<Pair['useless']>[number][] = []
    const own = relativeTo(host.cwd, doc.path)
    /** `name`: by which somebody named it for this document. */
    const add = (superior: Doc, name?: string) => {
      const key = relativeTo(host.cwd, superior.path)
      if (key !== own) superiors.set(key, superior)
      else if (name !== undefined) useless.push({ name, why: 'itself' })
    }
    const implementing = always || doc.genre.id === 'implementing'
    const cites = citing(doc)
    for (const path of against) {
      if (folders.includes(path)) continue
      if (total === 1 && samePath(host, path, doc.path))
        throw new UsageError(`--against 指定的 ${path} 就是要检查的文稿`, '请指定它的上级文件')
      const superior = await commanded(at, path)
      // With many drafts, each is held against what it cites.
      if (implementing || total === 1 || cites(superior.facts.title)) add(superior, path)
    }
    if (folders.length > 0)
      for (const superior of await fromFolders(doc, implementing || total === 1, tell)) add(superior)
    for (const path of matchers.superiorsFor(doc.path)) {
      const files = await filesOf('pairs', [path], tell.problem)
      if (files.length === 0) useless.push({ name: path, why: 'absent' })
      for (const file of files) {
        const superior = await readable(file, tell)
        if (superior) add(superior, path)
        else useless.push({ name: file, why: 'unreadable' })
      }
    }
    const lost: string[] = []
    for (const entry of superiorsNamed(doc.meta.frontMatter)) {
      const beside = besides(doc, entry, host)
      const citation = { title: entry.replace(/^《|》.*$/g, ''), ...numberIn(entry) }
      const isThere = host.kind(beside) === 'file'
      const isUsable = isThere && isInside(context, beside)
      const superior = isUsable ? await readable(beside, tell) : await find(citation, tell)
      if (isThere && !isUsable && !superior)
        tell.notice(
          `${doc.path}：文件开头写的上位文件 ${entry} 在当前文件夹和配置所在的文件夹之外，没有读取；请到两份文件共同的上一级文件夹运行，或用 --against 指定它`,
        )
      if (superior) add(superior, entry)
      else {
        useless.push({ name: entry, why: isUsable ? 'unreadable' : isThere ? 'outside' : 'absent' })
        missing.push({ ...citation, start: 0, end: Math.min(1, doc.text.length) })
        if (!isThere) lost.push(entry)
      }
    }
    if (settings.superiors.length > 0 && (implementing || superiors.size > 0))
      for (const citation of doc.facts.implemented) {
        const superior = await find(citation, tell)
        if (superior) add(superior)
        else missing.push(citation)
      }
    else if (superiors.size === 0) missing.push(...doc.facts.implemented)
    // Where all are missing, a rule says so.
    if (superiors.size === 0) return implementing ? { ...(await createPair(doc, [], missing)), useless } : undefined
    if (lost.length > 0)
      tell.notice(
        `${doc.path}：文件开头写的上位文件 ${lost.join('、')} 没有找到，没有比对；请核对文件名，或用 --against 指定它`,
      )
    const reviewed = await readReview(host, doc.path, tell.problem)
    return createPair(doc, [...superiors.values()], missing, reviewed)
  }

  return {
    isNamed(path, total) {
      return matchers.superiorsFor(path).length > 0 || (total === 1 && against.some((a) => !samePath(host, a, path)))
    },
    pairOf: (doc, total, tell, always = false) => pairOf(doc, total, tell, always),
  }
}

const unusable = (path: string, error: UnreadableError) =>
  `上级文件 ${path} 无法读取：${error.message}；${error.remedy}`

async function commanded(at: (path: string) => Promise<Doc>, path: string): Promise<Doc> {
  try {
    return await at(path)
  } catch (error) {
    if (error instanceof UnreadableError)
      throw new UsageError(`--against 指定的上级文件 ${path} 无法使用：${error.message}`, error.remedy)
    throw error
  }
}

/** A path in the front matter is relative to the document; as the paths of a report are written. */
function besides({ path }: Doc, entry: string, { cwd }: Host): string {
  const named = slashed(entry)
  // Of an absolute one only what lies in the folder that is worked in has another form.
  return isAbsolute(named) ? relativeTo(cwd, named) : posix.join(posix.dirname(path), named)
}

/** A document comes from anywhere: what its front matter names must lie in the folder that is being worked in, not on a network share or in /etc. */
function isInside({ tracing: { host }, settings }: PairingContext, path: string): boolean {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(path)) return false
  return [host.cwd, settings.root].some(
    (root) => !/^(?:\.\.(?:\/|$)|[\\/]|[A-Za-z]:)/.test(relativeTo(root, resolve(host.cwd, path))),
  )
}

/** A 发文字号 somewhere in a text. */
const NUMBER = /[一-龥]{1,14}[〔[（(【]\d{4}[〕\]）)】]第?\d{1,5}号/

const numberIn = (text: string): { number?: string } => {
  const number = NUMBER.exec(text)?.[0]
  return number ? { number } : {}
}

/** Does the document name one of this title anywhere? */
function citing({ text }: Doc): (title: string) => boolean {
  let squeezed: string | undefined
  return (title) => {
    const bare = title.replace(/^.*?关于/, '关于')
    squeezed ??= text.replace(/\s+/g, '')
    return bare.length >= 6 && squeezed.includes(bare)
  }
}

/** Nothing was compared. */
const UNMEASURED: Measurement = {
  units: [],
  share: { value: 0, low: 0, high: 0 },
  chars: { content: 0, localMeasures: 0, copied: 0, adapted: 0 },
}

/** The engine of the 50 % rule is loaded only for a document that has a superior. */
async function createPair(
  doc: Doc,
  superiors: readonly Doc[],
  missing: readonly Citation[],
  reviewed?: Review,
): Promise<Pair> {
  if (superiors.length === 0) return { doc, superiors, missing, measurement: UNMEASURED, passages: [] }
  const { measure, passages, review } = await import('../measures/index.ts')
  const input = ({ text, facts, blocks, rows }: Doc) => ({
    text,
    blocks,
    rows,
    sentences: facts.sentences,
    body: facts.body,
  })
  let measured: ReturnType<typeof review> | undefined
  let found: Pair['passages'] | undefined
  const measureOnce = () => {
    measured ??= review(measure(input(doc), superiors.map(input)), doc.text, reviewed?.decisions ?? [])
    return measured
  }
  const pair: Pair = {
    doc,
    superiors,
    missing,
    get measurement() {
      return measureOnce().measurement
    },
    get passages() {
      found ??= passages(pair.measurement, doc.text)
      return found
    },
    ...(reviewed && {
      review: {
        path: reviewed.path,
        get stale() {
          return measureOnce().stale
        },
      },
    }),
  }
  return pair
}

// ------------------------------------------------------------------------------------------------ what is cited

/** 国发【2024】 1号 → 国发20241号: brackets and white space vary. */
const bareNumber = (number: string) => number.replace(/[^一-龥\d]/g, '')

/** What a document is known by. */
type Named = Pick<Shelved, 'path' | 'title' | 'numbers'>

/** The document that a citation means: the one of that number, or else the first of that title. */
function cardFor<T extends Named>(citation: Pick<Citation, 'title' | 'number'>, cards: readonly T[]): T | undefined {
  const number = citation.number && bareNumber(citation.number)
  return (
    (number ? cards.find((card) => numbersOf(card).includes(number)) : undefined) ??
    cards.find((card) => sameTitle(citation.title, card))
  )
}

/** The document's own 发文字号: from its head, or from its file name. */
function numbersOf({ path, numbers }: Named): string[] {
  const own = numbers.map(bareNumber)
  const named = NUMBER.exec(fileName(path))?.[0]
  return named ? [...own, bareNumber(named)] : own
}

const fileName = (path: string) => path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')

/** A shorter title says too little to be found by being part of another. */
const TITLE_MIN = 8

/**
 * Do a citation and a document name the same thing? 《关于…的意见》 is cited with or without its issuer, and a 方案 by its own name although
 * it was sent out under 关于印发《…》的通知.
 */
function sameTitle(cited: string, named: Named): boolean {
  const wanted = bareTitle(cited)
  return [named.title, fileName(named.path)].some((title) => {
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

/** 方案（初稿）.docx beside 方案（定稿）.docx, of one title: nobody implements his own draft. */
function isVersionOf({ path, facts }: Doc, other: { readonly path: string; readonly title: string }): boolean {
  return other.title !== '' && plainTitle(other.title) === plainTitle(facts.title) && stem(other.path) === stem(path)
}
const plainTitle = (title: string) => title.replace(/\s|[（(][^（）()]{0,8}稿[）)]/g, '')
/** The name without what tells versions apart. */
const stem = (path: string) =>
  path
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(VERSION, '')
const VERSION =
  /[（(【[][^（(【[\]】)）]{0,8}[稿版][\]】)）]|[\u4e00-\u9fff]{0,4}稿|[vV]\d{1,3}(?:\.\d{1,3}){0,3}|(?:最终|修改|修订|定)版?|副本|[（(]\d{1,3}[）)]|20\d{6}|[-_ ]/g
