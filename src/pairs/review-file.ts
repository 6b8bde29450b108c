/** The review file beside a document: what a person decided about its sentences. Read, and begun for them. */
import * as v from 'valibot'
import type { Decision, Doc, Host, Kind, Measurement, Reuse, Review } from '../core.ts'
import { listed, readYaml, textOf } from '../files/yaml-text.ts'
import { isGroup, type Problem, pathText, problems } from '../validate.ts'

/** Endings of a review file, strongest first. */
const ENDINGS = ['.measures.yaml', '.measures.yml']

const REMEDY = '本次没有采用这份复核文件，按机器的判断计算；改正后再运行'

const REUSES: Readonly<Record<string, Reuse>> = {
  copied: 'copied',
  adapted: 'adapted',
  novel: 'novel',
  照抄: 'copied',
  改写: 'adapted',
  自拟: 'novel',
}
const KINDS: Readonly<Record<string, Kind>> = {
  measure: 'measure',
  vague: 'vague',
  boilerplate: 'boilerplate',
  other: 'other',
  具体举措: 'measure',
  举措: 'measure',
  笼统要求: 'vague',
  笼统: 'vague',
  套话: 'boilerplate',
  其他: 'other',
}

const shape = () =>
  v.array(
    v.strictObject({
      sentence: v.pipe(v.string(), v.regex(/\S/, '不能为空')),
      reuse: v.nullish(v.picklist(Object.keys(REUSES))),
      kind: v.nullish(v.picklist(Object.keys(KINDS))),
      reason: v.nullish(v.string()),
      who: v.nullish(v.string()),
    }),
  )
type Entry = v.InferOutput<ReturnType<typeof shape>>[number]

/** Where the review files of a document may lie: beside it, nowhere else. */
export const reviewPaths = (document: string): readonly string[] =>
  ENDINGS.map((ending) => document.replace(/\.[^./\\]*$/, '') + ending)

/**
 * The review of a document, if it has one. What is wrong with the file goes to `say`, in Chinese; then nothing of it is used, for half
 * of somebody's decisions would be nobody's.
 */
export async function readReview(
  host: Host,
  document: string,
  say: (problem: string) => void,
): Promise<Review | undefined> {
  const [path, other] = reviewPaths(document).filter((candidate) => host.kind(candidate) === 'file')
  if (path === undefined) return undefined
  if (other !== undefined) say(`复核文件有两份（${path} 和 ${other}），只采用前一份；请合并成一份`)
  const wrong = (what: string) => {
    say(`复核文件 ${path} ${what}；${REMEDY}`)
    return undefined
  }
  const source = textOf(host, path)
  if ('wrong' in source) return wrong(source.wrong)
  const parsed = await parseReview(source.text)
  return 'faults' in parsed ? wrong(`有误：${parsed.faults.join('；')}`) : { path, decisions: parsed.decisions }
}

/** The decisions in the text of a review file, or what is wrong with it, each fault with its line. */
export async function parseReview(
  text: string,
): Promise<{ readonly decisions: readonly Decision[] } | { readonly faults: readonly string[] }> {
  const read = await readYaml(text)
  if ('fault' in read) return { faults: [read.fault] }
  const { value, lineOf } = read
  if (value === undefined) return { decisions: [] }
  const found: Problem[] = problems(shape(), value)
  if (found.length === 0)
    (value as Entry[]).forEach((entry, i) => {
      const missing = lacking(entry)
      if (missing !== undefined) found.push({ path: [i], text: missing })
    })
  if (found.length > 0) {
    const faults = listed(found, ({ path, text }) => {
      const key = path.length > 1 ? `${pathText(path.slice(1))} ` : ''
      return `第 ${lineOf(path)} 行：${key}${path.length === 0 && !isGroup(value) ? '应为列表，每条以“- sentence:”开头' : text}`
    })
    return { faults }
  }
  return { decisions: (value as Entry[]).filter((entry) => !isPending(entry)).map(decisionOf) }
}

const isBlank = (text: string | null | undefined) => (text ?? '').trim() === ''

/** An entry that nobody has filled in yet decides nothing. */
const isPending = ({ reuse, kind, reason, who }: Entry) => !reuse && !kind && isBlank(reason) && isBlank(who)

function lacking(entry: Entry): string | undefined {
  if (isPending(entry)) return undefined
  if (!entry.reuse && !entry.kind) return 'reuse 和 kind 至少要写一项'
  if (isBlank(entry.reason)) return '缺少 reason（理由）'
  return isBlank(entry.who) ? '缺少 who（复核人）' : undefined
}

const decisionOf = ({ sentence, reuse, kind, reason, who }: Entry): Decision => ({
  sentence: sentence.trim(),
  ...(reuse && { reuse: REUSES[reuse]! }),
  ...(kind && { kind: KINDS[kind]! }),
  reason: reason!.trim(),
  who: who!.trim(),
})

// ---------------------------------------------------------------------------------------------------- beginning

const REUSE_NAMES: Readonly<Record<Reuse, string>> = { copied: '照抄', adapted: '改写', novel: '自拟' }
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  measure: '具体举措',
  vague: '笼统要求',
  boilerplate: '套话',
  other: '其他',
}

/** More of a sentence is not needed to know it. UTF-16 units. */
const SHOWN = 120

/**
 * A review file to be filled in: the given units, in their order, each with what the machine thinks and where it may come from.
 * Left as it is, it decides nothing.
 */
export async function beginReview(
  { text, path }: Pick<Doc, 'text' | 'path'>,
  superiors: readonly Pick<Doc, 'text'>[],
  units: Measurement['units'],
): Promise<string> {
  const { stringify } = await import('yaml')
  const scalar = (value: string) => stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd()
  const line = (value: string) => {
    const flat = value.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()
    return flat.length > SHOWN ? flat.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '') : flat
  }
  const entries = units.map((unit) => {
    const source = [...unit.sources].sort((a, b) => b.score - a.score)[0]
    const there = source && superiors[source.superior]?.text.slice(source.start, source.end)
    return [
      `- sentence: ${scalar(line(text.slice(unit.start, unit.end)))}`,
      `  # 机器的判断：${REUSE_NAMES[unit.reuse]}，${KIND_NAMES[unit.kind]}`,
      ...(there ? [`  # 上级文件相近处：${line(there)}`] : []),
      '  reuse:',
      '  kind:',
      '  reason:',
      '  who:',
    ]
      .map((row) => `${row}\n`)
      .join('')
  })
  return `# ${line(path)} 的复核文件。机器对下面的句子拿不准，请逐句填写，再运行 burden-lint，就按您的判断计算。
# reuse（来源）：照抄、改写、自拟。  kind（性质）：具体举措、笼统要求、套话、其他。
# 两项至少写一项，不写的一项照机器的判断；reason（理由）和 who（复核人）必写。四项都空着的，不起作用。
# 别的句子也可以照样添加：sentence 写句子原文，或者它开头的 8 个字以上。同样的句子有几处，写一次都算。

${entries.join('\n')}`
}
