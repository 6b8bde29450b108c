import {
  defineRule,
  gongwen,
  isRed,
  markOf,
  mastheadFaults,
  printedPapers,
  strayMarks,
  typesetLayout,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: printedPapers,
  severity: 'warning',
  title: { zh: '版头要素顺序或颜色不对', en: 'Elements of the red head are out of order or colour' },
  basis: gongwen.mastheadOrder,
  options: v.object({}),
  messages: {
    order: {
      zh: '{element}排在{below}下面，应排在它上面',
      en: '{element} stands below {below}; it belongs above',
      advice: {
        zh: '版头自上而下依次为份号、密级和保密期限、紧急程度、发文机关标志、发文字号，分隔线以下是标题',
        en: 'From the top: 份号, 密级, 紧急程度, 发文机关标志, 发文字号; the title comes below the red line',
      },
    },
    number: {
      zh: '发文字号排在标题下面，应在发文机关标志之下、标题之上',
      en: 'The document number stands below the title; it belongs between mark and title',
      basis: gongwen.numberPlace,
      advice: { zh: '把发文字号移到发文机关标志下空二行处', en: 'Move it two lines below the mark' },
    },
    colour: {
      zh: '发文机关标志的颜色是{found}，应为红色',
      en: 'The mark of the issuer is {found}; it should be red',
      basis: gongwen.issuingMark,
      advice: { zh: '把发文机关标志改为红色', en: 'Make it red' },
    },
  },
  *check({ doc }) {
    for (const { name, below, at: span } of strayMarks(doc))
      yield { message: 'order', args: { element: name, below }, at: { doc, span } }
    const layout = typesetLayout(doc)
    // Letters have a head of their own (10.1).
    if (!layout || doc.genre.id === 'letter') return
    for (const { name, below, at: span } of mastheadFaults(doc, layout)) {
      if (name === '发文字号' && below === '标题') yield { message: 'number', at: { doc, span } }
      else yield { message: 'order', args: { element: name, below }, at: { doc, span } }
    }
    const mark = markOf(doc, layout)
    const other = mark?.colours.find((colour) => !isRed(colour))
    if (mark && other !== undefined)
      yield { message: 'colour', args: { found: colourName(other) }, at: { doc, span: mark.at } }
  },
})

const colourName = (colour: string) => (colour === '' || colour === '000000' ? '黑色' : `#${colour}`)
