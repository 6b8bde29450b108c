/** The worked example of both READMEs is the fixture that runs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8').replaceAll('\r\n', '\n')

it.each(['README.md', 'README.zh-CN.md'])('%s shows the preset of fixtures/county-preset', (name) => {
  expect(read(name)).toContain(`\`\`\`yaml\n${read('fixtures/county-preset/云川县.yaml')}\`\`\`\n`)
})
