import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { absolute, compileGlobs, globBase, isGlob, relativeTo, shownPath } from './paths.ts'

describe('relativeTo', () => {
  it.each([
    ['/a/b', '/a/b/c.md', 'c.md'],
    ['/a/b', 'c.md', 'c.md'],
    ['/a/b', './x/../c.md', 'c.md'],
    ['/a/b', '/a/c.md', '../c.md'],
    ['/a/b', '/a/b', ''],
    ['/a/b', '讲话\\张三.docx', '讲话/张三.docx'],
    ['/', '/a', 'a'],
  ])('%s, %s', (root, path, relative) => {
    expect(relativeTo(root, path, 'linux')).toBe(relative)
  })
  it.each([
    ['C:\\办公\\公文', 'c:\\办公\\公文\\讲话\\a.docx', '讲话/a.docx'],
    ['c:\\Work', 'C:/WORK/a.docx', 'a.docx'],
    ['C:\\work', 'D:\\other\\a.docx', 'D:/other/a.docx'],
    ['C:\\work', '..\\上级\\a.docx', '../上级/a.docx'],
    ['\\\\server\\share\\x', '\\\\SERVER\\share\\x\\a.docx', 'a.docx'],
  ])('on Windows %s, %s', (root, path, relative) => {
    expect(relativeTo(root, path, 'win32')).toBe(relative)
  })
  it('composes names that macOS decomposes', () => {
    expect(relativeTo('/a', '/a/cafe\u0301.md', 'darwin')).toBe('caf\u00e9.md')
  })
})

describe('shownPath', () => {
  it('changes backslashes only where they separate folders', () => {
    expect(shownPath('a\\b.md', 'win32')).toBe('a/b.md')
    expect(shownPath('a\\b.md', 'linux')).toBe('a\\b.md')
  })
})

describe('isGlob and globBase', () => {
  it.each([
    ['上级/**/*.docx', true, '上级'],
    ['*.md', true, '.'],
    ['上级', false, '上级'],
    ['a/b.md', false, 'a/b.md'],
    ['../上级/*', true, '../上级'],
    ['C:\\上级\\*.docx', true, 'C:/上级'],
    ['/*.md', true, '/'],
    ['!草稿/*', true, '草稿'],
    ['通知(2024).docx', false, '通知(2024).docx'],
  ])('%s', (pattern, glob, base) => {
    expect(isGlob(pattern)).toBe(glob)
    expect(globBase(pattern)).toBe(base)
  })
})

describe('compileGlobs', () => {
  const cases: [patterns: string[], fits: string[], not: string[]][] = [
    [[], [], ['a.md', '']],
    [['讲话'], ['讲话', '讲话/a.md', '讲话/x/b.docx', '/root/讲话/a.md'], ['讲话稿/a.md', 'x/讲话/a.md']],
    [['./讲话/'], ['讲话/a.md', '讲话'], ['讲话稿/a.md']],
    [['讲话\\重要'], ['讲话/重要/a.md'], ['讲话/a.md']],
    [['*.md'], ['a.md', 'x/y/b.md'], ['a.txt']],
    [['*讲话*.docx'], ['x/在会议上的讲话.docx'], ['讲话/通知.docx']],
    [['讲话/*.md'], ['讲话/a.md'], ['讲话/x/a.md', 'x/讲话/a.md']],
    [['./讲话/*.md'], ['讲话/a.md'], ['讲话/x/a.md']],
    [['讲话/**'], ['讲话/a.md', '讲话/x/a.md', '讲话/.暂存/a.md'], ['a.md']],
    [['**/旧稿/'], ['旧稿/a.md', 'x/旧稿/y/a.md'], ['x/旧稿件/a.md']],
    [['{讲话,发言}/*.md'], ['讲话/a.md', '发言/a.md'], ['通知/a.md']],
    [['第?期.md'], ['第一期.md'], ['第十一期.md']],
    [['讲话/**', '!讲话/旧/**', '讲话/旧/留.md'], ['讲话/a.md', '讲话/旧/留.md'], ['讲话/旧/a.md']],
    [['!讲话/**'], [], ['讲话/a.md', 'a.md']],
    [['../上级/*.md'], ['../上级/a.md', '/上级/a.md'], ['上级/a.md']],
    [['../上级'], ['/上级/a.md'], ['上级/a.md']],
    [['.'], ['a.md', 'x/a.md'], ['../a.md']],
    [['/root/讲话/*'], ['讲话/a.md'], ['a.md']],
    [['通知(2024).docx'], ['通知(2024).docx'], ['通知2024.docx']],
    [['通知(2024)/*.docx'], ['通知(2024)/a.docx'], ['通知2024/a.docx']],
    [['豫政[2024]1号.docx'], ['豫政[2024]1号.docx', '豫政21号.docx'], ['豫政3号.docx']],
    [['A.md'], ['A.md'], ['a.md']],
  ]
  it.each(cases)('%j', async (patterns, fits, not) => {
    const test = await compileGlobs(patterns, { root: '/root', anywhere: true, platform: 'linux' })
    expect([...fits, ...not].filter(test)).toEqual(fits)
  })

  it('keeps to the root as a shell does, unless told otherwise', async () => {
    const test = await compileGlobs(['*.md'], { root: '/root', platform: 'linux' })
    expect(['a.md', 'x/a.md'].map(test)).toEqual([true, false])
  })
  it('takes paths as seen from the current folder', async () => {
    const test = await compileGlobs(['讲话/*.md', '!讲话/旧.md'], {
      root: '/root',
      cwd: '/root/讲话',
      platform: 'linux',
    })
    expect(['a.md', '旧.md', '讲话/a.md', '../讲话/a.md', '/root/讲话/a.md', '../a.md'].map(test)).toEqual([
      true,
      false,
      false,
      true,
      true,
      false,
    ])
  })

  it('follows Windows: backslashes, drives, upper and lower case', async () => {
    const test = await compileGlobs(['讲话/**/*.DOCX', 'D:\\上级', 'c:/公文/方案/*'], {
      root: 'C:\\公文',
      platform: 'win32',
    })
    for (const path of ['讲话\\a.docx', 'c:\\公文\\讲话\\x\\B.Docx', 'd:\\上级\\x.md', '方案\\x.md']) {
      expect(test(path), path).toBe(true)
    }
    for (const path of ['通知\\a.docx', 'C:\\上级\\x.md', 'D:\\讲话\\a.docx']) expect(test(path), path).toBe(false)
  })
})

describe('costly globs', () => {
  it('are refused, ordinary ones are not', async () => {
    await expect(compileGlobs(['x/*a*a*a*a*b'], { root: '/' })).rejects.toThrow(/以上的 \*/)
    expect((await compileGlobs(['**/*通知*.{txt,md}'], { root: '/' }))('/a/b/x通知1.md')).toBe(true)
  })
})

describe('absolute paths', () => {
  it.each([
    '甲.txt',
    '批/甲.txt',
    './甲.txt',
    '批/../甲.txt',
    '批/./甲.txt',
    '批//甲.txt',
    '批/',
    '',
    '.',
    '..',
    '...',
    '.甲',
    '批/.甲',
    '批/..甲',
    '甲.',
    '/绝对/甲.txt',
  ])('are those of `resolve`: %j', (path) => {
    for (const cwd of ['/', '/工作', '/工作/稿']) expect(absolute(cwd, path)).toBe(resolve(cwd, path))
  })
})
