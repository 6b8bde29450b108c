/** An OpenDocument text: packed (.odt, .ott), or one XML file (.fodt). */
import { UnreadableError } from '../../core.ts'
import { openDocument, scanOpenDocument } from '../open-document.ts'
import type { XmlScanner } from '../xml.ts'
import type { Refusal } from '../zip.ts'

export const refuse: Refusal = (kind, why, remedy = '请用 Word 或 WPS 打开后另存为 .docx，再重新检查') =>
  new UnreadableError(`${kind === 'invalid' ? '不是有效的 ODT 文件' : '无法读取这个 ODT 文件'}：${why}`, remedy)

const KIND = {
  type: /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/,
  refuse,
  unlock: '请打开文件，取消密码后另存为 .docx，再重新检查',
}

export const openOdt = (bytes: Uint8Array) => openDocument(bytes, KIND)

export const scanPart = (xml: string): XmlScanner => scanOpenDocument(xml, refuse)
