import { relative } from 'node:path'
import { shownPath } from '../paths.ts'
import { printable } from '../validate.ts'

/** A file as messages call it: relative to where the user is, if it is below. */
export function display(file: string, cwd: string): string {
  const near = relative(cwd, file)
  return printable(shownPath(near === '' || near.startsWith('..') ? file : near))
}
