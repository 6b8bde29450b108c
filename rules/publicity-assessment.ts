import {
  defineRule,
  demanding,
  laysDuties,
  matchesAny,
  national,
  patternsOption,
  publicityCounted,
  publicityWords,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: demanding,
  severity: 'error',
  title: { zh: '拿批示、发稿、经验推广当考核内容', en: 'Assesses by praise and publicity' },
  basis: national.publicity,
  triggers: publicityWords,
  options: v.object({
    allowed: patternsOption('本来就是这个单位业务的稿件、信息，如“政务公开信息”；句中出现即不查；可以写正则表达式'),
  }),
  messages: {
    counted: {
      zh: '拿领导批示、媒体刊发、经验推广当考核内容：“{words}”',
      en: 'Counts leaders’ praise or publicity in an assessment: “{words}”',
      advice: {
        zh: '删去这一项，考核办成了什么、群众是否认可；确是宣传单位的业务稿件的，把说法写入本规则的 allowed',
        en: 'Drop the item and judge by results; where writing is the unit’s own trade, list the words under allowed',
      },
    },
  },
  *check({ doc, hits }, { allowed }) {
    if (!laysDuties(doc)) return
    for (const { message, words, span } of publicityCounted(doc, hits, (sentence) => matchesAny(allowed, sentence)))
      yield { message, args: { words }, at: { doc, span } }
  },
})
