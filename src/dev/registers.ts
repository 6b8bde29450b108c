/** Invented registers of a whole county, for looking at the ledger and for its tests: plans and monthly counts of several years, the same ones every time. */
const TOWNS = ['城关', '北河', '柳林', '石桥', '青山', '大店', '双井', '马坡', '黄沙', '杏园', '东岭', '白水']
const OFFICES = [
  '县委办公室',
  '县政府办公室',
  '县纪委监委',
  '县委组织部',
  '县委宣传部',
  '县委统战部',
  '县委政法委',
  '县委编办',
  '县信访局',
  '县发展改革委',
  '县教育局',
  '县科技局',
  '县工业和信息化局',
  '县公安局',
  '县民政局',
  '县司法局',
  '县财政局',
  '县人力资源社会保障局',
  '县自然资源局',
  '县生态环境分局',
  '县住房城乡建设局',
  '县交通运输局',
  '县水利局',
  '县农业农村局',
  '县商务局',
  '县文化广电旅游局',
  '县卫生健康委',
  '县退役军人事务局',
  '县应急管理局',
  '县审计局',
  '县市场监督管理局',
  '县统计局',
  '县医疗保障局',
  '县乡村振兴局',
  '县城市管理局',
  '县行政审批和政务信息管理局',
  '县林业局',
  '县供销合作社',
  '县总工会',
  '团县委',
  '县妇联',
  '县科协',
  '县工商联',
  '县残联',
  '县红十字会',
  '县档案馆',
  '县气象局',
  '县消防救援大队',
]
const KINDS = ['发文', '会议', '督查检查考核'] as const

/** Sixty: twelve townships, and what belongs to the county. */
export const UNITS: readonly string[] = [...TOWNS.map((name) => `${name}${name.length % 2 ? '乡' : '镇'}`), ...OFFICES]

/** Files by name. The last year ends with month `until`; documents bunch in spring and at the end of the year. */
export function registers(
  years: readonly number[],
  until: number,
  units: readonly string[] = UNITS,
): Map<string, string> {
  const files = new Map<string, string>()
  const next = numbers(7)
  const plan = ['单位,年度,发文计划数,会议计划数,督查检查考核计划数']
  for (const year of years)
    for (const [u] of units.entries()) plan.push([units[u], year, ...KINDS.map((_, k) => usual(u, k) * 12)].join(','))
  files.set('年度计划.csv', `${plan.join('\r\n')}\r\n`)
  for (const year of years) {
    const last = year === years.at(-1) ? until : 12
    const rows = [
      `${year}年各单位发文、会议、督查检查考核月度统计表`,
      '单位,月份,发文数,累计发文数,会议数,督查检查考核数',
    ]
    const sums = units.map(() => 0)
    for (let month = 1; month <= last; month++) {
      const total = [0, 0, 0]
      for (const [u, unit] of units.entries()) {
        const counts = KINDS.map((_, k) => Math.floor(usual(u, k) * season(month) * (0.6 + next()) * growth(u, year)))
        sums[u]! += counts[0]!
        for (const k of [0, 1, 2]) total[k]! += counts[k]!
        rows.push([unit, `${month}月`, counts[0], sums[u], counts[1], counts[2]].join(','))
      }
      rows.push(['合计', `${month}月`, total[0], '', total[1], total[2]].join(','))
    }
    files.set(`${year}年月度统计.csv`, `\ufeff${rows.join('\r\n')}\r\n`)
  }
  return files
}

/** How many a month: of documents up to eight, of inspections hardly one. */
const usual = (unit: number, kind: number): number => (kind === 0 ? 2 + (unit % 7) : kind === 1 ? 1 + (unit % 4) : 1)
const season = (month: number): number => (month === 3 || month >= 11 ? 1.3 : month === 2 || month === 7 ? 0.6 : 1)
/** Most units keep still; a few write more every year. */
const growth = (unit: number, year: number): number =>
  unit % 9 === 4 ? 0.9 + (year - 2024) * 0.25 : unit % 5 === 0 ? 0.6 : 0.9

/** Numbers between 0 and 1, from a seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
