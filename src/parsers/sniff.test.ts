import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { compound } from '../dev/samples/compound.ts'
import { type Format, formatOf } from './sniff.ts'

const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])))
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const locked = compound({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) })

test.each<[what: string, bytes: Uint8Array, path: string, format: Format]>([
  ['a Word file by another name', archive('[Content_Types].xml', 'word/document.xml'), '稿.doc', 'docx'],
  ['a workbook by another name', archive('[Content_Types].xml', 'xl/workbook.xml'), '稿.docx', 'xlsx'],
  ['a Word file with a workbook in it', archive('xl/workbook.xml', 'word/document.xml'), '稿.xlsx', 'docx'],
  ['OFD', archive('OFD.xml', 'Doc_0/Document.xml'), '稿.docx', 'ofd'],
  ['ODT', archive('mimetype', 'content.xml'), '稿', 'odt'],
  ['an archive of something else', archive('a.txt'), '稿.ofd', 'ofd'],
  ['an archive cut off', archive('xl/workbook.xml').subarray(0, 40), '稿.docx', 'docx'],
  ['an OLE file called WPS', ole, '稿.wps', 'doc'],
  ['an OLE file called text', ole, '稿.txt', 'doc'],
  ['an OLE file called docx', ole, '稿.docx', 'doc'],
  ['a Word file with a password', locked, '稿.docx', 'docx'],
  ['a workbook with a password', locked, '台账.xlsx', 'xlsx'],
  ['a file with a password called doc', locked, '稿.doc', 'doc'],
  ['RTF called doc', strToU8('{\\rtf1\\ansi'), '稿.doc', 'rtf'],
  ['a web page called doc: its reader tells what to do', strToU8('<html><body>通知</body></html>'), '稿.doc', 'doc'],
  ['a web page in one file called doc', strToU8('MIME-Version: 1.0\nContent-Type: multipart/related'), '稿.doc', 'doc'],
  ['text called doc', strToU8('关于开会的通知'), '稿.doc', 'plain'],
  ['flat ODT', strToU8('<?xml version="1.0"?>\n<office:document xmlns:office="x">'), '稿.xml', 'odt'],
  ['PDF', strToU8('%PDF-1.7'), '稿.txt', 'pdf'],
  ['PDF behind other bytes', strToU8('\n\n%PDF-1.7'), '稿.pdf', 'pdf'],
  ['text that speaks of PDF', strToU8('文件以 %PDF-1.7 开头'), '稿.txt', 'plain'],
  ['text called docx', strToU8('关于开会的通知'), '稿.docx', 'plain'],
  ['text in GBK called docx', Buffer.from('b9d8d3dabfaabbe1b5c4cda8d6aa0d0a', 'hex'), '稿.docx', 'plain'],
  ['a web page called docx', strToU8('<html><body>通知</body></html>'), '稿.docx', 'doc'],
  ['what is damaged or encrypted: its reader tells so', Uint8Array.from([1, 2, 3, 4, 0, 200, 7]), '稿.docx', 'docx'],
  ['a table of text called xls', strToU8('单位,群名称\n甲镇,工作群'), '导出.xls', 'csv'],
  ['the same in UTF-16', Buffer.from('\ufeff单位\t群名称', 'utf16le'), '导出.et', 'csv'],
  ['the same called xlsx', strToU8('单位\t群名称'), '导出.xlsx', 'csv'],
  ['a web page called xls: its reader tells what to do', strToU8('<table><tr><td>甲'), '导出.xls', 'xls'],
  ['an old workbook called xlsx', compound({ Workbook: Buffer.alloc(5000) }), '台账.xlsx', 'xls'],
  ['an old workbook called doc', compound({ Workbook: Buffer.alloc(5000) }), '台账.doc', 'xls'],
  ['an old document called xls', compound({ WordDocument: Buffer.alloc(5000) }), '稿.xls', 'doc'],
  [
    'a document with a workbook in it',
    compound({ WordDocument: Buffer.alloc(5000), Workbook: Buffer.alloc(99) }),
    '稿.wps',
    'doc',
  ],
  [
    'a workbook with a document in it',
    compound({ WordDocument: Buffer.alloc(99), Workbook: Buffer.alloc(5000) }),
    '台账.et',
    'xls',
  ],
  ['Markdown', strToU8('# 题'), '稿.MD', 'markdown'],
  ['CSV', strToU8('单位,群名称'), '台账.csv', 'csv'],
  ['TSV', strToU8('单位\t群名称'), '台账.TSV', 'tsv'],
  ['text without an extension', strToU8('通知'), '稿', 'plain'],
  ['one byte', strToU8('a'), '稿', 'plain'],
])('%s', (_, bytes, path, format) => {
  expect(formatOf(bytes, path)).toBe(format)
})
