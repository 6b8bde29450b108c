import { conflicting, defineRule, figuresGiven, misreported, nanle, registeredFacts, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.facts'],
  severity: 'warning',
  title: { zh: '文中的数与台账不一致', en: 'A figure that is not the register’s' },
  basis: nanle.counting,
  options: v.object({}),
  messages: {
    differs: {
      zh: '文中写{name} {said}{measure}，事实数据台账里是 {value}{measure}{date}',
      en: '{name}: {said}{measure} here, {value}{measure} in the register{date}',
      advice: {
        zh: '核对以哪个为准；时间、范围、口径不同的，在文中写明',
        en: 'Find out which is right; where date or scope differ, say so',
      },
    },
    conflicts: {
      zh: '文中写{year}年{name} {said}{measure}，《{other}》写 {value}{measure}',
      en: '{name} in {year}: {said}{measure} here, {value}{measure} in {other}',
      advice: {
        zh: '核对以哪个为准，改正另一份；把这一年的数记入事实数据台账',
        en: 'Find out which is right, correct the other, and enter that year in the register',
      },
    },
  },
  texts: (registers) => registeredFacts(registers).map(({ name }) => name),
  *check({ docs, asOf }) {
    const facts = registeredFacts(docs)
    if (facts.length === 0) return
    const given = docs.filter((doc) => !doc.register).flatMap((doc) => figuresGiven(doc, facts))
    for (const { name, measure, year, here, there } of conflicting(given))
      yield {
        message: 'conflicts',
        args: {
          name,
          measure,
          year,
          said: here.value,
          value: there.value,
          other: there.doc.facts.title || there.doc.path,
        },
        at: { doc: here.doc, span: here.at },
        related: [{ doc: there.doc, span: there.at }],
      }
    for (const { fact, doc, at, said } of misreported(given, asOf === undefined ? undefined : Number(asOf.slice(0, 4))))
      yield {
        message: 'differs',
        args: {
          name: fact.name,
          said,
          value: fact.value,
          measure: fact.measure,
          date: fact.date && `（${fact.date}）`,
        },
        at: { doc, span: at },
        related: [fact.at],
      }
  },
})
