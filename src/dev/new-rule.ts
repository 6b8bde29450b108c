/** `npm run new-rule <id> [--scope doc|pair|corpus]`: a rule and its page that compile and pass as they are, to be filled in. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scope } from '../core.ts'
import { ID } from './generate.ts'

const SCOPES: readonly string[] = ['doc', 'pair', 'corpus'] satisfies Scope[]

/** Writes both files and returns their paths relative to `root`. Throws an `Error` where the id is wrong or taken. */
export function newRule(root: string, id: string, scope: Scope): string[] {
  if (!ID.test(id))
    throw new Error(
      `“${id}” is no rule id: name the burden in lower-case words with hyphens between them, as in copied-passage`,
    )
  if (id === 'index') throw new Error('index is the registry, not a rule')
  const files = [
    [`rules/${id}.ts`, source(scope)],
    [`rules/${id}.md`, page(id, scope)],
  ] as const
  for (const [path] of files) if (existsSync(join(root, path))) throw new Error(`${path} exists already`)
  for (const [path, text] of files) writeFileSync(join(root, path), text, { flag: 'wx' })
  return files.map(([path]) => path)
}

const CHECKS: Readonly<Record<Scope, string>> = {
  doc: `  triggers: ['示例用语'],
  options: v.object({}),
  messages: {
    found: MESSAGE,
  },
  *check({ doc, hits }) {
    for (const span of hits) {
      yield { message: 'found', args: { words: doc.text.slice(span.start, span.end) }, at: { doc, span } }
    }
  },`,
  pair: `  options: v.object({
    words: v.optional(v.pipe(v.string(), v.minLength(1, '不能为空'), v.description('要找的用语')), '示例用语'),
  }),
  messages: {
    found: MESSAGE,
  },
  *check({ doc, superiors }, { words }) {
    // Only what the superior documents do not say either.
    if (superiors.length === 0 || superiors.some(({ text }) => text.includes(words))) return
    for (let start = doc.text.indexOf(words); start >= 0; start = doc.text.indexOf(words, start + 1)) {
      yield { message: 'found', args: { words }, at: { doc, span: { start, end: start + words.length } } }
    }
  },`,
  corpus: `  options: v.object({
    words: v.optional(v.pipe(v.string(), v.minLength(1, '不能为空'), v.description('要找的用语')), '示例用语'),
  }),
  messages: {
    found: MESSAGE,
  },
  // Texts in which the words stand; registers are there anyway.
  texts: (_, { words }) => [words],
  *check({ docs }, { words }) {
    for (const doc of docs) {
      for (let start = doc.text.indexOf(words); start >= 0; start = doc.text.indexOf(words, start + 1)) {
        yield { message: 'found', args: { words }, at: { doc, span: { start, end: start + words.length } } }
      }
    }
  },`,
}

const MESSAGE = `{
      zh: '出现“{words}”',
      en: 'Says “{words}”',
      advice: { zh: '写明怎么改', en: 'Say what to do' },
    }`

function source(scope: Scope): string {
  return `import { defineRule, v } from '../src/rule.ts'

export default defineRule({
  scope: '${scope}',
  // Where it applies: '*', a family such as 'speech.', or single genres.
  genres: ['*'],
  // By the modal word of the basis: 不得 is an error, 原则上 a warning, 提倡 only informs.
  severity: 'warning',
  title: { zh: '示例规则', en: 'Example rule' },
  basis: {
    source: '文件名称',
    clause: '条款',
    quote: '原文',
    verified: false,
  },
${CHECKS[scope].replace('MESSAGE', () => MESSAGE)}
})
`
}

function page(id: string, scope: Scope): string {
  const superior = scope === 'pair' ? block('上级文件', '县委意见', '加强基层工作。') : ''
  const attributes = scope === 'pair' ? ' genre=implementing' : ''
  const examples: readonly (readonly [info: string, text: string])[] = [
    ['正例 name=不提', '今年共召开三次会议。'],
    ['正例 name=相近', '这里没有那个用语。'],
    ['正例 name=断开', '示例，用语。'],
    ['反例 name=一处', '会上多次说到⟦示例用语⟧。'],
    ['反例 name=两处', '⟦示例用语⟧不少，还有⟦示例用语⟧。'],
    ['反例 name=段首', '第一段。\n⟦示例用语⟧在第二段。'],
  ]
  return `# ${id}　示例规则

> An English summary in one line.

## 查什么

写明查什么、不查什么。

## 为什么

<!-- generated:basis -->
<!-- /generated -->

## 怎么改

写明怎么改，最好给出改好的句子。

## 选项

<!-- generated:options -->
<!-- /generated -->

## 例子

${examples.map(([info, text]) => `${superior}${block(`${info}${attributes}`, text)}`).join('')}`
    .trimEnd()
    .concat('\n')
}

const block = (info: string, ...text: readonly string[]) => `\`\`\`${info}\n${text.join('\n')}\n\`\`\`\n\n`

function main(words: readonly string[]): number {
  const at = words.indexOf('--scope')
  const scope = at < 0 ? 'doc' : (words[at + 1] ?? '')
  const rest = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)]
  const [id] = rest
  if (id === undefined || rest.length !== 1 || !SCOPES.includes(scope)) {
    console.error('usage: npm run new-rule <id> -- --scope doc|pair|corpus')
    return 2
  }
  try {
    for (const path of newRule(process.cwd(), id, scope as Scope)) console.log(`wrote ${path}`)
  } catch (error) {
    console.error((error as Error).message)
    return 1
  }
  console.log('Fill both in, name the rule in a preset under rules/presets/, then: npm run gen && npm run check')
  return 0
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('src/dev/new-rule.ts'))
  process.exitCode = main(process.argv.slice(2))
