/** Large registers, as CSV and as a workbook: by the built program, the whole command each time, each time in a new process. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from '../../writers/xlsx.ts'
import { type Limit, median, table } from './figures.ts'
import { inFolder, report, root } from './harness.ts'
import { repeated } from './run.ts'

const ROWS = 100_000
const RUNS = 5
/** Milliseconds. */
const LIMIT = 2000
/** MB of the whole process. */
const MEMORY_LIMIT = 300

export function largeRegisters(): Promise<readonly Limit[]> {
  return inFolder((folder) => {
    const header = ['单位', '类别', '名称', '文号', '日期', '是否计划内', '审批情况', '备案号', '备案日期', '备注']
    const rows = Array.from({ length: ROWS }, (_, i) => {
      const [month, day] = [(i % 12) + 1, (i % 28) + 1].map((n) => String(n).padStart(2, '0'))
      const type = ['发文', '会议', '督查检查考核'][i % 3]!
      const date = `2025-${month}-${day}`
      const item = [`关于做好第${i}项重点工作的通知`, `镇发〔2025〕${i}号`, date]
      return [`第${i % 60}镇`, type, ...item, '是', '', `${i}`, date, '']
    })
    writeFileSync(join(folder, '事项.csv'), [header, ...rows].map((row) => row.join(',')).join('\n'))
    const dated = rows.map((row) => row.map((cell) => (/^2025-/.test(cell) ? { date: cell } : cell)))
    writeFileSync(join(folder, '事项.xlsx'), writeWorkbook([{ name: '事项', rows: [header, ...dated] }]))
    return ['事项.csv', '事项.xlsx'].flatMap((name) => {
      const runs = Array.from({ length: RUNS }, () => repeated(root, folder, [name], 0))
      const row = { name, times: runs.map(({ first }) => first) }
      return report(`register of ${ROWS} rows, ${RUNS} runs`, table([row], row), [
        { what: 'time', value: median(row.times), relation: '≤', bound: LIMIT, unit: 'ms' },
        {
          what: 'peak memory',
          value: Math.max(...runs.map(({ memory }) => memory)),
          relation: '≤',
          bound: MEMORY_LIMIT,
          unit: 'MB',
        },
      ])
    })
  })
}
