/** How the Word file of an example is set, in the words of those who set it. */
import { isRed, sizeName } from '../text/typefaces.ts'

type NumberLine = readonly [text: string, points: number, align: string]

/** As an example writes it; null: there is none. */
interface Layout {
  readonly paper?: readonly [width: number, height: number]
  readonly margins?: readonly [top: number, right: number, bottom: number, left: number]
  readonly grid?: readonly [pitch: number, spacing: number] | null
  readonly faces?: Readonly<Record<string, string>>
  readonly numbers?: readonly NumberLine[] | null
}

/** What of the Word file departs from GB/T 9704. */
export function layoutText({ paper, margins, grid, faces, numbers }: Layout): string {
  const departing = [
    ...(paper ? [`纸张改为 ${paper.join('×')} 毫米`] : []),
    ...(margins ? [marginsText(margins)] : []),
    ...(grid === undefined ? [] : [gridText(grid)]),
    ...Object.entries(faces ?? {}).map(([line, face]) => `${lineText(line, faces!)}改用${faceText(face)}`),
    ...(numbers === undefined ? [] : [numbersText(numbers)]),
  ]
  return ['一份 Word 文件，版式按 GB/T 9704', ...departing].join('，')
}

const marginsText = ([top, right, bottom, left]: NonNullable<Layout['margins']>): string =>
  `页边距改为上 ${top}、下 ${bottom}、左 ${left}、右 ${right} 毫米`

function gridText(grid: NonNullable<Layout['grid']> | null): string {
  if (!grid) return '没有设行距和字距'
  const [pitch, spacing] = grid
  return `行距改为 ${pitch} 磅、字距${spacing < 0 ? '紧缩' : '加宽'} ${Math.abs(spacing)} 磅`
}

const lineText = (line: string, faces: NonNullable<Layout['faces']>): string =>
  line !== '*' ? `第 ${line} 行` : Object.keys(faces).length > 1 ? '其他各行' : '全文'

const PLACES: Readonly<Record<string, string>> = {
  left: '居左',
  center: '居中',
  right: '居右',
  frame: '放在图文框里',
}

/** “黑体”2号、居中, of 黑体/22/center. */
function faceText(face: string): string {
  const [font = '', points = '', ...more] = face.split('/')
  const rest = more.map((word) => PLACES[word] ?? (isRed(word) ? '红色' : `颜色 ${word}`))
  return [`“${font}”${sizeName(Number(points))}`, ...rest].join('、')
}

function numbersText(numbers: readonly NumberLine[] | null): string {
  const [odd, even] = numbers ?? []
  if (!odd) return '没有页码'
  return even ? `单页页码改为${numberText(odd)}，双页改为${numberText(even)}` : `页码改为${numberText(odd)}`
}

const numberText = ([text, points, align]: NumberLine): string =>
  `“${text.replaceAll('_', ' ')}”（${sizeName(points)}、${PLACES[align] ?? align}）`
