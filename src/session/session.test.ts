import { describe, expect, it } from 'vitest'
import { presets, rules } from '../../rules/index.ts'
import { compileMatchers } from '../config/matchers.ts'
import { resolveSettings } from '../config/settings.ts'
import { type DocUnit, defineRule, type Host, UnreadableError } from '../core.ts'
import { openSession, type SessionOptions } from './session.ts'

/** A file system in memory; folders are what their files imply. */
function hostOf(files: Record<string, string>): Host {
  const names = Object.keys(files).map((f) => (f.startsWith('/') ? f : `/drafts/${f}`))
  const absolute = (path: string) =>
    (path.startsWith('/') ? path : `/drafts/${path}`).replace(/\/\.(?=\/|$)/g, '').replace(/\/$/, '')
  return {
    cwd: '/drafts',
    read(path) {
      const key = absolute(path)
      const text = files[key] ?? files[key.replace('/drafts/', '')]
      if (text === undefined) throw new UnreadableError('找不到文件', '请检查')
      return Buffer.from(text)
    },
    kind(path) {
      const key = absolute(path)
      return names.includes(key) ? 'file' : names.some((n) => n.startsWith(`${key}/`)) ? 'folder' : 'missing'
    },
    list(folder) {
      const prefix = `${absolute(folder)}/`
      const entries = new Map<string, boolean>()
      for (const name of names)
        if (name.startsWith(prefix))
          entries.set(name.slice(prefix.length).split('/')[0]!, name.slice(prefix.length).includes('/'))
      return [...entries].map(([name, folder]) => ({ name, folder })).sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}

async function parts(files: Record<string, string>, raw: unknown = {}) {
  const host = hostOf(files)
  const settings = resolveSettings({ registry: rules, presets, cwd: '/drafts', raw, file: '/drafts/.burdenrc.json' })
  return { host, rules, settings, matchers: await compileMatchers(settings, host.cwd) }
}

const session = async (files: Record<string, string>, raw: unknown = {}, more: Partial<SessionOptions> = {}) =>
  openSession({ ...(await parts(files, raw)), ...more })

const SUPERIOR = `市人民政府关于加强河道管护工作的意见
海政发〔2024〕3号
各县人民政府：
一、落实河长责任。各地要建立健全县乡村三级河长体系，明确各级河长职责，定期开展巡河，及时发现和解决影响河道健康的突出问题。
二、强化执法监管。各地要严厉打击非法采砂、侵占河道、违法排污等行为，建立部门联合执法机制，形成监管合力。
`
const COPY = `南安县加强河道管护工作实施方案
为贯彻落实《市人民政府关于加强河道管护工作的意见》（海政发〔2024〕3号），制定本方案。
一、落实河长责任。各乡镇要建立健全县乡村三级河长体系，明确各级河长职责，定期开展巡河，及时发现和解决影响河道健康的突出问题。
二、强化执法监管。各乡镇要严厉打击非法采砂、侵占河道、违法排污等行为，建立部门联合执法机制，形成监管合力。
`
const found = async (
  files: Record<string, string>,
  paths: string[],
  raw: unknown = {},
  more: Partial<SessionOptions> = {},
) => {
  const { report } = await (await session(files, raw, more)).check(paths)
  return report.files.map((f) => `${f.path}: ${f.diagnostics.map((d) => d.rule).join(' ')}`.trim())
}

describe('the genre in the front matter', () => {
  const of = async (value: string) => {
    const { report, notices } = await (
      await session({ 'd.md': `---\n文种: ${value}\n---\n\n# 关于值班的函\n\n请派人值班。\n` })
    ).check(['d.md'])
    return [report.files[0]!.genre?.source, notices.join()]
  }
  it('may stand in a list of its own', async () => {
    expect(await of('[通知]')).toEqual(['front-matter', ''])
  })
  it.each(['[通知, 函]', '5', '{通知: 函}', '[[通知]]'])(
    'is told to be one text where it is not: %s',
    async (value) => {
      expect((await of(value))[1]).toContain(
        'd.md：文件开头的文种只能写一个，写成文字，如“文种: 通知”；现在不是，改按正文判断',
      )
    },
  )
  it('is told not to be known', async () => {
    expect((await of('通之'))[1]).toContain('文种“通之”不认识')
  })
})

describe('superior documents', () => {
  const both = { '方案.txt': COPY, '上级/意见.txt': SUPERIOR }

  it('are named on the command line', async () => {
    expect(await found(both, ['方案.txt'], {}, { against: ['上级/意见.txt'] })).toEqual([
      '方案.txt: too-few-local-measures copied-passage',
    ])
  })

  it('are named in the front matter, by file or by title', async () => {
    const files = {
      ...both,
      'd.md': `---\n上位文件: 上级/意见.txt\n---\n\n# 河道管护办法\n\n${COPY.split('\n').slice(2).join('\n\n')}`,
    }
    expect((await found(files, ['d.md']))[0]).toContain('too-few-local-measures')
    const byTitle = {
      ...files,
      'd.md': files['d.md'].replace('上级/意见.txt', '《市人民政府关于加强河道管护工作的意见》'),
    }
    expect((await found(byTitle, ['d.md'], { superiors: ['上级'] }))[0]).toContain('too-few-local-measures')
  })

  it('are found in a folder by 发文字号 or by title', async () => {
    expect((await found(both, ['方案.txt'], { superiors: ['上级'] }))[0]).toContain('too-few-local-measures')
    const untitled = { ...both, '方案.txt': COPY.replace('（海政发〔2024〕3号）', '') }
    expect((await found(untitled, ['方案.txt'], { superiors: ['上级'] }))[0]).toContain('too-few-local-measures')
    const other = { ...both, '上级/意见.txt': SUPERIOR.replace('加强河道管护', '做好森林防火').replace('3号', '9号') }
    expect(await found(other, ['方案.txt'], { superiors: ['上级'] })).toEqual(['方案.txt: missing-superior'])
  })

  it('are paired by the configuration', async () => {
    expect((await found(both, ['方案.txt'], { pairs: [{ doc: '方案.txt', superior: '上级/意见.txt' }] }))[0]).toContain(
      'too-few-local-measures',
    )
    const broken = await (await session(both, { pairs: [{ doc: '方案.txt', superior: '上级/没有.txt' }] })).check([
      '方案.txt',
    ])
    expect(broken.problems.join()).toContain('配置 pairs 中的 上级/没有.txt')
    expect(broken.report.files[0]!.diagnostics.map((d) => d.rule)).toEqual(['missing-superior'])
  })

  it('may be several, and point each to its own place', async () => {
    const [first, second] = [
      SUPERIOR.split('\n').slice(0, 4).join('\n'),
      `市政府办公室通知\n${SUPERIOR.split('\n')[4]}`,
    ]
    const { report } = await (
      await session({ '方案.txt': COPY, 'a.txt': first, 'b.txt': second }, {}, { against: ['a.txt', 'b.txt'] })
    ).check(['方案.txt'])
    const related = report.files[0]!.diagnostics.filter((d) => d.rule === 'copied-passage').map(
      (d) => d.related[0]!.path,
    )
    expect(related).toEqual(['a.txt', 'b.txt'])
  })

  it('named in the front matter must lie in the folder that is worked in', async () => {
    const files = {
      '/etc/upper.txt': SUPERIOR,
      'd.md': `---\n上位文件: ../etc/upper.txt\n---\n\n${COPY.split('\n').slice(2).join('\n\n')}`,
    }
    expect(await found(files, ['d.md'])).toEqual(['d.md: missing-superior'])
    expect(await found({ ...files, 'd.md': files['d.md'].replace('../etc', '/etc') }, ['d.md'])).toEqual([
      'd.md: missing-superior',
    ])
  })

  it('are named as the report names them, however the front matter does', async () => {
    const draft = (entry: string) => `---\n上位文件: ${entry}\n---\n\n${COPY.split('\n').slice(2).join('\n\n')}`
    for (const entry of ['../上级/意见.txt', "'..\\上级\\意见.txt'", '/drafts/上级/意见.txt']) {
      const files = { '上级/意见.txt': SUPERIOR, '方案/d.md': draft(entry) }
      const { report } = await (await session(files)).check(['方案/d.md'])
      const copied = report.files[0]!.diagnostics.find(({ rule }) => rule === 'copied-passage')
      expect(copied!.related[0]!.path, entry).toBe('上级/意见.txt')
    }
  })

  it('are known by titles with spaces in them', async () => {
    const broken = COPY.replace('市人民政府关于', '市人民政府　 关于')
    const { report } = await (await session({ ...both, '方案.txt': broken }, { superiors: ['上级'] })).check([
      '方案.txt',
    ])
    expect(report.files[0]!.genre!.id).toBe('implementing')
  })

  it.each([
    ['the draft itself, in the front matter', 'd.md', {}, 'itself', 'd.md'],
    ['one that is not there, in the front matter', '上级/无.txt', {}, 'absent', '上级/无.txt'],
    ['one of another folder, in the front matter', '../etc/upper.txt', {}, 'outside', '../etc/upper.txt'],
    ['one that cannot be read, in the front matter', '空.txt', {}, 'unreadable', '空.txt'],
    ['the draft itself, in pairs', '', { pairs: [{ doc: 'd.md', superior: 'd.md' }] }, 'itself', 'd.md'],
    ['one that is not there, in pairs', '', { pairs: [{ doc: 'd.md', superior: '无.txt' }] }, 'absent', '无.txt'],
  ] as const)('that are named and of no use are named: %s', async (_, named, raw, message, name) => {
    const front = named && `---\n上位文件: ${named}\n---\n\n`
    const files = { ...both, '空.txt': '', '../etc/upper.txt': SUPERIOR, 'd.md': front + COPY.replaceAll('\n', '\n\n') }
    const { report } = await (await session(files, raw)).check(['d.md'])
    expect(report.files[0]!.diagnostics).toMatchObject([{ rule: 'missing-superior', message, args: { name } }])
    await expect((await session(files, raw)).measure('d.md')).rejects.toMatchObject({
      remedy: expect.stringContaining(`写明的上级文件 ${name} `),
    })
  })

  it('that the front matter writes as no text are told to be of no use', async () => {
    const said = async (front: string) =>
      (await (await session({ 'd.md': `---\n${front}\n---\n\n${COPY}` })).check(['d.md'])).notices.join()
    expect(await said('上位文件: 5')).toContain(
      'd.md：文件开头的“上位文件”要写文件名、标题或发文字号，现在有 5，没有用上',
    )
    expect(await said('superior: [甲.txt, {乙: 丙}]')).toContain('“superior”')
    expect(await said('上位文件:')).not.toContain('没有用上')
    expect(await said('上位文件: 甲.txt')).not.toContain('没有用上')
  })

  it('of which the front matter names one that is missing are held against the others, and the missing one is told', async () => {
    const draft = `---\n上级文件: [上级/意见.txt, 上级/无.txt]\n---\n\n${COPY.split('\n').slice(2).join('\n\n')}`
    const { report, notices } = await (await session({ ...both, 'd.md': draft })).check(['d.md'])
    expect(report.files[0]!.diagnostics.map(({ rule }) => rule)).toContain('copied-passage')
    expect(notices.join()).toContain('上级/无.txt 没有找到')
  })

  it('that are missing are said to be, and nothing is measured', async () => {
    const { report } = await (await session({ '方案.txt': COPY })).check(['方案.txt'])
    const [d] = report.files[0]!.diagnostics
    expect(d).toMatchObject({ rule: 'missing-superior', severity: 'info', message: 'cited' })
    expect(COPY.slice(d!.span.start, d!.span.end)).toContain('《市人民政府关于加强河道管护工作的意见》')
  })

  it('are not linted themselves when their folder is met on the way', async () => {
    const files = { ...both, '上级/意见.txt': `${SUPERIOR}三、对完不成任务的单位实行“一票否决”。\n` }
    expect((await found(files, ['.'], { superiors: ['上级'] })).map((f) => f.split(':')[0])).toEqual(['方案.txt'])
    expect((await found(files, ['上级'], { superiors: ['上级'] }))[0]).toContain('one-vote-veto')
  })

  it('that cannot be read are a usage error which names them', async () => {
    await expect(found(both, ['方案.txt'], {}, { against: ['没有.txt'] })).rejects.toThrow(/没有\.txt/)
  })
})

describe('a pattern in an option', () => {
  const files = { 'n.txt': '关于值班的通知\n各乡镇：\n对缺岗的实行“一票否决”。' }
  const raw = (allowed: string) => ({ rules: { 'one-vote-veto': { options: { allowed: [allowed] } } } })

  it('is obeyed', async () => {
    expect(await found(files, ['n.txt'], raw('缺[岗位]'))).toEqual(['n.txt:'])
    expect(await found(files, ['n.txt'], raw('缺勤'))).toEqual(['n.txt: one-vote-veto'])
  })

  it.each(['(a+)+$', '(缺', '(岗|岗)*b'])('that could run for ever or is broken is refused: %s', async (allowed) => {
    await expect(found(files, ['n.txt'], raw(allowed))).rejects.toThrow(
      /rules\.one-vote-veto\.options\.allowed\[0\].*正则表达式/,
    )
  })
})

describe('folders of superior documents', () => {
  const other = (i: number) =>
    `市人民政府关于第${i}类档案整理的通知\n海政发〔2023〕${i}号\n各县人民政府：\n请于每年三月底前将第${i}类档案装订成册，移交市档案馆。\n`
  const many = (count: number) =>
    Object.fromEntries([
      ...Array.from({ length: count }, (_, i) => [`上级/档案${i}.txt`, other(i)] as const),
      ['上级/意见.txt', SUPERIOR],
    ])
  const uncited = COPY.replace(/为贯彻落实.*?，/, '')
  /** A session over files in memory with a cache, and the paths that it reads. */
  const recorded = async (files: Record<string, string>, raw: unknown, more: Partial<SessionOptions> = {}) => {
    const reads: string[] = []
    const kept = new Map<string, Uint8Array>()
    const memory = hostOf(files)
    const host: Host = {
      ...memory,
      read(path) {
        reads.push(path)
        return memory.read(path)
      },
      stat: (path) => ({ size: memory.read(path).length, mtime: 1e12, ctime: 1e12 }),
      cache: () => ({ read: (name) => kept.get(name), write: (name, parts) => kept.set(name, Buffer.concat(parts)) }),
    }
    const settings = resolveSettings({ registry: rules, presets, cwd: '/drafts', raw, file: '/drafts/.burdenrc.json' })
    const matchers = await compileMatchers(settings, host.cwd)
    return {
      reads,
      kept,
      open: () => {
        reads.length = 0
        return openSession({ host, rules, settings, matchers, ...more })
      },
    }
  }

  it.each([['上级'], ['上级/*.txt'], ['上级/']])(
    '--against %s compares with what a draft comes from',
    async (against) => {
      for (const count of [3, 30]) {
        const files = { '方案.txt': uncited, ...many(count) }
        const s = await session(files, {}, { against: [against] })
        const result = await s.measure('方案.txt')
        expect(result.superiors.map((d) => d.path)).toContain('上级/意见.txt')
        expect(result.superiors).toHaveLength(count === 3 ? 4 : 1)
        expect(result.notices).toEqual(
          count === 3 ? [] : ['方案.txt：--against 的文件夹中有 31 份上级文件，比对了与它相近的 1 份（意见.txt）'],
        )
        expect(await found(files, ['方案.txt'], {}, { against: [against] })).toEqual([
          '方案.txt: too-few-local-measures copied-passage',
        ])
      }
    },
  )

  it('--against leaves the draft itself out, and takes what it cites', async () => {
    const files = { '上级/方案.txt': COPY.replace(/^(一|二)、.*$/gm, '各乡镇要每月巡河两次。'), ...many(30) }
    const { superiors } = await (await session(files, {}, { against: ['上级'] })).measure('上级/方案.txt')
    expect(superiors.map((d) => d.path)).toEqual(['上级/意见.txt'])
  })

  it('--against shows a draft that is like none of them to be its own', async () => {
    const files = { '方案.txt': `${'春眠不觉晓处闻啼鸟'.repeat(9)}。\n`, ...many(30) }
    const { superiors, measurement } = await (await session(files, {}, { against: ['上级'] })).measure('方案.txt')
    expect(superiors).toHaveLength(1)
    expect(measurement.units.map((u) => u.reuse)).toEqual(['novel'])
  })

  it('--against holds each of many drafts against what it names', async () => {
    const files = { '方案.txt': COPY, '值班.txt': '关于值班的通知\n各乡镇：\n请按时值班。\n', ...many(30) }
    expect(await found(files, ['方案.txt', '值班.txt'], {}, { against: ['上级'] })).toEqual([
      '方案.txt: too-few-local-measures copied-passage',
      '值班.txt:',
    ])
  })

  it('--against says what it cannot read, and refuses what holds nothing', async () => {
    const files = { '方案.txt': COPY, ...many(30), '上级/空.txt': '', '上级/旧.xlsb': 'x', '空/图.png': '' }
    const result = await (await session(files, {}, { against: ['上级'] })).check(['方案.txt'])
    expect(result.problems).toEqual([expect.stringContaining('上级/空.txt')])
    expect(result.notices.join()).toContain('1 个暂时不能读取')
    for (const against of ['空', '无/*.txt', '上级/*.md'])
      await expect(found(files, ['方案.txt'], {}, { against: [against] })).rejects.toThrow(
        `--against 指定的上级文件 ${against}`,
      )
  })

  it('once indexed, only what is cited is read, and nothing may be written over the rest', async () => {
    const w = await recorded({ '方案.txt': COPY, ...many(30) }, { superiors: ['上级'] })
    const first = await w.open().check(['方案.txt'])
    expect(w.reads).toHaveLength(33) // the draft, all superiors, and once more the cited one
    const second = await w.open().check(['方案.txt'])
    expect(w.reads).toEqual(['方案.txt', '上级/意见.txt'])
    expect(second.report).toEqual(first.report)
    expect(second.read).toContain('/drafts/上级/档案7.txt')
  })

  it('a document that goes away after its index was looked up is said to be missing', async () => {
    const files: Record<string, string> = { '方案.txt': COPY, ...many(30) }
    const w = await recorded(files, { superiors: ['上级'] })
    await w.open().check(['方案.txt'])
    const s = w.open()
    const { report, problems } = await s.check(['方案.txt'])
    expect(problems).toEqual([])
    expect(report.files[0]!.diagnostics.map((d) => d.rule)).toContain('copied-passage')
    const host = hostOf(files)
    const gone: Host = {
      ...host,
      read(path) {
        if (path === '上级/意见.txt') throw new UnreadableError('找不到文件', '请检查')
        return host.read(path)
      },
      stat: (path) => ({ size: host.read(path).length, mtime: 1e12, ctime: 1e12 }),
      cache: () => ({ read: (name) => w.kept.get(name), write: () => {} }),
    }
    const settings = resolveSettings({
      registry: rules,
      presets,
      cwd: '/drafts',
      raw: { superiors: ['上级'] },
      file: '/drafts/.burdenrc.json',
    })
    const later = await openSession({
      host: gone,
      rules,
      settings,
      matchers: await compileMatchers(settings, '/drafts'),
    }).check(['方案.txt'])
    expect(later.problems).toEqual([expect.stringContaining('上级/意见.txt')])
    expect(later.report.files[0]!.diagnostics.map((d) => d.rule)).toEqual(['missing-superior'])
  })

  it('cache: false keeps nothing', async () => {
    const w = await recorded({ '方案.txt': COPY, ...many(30) }, { superiors: ['上级'], cache: false })
    await w.open().check(['方案.txt'])
    expect(w.kept.size).toBe(0)
  })
})

describe('measuring', () => {
  it('gives the share, and an error without a superior', async () => {
    const s = await session(
      { '方案.txt': COPY, 'b.txt': SUPERIOR },
      { rules: { 'too-few-local-measures': { options: { threshold: 0.3 } } } },
      { against: ['b.txt'] },
    )
    const result = await s.measure('方案.txt')
    expect(result.threshold).toBe(0.3)
    expect(result.measurement.units.at(-1)!.end).toBe(COPY.length)
    await expect((await session({ '方案.txt': COPY })).measure('方案.txt')).rejects.toThrow(/上级文件/)
  })
})

describe('files', () => {
  it('an unreadable one is a finding, the rest is linted', async () => {
    const files = { 'a.txt': '', 'b.txt': '关于值班的通知\n各乡镇：\n对缺岗的实行“一票否决”。' }
    const { report, unreadable } = await (await session(files)).check(['a.txt', 'b.txt'])
    expect(unreadable).toBe(1)
    expect(report.files.map((f) => f.diagnostics.map((d) => d.rule))).toEqual([['unreadable-file'], ['one-vote-veto']])
    expect(report.files[0]).toMatchObject({ genre: null, counts: null })
  })

  it('one that takes for ever is a finding, the rest is linted', async () => {
    const files = {
      'a.txt': '各乡镇：要签订责任状。',
      'b.txt': '各乡镇：责任状，无休止。',
      'c.txt': '各乡镇：要签订责任状。',
    }
    const { host, settings, matchers } = await parts(files)
    const hanging = {
      ...rules,
      'responsibility-letter': defineRule({
        ...rules['responsibility-letter']!,
        check({ doc }: DocUnit) {
          while (doc.text.includes('无休止'));
          return []
        },
      } as never),
    }
    const { check } = openSession({ host, rules: hanging, settings, matchers, limit: 100 })
    const { report, unreadable } = await check(['a.txt', 'b.txt', 'c.txt'])
    expect(unreadable).toBe(1)
    expect(report.files.map(({ genre }) => genre === null)).toEqual([false, true, false])
    expect(report.files[1]!.diagnostics).toMatchObject([
      { rule: 'unreadable-file', args: { reason: '检查超过 0.1 秒，没有做完' } },
    ])
  })

  it('are found in folders and by globs, each once; ignored ones are left out', async () => {
    const files = {
      'n/a.txt': '甲。',
      'n/b.md': '乙。',
      'n/c.xlsb': 'x',
      'n/.git/d.txt': '丁',
      'n/~$a.docx': '锁',
      'n/图.png': '',
    }
    const s = await session(files, { ignores: ['n/b.md'] })
    const { report, unsupported } = await s.check(['n', 'n/*.txt'])
    expect(report.files.map((f) => f.path)).toEqual(['n/a.txt'])
    expect(unsupported).toEqual(['n/c.xlsb'])
    await expect(s.check(['n/*.pdf2'])).rejects.toThrow(/没有可检查的文稿/)
    await expect(s.check(['m'])).rejects.toThrow(/找不到 m/)
  })
})
