/** `npm run demo`: the sample drafts, linted. Findings are what it is to show, so they are its success. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync(process.execPath, ['bin/burden-lint.js', 'fixtures/demo'], { stdio: 'inherit' })
process.exitCode = status === 1 ? 0 : 2
