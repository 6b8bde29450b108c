import { defineRule, imbalancesIn, type Mark, nameOf, nanle, placeKey, v } from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.'],
  severity: 'warning',
  title: { zh: '统计数对不上', en: 'Statistics that do not add up' },
  basis: nanle.counting,
  options: v.object({}),
  messages: {
    row: {
      zh: '{unit}{month}{what}写的是 {said}，各项相加是 {computed}',
      en: '{unit} {month} {what}: {said}, but the parts add up to {computed}',
      advice: { zh: '核对合计和各项', en: 'Check the total and its parts' },
    },
    soFar: {
      zh: '{unit}{month}{what}累计写的是 {said}，逐月相加是 {computed}',
      en: '{unit} {month} {what} so far: {said}, but the months add up to {computed}',
      advice: { zh: '核对本月数和上月累计数', en: 'Check this month and the figure before it' },
    },
    total: {
      zh: '{month}{what}合计写的是 {said}，各行相加是 {computed}',
      en: '{month} {what} in total: {said}, but the rows add up to {computed}',
      advice: { zh: '核对合计行和各单位的数', en: 'Check the total and the rows' },
    },
    left: {
      zh: '{unit}{what}写的是 {said}，计划数减去已用数是 {computed}',
      en: '{unit} {what}: {said}, but the plan less what was used is {computed}',
      advice: { zh: '核对计划数、已用数和剩余数', en: 'Check the plan, what was used and what is left' },
    },
    plan: {
      zh: '{unit}的{what}计划这里写的是 {said}，《{other}》写的是 {computed}',
      en: '{unit}, {what}: a plan of {said} here, of {computed} in {other}',
      advice: {
        zh: '核对以哪个为准；计划经批准调整过的，在备注里写明',
        en: 'Find out which is right; where the plan was changed with approval, say so beside it',
      },
    },
    change: {
      zh: '{unit}{what}写的是 {said}，{after}减去{before}是 {computed}',
      en: '{unit} {what}: {said}, but {after} less {before} is {computed}',
      advice: { zh: '核对两个数和增减数', en: 'Check the two figures and their difference' },
    },
    rate: {
      zh: '{unit}{what}写的是 {said}，按{before}、{after}两个数算是 {computed}',
      en: '{unit} {what}: {said}, but {before} and {after} make it {computed}',
      advice: { zh: '核对两个数和百分比', en: 'Check the two figures and the percentage' },
    },
    falls: {
      zh: '{unit}{what}写的是 {said}，前一期已经是 {computed}，累计数不会减少',
      en: '{unit} {what}: {said}, but it was {computed} before, and what adds up does not shrink',
      advice: { zh: '核对两期的数；更正过的，在备注里写明', en: 'Check both figures; where one was corrected, say so' },
    },
    cap: {
      zh: '{what}各单位相加是 {computed}，超过总控制数 {said}',
      en: '{what}: the units add up to {computed}, more than the {said} that all of them may have',
      advice: { zh: '核对分解数，分解的总数不能超过总控制数', en: 'Check what was given to each unit' },
    },
    items: {
      zh: '{unit}{month}{what}统计为 {said}，台账里登记了 {computed}',
      en: '{unit} {month} {what}: {said} counted, {computed} registered',
      advice: {
        zh: '逐件核对；统计口径不同的，统一口径后更正',
        en: 'Check them one by one; agree on what counts',
      },
    },
  },
  *check({ docs, asOf }) {
    const told = new Set<string>()
    const totals: Mark[] = []
    for (const { kind, unit, what, month, said, computed, at, related } of imbalancesIn(docs, asOf)) {
      told.add(placeKey(at))
      if (kind === 'total') totals.push(at)
      // 合计 in a row of 合计.
      if (kind === 'total')
        yield { message: kind, args: { what: what === '合计' ? '' : what, month, said, computed }, at, related }
      else if (kind === 'cap') yield { message: kind, args: { what, said, computed }, at, related }
      else if (kind === 'left') yield { message: kind, args: { unit, what, said, computed }, at, related }
      else if (kind === 'plan')
        yield {
          message: kind,
          args: { unit, what, said, computed, other: withoutEnding(nameOf(related[0]!.doc)) },
          at,
          related,
        }
      else yield { message: kind, args: { unit, what, month, said, computed }, at, related }
    }
    for (const doc of docs)
      for (const { column, said, computed, at: span } of doc.register?.sums() ?? []) {
        const at = { doc, span }
        told.add(placeKey(at))
        totals.push(at)
        yield { message: 'total', args: { what: column, month: '', said, computed }, at }
      }
    for (const doc of docs)
      for (const { kind, unit, column, said, computed, before, after, at: span } of doc.register?.rowFigures() ?? []) {
        if (kind === 'over') continue
        const at = { doc, span }
        // As a table of a known kind it is told above, with more about it.
        if (told.has(placeKey(at)) || (kind === 'row' && totals.some((total) => isInOneRow(total, at)))) continue
        told.add(placeKey(at))
        if (kind === 'row')
          yield {
            message: kind,
            args: { unit: unit === column ? '' : unit, what: column, month: '', said, computed },
            at,
          }
        else if (kind === 'left' || kind === 'falls')
          yield { message: kind, args: { unit, what: column, said, computed }, at }
        else yield { message: kind, args: { unit, what: column, said, computed, before, after }, at }
      }
  },
})

/** One slip puts both the column and the row of a row of totals out. */
const isInOneRow = (a: Mark, b: Mark): boolean =>
  a.doc === b.doc &&
  !/[\r\n]/.test(a.doc.text.slice(Math.min(a.span.start, b.span.start), Math.max(a.span.end, b.span.end)))

const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/, '')
