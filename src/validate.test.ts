import { describe, expect, it } from 'vitest'
import { pathText, quoted } from './validate.ts'

describe('pathText and quoted', () => {
  it('writes paths as people do', () => {
    expect(pathText(['rules', 'overlong-speech', 'options', 'max'])).toBe('rules.overlong-speech.options.max')
    expect(pathText(['genres', '讲话/**'])).toBe('genres["讲话/**"]')
    expect(pathText(['overrides', 0, 'files', 12])).toBe('overrides[0].files[12]')
    expect(pathText([])).toBe('')
  })
  it('cuts by characters, not by halves of them', () => {
    expect(quoted('𠮷'.repeat(100))).toBe(`"${'𠮷'.repeat(60)}…"`)
  })
})
