import {
  defineRule,
  gongwen,
  isSize,
  mainSection,
  type PageNumber,
  printedPapers,
  sizeName,
  titleOf,
  typesetLayout,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: printedPapers,
  severity: 'warning',
  printed: true,
  title: { zh: '没有页码或者页码形式不对', en: 'Page numbers are missing or out of form' },
  basis: gongwen.pageNumbers,
  options: v.object({}),
  messages: {
    none: {
      zh: '没有页码，正文约 {pages} 页',
      en: 'There are no page numbers; the body takes some {pages} pages',
      advice: {
        zh: '在页脚插入页码：4号（14磅）宋体，两边各一条一字线，单页居右空一字、双页居左空一字',
        en: 'Number the pages in the footer, 14 pt, between dashes, on the outer side',
      },
    },
    form: {
      zh: '页码是{place}的“{text}”，{size}，一般用{wanted}',
      en: 'The page number is “{text}”, {size}, {place}; usually {wanted}',
      advice: {
        zh: '页码一般写作“— 1 —”，4号（14磅），放在页脚，单页居右空一字、双页居左空一字（勾选“奇偶页不同”）',
        en: 'Write — 1 — in 14 pt in the footer, right on odd pages and left on even ones',
      },
    },
  },
  *check({ doc }) {
    const layout = typesetLayout(doc)
    if (!layout) return
    const section = mainSection(doc, layout)
    if (!section) return
    const at = { doc, span: titleOf(doc, layout) }
    // The first page of a letter has none, so what only the first page has is nobody's concern.
    const numbers = section.numbers.filter(({ pages }) => pages !== 'first')
    const { pages } = doc.facts.counts
    if (numbers.length === 0) {
      if (pages > 1) yield { message: 'none', args: { pages: Math.ceil(pages) }, at }
      return
    }
    for (const number of numbers) {
      // The only page is an odd one.
      const wanted = faults(number.pages === 'all' && pages <= 1 ? { ...number, pages: 'odd' } : number)
      if (wanted.length === 0) continue
      const place = PLACES[number.align ?? 'unknown']
      yield {
        message: 'form',
        args: {
          place: `${number.place === 'header' ? '页眉' : '页脚'}${place}`,
          text: number.text,
          size: sizeName(number.size),
          wanted: wanted.join('、'),
        },
        at,
      }
      return
    }
  },
})

const PLACES = { left: '居左', right: '居右', center: '居中', outside: '外侧', unknown: '' }

/** What it should be and is not. Where nobody can tell its place, nothing is said of it. */
function* wants({ pages, place, align, size, text }: PageNumber) {
  if (!isSize(size, '4号')) yield '4号'
  if (!/[—–―─－]/.test(text)) yield '左右各一条一字线'
  if (place === 'header') yield '放在版心下边缘之下'
  if (align === undefined || align === 'outside') return
  if (pages === 'all') yield '单页居右、双页居左'
  else if (pages === 'odd' && align !== 'right') yield '单页居右'
  else if (pages === 'even' && align !== 'left') yield '双页居左'
}
const faults = (number: PageNumber): string[] => [...wants(number)]
