import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache, userCacheFolder } from './cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burden-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NAME = 'shelf-0123456789abcdef.idx'
const RESULTS = `results-${'0123456789abcdef'.repeat(2)}.idx`
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)
const bytes = (...texts: string[]) => texts.map((t) => new TextEncoder().encode(t))

describe('userCacheFolder', () => {
  it.each<[string, Record<string, string>, string | undefined]>([
    ['linux', { HOME: '/home/li' }, '/home/li/.cache/burden-lint'],
    ['linux', { HOME: '/home/li', XDG_CACHE_HOME: '/x' }, '/x/burden-lint'],
    ['linux', { HOME: '/home/li', XDG_CACHE_HOME: 'relative' }, '/home/li/.cache/burden-lint'],
    ['darwin', { HOME: '/home/li', XDG_CACHE_HOME: '/x' }, '/home/li/Library/Caches/burden-lint'],
    ['win32', { LOCALAPPDATA: 'C:\\Li\\Local', HOME: '/home/li' }, 'C:\\Li\\Local\\burden-lint'],
    ['win32', { USERPROFILE: 'C:\\Users\\Li' }, 'C:\\Users\\Li\\AppData\\Local\\burden-lint'],
    ['linux', { HOME: '' }, undefined],
    ['linux', { HOME: 'li' }, undefined],
    ['linux', {}, undefined],
  ])('on %s with %j', (platform, env, expected) => {
    expect(userCacheFolder(platform, env)).toBe(expected)
  })
})

describe('a cache', () => {
  it('gives back what was written last, part after part', () => {
    const cache = openCache(folder)!
    expect(cache.read(NAME)).toBeUndefined()
    cache.write(NAME, bytes('old'))
    cache.write(NAME, bytes('ne', '', 'w'))
    expect(text(cache.read(NAME))).toBe('new')
    expect(readdirSync(folder)).toEqual([NAME])
  })

  it.skipIf(process.platform === 'win32')('is for its owner only', () => {
    const below = join(folder, 'a', 'b')
    openCache(below)!.write(NAME, bytes('x'))
    expect(statSync(below).mode & 0o777).toBe(0o700)
    expect(statSync(join(below, NAME)).mode & 0o777).toBe(0o600)
  })

  it('keeps quiet where it cannot write or read', () => {
    writeFileSync(join(folder, 'file'), '')
    const inside = openCache(join(folder, 'file'))!
    inside.write(NAME, bytes('x'))
    expect(inside.read(NAME)).toBeUndefined()
    mkdirSync(join(folder, NAME))
    const cache = openCache(folder)!
    cache.write(NAME, bytes('x'))
    expect(cache.read(NAME)).toBeUndefined()
    // The unsuccessful write leaves nothing behind.
    expect(readdirSync(folder).sort()).toEqual(['file', NAME])
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('keeps quiet in a read-only folder', () => {
    chmodSync(folder, 0o500)
    openCache(folder)!.write(NAME, bytes('x'))
    chmodSync(folder, 0o700)
    expect(readdirSync(folder)).toEqual([])
  })

  it('replaces a link instead of writing through it', () => {
    const target = join(folder, 'target')
    writeFileSync(target, 'mine')
    const below = join(folder, 'cache')
    mkdirSync(below)
    symlinkSync(target, join(below, NAME))
    openCache(below)!.write(NAME, bytes('index'))
    expect(text(openCache(folder)!.read('target'))).toBe('mine')
  })

  it('clears away what a killed write left, once it is surely dead, and nothing of anybody else', () => {
    const left = (name: string, hours: number) => {
      writeFileSync(join(folder, name), 'half')
      const time = Date.now() / 1000 - hours * 3600
      utimesSync(join(folder, name), time, time)
    }
    left(`${NAME}.123.0123456789ab.tmp`, 2)
    left(`${NAME}.124.0123456789ab.tmp`, 0)
    left(`${RESULTS}.125.0123456789ab.tmp`, 2)
    left(`${RESULTS}.126.0123456789ab.tmp`, 0)
    left('thesis.tmp', 2)
    left('results-of-may.idx', 24 * 365)
    left(RESULTS, 24 * 31)
    left(RESULTS.replace('f', '0'), 24 * 29)
    left('shelf-fedcba9876543210.idx', 24 * 365)
    left('shelf-1111111111111111.idx', 24 * 30)
    const cache = openCache(folder)!
    expect(cache.read(NAME)).toBeUndefined()
    cache.write(NAME, bytes('whole'))
    expect(readdirSync(folder).sort()).toEqual(
      [
        `${NAME}.124.0123456789ab.tmp`,
        NAME,
        `${RESULTS}.126.0123456789ab.tmp`,
        RESULTS.replace('f', '0'),
        'results-of-may.idx',
        'shelf-1111111111111111.idx',
        'thesis.tmp',
      ].sort(),
    )
    expect(existsSync(join(folder, 'thesis.tmp'))).toBe(true)
  })
})
