/**
 * `tsx src/dev/cmaps.ts <folder>`: writes src/parsers/pdf/cmaps.generated.mjs from the character maps in the folder `cmaps` of the
 * package pdfjs-dist (of the version that unpdf holds). Only the Chinese ones: what their fonts are set in without being embedded.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WANTED =
  /^(?:Adobe-GB1-UCS2|GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16|Adobe-CNS1-UCS2|B5pc|ETen-B5|UniCNS-UTF16)(?:-[HV])?\.bcmap$/

const [folder = ''] = process.argv.slice(2)
const names = readdirSync(folder).filter((name) => WANTED.test(name))
const maps = names.map(
  (name) => `  '${name.replace('.bcmap', '')}': '${readFileSync(join(folder, name)).toString('base64')}',`,
)
const licence = readFileSync(join(folder, 'LICENSE'), 'latin1').replaceAll('%%Copyright: ', '').replaceAll('\r\n', '\n')
writeFileSync(
  join('src', 'parsers', 'pdf', 'cmaps.generated.mjs'),
  `/*! Adobe CMaps, as packed by pdf.js:\n${licence.replaceAll('*/', '')}*/\nexport const maps = {\n${maps.join('\n')}\n}\n`,
)
