import { cellMark, defineRule, isBlank, nanle, tablesIn, v } from '../src/rule.ts'

/** Taken out of use: nothing is left to register. */
const GONE =
  /(?<!未|拟|待|应)(?:停用|停运|停止|下线|关停|关闭|注销|下架|整合|合并|更名|改名|并入|废弃|终止|不再使用)|未(?:开发|建设|上线|启用|投用|立项|获批)|(?:在建|开发中|筹建)/
/** An account on somebody else’s app is none; registers list it beside them, with nothing to register. */
const ACCOUNT = /公众[号账]|视频号|微博|账号|抖音|快手|网站/
const NOT_APPLICABLE = /^(?:[-—–/\\]+|不适用|不涉及|无需.{0,4}|不需.{0,4})$/

export default defineRule({
  scope: 'corpus',
  genres: ['register.apps'],
  severity: 'warning',
  title: { zh: '应用程序没有备案登记', en: 'An app that is not registered' },
  basis: nanle.appSweep,
  options: v.object({}),
  messages: {
    unregistered: {
      zh: '{unit}的“{name}”没有备案登记',
      en: '{name} of {unit} is not registered',
      advice: {
        zh: '补办备案登记；不再需要的，关停并填写状态',
        en: 'Register it; if nobody needs it, shut it down and say so',
      },
    },
  },
  *check({ docs }) {
    for (const placed of tablesIn(docs, 'apps')) {
      const header = placed.table.columns.status?.title ?? ''
      for (const record of placed.table.records) {
        const [name, unit, status] = [record.text('name'), record.text('unit'), record.text('status')]
        const isGone =
          GONE.test(status) ||
          ((isBlank(status) || NOT_APPLICABLE.test(status)) && GONE.test(record.text('remark'))) ||
          (/停用|关停|下线/.test(header) && status === '是')
        if (name === '' || isGone || (header === '是否在用' && status === '否')) continue
        const cell = record.get('registration')!
        if (ACCOUNT.test(record.text('type')) && (cell.text === '' || NOT_APPLICABLE.test(cell.text.trim()))) continue
        if (isBlank(cell.text) || /^(?:否|未|尚未|不|×|正在|拟|待|在办|办理中|申请中|审核中)/.test(cell.text))
          yield { message: 'unregistered', args: { name, unit }, at: cellMark(placed, cell) }
      }
    }
  },
})
