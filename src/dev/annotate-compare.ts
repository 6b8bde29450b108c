/** What we put into a document part, taken out again by other means than ours; and whether it stands where the format allows it. */

const TOKEN = /<[^>]*>|[^<]+/g
const nameOf = (tag: string) => /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? ''
const local = (tag: string) => nameOf(tag).replace(/^.*:/, '')

/** Without the marks of these comments. */
export function withoutComments(xml: string, ids: ReadonlySet<string>): string {
  const ours = (whole: string, id: string) => (ids.has(id) ? '' : whole)
  return xml
    .replace(/<[\w.-]+:commentRange(?:Start|End)(?: xmlns:w="[^"]*")? [\w.-]+:id="(\d+)"\/>/g, ours)
    .replace(/<([\w.-]+):r(?: xmlns:w="[^"]*")?><\1:commentReference \1:id="(\d+)"\/><\/\1:r>/g, (whole, _, id) =>
      ours(whole, id),
    )
}

/** As if every tracked change of ours had been rejected. */
export function rejected(xml: string): string {
  return (
    xml
      // What we insert into somebody else's insertion ends that and begins it again.
      .replace(
        /<\/([\w.-]+):ins>(<\1:ins [^>]*author="burden-lint"[^>]*>(?:(?!<\/\1:ins>).)*<\/\1:ins>)<\1:ins [^>]*>/gs,
        '$2',
      )
      .replace(/<([\w.-]+):ins [^>]*author="burden-lint"[^>]*>(?:(?!<\/\1:ins>).)*<\/\1:ins>/gs, '')
      .replace(
        /<([\w.-]+):del [^>]*author="burden-lint"[^>]*>((?:(?!<\/\1:del>).)*)<\/\1:del>/gs,
        (_, w, inner: string) =>
          inner.replaceAll(`<${w}:delText`, `<${w}:t`).replaceAll(`</${w}:delText>`, `</${w}:t>`),
      )
  )
}

/**
 * How `marked` differs from `original`; undefined where it is the same but for runs that were divided: a run may end at any place, if another begins there with
 * the same tag and the same properties, and a text may say that its white space counts.
 */
export function difference(original: string, marked: string): string | undefined {
  if (original === marked) return undefined
  const [a, b] = [original.match(TOKEN) ?? [], marked.match(TOKEN) ?? []]
  /** Start tag and properties of the runs that are open. */
  const runs: { tag: string; properties: string }[] = []
  let [i, j] = [0, 0]
  let [left, right] = [a[0] ?? '', b[0] ?? '']
  const nextA = () => {
    left = a[++i] ?? ''
  }
  const nextB = () => {
    right = b[++j] ?? ''
  }
  while (left !== '' || right !== '') {
    if (left !== '' && right !== '' && left[0] !== '<' && right[0] !== '<') {
      const common = Math.min(left.length, right.length)
      if (left.slice(0, common) !== right.slice(0, common)) break
      left = left.slice(common)
      right = right.slice(common)
      if (left === '') nextA()
      if (right === '') nextB()
      continue
    }
    if (left !== '' && (left === right || left === right.replace(' xml:space="preserve"', ''))) {
      if (local(left) === 'r' && !left.startsWith('</') && !left.endsWith('/>'))
        runs.push({ tag: left, properties: propertiesAt(a, i + 1) })
      if (local(left) === 'r' && left.startsWith('</')) runs.pop()
      nextA()
      nextB()
      continue
    }
    const after = division(b, j, runs.at(-1))
    if (after < 0) break
    j = after - 1
    nextB()
  }
  if (left === '' && right === '') return undefined
  return `the document differs: “${left.slice(0, 60)}” became “${right.slice(0, 60)}” (token ${i})`
}

/** The properties that begin at a token, as they are written. */
function propertiesAt(tokens: readonly string[], at: number): string {
  if (local(tokens[at] ?? '') !== 'rPr') return ''
  if (tokens[at]!.endsWith('/>')) return tokens[at]!
  let end = at
  while (end < tokens.length && tokens[end] !== `</${nameOf(tokens[at]!)}>`) end++
  return tokens.slice(at, end + 1).join('')
}

/** Index behind the tokens that divide a run at `at`, or -1. */
function division(tokens: readonly string[], at: number, run: { tag: string; properties: string } | undefined): number {
  let j = at
  const inText = local(tokens[j] ?? '') === 't'
  if (inText && !tokens[j++]!.startsWith('</')) return -1
  if (!run || tokens[j++] !== `</${nameOf(run.tag)}>` || tokens[j++] !== run.tag) return -1
  const properties = propertiesAt(tokens, j)
  if (properties !== run.properties) return -1
  if (properties !== '') j += properties.match(TOKEN)!.length
  if (!inText) return j
  return local(tokens[j] ?? '') === 't' && !tokens[j]!.startsWith('</') ? j + 1 : -1
}

/** Elements in which runs, tracked changes and ranges may stand (EG_PContent, EG_ContentRunContent of the schema); `rubyBase` has runs, too. */
const CONTENT = new Set([
  'p',
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'sdtContent',
  'dir',
  'bdo',
  'fldSimple',
  'rubyBase',
])

/** What of ours stands where the schema does not allow it, and what of a tracked change holds what it must not. */
export function misplaced(xml: string): string[] {
  const faults: string[] = []
  const open: { name: string; ours: boolean }[] = []
  for (const token of xml.match(TOKEN) ?? []) {
    if (token[0] !== '<' || token[1] === '?' || token[1] === '!') continue
    const name = local(token)
    if (token[1] === '/') {
      if (open.pop()?.name !== name) faults.push(`</${name}> closes something else`)
      continue
    }
    const parent = open.at(-1)
    const ours = token.includes('author="burden-lint"')
    if (
      (/^commentRange/.test(name) || ((name === 'ins' || name === 'del') && ours)) &&
      !CONTENT.has(parent?.name ?? '')
    )
      faults.push(`${name} in ${parent?.name}`)
    if (name === 'commentReference' && (parent?.name !== 'r' || !CONTENT.has(open.at(-2)?.name ?? '')))
      faults.push(`${name} in ${open.at(-2)?.name}/${parent?.name}`)
    if (parent?.ours && name !== 'r') faults.push(`${name} in a ${parent.name} of ours`)
    if (name === 'r' && parent?.name === 'r') faults.push('r in r')
    if (name === 't' && open.some((o) => o.ours && o.name === 'del')) faults.push('t in del')
    if (name === 'delText' && !open.some((o) => o.name === 'del')) faults.push('delText outside del')
    if (!token.endsWith('/>')) open.push({ name, ours })
  }
  if (open.length > 0) faults.push(`${open.at(-1)!.name} is not closed`)
  return [...new Set(faults)].slice(0, 5)
}
