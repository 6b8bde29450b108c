import { defineRule, gongwen, miscounts, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['*'],
  severity: 'warning',
  title: { zh: '列举的项数与所说的数目不符', en: 'A list has more or fewer items than announced' },
  basis: gongwen.concise,
  options: v.object({}),
  messages: {
    miscounted: {
      zh: '说的是“{stated}”，列出的是{found}项',
      en: 'Announces “{stated}” but lists {found}',
      advice: {
        zh: '核对漏了哪一项、多了哪一项，再改数目或补齐列举；只举其中几项的，写“等”',
        en: 'Find the missing or surplus item, then mend the number or the list; write 等 where only some are named',
      },
    },
  },
  *check({ doc }) {
    for (const { at, stated, found, list } of miscounts(doc))
      yield {
        message: 'miscounted',
        args: { stated, found },
        at: { doc, span: at },
        related: [{ doc, span: list }],
      }
  },
})
