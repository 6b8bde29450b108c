import {
  defineRule,
  gathered,
  ITEM_NAMES,
  nanle,
  placeKey,
  progress,
  quartersOver,
  quotasIn,
  standing,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.plan'],
  severity: 'error',
  title: { zh: '发文、会议、督查检查超过计划数，或者快要超过', en: 'A quota that is overrun, or will be' },
  basis: nanle.annualPlan,
  options: v.object({
    warnAt: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0, '应在 0 到 1 之间'),
        v.maxValue(1, '应在 0 到 1 之间'),
        v.description('用到计划数的几成时预警；1 为不按比例预警。依据没有写比例，0.8 是本工具的取值'),
      ),
      0.8,
    ),
    minMonths: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1, '应在 1 到 12 之间'),
        v.maxValue(12, '应在 1 到 12 之间'),
        v.description('满几个月才按进度推算；依据没有规定，3 是本工具的取值'),
      ),
      3,
    ),
  }),
  messages: {
    over: {
      zh: '{unit}{year}年{what}计划 {quota}，已有 {used}，超出 {excess}',
      en: '{unit}, {what} in {year}: {used} of {quota}, {excess} too many',
      advice: {
        zh: '停止计划外的事项，说明超出的原因，报批后调整计划',
        en: 'Stop, explain, and have the plan changed',
      },
    },
    overQuarter: {
      zh: '{unit}{year}年{quarter}季度{what}计划 {quota}，已有 {used}，超出 {excess}',
      en: '{unit}, {what} in quarter {quarter} of {year}: {used} of {quota}, {excess} too many',
      advice: {
        zh: '按季度控制；确需增加的，说明原因，报批后在季度之间调剂',
        en: 'Keep to the quarters; explain, and have what is needed moved from another one',
      },
    },
    overdrawn: {
      zh: '{unit}{what}计划 {quota}，已有 {used}，超出 {excess}',
      en: '{unit}, {what}: {used} of {quota}, {excess} too many',
      advice: {
        zh: '停止计划外的事项，说明超出的原因，报批后调整计划',
        en: 'Stop, explain, and have the plan changed',
      },
    },
    pace: {
      zh: '{unit}{year}年{what}计划 {quota}，{months} 个月已有 {used}；照此进度{month}月用完，全年约 {forecast}',
      en: '{unit}, {what} in {year}: {used} of {quota} in {months} months; at this pace used up in month {month}, about {forecast} in the year',
      advice: {
        zh: '提前预警：还剩 {left}，按月安排，能合并的合并',
        en: 'Warn early: spread the remaining {left} over the year',
      },
      basis: nanle.earlyWarning,
      severity: 'warning',
    },
    usedUp: {
      zh: '{unit}{year}年{what}计划 {quota}，到{month}月已经用完',
      en: '{unit}, {what} in {year}: all {quota} used up by month {month}',
      advice: {
        zh: '提前预警：后面几个月没有计划可用；确需增加的，先按程序报批',
        en: 'Warn early: nothing is left for the months to come; have more approved first',
      },
      basis: nanle.earlyWarning,
      severity: 'warning',
    },
    near: {
      zh: '{unit}{year}年{what}计划 {quota}，已有 {used}，用了 {share}%，只剩 {left}',
      en: '{unit}, {what} in {year}: {used} of {quota} ({share} %), {left} left',
      advice: { zh: '提前预警：余下的从严把关', en: 'Warn early: be strict with what is left' },
      basis: nanle.earlyWarning,
      severity: 'warning',
    },
  },
  *check({ docs, asOf }, { warnAt, minMonths }) {
    const isPlanned = !quotasIn(docs)[Symbol.iterator]().next().done
    const { series, years } = isPlanned ? gathered(docs, asOf) : { series: [], years: [] }
    const told = new Set<string>()
    for (const { unit, kind, years: own } of series)
      for (const [year, figures] of own) {
        const { quota, at, months, marks, listed = false, first = 1, last, spread = [] } = figures
        if (quota === undefined || !at || figures.itemized) continue
        told.add(placeKey(at))
        // Where nobody says which day it is, the year has come as far as its figures.
        const latest = months.findLastIndex((count) => count !== undefined) + 1
        const day = asOf ?? `${years.at(-1) ?? year}-${String(Math.max(1, latest)).padStart(2, '0')}-31`
        const found = standing(
          { quota, months, listed, first, ...(last !== undefined && { last }), spread },
          progress(year, day),
          {
            share: warnAt,
            months: minMonths,
          },
        )
        const { state, why, used, counted, reported, share = 0, pace = 0, exhausted } = found
        const left = quota - used
        // As the plan calls it, where the finding stands, and as the statistics do.
        const { unit: called = unit } = figures
        const common = { unit: called === unit ? unit : `${called}（${unit}）`, year, what: ITEM_NAMES[kind], quota }
        const place = { at, related: marks.slice(-3) }
        if (state === 'over') yield { message: 'over', args: { ...common, used, excess: -left }, ...place }
        else if (why && left === 0)
          yield { message: 'usedUp', args: { ...common, month: exhausted ?? latest }, ...place }
        else if (why === 'pace') {
          const forecast = Math.round(pace)
          yield {
            message: 'pace',
            args: { ...common, used: counted, months: reported, month: exhausted ?? 12, forecast, left },
            ...place,
          }
        } else if (why === 'share')
          yield {
            message: 'near',
            args: { ...common, used, share: Math.min(99, Math.round(share * 100)), left },
            ...place,
          }
      }
    for (const { unit, type, year, quarter, quota, used, at, related } of quartersOver(docs, series, asOf))
      yield {
        message: 'overQuarter',
        args: {
          unit,
          year,
          quarter: '一二三四'[quarter - 1]!,
          what: ITEM_NAMES[type],
          quota,
          used,
          excess: used - quota,
        },
        at,
        related,
      }
    // What a table says itself of its plan, whatever it counts.
    for (const doc of docs)
      for (const { kind, unit, column, said, computed, at: span } of doc.register?.rowFigures() ?? []) {
        const at = { doc, span }
        if (kind !== 'over' || told.has(placeKey(at))) continue
        told.add(placeKey(at))
        const [used, quota] = [Number.parseFloat(said), Number.parseFloat(computed)]
        yield {
          message: 'overdrawn',
          args: { unit, what: column, used, quota, excess: used - quota },
          at,
        }
      }
  },
})
