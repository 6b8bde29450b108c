/** How reports of ours are known that an earlier run wrote: only they are written over. */
import { isSigned } from '../own-report.ts'
import { READABLE_ENDINGS } from '../parsers/sniff.ts'

/** Reports may have these names, too. */
const TEXT = ['txt', 'md', 'markdown']
const NEVER_READ = 'pptx?|dps|uo[tsp]|xlsb|png|jpe?g|gif|bmp|tiff?|zip|7z|rar'
/** Files that somebody wrote, by their names. */
export const DOCUMENT = new RegExp(
  `\\.(?:${READABLE_ENDINGS.filter((ending) => !TEXT.includes(ending)).join('|')}|${NEVER_READ})$`,
  'i',
)
/** How the reports look that people read, each as a whole or by a line that nobody writes by hand. */
const OWN_TEXT = [
  /^\s*$/,
  /^检查 \d+ 个文件(?:和豁免文件)?(?:：\d+ (?:个(?:错误|警告|提示)|处已豁免)|，没有(?:发现|错误))/m,
  /^\d+ files?(?: and the waiver file)? checked(?:: \d+ (?:error|warning|info|waived)|, no(?:thing)? )/m,
  /^(?:没有找到可以检查的文件。|没有改动的文稿。|No file to check was found\.|No document has been changed\.)$/m,
  /^(?:[^\n]+:\d+:\d+: (?:错误|警告|提示|已豁免|error|warning|info|waived) [a-z]+(?:-[a-z\d]+)+ [^\n]*\n)+$/,
  /^(?:字数 +字符数 +汉字 +页数|words +chars +han +pages) /,
  /^[^\n]*\n(?:对照上级文件：|against: )/,
  /^(?:\d{4}年[^\n]*一张表|Documents, meetings and inspections, \d{4})\n/,
  /^## burden-lint/,
  /^<!-- burden-lint handbook -->/,
]

/** How the reports begin that programs or browsers read, and patches: what lies under any other name is somebody's work unless it is one of these. */
const OWN_DATA = [
  /^\{\s*"version": 1,\s*"(?:files": \[\s*(?:\]|\{\s*"path")|document"|asOf"|shard"|part")/,
  /^\{"path":"(?:[^"\\]|\\.)*","(?:genre|error)":/,
  /^\{\s*"\$schema": "[^"]*sarif[^"]*"[\s\S]{0,300}"burden-lint"/,
  /^\{\s*"source": \{\s*"name": "burden-lint"/,
  /^\[(?:\]|\s*\{\s*"description": "(?:[^"\\]|\\.)*",\s*"check_name": "[a-z-]+",\s*"fingerprint": "[\da-f]{64}")/,
  /^<\?xml [^>]*>\s*<testsuites name="burden-lint"/,
  /^<\?xml [^>]*>\s*<checkstyle (?![\s\S]*<error (?![^>]* source="burden-lint[."]))/,
  /^<!doctype html>\s*<html lang="[^"]*">\s*<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  /^::(?:error title=burden-lint|(?:error|warning|notice) file=[^\n]*,title=[a-z-]+::)/,
  /^--- [^\n]*\n\+\+\+ [^\n]*(?:（修正后）| \(mended\))\n/,
]
/** As `baselineText` begins: what it holds cannot be found out again. */
const BASELINE = /^\{\s*"version": 1,\s*"files": \{/

/** Is a file an earlier report of ours? `perhaps`: enough for one that was not read; `surely`: for one that was read along with the drafts. */
export interface Own {
  readonly perhaps: (bytes: Uint8Array, path: string) => boolean
  readonly surely: (bytes: Uint8Array, path: string) => boolean
}
export const REPORTS: Own = {
  perhaps: (bytes, path) => !DOCUMENT.test(path) && isReport(new TextDecoder().decode(bytes)),
  surely: (bytes) => isSigned(new TextDecoder().decode(bytes)),
}

const isReport = (text: string): boolean =>
  (isSigned(text) || [...OWN_TEXT, ...OWN_DATA].some((report) => report.test(text))) && !BASELINE.test(text)
