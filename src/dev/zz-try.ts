import { readFileSync } from 'node:fs'
import { rules as all } from '../../rules/index.ts'
import { defaultSettings } from '../config.ts'
import { lintText } from '../session.ts'
const ids = ['nonstandard-page', 'nonstandard-typeface', 'missing-page-numbers', 'misplaced-masthead']
const rules = Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)))
const args = process.argv.slice(2)
const genre = args[0]!.startsWith('--') ? args.shift()!.slice(2) : undefined
void (async () => { for (const f of args) {
  const r = await lintText({ text: readFileSync(f), path: f.split('/').pop()!, rules, settings: defaultSettings(rules), ...(genre ? { genre: genre as never } : {}) })
  console.log('==', r.path, r.genre?.id)
  for (const d of r.diagnostics) {
    const m = rules[d.rule]!.messages[d.message]!
    console.log('  ', d.severity, d.rule, m.zh.replace(/\{(\w+)\}/g, (_, k) => String(d.args[k])), '|', d.excerpt.text.slice(d.excerpt.start, d.excerpt.end).slice(0, 30))
  }
} })()
