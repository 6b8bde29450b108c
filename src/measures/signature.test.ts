import { describe, expect, it } from 'vitest'
import { alike, signature } from './signature.ts'

/** A text of its own kind: Han characters drawn by a fixed sequence. */
function noise(seed: number, length: number): string {
  let state = seed
  const draw = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return 0x4e00 + ((state >>> 8) % 3000)
  }
  return Array.from({ length }, () => String.fromCharCode(draw())).join('')
}

const most = 8
const found = (draft: string, texts: readonly string[]) =>
  alike(draft, texts.map(signature), most).map(({ index }) => index)

describe('signature', () => {
  it('is a sorted set of about a quarter of the 4-grams', () => {
    const grams = signature(noise(1, 8000))
    expect([...grams]).toEqual([...new Set(grams)].sort((a, b) => a - b))
    expect(grams.length).toBeGreaterThan(1700)
    expect(grams.length).toBeLessThan(2300)
  })

  it('does not see layout, punctuation, numbers and swapped regions', () => {
    const written = '全国新增就业1200万人，健全公共就业服务体系，开展职业技能培训，落实失业保险稳岗返还政策。'
    const copied = '全县新增就业 800 万人\n健全公共就业服务体系；开展职业技能培训、落实失业保险稳岗返还政策'
    expect(signature(copied)).toEqual(signature(written))
  })

  it.each(['', '。', '甲乙丙'])('of %j is empty', (text) => {
    expect(signature(text)).toHaveLength(0)
  })
})

describe('alike', () => {
  const shelf = [1, 2, 3, 4, 5, 6].map((seed) => noise(seed, 4000))

  it('finds what a draft comes from, the largest part first', () => {
    const draft = shelf[4]!.slice(0, 1500) + noise(99, 500) + shelf[1]!.slice(2000, 2900)
    expect(found(draft, shelf)).toEqual([4, 1])
  })

  it('finds the source of a single passage', () => {
    const draft = `${shelf[0]!.slice(0, 2000)}${shelf[3]!.slice(500, 620)}${noise(98, 2000)}`
    expect(found(draft, shelf)).toEqual([0, 3])
  })

  it('passes over a second copy of the same text, and takes the first', () => {
    expect(found(shelf[2]!.slice(100, 2000), [shelf[0]!, shelf[2]!, shelf[2]!])).toEqual([1])
  })

  it('passes over what is shared with everybody', () => {
    const formula = noise(50, 200)
    const texts = shelf.map((text) => text + formula)
    expect(found(`${shelf[5]!.slice(0, 2000)}${formula}`, texts)).toEqual([5])
  })

  it('finds no more than it may', () => {
    const many = Array.from({ length: 20 }, (_, i) => noise(i + 200, 1000))
    expect(found(many.map((text) => text.slice(0, 200)).join(''), many)).toHaveLength(most)
  })

  it('finds nothing where there is nothing', () => {
    expect(found('', shelf)).toEqual([])
    expect(found(noise(97, 2000), shelf)).toEqual([])
    expect(found(noise(97, 2000), [])).toEqual([])
    expect(found('甲'.repeat(5000), ['', ''])).toEqual([])
  })

  it('does the same again', () => {
    const draft = shelf.map((text) => text.slice(0, 300)).join('')
    expect(found(draft, shelf)).toEqual(found(draft, shelf))
  })
})
