import { expect, test } from 'vitest'
import { merged } from './merged.ts'

const edits = (...starts: number[]) =>
  starts.map((start) => ({ span: { start, end: start + 1 }, text: '，', safe: true }))

test('the first groups stand alone, the others are told together', () => {
  const text = 'a,b,c\nd,e\n\nf,g'
  expect(merged(text, [edits(1, 3), edits(7), [], edits(12)], 1)).toMatchObject([
    { at: { start: 1, end: 2 }, edit: { span: { start: 1, end: 4 }, text: '，b，', safe: true }, count: 2, groups: 1 },
    {
      at: { start: 7, end: 8 },
      edit: { span: { start: 7, end: 13 }, text: '，e\n\nf，', safe: true },
      count: 2,
      groups: 2,
    },
  ])
})

test('no edit rewrites more than a stretch', () => {
  const text = ','.repeat(50_000)
  const joined = merged(text, [edits(0), edits(19_000), edits(21_000), edits(49_000)])
  expect(joined.map(({ count }) => count)).toEqual([2, 1, 1])
})

test('one doubtful edit makes the whole doubtful', () => {
  const [one, two] = [edits(0)[0]!, { ...edits(2)[0]!, safe: false }]
  expect(merged(',a,', [[one, two]])[0]?.edit.safe).toBe(false)
})

test('an ignore comment ends a stretch, and the line behind it is told by itself', () => {
  const text = 'a,b\n<!-- burden-lint-disable-next-line -->\nc,d,e\nf,g\nh,i'
  const at = [...text.matchAll(/,/g)].map(({ index }) => index)
  const told = merged(
    text,
    at.map((start) => edits(start)),
  )
  expect(told.map(({ at, count }) => [text.slice(at.start - 1, at.start), count])).toEqual([
    ['a', 1],
    ['c', 2],
    ['f', 2],
  ])
})
