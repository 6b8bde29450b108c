import { createHash } from 'node:crypto'
import type { Reporter, Severity } from '../../core.ts'
import { toJson } from '../json.ts'
import { RUN, undoneTexts } from '../labels.ts'
import { markedText } from '../text.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>

/** A Code Quality report of GitLab. Its fingerprints must differ between files; ours need not. What makes the run no whole one stands under a file that there is not. */
export const gitlab: Reporter = ({ files }, view) =>
  toJson([
    ...files.flatMap(({ diagnostics }) =>
      diagnostics.map((diagnostic) => {
        const { rule, severity, path, place, fingerprint } = diagnostic
        const file = path.replace(/^\.\//, '')
        return {
          description: markedText(diagnostic, view),
          check_name: rule,
          fingerprint: digest(`${file}\n${fingerprint}`),
          severity: severities[severity],
          location: {
            path: file,
            lines: { begin: place.line, end: place.endLine },
          },
        }
      }),
    ),
    ...undoneTexts(view).map((description) => ({
      description,
      check_name: RUN,
      fingerprint: digest(`${RUN}\n${description}`),
      severity: severities.error,
      location: { path: RUN, lines: { begin: 1, end: 1 } },
    })),
  ])

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
