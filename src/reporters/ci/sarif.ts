import type { Fix, Invocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import type { Diagnostic, Edit, Registry, Related, Reporter, Severity, View } from '../../core.ts'
import { toJson } from '../json.ts'
import { placeLabel, undoneTexts } from '../labels.ts'
import { basisLine, waiverLine, wholeText } from '../text.ts'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>

/**
 * SARIF 2.1.0. Lines, columns and offsets are those of the text as it is read; of a Word file that is the text a reader sees. Passages that
 * were copied point to their source (relatedLocations); what is waived is suppressed, with the reason. Rules are those that found something.
 */
export const sarif: Reporter = ({ files }, view) => {
  const diagnostics = files.flatMap((file) => file.diagnostics)
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].sort()
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'burden-lint',
            ...(view.version !== undefined && { version: view.version }),
            rules: ids.map((id) => ruleOf(id, view)),
          },
        },
        language: view.language === 'en' ? 'en' : 'zh-CN',
        invocations: [invocationOf(diagnostics, view)],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, ids.indexOf(diagnostic.rule), view)),
      },
    ],
  }
  return toJson(log)
}

/** A document that was not read, or not by all rules, is no clean one; nor is a run that was broken off. */
function invocationOf(diagnostics: readonly Diagnostic[], view: View): Invocation {
  const notifications: readonly Notification[] = [
    ...undoneTexts(view).map((text) => ({ level: 'error' as const, message: { text } })),
    ...diagnostics
      .filter(({ rule }) => rule === 'unreadable-file')
      .map((diagnostic) => ({
        level: 'error' as const,
        message: { text: wholeText(diagnostic, view) },
        locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(diagnostic.path) } } }],
      })),
  ]
  return {
    executionSuccessful: notifications.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: [...notifications] }),
  }
}

function ruleOf(id: string, { rules, language }: View): ReportingDescriptor {
  const rule = own(rules, id)
  if (!rule) return { id }
  const title = (language === 'en' && rule.title.en) || rule.title.zh
  const basis = basisLine(rule.basis, language)
  const more = `burden-lint explain ${id}`
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}${language === 'en' ? '. ' : '。'}${basis}` },
    help: { text: `${title}\n${basis}\n${more}`, markdown: `**${title}**\n\n${escapeMarkdown(basis)}\n\n\`${more}\`` },
    defaultConfiguration: { level: levels[rule.severity] },
  }
}

const own = (rules: Registry, id: string) => (Object.hasOwn(rules, id) ? rules[id] : undefined)
const escapeMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')

function resultOf(diagnostic: Diagnostic, ruleIndex: number, { rules, language }: View): Result {
  const { rule, severity, related, fix, waiver, fingerprint, basis, place } = diagnostic
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: wholeText(diagnostic, { rules, language }) },
    locations: [
      {
        ...locationOf(diagnostic),
        ...(place.label !== '' && { logicalLocations: [{ fullyQualifiedName: place.label, kind: 'element' }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((there, i) => ({
        id: i,
        ...locationOf(there),
        message: { text: [there.path, placeLabel(there.place.label, language)].filter(Boolean).join(' ') },
      })),
    }),
    partialFingerprints: { 'burdenLint/v2': fingerprint },
    ...(fix && { fixes: [fixOf(diagnostic.path, fix)] }),
    ...(waiver && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: waiverLine(waiver, language) }],
    }),
    ...(basis && { properties: { basis: basisLine(basis, language) } }),
  }
}

const locationOf = ({ path, place, span, excerpt }: Diagnostic | Related): Location => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(path) },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn,
      charOffset: span.start,
      charLength: span.end - span.start,
      ...(excerpt.end > excerpt.start && { snippet: { text: excerpt.text.slice(excerpt.start, excerpt.end) } }),
    },
  },
})

const fixOf = (path: string, { span, text }: Edit): Fix => ({
  artifactChanges: [
    {
      artifactLocation: { uri: uriOf(path) },
      replacements: [
        {
          deletedRegion: { charOffset: span.start, charLength: span.end - span.start },
          insertedContent: { text },
        },
      ],
    },
  ],
})

/** A relative path as a relative reference, an absolute one (also C:/…) as a file: URI. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/')
  if (/^[a-z]:\//i.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`
  if (path.startsWith('/')) return `file://${encoded}`
  return encoded.replace(/^(?:\.\/)+/, '')
}

/** A file's name may hold half a character, which a URI cannot. */
const encodeSegment = (segment: string) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '�'))
