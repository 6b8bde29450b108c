/** Empty registers of every kind, to be filled in: what `burden-lint init --registers` writes. */
import { type RegisterKind, registerKinds } from './core.ts'
import { type Field, KINDS } from './registers/kinds.ts'
import { type BookSheet, type CellFormat, writeWorkbook } from './writers/xlsx.ts'

/** The columns of each template, in order: those that most offices keep. Others are recognised all the same. */
const COLUMNS: Readonly<Record<RegisterKind, readonly string[]>> = {
  groups: [
    'unit',
    'unitType',
    'name',
    'platform',
    'nature',
    'creator',
    'task',
    'start',
    'end',
    'status',
    'dissolved',
    'owner',
    'people',
    'remark',
  ],
  members: ['unit', 'unitType', 'person', 'role', 'principal', 'group', 'creator', 'status', 'joined', 'remark'],
  plan: ['unit', 'unitType', 'year', 'documents', 'meetings', 'inspections', 'remark'],
  monthly: [
    'unit',
    'month',
    'documents',
    'meetings',
    'inspections',
    'total',
    'documentsSoFar',
    'meetingsSoFar',
    'inspectionsSoFar',
    'remark',
  ],
  items: ['unit', 'type', 'title', 'number', 'date', 'planned', 'plan', 'approval', 'filing', 'filed', 'remark'],
  visits: ['enterprise', 'date', 'unit', 'purpose', 'leader', 'people', 'remark'],
  apps: ['name', 'unit', 'type', 'registration', 'registered', 'launched', 'status', 'remark'],
  superiors: [
    'issuer',
    'title',
    'number',
    'received',
    'unit',
    'needsReport',
    'reportDue',
    'reported',
    'needsImplementing',
    'implementingDue',
    'implementing',
    'implemented',
    'remark',
  ],
  facts: ['name', 'value', 'measure', 'date', 'scope', 'source', 'remark'],
}

/** What is to be said of a column beyond what its type says. */
const HINTS: Readonly<Record<string, string>> = {
  'groups.end': '临时群必填；常设群留空',
  'groups.nature': '有任务结束时间的是临时群',
  'groups.creator': '县委建立的专项工作群填“县委”',
  'groups.unit': '一行一个群；单位名称前后一致',
  'members.role': '写全称，如“党委书记”“副镇长”',
  'members.group': '一人在几个群里，写几行',
  'members.creator': '哪个单位建的群；本单位的群填本单位',
  'plan.documents': '全年计划数；不定计划的留空',
  'monthly.documents': '没有发生的填 0，不要留空',
  'monthly.total': '发文、会议、督查检查考核三项之和',
  'monthly.documentsSoFar': '从 1 月累计到本月',
  'items.approval': '计划外的必填：谁批准的',
  'items.filed': '先备案，后印发、召开、开展',
  'items.plan': '在年度计划中的编号',
  'apps.registration': '没有备案的留空，会被指出',
  'superiors.implementing': '配套文件的标题或文号；不需要的，在“是否需配套”填“否”',
  'facts.name': '文稿里用的名称，如“单元网格”',
  'facts.measure': '如“个”“项”“名”',
}

const WAYS: Readonly<Record<Field['type'], string>> = {
  text: '文字',
  unit: '单位名称',
  date: '日期，如 2026-03-05',
  month: '月份，如 2026-03',
  year: '年份，如 2026',
  number: '数字',
  count: '0 或正整数',
  times: '次数，如 2 或“每季度1次”',
  people: '人数',
  yesno: '是或否',
}
const FORMATS: Readonly<Partial<Record<Field['type'], CellFormat>>> = {
  date: 'date',
  month: 'month',
  text: 'text',
  unit: 'text',
}

/** Rows for which lists drop down. */
const ROWS = 5000

/** A file for each kind: its name, and its bytes. */
export function registerTemplates(): { name: string; bytes: Uint8Array }[] {
  return registerKinds.map((kind) => ({
    name: `${KINDS[kind].title}.xlsx`,
    bytes: writeWorkbook([form(kind), guide(kind)]),
  }))
}

const fieldsOf = (kind: RegisterKind): { id: string; field: Field }[] =>
  COLUMNS[kind].map((id) => ({ id, field: KINDS[kind].fields[id]! }))

function form(kind: RegisterKind): BookSheet {
  const fields = fieldsOf(kind)
  return {
    name: KINDS[kind].title,
    rows: [fields.map(({ field }) => ({ value: field.title, style: 'header' as const }))],
    widths: fields.map(({ id, field }) => widthOf(id, field)),
    formats: fields.map(({ field }) => (field.choices ? 'text' : FORMATS[field.type])),
    frozen: { rows: 1 },
    choices: fields.flatMap(({ field }, column) =>
      field.choices ? [{ column, from: 1, to: ROWS, values: field.choices }] : [],
    ),
    print: { across: true, heading: 1 },
  }
}

const LONG = ['title', 'task', 'implementing', 'remark', 'enterprise', 'purpose']
const widthOf = (id: string, { title, type }: Field): number =>
  Math.max(
    title.length * 2 + 4,
    LONG.includes(id) ? 32 : type === 'date' ? 13 : type === 'unit' || id === 'name' || id === 'group' ? 20 : 10,
  )

function guide(kind: RegisterKind): BookSheet {
  const { title, oneOf = [] } = KINDS[kind]
  const note = (value: string) => ({ value, style: 'note' as const })
  const header = (value: string) => ({ value, style: 'header' as const })
  return {
    name: '填写说明',
    rows: [
      [{ value: `${title}填写说明`, style: 'title' }],
      [header('列'), header('必填'), header('填法'), header('配置中的名称')],
      ...fieldsOf(kind).map(({ id, field }) => {
        const must = field.required ? '必填' : oneOf.includes(id) ? '至少填一列' : ''
        const way = field.choices ? `从列表中选：${field.choices.join('、')}` : WAYS[field.type]
        const hint = HINTS[`${kind}.${id}`]
        return [note(field.title), note(must), note(hint ? `${way}。${hint}` : way), note(id)]
      }),
      [],
      ['表头可以改用本单位的叫法，常用的都认得；认不得的，在配置的 registers 中写明。'],
      ['填好后运行：burden-lint 台账所在的文件夹'],
    ],
    widths: [20, 12, 60, 20],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    print: { across: true, heading: 2 },
  }
}
