import { createHash } from 'node:crypto'
import type { Reporter, Severity } from '../../core.ts'
import { toJson } from '../json.ts'
import { markedText } from '../text.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<Severity, string>

/** A Code Quality report of GitLab. Its fingerprints must differ between files; ours need not. */
export const gitlab: Reporter = ({ files }, view) =>
  toJson(
    files.flatMap(({ diagnostics }) =>
      diagnostics.map((diagnostic) => {
        const { rule, severity, path, place, fingerprint } = diagnostic
        const file = path.replace(/^\.\//, '')
        return {
          description: markedText(diagnostic, view),
          check_name: rule,
          fingerprint: createHash('sha256').update(`${file}\n${fingerprint}`).digest('hex'),
          severity: severities[severity],
          location: {
            path: file,
            lines: { begin: place.line, end: place.endLine },
          },
        }
      }),
    ),
  )
