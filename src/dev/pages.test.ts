/** Every example on every rule's page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.ts'
import { examplesOf } from '../examples.ts'
import { tryExample } from './examples.ts'

const folder = join(process.cwd(), 'rules')
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

it('every rule has a page, and every page a rule', () => {
  expect(pages.map((name) => name.replace(/\.md$/, '')).sort()).toEqual(Object.keys(rules).sort())
})

describe.each(pages.map((name) => name.replace(/\.md$/, '')).filter((id) => Object.hasOwn(rules, id)))('%s', (id) => {
  for (const example of examplesOn(`${id}.md`))
    it(`${example.kind} ${example.name} (rules/${id}.md:${example.line})`, async () => {
      const { found, expected, severities, fixed, left } = await tryExample(id, example, rules)
      expect(found).toEqual(expected)
      if (example.kind === '提示') expect(severities).toEqual(['info'])
      else expect(severities).not.toContain('info')
      // Where a rule fixes something its page shows what comes of it, and a second round has nothing left to do.
      if (example.fixed !== undefined) expect(fixed).toBe(example.fixed)
      if (left !== undefined) {
        expect(rules[id]!.fixable).toBe(true)
        expect(left).toEqual([])
      }
    })
})

function examplesOn(page: string) {
  try {
    return examplesOf(readFileSync(join(folder, page), 'utf8'))
  } catch (error) {
    throw new Error(`rules/${page}, ${(error as Error).message}`)
  }
}
