import { defineRule, faultsIn, v } from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['register.'],
  severity: 'warning',
  title: { zh: '台账的单元格或表头有误', en: 'A cell or header of a register that cannot be read' },
  basis: {
    source: 'burden-lint',
    clause: '台账',
    quote: '看不懂的单元格要指出来，其余的照常检查',
    verified: true,
  },
  options: v.object({}),
  messages: {
    date: {
      zh: '“{column}”一列应是日期，这里是“{text}”',
      en: '{column} should be a date; here is “{text}”',
      advice: { zh: '改成 2026-03-05 这样的日期', en: 'Write it like 2026-03-05' },
    },
    month: {
      zh: '“{column}”一列应是月份，这里是“{text}”',
      en: '{column} should be a month; here is “{text}”',
      advice: { zh: '改成 2026-03 或 2026年3月', en: 'Write it like 2026-03' },
    },
    year: {
      zh: '“{column}”一列应是年份，这里是“{text}”',
      en: '{column} should be a year; here is “{text}”',
      advice: { zh: '改成 2026', en: 'Write it like 2026' },
    },
    number: {
      zh: '“{column}”一列应是数，这里是“{text}”',
      en: '{column} should be a number; here is “{text}”',
      advice: { zh: '只写数字，说明写进备注', en: 'Write digits only, and remarks elsewhere' },
    },
    count: {
      zh: '“{column}”一列应是件数、次数，不能是负数或小数，这里是“{text}”，没有计入',
      en: '{column} should be a count, neither negative nor a fraction; here is “{text}”, which is not counted',
      advice: {
        zh: '核对后改成 0 或整数；更正以前的数，改以前那一格',
        en: 'Write 0 or a whole number; correct earlier figures where they stand',
      },
    },
    empty: {
      zh: '“{column}”是空的，这一行无法完整检查',
      en: '{column} is empty: the row cannot be checked whole',
      advice: { zh: '补上；合并单元格请取消合并后逐行填写', en: 'Fill it in' },
    },
    repeated: {
      zh: '“{unit}”{when}的{what}在{first}已经填过，这一行重复，没有计入',
      en: '{unit} {when}: {what} stand in {first} already; this row is not counted',
      advice: {
        zh: '删去多余的一行；是不同科室、时段的，加一列写明，就会相加',
        en: 'Delete one of the rows; if they are of different offices or periods, say so in a column, and they are added up',
      },
    },
    conflicting: {
      zh: '“{unit}”{when}的{what}在{first}已经填过，这一行填的数不一样，没有计入',
      en: '{unit} {when}: {what} stand in {first} already, with other numbers; this row is not counted',
      advice: {
        zh: '核对后只留正确的一行；是不同科室、时段的，加一列写明，就会相加',
        en: 'Keep the row that is right; if they are of different offices or periods, say so in a column, and they are added up',
      },
    },
    twice: {
      zh: '“{name}”在{first}已经登记过，这一行重复',
      en: '{name} is in {first} already',
      advice: { zh: '删去多余的一行', en: 'Delete one of the rows' },
    },
    otherwise: {
      zh: '“{name}”在{first}已经登记过，这一行的{columns}不一样',
      en: '{name} is in {first} already, with other entries in {columns}',
      advice: { zh: '核对后只留正确的一行', en: 'Keep the row that is right' },
    },
    yearless: {
      zh: '这份月度统计没有写明是哪一年的，按检查当天的年份算',
      en: 'The statistics do not name their year; taken for that of the day of judgement',
      advice: {
        zh: '在表格标题、文件名或者月份里写明年份，如“2026年月度统计”“2026-01”',
        en: 'Name the year in the title, the file name or the months, like 2026-01',
      },
    },
    undated: {
      zh: '“{column}”一列只有月和日，如“{text}”，这张台账也没有写明是哪一年的，没有按日期检查',
      en: '{column} has no year, like “{text}”, nor does anything else in the register; nothing is judged by its dates',
      advice: {
        zh: '在表格标题或文件名里写明年份，如“2026年会议台账”',
        en: 'Name the year in the title or the file name',
      },
    },
    duplicate: {
      zh: '表头“{column}”重复，只按前一列检查',
      en: 'The header {column} stands twice; only the first column is checked',
      advice: { zh: '改名，或删去一列', en: 'Rename or remove one of them' },
    },
    lacking: {
      zh: '{register}缺少这些列：{columns}',
      en: '{register} lacks these columns: {columns}',
      advice: {
        zh: '补上；列名不同的，在配置的 registers 中写明对应关系；空白模板用 burden-lint init --registers 生成',
        en: 'Add them, or map your names in the configuration (registers); burden-lint init --registers writes templates',
      },
    },
    unlike: {
      zh: '没有认出是哪种台账；最像{register}，但缺少：{columns}',
      en: 'Not recognised as a register; most like {register}, but without: {columns}',
      advice: {
        zh: '是台账的，补上所缺的列，或在配置的 registers 中写明种类和列名；不是的不必理会',
        en: 'If it is one, add them or map them in the configuration (registers)',
      },
      severity: 'info',
    },
    unknown: {
      zh: '没有认出是哪种台账，没有按台账检查',
      en: 'Not recognised as a register, not checked as one',
      advice: {
        zh: '是台账的，在配置的 registers 中写明种类和列名；不是的不必理会',
        en: 'If it is one, say so in the configuration (registers)',
      },
      severity: 'info',
    },
  },
  *check({ doc }) {
    for (const { kind, at: span, ...args } of faultsIn(doc)) yield { message: kind, args, at: { doc, span } } as never
  },
})
