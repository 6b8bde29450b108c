/** Work grows with the length of a text, not with its square: on texts that say one thing again and again, with few stops or none. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { defaultSettings } from '../config/rules.ts'
import type { GenreId } from '../core.ts'
import { examplesOf } from '../examples.ts'
import { LINEAR } from './growth.ts'
import { openInMemory } from './in-memory.ts'

const settings = defaultSettings(rules)
/** What is taken for no time at all. Milliseconds. */
const LEAST = 40
/** UTF-16 units of the shorter text. */
const LENGTH = 15_000

/** Milliseconds of the processor. */
async function taken(text: string, genre: GenreId): Promise<number> {
  const session = openInMemory([['文稿.txt', text]], rules, settings, { genre })
  const before = process.cpuUsage()
  await session.check(['文稿.txt'])
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How many times as long four times as much of `unit` takes; of a few rounds the least, since a busy machine makes some longer. */
async function growthOf(unit: string, genre: GenreId = 'notice'): Promise<number> {
  const filled = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  let [small, large, growth] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 4 && growth >= LINEAR; round++) {
    small = Math.min(small, await taken(filled(LENGTH), genre))
    large = Math.min(large, await taken(filled(4 * LENGTH), genre))
    growth = large / Math.max(small, LEAST)
  }
  return growth
}

const pages = readdirSync('rules').filter((name) => name.endsWith('.md'))

it.each(pages)(
  'the examples of %s, one after the other on one line and without marks',
  { timeout: 60_000 },
  async (page) => {
    const examples = examplesOf(readFileSync(`rules/${page}`, 'utf8')).filter(({ path }) => /\.(?:txt|md)$/.test(path))
    const unit = examples.map(({ text }) => text.replace(/[\s。，；、]/g, '')).join('')
    if (unit !== '') expect(await growthOf(unit, examples.find(({ genre }) => genre)?.genre)).toBeLessThan(LINEAR)
  },
)

it.each([
  '整治行动.5万元以上的',
  '比例为百分之85以上，\n',
  '服务12.345万人次，办理100007人次。',
  '卫生厕所已有1234户用上了。卫生厕所已达1243户。',
  '整改问题30个，已全部整改到位，整改率达到100%。',
  '尚有7条没有整改到位，整改率达到100%。',
  '已建成幸福院156个和现有的幸福院165个以及',
  '任务：',
  '第一产业第二产业',
  '其中12人分别',
  '总的看，全年清理河道16.2公里。',
  '9:00至9:40看村部，三个点位合计100分钟。',
])('%j', { timeout: 60_000 }, async (unit) => {
  expect(await growthOf(unit)).toBeLessThan(LINEAR)
  expect(await growthOf(unit, 'report.work')).toBeLessThan(LINEAR)
})
