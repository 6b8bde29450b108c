/** Under which settings an example stands, in words for those who never see a configuration. */
import { type GenericSchema, getDescription, type ObjectEntries, type ObjectSchema } from 'valibot'
import { CONVENTIONS } from '../caps.ts'
import type { Cap, Rule } from '../core.ts'
import type { Example } from '../examples.ts'
import { limitText } from './counting.ts'
import { layoutText } from './layout.ts'

export const SCOPES = { 专项: '专项', 一般: '一般', 综合: '综合性' } as const

/** What sets an example up besides its text: the day, the Word file that it is, the options. */
export function setupOf({ asOf, layout, options = {} }: Example, rule: Rule): string[] {
  const { entries } = rule.options as ObjectSchema<ObjectEntries, undefined>
  return [
    ...(asOf === undefined ? [] : [`按 ${asOf} 判断`]),
    ...(layout ? [layoutText(layout)] : []),
    ...Object.entries(options).map(([name, value]) => {
      if (name === 'caps') return (value as readonly Cap[]).map(capText).join('、')
      const [first = name] = (entries[name] ? (descriptionOf(entries[name]) ?? name) : name).split(/[；（：]/)
      return `${first}：${choiceText(value)}`
    }),
  ]
}

/** 专项工作的不超过 40 字; of which documents the example itself tells. */
function capText(cap: Cap): string {
  const of = cap.scope ? `${cap.scope.map((kind) => SCOPES[kind]).join('、')}工作的` : ''
  const exempt = cap.exempt && cap.exempt.length > 0 ? `，${cap.exempt.join('、')}不限` : ''
  return of + limitText(cap) + exempt
}

/** The words of options that are chosen from a list, and of any other value. */
const CHOICES: Readonly<Record<string, string>> = {
  ...CONVENTIONS,
  local: '结合实际的具体举措',
  novel: '新增加的内容',
  content: '正文的内容',
  body: '正文全部',
}
const choiceText = (value: unknown): string =>
  typeof value === 'string' && Object.hasOwn(CHOICES, value) ? CHOICES[value]! : valueText(value)

export function descriptionOf(schema: GenericSchema & { readonly wrapped?: GenericSchema }): string | undefined {
  return getDescription(schema) ?? (schema.wrapped ? descriptionOf(schema.wrapped) : undefined)
}

export function valueText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(valueText).join('、')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}：${valueText(inner)}`)
    .join('；')
}
