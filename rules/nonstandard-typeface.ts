import {
  defineRule,
  gongwen,
  missetBody,
  missetHeadings,
  missetTitle,
  printedPapers,
  typesetLayout,
  v,
} from '../src/rule.ts'

const FORMS = ['一、', '（一）', '1.', '（1）']
const FAMILIES = ['黑体', '楷体', '仿宋体', '仿宋体'] as const

export default defineRule({
  scope: 'doc',
  genres: printedPapers,
  severity: 'warning',
  printed: true,
  title: { zh: '字体字号不合公文格式', en: 'Typeface or size is not that of official documents' },
  basis: gongwen.bodyType,
  options: v.object({}),
  messages: {
    title: {
      zh: '标题用的是{found}，一般用2号小标宋体字',
      en: 'The title is set in {found}; usually 2号小标宋 (22 pt)',
      basis: gongwen.titleType,
      advice: {
        zh: '改为2号（22磅）小标宋体，如方正小标宋',
        en: 'Set it in a 小标宋 face of 22 pt',
      },
    },
    body: {
      zh: '正文有 {count} 段用的是{found}，一般用3号仿宋体字',
      en: 'Paragraphs of the body ({count}) are set in {found}; usually 3号仿宋 (16 pt)',
      advice: { zh: '选中正文，改为3号（16磅）仿宋体', en: 'Set the body in a 仿宋 face of 16 pt' },
    },
    heading: {
      zh: '“{form}”这一层标题有 {count} 处用的是{found}，一般用3号{wanted}',
      en: 'Headings of the form {form} ({count}) are set in {found}; usually 3号{wanted} (16 pt)',
      basis: gongwen.headingType,
      advice: { zh: '把这一层标题都改为3号（16磅）{wanted}', en: 'Set all of this level in {wanted}, 16 pt' },
    },
  },
  *check({ doc }) {
    const layout = typesetLayout(doc)
    if (!layout) return
    const title = missetTitle(doc, layout)
    if (title) yield { message: 'title', args: { found: title.found }, at: { doc, span: title.at } }
    const body = missetBody(doc, layout)
    if (body) yield { message: 'body', args: { found: body.found, count: body.count }, at: { doc, span: body.at } }
    for (const [level, found] of missetHeadings(doc, layout, FAMILIES).entries())
      if (found)
        yield {
          message: 'heading',
          args: { form: FORMS[level]!, found: found.found, count: found.count, wanted: FAMILIES[level]! },
          at: { doc, span: found.at },
        }
  },
})
