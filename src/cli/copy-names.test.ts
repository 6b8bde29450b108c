import { describe, expect, it, test } from 'vitest'
import { commonFolder, copyNames, isInside, withNumber } from './copy-names.ts'

const names = (files: readonly string[], root = '/r') => [...copyNames(files, root).values()]

describe('names of copies', () => {
  it('are those of the drafts, in their folders', () => {
    expect(names(['/r/a/报告.docx', '/r/b/报告.docx', '/r/通知.dotx', '/r/c.docm'])).toEqual([
      'a/报告.docx',
      'b/报告.docx',
      '通知.dotx',
      'c.docm',
    ])
  })

  it('end in .docx, and keep the old ending where the name is taken', () => {
    expect(copyNames(['/r/报告.txt', '/r/报告.docx', '/r/报告.md', '/r/通知.pdf'], '/r')).toEqual(
      new Map([
        ['/r/报告.docx', '报告.docx'],
        ['/r/报告.txt', '报告.txt.docx'],
        ['/r/报告.md', '报告.md.docx'],
        ['/r/通知.pdf', '通知.docx'],
      ]),
    )
  })

  it('never differ in case alone, or in how a letter is composed', () => {
    const all = names(['/r/A.docx', '/r/a.docx', '/r/a.DOCX', '/r/e\u0301.docx', '/r/\u00e9.docx'])
    expect(new Set(all.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(5)
    expect(all.slice(0, 2)).toEqual(['A.docx', 'a-2.docx'])
  })

  it('are no names of folders, and none that Windows keeps for itself', () => {
    expect(
      names(['/r/x.docx/y.docx', '/r/x.docx', '/r/con.docx', '/r/aux/1.txt', '/r/a:b?.txt', '/r/末点./n.txt']),
    ).toEqual(['x.docx/y.docx', 'x-2.docx', '_con.docx', '_aux/1.docx', 'a_b_.docx', '末点_/n.docx'])
  })

  it('never leave the folder', () => {
    for (const name of names(['/etc/passwd.txt', '/r/../s.docx', '/../../x.txt'], '/r/deep'))
      expect(name).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|^\//)
    expect(names(['/x/报告.docx'], '')).toEqual(['x/报告.docx'])
  })

  it('are not longer than a disk allows', () => {
    const [name] = names([`/r/${'长'.repeat(84)}.md`])
    expect(Buffer.byteLength(name!)).toBeLessThan(250)
    expect(name).toMatch(/^长+\.docx$/)
  })
})

test('a number goes before the ending', () => {
  expect([withNumber('a.b/报告.docx', 2), withNumber('a.b/报告', 3)]).toEqual(['a.b/报告-2.docx', 'a.b/报告-3'])
})

test('the folder that everything lies in', () => {
  const host = {
    cwd: '/w',
    kind: (path: string) => (/\*/.test(path) ? 'missing' : path.endsWith('.txt') ? 'file' : 'folder') as 'file',
  }
  expect(commonFolder(['drafts'], host)).toBe('/w/drafts')
  expect(commonFolder(['a.txt'], host)).toBe('/w')
  expect(commonFolder(['drafts/x/a.txt', 'drafts/y'], host)).toBe('/w/drafts')
  expect(commonFolder(['drafts/**/*.txt', '../o/b.txt'], host)).toBe('/')
})

test('what lies in a folder', () => {
  expect([isInside('/a', '/a'), isInside('/a', '/a/..b'), isInside('/a', '/ab'), isInside('/a', '/')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
