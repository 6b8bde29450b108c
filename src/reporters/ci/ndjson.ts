import type { Reporter } from '../../core.ts'
import { fileJson, toJson } from '../json.ts'

/** One line of JSON for each file, as in `files` of the JSON report. */
export const ndjson: Reporter = ({ files }, view) => files.map((file) => toJson(fileJson(file, view), 0)).join('')
