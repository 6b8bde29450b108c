import { randomFrom } from './random.ts'

/** Columns, one after the other, of as many figures each as the matrix has rows → the matrix times each. */
export type Applied = (columns: Float64Array) => Float64Array

/**
 * The strongest orthonormal directions of a symmetric matrix, strongest first, by subspace iteration. Deterministic.
 * @param width rows of the matrix.
 * @param rounds the closer the strengths lie together, the more it takes.
 * @returns `directions[k × width …)` is the k-th.
 */
export function leadingDirections(
  apply: Applied,
  width: number,
  count: number,
  rounds: number,
): { readonly directions: Float64Array; readonly strengths: readonly number[] } {
  // Some more than are wanted: the last ones are slow to settle.
  const kept = Math.min(width, count + 16)
  const random = randomFrom(7)
  const start = Float64Array.from({ length: kept * width }, () => random() - 0.5)
  let space = orthonormal(start, width, kept)
  for (let round = 0; round < rounds; round++) space = orthonormal(apply(space), width, kept)
  const turned = diagonal(space, apply(space), width, kept)
  const order = [...Array(kept).keys()].sort((a, b) => turned.strengths[b]! - turned.strengths[a]!).slice(0, count)
  const directions = new Float64Array(count * width)
  order.forEach((from, k) => {
    directions.set(turned.directions.subarray(from * width, (from + 1) * width), k * width)
  })
  return { directions, strengths: order.map((from) => turned.strengths[from]!) }
}

/** The matrix that has the products of all columns of `rows` with each other. */
export function productsOf(rows: Float64Array, width: number): Applied {
  const gram = new Float64Array(width * width)
  for (let at = 0; at < rows.length; at += width)
    for (let a = 0; a < width; a++) {
      const v = rows[at + a]!
      if (v !== 0) for (let b = a; b < width; b++) gram[a * width + b]! += v * rows[at + b]!
    }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) gram[a * width + b] = gram[b * width + a]!
  return (columns) => {
    const out = new Float64Array(columns.length)
    for (let at = 0; at < columns.length; at += width)
      for (let a = 0; a < width; a++) {
        const v = columns[at + a]!
        for (let b = 0; b < width; b++) out[at + b]! += v * gram[a * width + b]!
      }
    return out
  }
}

const SWEEPS = 12

/** Gram and Schmidt, twice: once leaves too much of what was to be taken out. */
function orthonormal(space: Float64Array, width: number, kept: number): Float64Array {
  for (let pass = 0; pass < 2; pass++)
    for (let a = 0; a < kept; a++) {
      for (let b = 0; b < a; b++) {
        let dot = 0
        for (let i = 0; i < width; i++) dot += space[a * width + i]! * space[b * width + i]!
        for (let i = 0; i < width; i++) space[a * width + i]! -= dot * space[b * width + i]!
      }
      let norm = 0
      for (let i = 0; i < width; i++) norm += space[a * width + i]! ** 2
      norm = Math.sqrt(norm) || 1
      for (let i = 0; i < width; i++) space[a * width + i]! /= norm
    }
  return space
}

/** Turns a space within itself until the directions do not mix any more (Jacobi). */
function diagonal(space: Float64Array, image: Float64Array, width: number, kept: number) {
  const small = new Float64Array(kept * kept)
  for (let a = 0; a < kept; a++)
    for (let b = 0; b < kept; b++) {
      let dot = 0
      for (let i = 0; i < width; i++) dot += space[a * width + i]! * image[b * width + i]!
      small[a * kept + b] = dot
    }
  const directions = Float64Array.from(space)
  /** Two lists of figures, from a and from b on, each figure `step` behind the last: turned by an angle. */
  const turn = (of: Float64Array, a: number, b: number, step: number, length: number, c: number, s: number) => {
    for (let i = 0; i < length; i++) {
      const [x, y] = [of[a + i * step]!, of[b + i * step]!]
      of[a + i * step] = c * x - s * y
      of[b + i * step] = s * x + c * y
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let a = 0; a < kept; a++)
      for (let b = a + 1; b < kept; b++) {
        const off = (small[a * kept + b]! + small[b * kept + a]!) / 2
        if (off === 0) continue
        const theta = (small[b * kept + b]! - small[a * kept + a]!) / (2 * off)
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        turn(small, a, b, kept, kept, c, t * c)
        turn(small, a * kept, b * kept, 1, kept, c, t * c)
        turn(directions, a * width, b * width, 1, width, c, t * c)
      }
  return { directions, strengths: Array.from({ length: kept }, (_, k) => small[k * kept + k]!) }
}
