/**
 * A thread that hands over the glyph runs of a PDF, page by page. In JavaScript, because Node starts it as it stands; src/parsers/pdf.ts
 * watches over it. Posts `{ ready }`, a `{ page }` each and at last `{ done }`, or an `{ error }`.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'unpdf/pdfjs'

const { bytes, maxPages, maxRuns } = workerData

/** pdf.js asks for the predefined character maps by name; of the fonts that it may ask for none is needed to read text. */
function Maps() {
  return {
    async fetch({ filename }) {
      const { maps } = await import('./cmaps.generated.mjs')
      const map = maps[filename.replace(/\.bcmap$/, '')]
      if (map === undefined) throw new Error('not here')
      return new Uint8Array(Buffer.from(map, 'base64'))
    },
  }
}

async function readPage(page) {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const runs = []
  const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: true }).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) break
    for (const { str, width: length, transform: glyph } of value.items)
      if (str !== '') runs.push([str, length, ...glyph])
    if (runs.length > maxRuns) throw Object.assign(new Error(), { name: 'TooMuch' })
  }
  page.cleanup()
  return { width, height, transform, runs }
}

async function read() {
  parentPort.postMessage({ ready: true })
  const document = await getDocument({
    data: bytes,
    BinaryDataFactory: Maps,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  }).promise
  if (document.numPages > maxPages) throw Object.assign(new Error(), { name: 'TooMuch' })
  for (let number = 1; number <= document.numPages; number++)
    parentPort.postMessage({ page: await readPage(await document.getPage(number)) })
  parentPort.postMessage({ done: true })
}

read().catch(({ name, message }) => parentPort.postMessage({ error: { name, message: String(message) } }))
