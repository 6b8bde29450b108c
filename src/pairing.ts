/** Finds the superior documents of an implementing document: by the file that was named for it, or by title and 发文字号 in the folders of superiors. */
import { type Citation, type Doc, type Host, UnreadableError } from './core.ts'
import { relativeTo } from './paths.ts'

/** The superior documents that a session knows. Reads each file once, and none before it is asked for. */
export interface Library {
  /** The document at `path` (relative to the current folder). Throws `UnreadableError`. */
  at(path: string): Promise<Doc>
  /** Documents of the folders of superiors that bear this 发文字号 or title. */
  find(citation: Citation): Promise<Doc | undefined>
}

/**
 * @param folders files of the configured superiors, already expanded
 * @param read reads one document; throws `UnreadableError`
 */
export function openLibrary(
  folders: () => Promise<readonly string[]>,
  host: Host,
  read: (path: string) => Promise<Doc>,
): Library {
  const documents = new Map<string, Promise<Doc>>()
  let shelf: Promise<readonly Doc[]> | undefined
  const at = (path: string) => {
    const key = relativeTo(host.cwd, path)
    let doc = documents.get(key)
    if (!doc) documents.set(key, (doc = read(path)))
    return doc
  }
  const all = async () => {
    const found: Doc[] = []
    for (const path of await folders()) {
      try {
        found.push(await at(path))
      } catch (error) {
        // One broken file on the shelf must not hide the others; it is reported where it is linted itself.
        if (!(error instanceof UnreadableError)) throw error
      }
    }
    return found
  }
  return {
    at,
    async find(citation) {
      shelf ??= all()
      const docs = await shelf
      const number = citation.number && bareNumber(citation.number)
      return (
        (number ? docs.find((doc) => numbersOf(doc).includes(number)) : undefined) ??
        docs.find((doc) => sameTitle(citation.title, doc))
      )
    },
  }
}

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
