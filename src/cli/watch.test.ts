/** `--watch`, as somebody at a terminal has it. */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { describe, expect, it, type TestContext, vi } from 'vitest'
import { emptyFolder, type Folder, NOTICE, run, start } from '../dev/samples/repository.ts'
import { nodeHost } from '../host.ts'
import { watching } from './watch.ts'

vi.setConfig({ testTimeout: 30_000 })

const VETO = `${NOTICE}对漏报险情的乡镇，年度考核实行一票否决。\n`
const LETTER = `${NOTICE}6月1日前，各乡镇要与各村签订责任状。\n`
const WAITING = '注意：等待改动，按 Ctrl-C 结束\n'

/** A folder of two documents, for one test. */
function begin({ onTestFinished }: TestContext): Folder {
  const folder = emptyFolder()
  onTestFinished(folder.remove)
  folder.put({ '甲.txt': NOTICE, '乙.txt': LETTER })
  return folder
}

/** Starts it; each call waits for one more run, and gives what that run said. */
function watch({ onTestFinished }: TestContext, folder: Folder, ...argv: string[]) {
  const { child, said, done } = start(folder, ['--watch', '--format', 'concise', ...argv])
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await done
  })
  let runs = 0
  let [out, err] = [0, 0]
  const next = async () => {
    runs++
    const begun = performance.now()
    while (said().stderr.split(WAITING).length <= runs) {
      if (performance.now() - begun > 10_000) throw new Error(`no further run: ${said().stderr}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    // The other pipe may be read a moment later.
    await new Promise((resolve) => setTimeout(resolve, 40))
    const { stdout, stderr } = said()
    const one = { stdout: stdout.slice(out), stderr: stderr.slice(err) }
    ;[out, err] = [stdout.length, stderr.length]
    return one
  }
  return { child, done, said, next }
}
const rules = (text: string) =>
  [...text.matchAll(/^(\S+?):\d+:\d+: \S+ (\S+)/gm)].map(([, path, rule]) => `${path} ${rule}`)

// They mostly wait.
describe.concurrent('--watch', () => {
  it('reports again when documents change, come or go, and ends with Ctrl-C', async (context) => {
    const folder = begin(context)
    const { child, done, next } = watch(context, folder)
    expect(rules((await next()).stdout)).toEqual(['乙.txt responsibility-letter'])
    folder.put({ '甲.txt': VETO })
    expect(rules((await next()).stdout)).toEqual(['乙.txt responsibility-letter', '甲.txt one-vote-veto'])
    // Of the same size, at the same time as before.
    const { atime, mtime } = statSync(folder.at('甲.txt'))
    folder.put({ '甲.txt': VETO.replace('一票否决', '通报表扬') })
    utimesSync(folder.at('甲.txt'), atime, mtime)
    expect(rules((await next()).stdout)).toEqual(['乙.txt responsibility-letter'])
    // As editors save: another file takes the name.
    folder.put({ '草稿~': VETO, '新/丙.txt': LETTER })
    renameSync(folder.at('草稿~'), folder.at('乙.txt'))
    expect(rules((await next()).stdout)).toEqual(['乙.txt one-vote-veto', '新/丙.txt responsibility-letter'])
    rmSync(folder.at('乙.txt'))
    expect(rules((await next()).stdout)).toEqual(['新/丙.txt responsibility-letter'])
    const begun = performance.now()
    child.kill('SIGINT')
    await done
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('tells what is wrong with the configuration, and goes on once it is mended', async (context) => {
    const folder = begin(context)
    const { next } = watch(context, folder)
    expect((await next()).stdout).toContain('responsibility-letter')
    folder.put({ '.burdenrc.json': '{"rules": {"responsibility-letter": ' })
    const broken = await next()
    expect(broken.stdout).toBe('')
    expect(broken.stderr).toMatch(/^错误：.*\.burdenrc\.json/)
    folder.put({ '.burdenrc.json': '{"rules": {"responsibility-letter": "off"}, "presets": ["./本县.yaml"]}' })
    expect((await next()).stderr).toContain('本县.yaml')
    folder.put({ '本县.yaml': 'title: 本县规定\nrules:\n  one-vote-veto: error\n' })
    const mended = await next()
    expect([mended.stdout, mended.stderr]).toEqual([expect.not.stringContaining('responsibility-letter'), WAITING])
    folder.put({ '甲.txt': VETO })
    expect((await next()).stdout).toContain('one-vote-veto')
    rmSync(folder.at('.burdenrc.json'))
    expect((await next()).stdout).toContain('responsibility-letter')
  })

  it('sees superior documents, reviews and waivers, and files of a folder that is not there yet', async (context) => {
    const folder = begin(context)
    folder.put({
      '.burdenrc.json': '{"superiors":["上级"]}',
      '.burden-waivers.yaml': '[]\n',
    })
    rmSync(folder.at('甲.txt'))
    rmSync(folder.at('乙.txt'))
    mkdirSync(folder.at('上级'))
    folder.put({
      '上级/意见.txt': `云泽市人民政府关于加强河道管护工作的意见\n云政发〔2026〕3号\n\n各县人民政府：\n一、落实河长责任。各地要建立健全县乡村三级河长体系，明确各级河长职责，定期开展巡河。\n`,
    })
    const draft = `南安县加强河道管护工作实施方案\n\n为贯彻落实《云泽市人民政府关于加强河道管护工作的意见》（云政发〔2026〕3号），制定本方案。\n一、落实河长责任。各乡镇要建立健全县乡村三级河长体系，明确各级河长职责，定期开展巡河。\n`
    const { next } = watch(context, folder, '稿')
    expect((await next()).stderr).toContain('稿')
    folder.put({ '稿/方案.txt': draft })
    expect((await next()).stdout).toContain('copied-passage')
    folder.put({
      '上级/意见.txt':
        '云泽市人民政府关于加强河道管护工作的意见\n云政发〔2026〕3号\n\n各县人民政府：\n另行部署采砂许可发放、船舶登记等六件事。\n',
    })
    expect((await next()).stdout).not.toContain('copied-passage')
    rmSync(folder.at('上级/意见.txt'))
    folder.put({ '上级/别的.txt': '关于春耕的通知\n\n各县：\n请备足种子。\n' })
    expect((await next()).stdout).toContain('missing-superior')
    folder.put({
      '.burden-waivers.yaml':
        '- rule: 没有这条\n  document: 稿/方案.txt\n  reason: 无\n  approver: 李某\n  date: 2026-01-01\n',
    })
    expect((await next()).stderr).toContain('.burden-waivers.yaml')
  })

  it('does not start again for what nobody looks at', async (context) => {
    const folder = begin(context)
    const { next, said } = watch(context, folder, '甲.txt')
    await next()
    const before = said()
    folder.put({ '乙.txt': VETO, '旁.bak': 'x' })
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(said()).toEqual(before)
  })

  it.for<[string, (folder: Folder) => void]>([
    ['comes', (folder: Folder) => folder.put({ '丙.txt': VETO })],
    ['changes', (folder: Folder) => folder.put({ '甲.txt': VETO })],
    ['goes', (folder: Folder) => rmSync(folder.at('甲.txt'))],
  ])('starts again at once where a document %s while it runs', async ([, meanwhile], context) => {
    const folder = begin(context)
    let runs = 0
    const once = async () => {
      if (++runs === 1) meanwhile(folder)
      return { code: runs === 2 ? 130 : 0, rests: ['甲.txt', '乙.txt'] }
    }
    const io = { host: nodeHost(folder.path), stdout: { write: () => {} }, stderr: { write: () => {} } }
    expect(
      await watching(once, ['.'], [], [], { ...io, root: '', stdin: () => new Uint8Array(), today: () => '', env: {} }),
    ).toBe(130)
  })

  it('is refused with what writes drafts, parts and standard input', async (context) => {
    const folder = begin(context)
    for (const other of [
      ['--fix'],
      ['--diff'],
      ['--annotate', '副本'],
      ['--update-baseline'],
      ['--shard', '1/2'],
      ['-'],
    ]) {
      const { exit, stderr } = await run(folder, ['--watch', ...other])
      expect([exit, stderr]).toEqual([2, expect.stringMatching(/--watch 与 .* 不能同时使用/)])
    }
  })
})
