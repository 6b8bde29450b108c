import {
  appsRegistered,
  cellMark,
  defineRule,
  deniesRegistration,
  isBlank,
  isEverybodys,
  isOfOthers,
  listsRegistered,
  nanle,
  saysRegistered,
  type TableRecord,
  tablesIn,
  v,
} from '../src/rule.ts'

/** Taken out of use: nothing is left to register. */
const GONE =
  /(?<!未|拟|待|应)(?:停用|停运|停止|下线|关停|关闭|注销|下架|整合|合并|更名|改名|并入|废弃|终止|不再使用)|未(?:开发|建设|上线|启用|投用|立项|获批)|(?:在建|开发中|筹建)/
/** The same where it is only one thing that a cell tells: 社保查询；今年3月已关停下架. Not 已下线设备报修. */
const GONE_BY_NOW =
  /(?:已经?|[年月日底初]起?|[去今]年)[^，。；;、已]{0,6}已?(?:(?:停用|停运|下线|关停|关闭|注销|下架|停止(?:使用|运行|服务|运营)|不再使用){1,2}了?|(?:并入|(?:整合|合并|迁移)[到至入进])[^，。；;、]{2,16})(?=$|[，。；;、）)])/
/** An account on somebody else’s app is none; registers list it beside them, with nothing to register. */
const ACCOUNT = /公众[号账]|视频号|微博|账号|抖音|快手|网站/
/** 备注: 备案号NL-04, 已备案. */
const REMARKED = /(?<!未|没有|无|待)(?:已备案|备案号|备案编号|登记号)/
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
    notListed: {
      zh: '{unit}的“{name}”在备案登记的台账里找不到',
      en: '{name} of {unit} is not in the register of registrations',
      advice: {
        zh: '补办备案登记；已经备案、更了名的，在台账里写上曾用名',
        en: 'Register it; if it is registered under another name, enter that one, too',
      },
    },
    noColumn: {
      zh: '这张台账没有备案登记号一列，看不出是否备案',
      en: 'The register has no column for the registration, so that nobody can tell',
      advice: {
        zh: '加上“备案登记号”一列，或者与备案登记的台账一起检查',
        en: 'Add the column 备案登记号, or check the register of registrations in the same run',
      },
      severity: 'info',
    },
  },
  *check({ docs }) {
    const isListed = appsRegistered(docs)
    const told = new Set<string>()
    for (const placed of tablesIn(docs, 'apps')) {
      const header = placed.table.columns.status?.title ?? ''
      let numbered: boolean | undefined
      const numbersAccounts = () => (numbered ??= [...placed.table.records].some(isNumberedAccount))
      if (listsRegistered(placed)) continue
      if (!saysRegistered(placed) && !isListed) {
        if (placed.table.lacking.length === 0)
          yield { message: 'noColumn', at: { doc: placed.doc, span: placed.table.at } }
        continue
      }
      for (const record of placed.table.records) {
        const [name, unit] = [record.text('name'), record.text('unit') || '本单位']
        if (name === '' || isBlank(name) || isEverybodys(name) || isGone(record, header)) continue
        const cell = record.get('registration')
        if (!cell) {
          const remark = record.text('remark')
          if (ACCOUNT.test(record.text('type')) || isOfOthers(remark) || REMARKED.test(remark)) continue
          // Once, though many use it.
          if (told.has(name) || isListed!(name, remark)) continue
          told.add(name)
          yield { message: 'notListed', args: { unit, name }, at: cellMark(placed, record.get('name')!) }
          continue
        }
        const isAccount = ACCOUNT.test(record.text('type'))
        // Where others of them have a number, an empty cell is wanting.
        if (isAccount && (NOT_APPLICABLE.test(cell.text.trim()) || (cell.text === '' && !numbersAccounts()))) continue
        // Whoever built it for everybody registered it.
        if (isOfOthers(record.text('remark'))) continue
        if (isBlank(cell.text) || deniesRegistration(cell.text))
          yield { message: 'unregistered', args: { name, unit }, at: cellMark(placed, cell) }
      }
    }
  },
})

const isNumberedAccount = (record: TableRecord): boolean =>
  ACCOUNT.test(record.text('type')) && /\d/.test(record.text('registration'))

function isGone(record: TableRecord, header: string): boolean {
  const status = record.text('status')
  return (
    GONE.test(status) ||
    ((isBlank(status) || NOT_APPLICABLE.test(status)) &&
      (GONE.test(record.text('remark')) ||
        record
          .about()
          .split('\t')
          .some((said) => GONE_BY_NOW.test(said)))) ||
    (/停用|关停|下线/.test(header) && status === '是') ||
    (/^是否(?:在用|(?:继续|予以)?(?:保留|留用))$/.test(header) && status === '否')
  )
}
