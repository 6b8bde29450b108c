/** The 50 % rule laid open for one document: what it is held against, and where each of its sentences comes from. */

import { type Counting, type Doc, type Measurement, type Pair, UsageError } from '../core.ts'
import { askedOf } from '../files/content.ts'
import { discover } from '../files/discovery.ts'
import { staleWords } from '../measures/review.ts'
import { recounted } from '../measures/share.ts'
import type { Told } from '../pairs/pairing.ts'
import { citationName } from '../text/citations.ts'
import type { Judge, JudgeOptions } from './judging.ts'

export interface MeasureResult {
  readonly document: Doc
  readonly superiors: readonly Doc[]
  /** Its share and characters are counted as configured. */
  readonly measurement: Measurement
  readonly counting: Counting
  /** The share that the configuration asks for, 0–1. */
  readonly threshold: number
  /** What the reader should know of how superior documents were chosen, in Chinese. */
  readonly notices: readonly string[]
  /** Superior documents that could not be read, in Chinese. The exit code is 2. */
  readonly problems: readonly string[]
  /** Every file that was read. */
  readonly read: readonly string[]
}

/** Throws `UsageError` when no superior document is known for it. */
export async function measure(
  path: string,
  judge: Judge,
  options: Pick<JudgeOptions, 'host' | 'matchers' | 'stdin'>,
): Promise<MeasureResult> {
  const { host, matchers } = options
  const { pairing, tracing } = judge
  const isStdin = path === options.stdin?.name
  const kind = host.kind(path)
  if (!isStdin && kind !== 'file') await discover([path], host, () => false)
  if (kind === 'folder') throw new UsageError(`${path} 是文件夹`, 'measures 一次只看一份文件，请指定其中一份')
  const document = await judge.read(path, { paired: true })
  const { id, title } = document.genre
  if (document.sheets || id.startsWith('register.'))
    throw new UsageError(
      `${path} 是${id.startsWith('register.') ? title : '表格'}，没有可以逐句核对的正文`,
      'measures 看的是贯彻落实类文件；台账请直接检查，要汇总各单位的请用 ledger',
    )
  const [problems, notices]: [Set<string>, Set<string>] = [new Set(), new Set()]
  const tell: Told = { problem: (text) => problems.add(text), notice: (text) => notices.add(text) }
  const { value: pair, uses } = await tracing.collect(() => pairing.pairOf(document, 1, tell, true))
  if (!pair || pair.superiors.length === 0)
    throw new UsageError(`没有找到 ${path} 的上级文件`, [...problems, missingHint(pair)].join('\n'))
  const { counting, threshold } = askedOf(matchers.settingsFor(path))
  return {
    document,
    superiors: pair.superiors,
    measurement: recounted(pair.measurement, counting),
    counting,
    threshold,
    notices: [...notices, ...staleNotices(pair)],
    problems: [...problems],
    read: [...(isStdin ? [] : [path]), ...uses.flat()],
  }
}

/** What `too-few-local-measures` reports when it lints. */
const staleNotices = ({ review }: Pair): string[] =>
  (review?.stale ?? []).map((stale) => {
    const { sentence, reason } = staleWords(stale)
    return `复核文件 ${review!.path} 中“${sentence}”一句的意见没有采用：${reason}`
  })

const USELESS = {
  itself: '就是这份文稿自己',
  absent: '没有找到',
  outside: '在当前文件夹和配置所在的文件夹之外，没有读取',
  unreadable: '无法读取',
} as const

function missingHint(pair: Pair | undefined): string {
  const [named] = pair?.useless ?? []
  const [cited] = pair?.missing ?? []
  const why = named
    ? `写明的上级文件 ${named.name} ${USELESS[named.why]}。`
    : cited
      ? `文中提到${citationName(cited)}。`
      : ''
  return `${why}请用 --against 指定上级文件，或在配置的 superiors 中写明存放上级文件的文件夹`
}
