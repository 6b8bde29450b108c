import { describe, expect, it } from 'vitest'
import { genres } from '../core.ts'
import { presets, registry, settle } from './config-fixture.ts'
import { configSchema, exampleConfig } from './config-schema.ts'

describe('configSchema and exampleConfig', () => {
  const known = { nanle: presets.nanle!, gongwen: presets.gongwen! }

  it('describes every key in Chinese, the rules by name with their options', () => {
    const schema = configSchema(registry, known, genres) as {
      $schema: string
      properties: Record<string, { description?: string }>
      definitions: { rules: { properties: Record<string, unknown> } }
      additionalProperties: unknown
    }
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(schema.additionalProperties).toBe(false)
    for (const [key, { description }] of Object.entries(schema.properties)) {
      expect(description, key).toMatch(/\p{Script=Han}/u)
    }
    expect(Object.keys(schema.definitions.rules.properties)).toEqual(Object.keys(registry))
    expect(schema.definitions.rules.properties['overlong-speech']).toMatchObject({
      description: '试验',
      anyOf: [
        { $ref: '#/definitions/level' },
        {
          additionalProperties: false,
          properties: {
            options: {
              additionalProperties: false,
              properties: {
                max: { type: 'integer', minimum: 1, default: 2000 },
                minutes: { additionalProperties: false },
              },
            },
          },
        },
      ],
    })
    expect(JSON.stringify(schema)).toContain('speech.special')
    expect(JSON.stringify(schema)).toContain('南乐')
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
  it('refuses a preset with a rule that does not exist', () => {
    expect(() => configSchema(registry, presets, genres)).toThrow(/a-later-rule/)
  })
  it('gives an example that shows every key and is valid', () => {
    const example = exampleConfig(registry, known)
    const { properties } = configSchema(registry, known, genres) as { properties: object }
    expect(Object.keys(example).sort()).toEqual(Object.keys(properties).sort())
    expect(() => settle(example, { presets: known })).not.toThrow()
    expect(JSON.parse(JSON.stringify(example))).toEqual(example)
  })
})
