/** The unified plug-in: what is found in a file becomes its messages. */
import type { Diagnostic, Language } from '../core.ts'
import { basisLine, renderText, waivedWord, waiverLine } from '../reporters/text.ts'
import { checkPluginOptions } from './options.ts'
import type { BurdenLintOptions, LintedFile, Message, MessageOptions, Tree } from './public.d.ts'
import { run } from './run.ts'

/** A file that has no name is read as Markdown. */
const NAMELESS = '文稿.md'
const source = 'burden-lint'

export function burdenLint(options: BurdenLintOptions = {}): (tree: Tree, file: LintedFile) => Promise<void> {
  checkPluginOptions(options)
  const { superiors, ...settings } = options
  return async (_tree, file) => {
    const path = file.path ?? NAMELESS
    // As a parser of Markdown counts: a BOM is no character.
    const text = String(file).replace(/^\ufeff/, '')
    const { report, view, notices, problems } = await run({
      ...settings,
      cwd: settings.cwd ?? file.cwd,
      documents: [{ path, text, superiors }],
      // A file that lies somewhere has neighbours, as on the command line.
      disk: file.path !== undefined,
    })
    // What is found in the waiver file comes from elsewhere.
    const here = report.files.find(({ isWaivers }) => !isWaivers)?.path
    for (const found of report.files.flatMap(({ diagnostics }) => diagnostics)) {
      const isHere = found.path === here
      const { message, advice } = renderText(found, view.rules, view.language)
      const waived = found.waiver ? `${waivedWord[view.language]}：` : ''
      const reason = `${waived}${isHere ? '' : `${found.path} ${found.place.label}：`}${message}`
      const where: MessageOptions = { source, ruleId: found.rule, ...(isHere && { place: positionOf(found) }) }
      // The third kind, `fatal` of which is undefined.
      const said = found.severity === 'info' ? file.info(reason, where) : file.message(reason, where)
      if (found.severity === 'error') said.fatal = true
      said.note = notes(advice, found, view.language)
      if (isHere) Object.assign(said, replacement(found, text))
    }
    for (const problem of problems) file.message(problem, { source }).fatal = true
    for (const notice of notices) file.info(notice, { source })
  }
}

const positionOf = ({ span, place }: Diagnostic): MessageOptions['place'] => ({
  start: { line: place.line, column: place.column, offset: span.start },
  end: { line: place.endLine, column: place.endColumn, offset: span.end },
})

const notes = (advice: string, { basis, waiver }: Diagnostic, language: Language): string =>
  [
    ...(waiver ? [waiverLine(waiver, language)] : []),
    ...(advice === '' ? [] : [advice]),
    ...(basis ? [`${language === 'zh' ? '依据：' : 'Basis: '}${basisLine(basis, language)}`] : []),
  ].join('\n')

/** An editor puts what is expected in the place of the message: only where that is the place of the fix. */
function replacement({ fix, span }: Diagnostic, text: string): Pick<Message, 'actual' | 'expected'> {
  if (!fix?.safe || fix.span.start !== span.start || fix.span.end !== span.end) return {}
  return { actual: text.slice(span.start, span.end), expected: [fix.text] }
}
