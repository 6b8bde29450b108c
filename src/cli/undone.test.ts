/** What a run could not do stands in its reports, for whoever sees nothing else of it. */
import { chmodSync, rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../dev/in-process.ts'
import { emptyFolder, type Folder, NOTICE } from '../dev/samples/repository.ts'

let folder: Folder
beforeEach(() => {
  folder = emptyFolder()
  folder.put({ '净.txt': `${NOTICE}请备足沙袋。\n` })
})
afterEach(() => folder.remove())
const run = (...argv: string[]) => runIn(folder.path, argv)

const FORMATS = ['json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'rdjson', 'markdown', 'html'] as const
/** The report in every format, on standard output and in a file, holds the words; SARIF says that the run was no success. */
async function tells(argv: readonly string[], words: string, code = 2) {
  for (const format of FORMATS) {
    const { exit, stdout } = await run(...argv, '--format', format)
    expect([format, exit, stdout]).toEqual([format, code, expect.stringContaining(words)])
    await run(...argv, '--format', `${format}:结果.${format}`)
    expect(folder.text(`结果.${format}`)).toContain(words)
  }
  await run(...argv, '-o', '结果.txt')
  expect(folder.text('结果.txt')).toContain(words)
  const { executionSuccessful, toolExecutionNotifications } = await invocation(...argv)
  expect(executionSuccessful).toBe(false)
  expect(toolExecutionNotifications).toContainEqual(
    expect.objectContaining({ level: 'error', message: { text: expect.stringContaining(words) } }),
  )
}
const invocation = async (...argv: string[]) =>
  JSON.parse((await run(...argv, '--format', 'sarif')).stdout).runs[0].invocations[0]

describe('a report tells', () => {
  it('an error in the waiver file', async () => {
    folder.put({ '.burden-waivers.yaml': '- rule: overlong-speech\n' })
    await tells(['净.txt'], '.burden-waivers.yaml')
  })

  it('that a folder holds nothing that can be read', async () => {
    folder.put({ '旧/台账.xlsb': 'x', '旧/别的.xlsb': 'x' })
    await tells(['旧'], '跳过 2 个暂时不能读取的文件')
    // Once, not among the notes as well.
    expect((await run('旧', '--format', 'html')).stdout.match(/跳过/g)).toHaveLength(1)
  })

  it('that a superior document of the configuration cannot be read', async () => {
    folder.put({
      '.burdenrc.json': '{"pairs": [{"doc": "净.txt", "superior": "上级.docx"}]}',
      '上级.docx': 'PK\u0003\u0004',
    })
    await tells(['净.txt'], '上级.docx')
  })

  it('a file that could not be read, though its finding is kept back by --quiet', async () => {
    folder.put({ '.burdenrc.json': '{"rules": {"unreadable-file": "warning"}}', '坏.docx': 'PK\u0003\u0004' })
    await tells(['坏.docx', '--quiet'], '1 个文件无法读取，没有检查')
  })

  it('a file that could not be read once, by its finding', async () => {
    folder.put({ '坏.docx': 'PK\u0003\u0004' })
    const { stdout } = await run('.', '--format', 'json')
    expect(JSON.parse(stdout).problems).toBeUndefined()
    const { executionSuccessful, toolExecutionNotifications } = await invocation('.')
    expect([executionSuccessful, toolExecutionNotifications.length]).toEqual([false, 1])
  })

  it('nothing of that where all was done', async () => {
    expect(await invocation('净.txt')).toEqual({ executionSuccessful: true })
    expect(JSON.parse((await run('净.txt', '--format', 'json')).stdout).problems).toBeUndefined()
  })
})

describe('a report tells what could not be written', () => {
  const FAULTY = `${NOTICE}请于6月1日前,备足沙袋；6月2日前,签订责任状。\n`

  it('drafts that --fix does not mend', async () => {
    folder.put({ '稿.txt': FAULTY })
    chmodSync(folder.at('稿.txt'), 0o444)
    await tells(['稿.txt', '--fix'], '稿.txt 是只读文件，没有修正')
    expect(folder.text('稿.txt')).toBe(FAULTY)
  })

  it('copies with comments, and says below it where the others are', async () => {
    folder.put({ '稿/甲.txt': FAULTY, '稿/下/乙.txt': FAULTY })
    const argv = ['稿', '--annotate', '副本']
    expect((await run(...argv)).exit).toBe(0)
    rmSync(folder.at('副本/下'), { recursive: true })
    folder.put({ '副本/下': '不是文件夹' })
    await tells(argv, '稿/下/乙.txt：没有做批注副本')
    const { stderr } = await run(...argv)
    expect(stderr).toMatch(/^错误：稿\/下\/乙\.txt：没有做批注副本.*\n注意：已在 副本 中写入 1 份批注副本/m)
  })

  it('and what copies there are, where the report itself cannot be written', async () => {
    folder.put({ '稿/甲.txt': FAULTY })
    const { exit, stderr } = await run('稿', '--annotate', '副本', '-o', '稿/甲.txt')
    expect([exit, stderr]).toEqual([2, expect.stringMatching(/已在 副本 中写入 1 份批注副本[\s\S]*结果不会覆盖它们/)])
  })
})
