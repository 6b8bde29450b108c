import type { Paint } from './terminal.ts'

/** No colours: never emits an escape. */
export const noPaint: Paint = (_style, text) => text

/** Colours, if wanted: chalk is loaded only then. */
export async function loadPaint(color: boolean): Promise<Paint> {
  if (!color) return noPaint
  const { Chalk } = await import('chalk')
  // Sixteen colours, which every console has; whether to colour at all was decided before.
  const chalk = new Chalk({ level: 1 })
  const styles: Record<Parameters<Paint>[0], (text: string) => string> = {
    error: chalk.bold.red,
    warning: chalk.bold.yellow,
    info: chalk.bold.cyan,
    good: chalk.green,
    path: chalk.bold.underline,
    strong: chalk.bold,
    faint: chalk.dim,
    hidden: chalk.dim.hidden,
    shared: chalk.bold.magenta,
  }
  return (style, text) => styles[style](text)
}
