/** Apps that offices use, and which of them a register of registrations has. */
import type { Doc } from '../core.ts'
import { type Placed, tablesIn } from './figures.ts'
import { isBlank, plain } from './values.ts'

/** Is there a column for the registration, or does the table only say who uses what? */
export const saysRegistered = ({ table }: Placed): boolean => table.columns.registration !== undefined

/** Does a register of registrations have an app of this name, under its present name or a former one? Undefined where there is no such register. */
export function appsRegistered(docs: readonly Doc[]): ((name: string, remark: string) => boolean) | undefined {
  const keys = new Set<string>()
  let any = false
  for (const placed of tablesIn(docs, 'apps').filter(saysRegistered)) {
    any = true
    for (const record of placed.table.records)
      for (const written of [record.text('name'), record.text('former')])
        for (const key of keysOf(written)) keys.add(key)
  }
  if (!any) return undefined
  // 办事通 and 南乐办事通 are one.
  const isKnown = (key: string) =>
    keys.has(key) ||
    (key.length >= ENOUGH && [...keys].some((k) => k.length >= ENOUGH && (k.endsWith(key) || key.endsWith(k))))
  return (name, remark) => [...keysOf(name), ...keysOf(PRESENT.exec(remark)?.[1] ?? '')].some(isKnown)
}
const ENOUGH = 3

/** 现名南乐多网合一，备案号…. */
const PRESENT = /(?:现名|更名为|改名为|现为|并入|登记名称?为)[“"《：:]?([^，,。；;（()）”"》]{2,20})/
/** What an app is called by, and what it was called: 平源通（原平源政务）. */
const keysOf = (written: string): string[] =>
  isBlank(written)
    ? []
    : [written.replace(BRACKETS, ''), ...[...written.matchAll(BRACKETS)].map((match) => match[1]!)].flatMap((name) =>
        name
          .split(/[、,，;；/]/)
          .map(keyOf)
          .filter((key) => key.length >= 2),
      )
const BRACKETS = /[（(]([^（()）]*)[）)]/g
const keyOf = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/^(?:原名?|曾用名|又名|简称|现名)[:：]?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^微信/, '')
    .replace(/(?:app|小程序|公众[号账]?|客户端|应用程序|应用|软件|手机端|移动端|平台|系统)+$/, '')
