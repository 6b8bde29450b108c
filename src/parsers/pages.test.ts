import { describe, expect, it } from 'vitest'
import { type Page, parsePages, type Run } from './pages/index.ts'

const SIZE = 16
/** The column reaches from 80 to 528: 28 characters of 16. */
const LEFT = 80
const WIDTH = 28

const run = (text: string, x: number, y: number, size = SIZE): Run => ({
  text,
  x,
  y,
  width: [...text].reduce((sum, c) => sum + (c < '\u2000' ? size / 2 : size), 0),
  size,
  angle: 0,
})
const page = (...runs: readonly Run[]): Page => ({ width: 595, height: 842, runs })
const text = (...pages: readonly Page[]) => parsePages(pages).text.split('\n')

const TOP = 140
const PITCH = 28
const BODY =
  '各乡镇要在三月底前排查险工险段十二处，逐户登记低洼住户，备足沙袋二万条，汛期到来前演练一次转移安置，结果报县防汛办备案，发现问题当天整改到位'

/** A paragraph set in the column, its first line indented by two characters, from a line on. */
function set(words: string, line: number): { runs: Run[]; next: number } {
  const runs = [run(words.slice(0, WIDTH - 2), LEFT + 2 * SIZE, TOP + line * PITCH)]
  let at = WIDTH - 2
  while (at < words.length) {
    line++
    runs.push(run(words.slice(at, at + WIDTH), LEFT, TOP + line * PITCH))
    at += WIDTH
  }
  return { runs, next: line + 1 }
}

/** Pages whose paragraphs show what the column is. */
const filled = (count = 3) => {
  const runs: Run[] = []
  let line = 0
  for (let i = 0; i < count; i++) {
    const made = set(`${BODY}。`, line)
    runs.push(...made.runs)
    line = made.next
  }
  return { runs, next: line }
}

describe('lines of a page', () => {
  it('that lead to page numbers are entries, each its own', () => {
    const entries = ['一、总体要求', '二、主要任务'].map((name, i) => `${name}${'.'.repeat(42)}${i + 1}`)
    const { runs, next } = filled()
    expect(
      text(page(...runs, ...entries.map((entry, i) => run(entry, LEFT, TOP + (next + i) * PITCH)))).slice(3),
    ).toEqual(entries)
  })

  it('hold what is raised in them; the number of a note is left out', () => {
    const raised = (words: string, x: number, y: number) => run(words, x, y - 0.45 * SIZE, 0.58 * SIZE)
    const line = (y: number, before: string, mark: string, after: string) => {
      const first = run(before, LEFT, y)
      const second = raised(mark, first.x + first.width, y)
      return [first, second, run(after, second.x + second.width, y)]
    }
    const { runs, next } = filled()
    const y = (i: number) => TOP + (next + i * 2) * PITCH
    const lines = [
      ...line(y(0), '建成灌区', '1', '三处。'),
      ...line(y(1), '占地500m', '2', '。'),
      ...line(y(2), '共10', '4', '亩。'),
    ]
    expect(text(page(...runs, ...lines)).slice(3)).toEqual(['建成灌区三处。', '占地500m2。', '共104亩。'])
  })

  it('become the paragraphs that they were broken from', () => {
    expect(text(page(...filled().runs))).toEqual([`${BODY}。`, `${BODY}。`, `${BODY}。`])
  })

  it('are one paragraph over the end of a page', () => {
    const whole = `${BODY}，${BODY}。`
    const { runs } = set(whole, 0)
    const cut = 3
    const first = page(...filled().runs, ...runs.slice(0, cut).map((r) => ({ ...r, y: r.y + 9 * PITCH })))
    const second = page(...runs.slice(cut), ...filled().runs.map((r) => ({ ...r, y: r.y + 8 * PITCH })))
    expect(text(first, second)[3]).toBe(whole)
  })

  it('keep a title, a number and a signature apart', () => {
    const { runs, next } = filled()
    const title = run('关于做好防汛工作的通知', 190, 60, 22)
    const number = run('南政办〔2024〕5号', 240, 100)
    const below = TOP + (next + 2) * PITCH
    const signature = [run('南乐县人民政府办公室', 528 - 10 * SIZE, below), run('2024年5月6日', 400, below + PITCH)]
    const lines = text(page(title, number, ...runs, ...signature))
    expect(lines.slice(0, 2)).toEqual(['关于做好防汛工作的通知', '南政办〔2024〕5号'])
    expect(lines.slice(-2)).toEqual(['南乐县人民政府办公室', '2024年5月6日'])
  })

  it('join a title that is too long for one line', () => {
    const first = '关于做好汛期安全生产和地质灾害防治工作'
    const title = [run(first, 95, 60, 22), run('的通知', 271, 92, 22)]
    expect(text(page(...title, ...filled().runs))[0]).toBe(`${first}的通知`)
  })

  it('tell a heading from the text below it by the room it leaves', () => {
    const { runs, next } = filled()
    const heading = run('一、压实责任', LEFT + 2 * SIZE, TOP + next * PITCH)
    const { runs: after } = set(`${BODY}。`, next + 1)
    expect(text(page(...runs, heading, ...after)).slice(3)).toEqual(['一、压实责任', `${BODY}。`])
  })

  it('keep words far apart separate, and spread characters together', () => {
    const far = [run('南政发〔2024〕5号', 80, 100), run('签发人：张三', 400, 100)]
    const spread = [...'县人民政府文件'].map((c, i) => run(c, 80 + i * 60, 60, 40))
    expect(text(page(...spread, ...far, ...filled().runs)).slice(0, 2)).toEqual([
      '县人民政府文件',
      '南政发〔2024〕5号\t签发人：张三',
    ])
  })

  it('put a blank between Latin words, none between a number and its unit', () => {
    const runs = [run('PDF', 80, 60), run('file', 110, 60), run('12', 200, 100), run('月', 220, 100)]
    expect(text(page(...runs))).toEqual(['PDF file', '12月'])
  })

  it('imitate bold type by setting glyphs twice', () => {
    expect(text(page(run('通知', 200, 60), run('通知', 200.4, 60)))).toEqual(['通知'])
  })
})

describe('what belongs to the pages', () => {
  it.each(['— 1 —', '－1－', '第1页', '第 1 页 共 3 页', '1/3', '- 1 -', '1'])(
    'a number is kept aside: %s',
    (number) => {
      const { text: read, meta } = parsePages([page(...filled().runs, run(number, 280, 790, 14))])
      expect(read).not.toContain(number)
      expect(meta.asides).toEqual([{ kind: 'footer', text: expect.stringContaining('1') }])
    },
  )

  it('a running header is kept aside once, a title in its place is not', () => {
    const header = run('南乐县人民政府文件', 80, 50, 10)
    const pages = [1, 2, 3].map(() => page(header, ...filled().runs))
    const { meta, text: read } = parsePages(pages)
    expect(meta.asides).toEqual([{ kind: 'header', text: '南乐县人民政府文件' }])
    expect(read).not.toContain('南乐县')
    expect(text(page(header, ...filled().runs))[0]).toBe('南乐县人民政府文件')
  })

  it('a number that belongs to the text stays', () => {
    const { runs, next } = filled()
    expect(text(page(...runs, run('2024', 112, TOP + next * PITCH)))).toContain('2024')
  })
})

describe('a page that was turned', () => {
  it('is read along its own lines', () => {
    const turned = filled().runs.map((r) => ({ ...r, x: 842 - r.y, y: r.x, angle: 90 }))
    const { text: read } = parsePages([{ width: 842, height: 595, runs: turned }])
    expect(read.split('\n')[0]).toBe(`${BODY}。`)
  })
})
