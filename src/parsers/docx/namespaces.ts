/** The namespaces of Word's parts, each in its transitional and its strict form, and the prefix this program calls them by. */
import type { Namespaces } from '../xml.ts'

export const namespaces: Namespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/**
 * Does the program understand an `mc:Choice` that requires this namespace? It reads text only, so what matters is which of the
 * alternatives Word itself would show: those in Microsoft's and the standard's own vocabularies.
 */
export function isUnderstood(namespace: string | undefined): boolean {
  return (
    namespace !== undefined &&
    /^(?:https?:\/\/(?:schemas\.microsoft\.com|schemas\.openxmlformats\.org|purl\.oclc\.org)\/|urn:schemas-microsoft-com:)/.test(
      namespace,
    )
  )
}
