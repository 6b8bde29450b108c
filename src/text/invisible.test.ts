import { expect, it } from 'vitest'
import { invisibleEdits } from './invisible.ts'

const edited = (text: string): string => {
  const block = { kind: 'paragraph', start: 0, end: text.length, label: '' } as const
  return invisibleEdits(text, [block])
    .flat()
    .reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text)
}

it('takes out what nobody sees between Chinese words, and only there', () => {
  expect(edited('责\u200b任状，\ufeff一票\u00ad\u2060否决')).toBe('责任状，一票否决')
  // A joiner of letters or of pictures is part of what they are.
  expect(edited('a\u200bb 👩\u200d🌾')).toBe('a\u200bb 👩\u200d🌾')
})
