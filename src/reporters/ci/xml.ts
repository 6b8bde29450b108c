/** What XML 1.0 cannot hold, however it is escaped; documents may. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers make spaces of these in attributes.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A log shows the file on a terminal: what that would obey, and what nobody would see, is written as a number. */
const silent = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text for an attribute or an element of XML 1.0. Control characters, lone surrogates and non-characters become “�”. */
export const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '�')
    .replace(/[&<>"\t\n\r]/g, (char) => entities[char]!)
    .replace(silent, (char) => `&#x${char.codePointAt(0)!.toString(16)};`)

/** ` name="value"` for each attribute that has a value. */
export const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
