import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { InterruptedError, UnreadableError } from './core.ts'
import { openLimit } from './limit.ts'

describe('work with a limit', () => {
  const limited = openLimit(100)
  const late = (run: () => unknown) => () => limited(run)

  it('comes to what it comes to', () => {
    expect(limited(() => 7)).toBe(7)
    expect(limited(() => limited(() => 'inner') + limited(() => ' and outer'))).toBe('inner and outer')
    expect(() =>
      limited(() => {
        throw new TypeError('of its own')
      }),
    ).toThrow(new TypeError('of its own'))
  })

  it.each([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    [
      'a loop that catches everything',
      () => {
        for (;;)
          try {
            for (;;);
          } catch {}
      },
    ],
    ['a pattern that backtracks for ever', () => /^(?:a+)+$/.test(`${'a'.repeat(50)}b`)],
  ])('is broken off: %s', (_, run) => {
    expect(late(run)).toThrow(UnreadableError)
    expect(late(run)).toThrow('检查超过 0.1 秒，没有做完')
    expect(limited(() => 'goes on')).toBe('goes on')
  })

  it('ends on Ctrl-C, of which a loop would hear nothing', () => {
    let heard = 0
    const listen = () => heard++
    process.on('SIGINT', listen)
    spawn('sh', ['-c', `sleep 0.2; kill -INT ${process.pid}`])
    try {
      expect(() =>
        openLimit(20_000)(() => {
          for (;;);
        }),
      ).toThrow(InterruptedError)
      expect(heard).toBe(1)
    } finally {
      process.off('SIGINT', listen)
    }
  })
})
