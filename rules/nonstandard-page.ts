import {
  defineRule,
  gongwen,
  isLeft,
  isSize,
  isTop,
  mainSection,
  printedPapers,
  titleOf,
  typesetLayout,
  v,
} from '../src/rule.ts'

/** 版心 in millimetres; what 天头 and 订口 may give or take it may, too. */
const AREA = { width: 156, height: 225 }
const ALLOWED = 1.05
/** 33476.2 measures 版心 by the programs' margins, 34.58 above and 32.58 below. */
const AREA_ON_SCREEN = { width: 156, height: 229.84 }
/** Paper is cut to some millimetres. */
const CUT = 2
const LINES = 22
const CHARACTERS = 28
/** Points of a millimetre. */
const POINTS = 72 / 25.4

export default defineRule({
  scope: 'doc',
  genres: printedPapers,
  severity: 'warning',
  printed: true,
  title: { zh: '页面设置不合公文格式', en: 'Page setup is not that of official documents' },
  basis: gongwen.margins,
  options: v.object({}),
  messages: {
    paper: {
      zh: '纸张为 {width}×{height} 毫米，应为 A4 型纸 210×297 毫米（纵向）',
      en: 'The paper is {width} × {height} mm; it should be A4, 210 × 297 mm, upright',
      basis: gongwen.paper,
      advice: { zh: '在“页面设置”中把纸张改为 A4、纵向', en: 'Set the paper to A4, portrait' },
    },
    margins: {
      zh: '天头（上页边距）{top} 毫米、订口（左页边距）{left} 毫米，应为 37±1 毫米、28±1 毫米',
      en: 'The top margin is {top} mm, the left one {left} mm; they should be 37 ± 1 and 28 ± 1 mm',
      advice: {
        zh: '在“页面设置”中把页边距改为上 37、下 35、左 28、右 26 毫米',
        en: 'Set the margins to 37, 35, 28 and 26 mm (top, bottom, left, right)',
      },
    },
    area: {
      zh: '版心为 {width}×{height} 毫米，应为 156×225 毫米',
      en: 'The type area is {width} × {height} mm; it should be 156 × 225 mm',
      advice: {
        zh: '在“页面设置”中把下页边距改为 35 毫米、右页边距改为 26 毫米',
        en: 'Set the bottom margin to 35 mm and the right one to 26 mm',
      },
    },
    lines: {
      zh: '每面排 {found} 行，一般排 22 行',
      en: 'A page holds {found} lines; usually 22',
      severity: 'info',
      basis: gongwen.linesAndCharacters,
      advice: { zh: '把正文行距设为固定值 28.95 磅左右', en: 'Set the line spacing to exactly 28.95 pt or so' },
    },
    characters: {
      zh: '每行排 {found} 个字，一般排 28 个字',
      en: 'A line holds {found} characters; usually 28',
      severity: 'info',
      basis: gongwen.linesAndCharacters,
      advice: { zh: '在“文档网格”中指定每行 28 个字', en: 'Set the document grid to 28 characters a line' },
    },
  },
  *check({ doc }) {
    const layout = typesetLayout(doc)
    if (!layout) return
    const section = mainSection(doc, layout)
    if (!section?.paper || !section.margins) return
    const { paper, margins, pitch, charSpace, size } = section
    const at = { doc, span: titleOf(doc, layout) }
    if (Math.abs(paper.width - 210) > CUT || Math.abs(paper.height - 297) > CUT) {
      yield { message: 'paper', args: { width: short(paper.width), height: short(paper.height) }, at }
      return
    }
    const { top, left } = margins
    const area = { width: paper.width - left - margins.right, height: paper.height - top - margins.bottom }
    // A letter's head begins higher up: 10.1 measures it from the edge of the paper.
    const letter = doc.genre.id === 'letter' || doc.genre.id === 'reply'
    if (!(letter || isTop(top)) || !isLeft(left))
      yield { message: 'margins', args: { top: short(top), left: short(left) }, at }
    else if (!near(area, AREA) && !near(area, AREA_ON_SCREEN) && !letter)
      yield { message: 'area', args: { width: short(area.width), height: short(area.height) }, at }
    // On other margins other numbers fit: what to do about them has been said.
    else {
      const lines = pitch === undefined ? LINES : fitting(area.height, pitch, LINES)
      if (lines !== LINES && !letter) yield { message: 'lines', args: { found: lines }, at }
      const characters = charSpace === undefined ? CHARACTERS : fitting(area.width, size + charSpace, CHARACTERS)
      // Of smaller or larger type another number fits: that is the type's fault.
      if (characters !== CHARACTERS && isSize(size, '3号'))
        yield { message: 'characters', args: { found: characters }, at }
    }
  },
})

type Area = typeof AREA
const near = (a: Area, b: Area) => Math.abs(a.width - b.width) <= ALLOWED && Math.abs(a.height - b.height) <= ALLOWED
const short = (length: number) => Math.round(length * 10) / 10
/** What rounding to 4096ths and twentieths of a point leaves of a character or a line. */
const ROUNDING = 0.02

/** How many fit, where the area may be larger or smaller by what is allowed: `wanted` if that many may. */
function fitting(millimetres: number, points: number, wanted: number): number {
  const [fewest, found, most] = [-ALLOWED, 0, ALLOWED].map((more) =>
    Math.floor(((millimetres + more) * POINTS) / points + ROUNDING),
  )
  return fewest! <= wanted && wanted <= most! ? wanted : found!
}
