/** Values as they stand in a file, before they are validated: what can be used of them. */
import { isGroup } from '../validate.ts'

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** The texts in a list; none where it is no list. */
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : [])

/** The groups in a list; none where it is no list. */
export const groupsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isGroup) : []
