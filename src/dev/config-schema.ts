/**
 * The configuration for machines and for beginners: its JSON Schema (draft-07), and an example that shows every key.
 * Development only; the generator writes both.
 */
import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema'
import { defaultPresets } from '../config/defaults.ts'
import { configShape, presetShape, type RawConfig } from '../config/shape.ts'
import type { Preset, Registry, Rule } from '../core.ts'
import * as phrases from '../phrase-rule.ts'

type Presets = Readonly<Record<string, Preset>>

/** The JSON Schema of a configuration file. Throws when a preset names a rule that does not exist. */
export function configSchema(
  registry: Registry,
  presets: Presets,
  genres: Readonly<Record<string, string>>,
): JsonSchema {
  for (const [name, preset] of Object.entries(presets)) {
    const unknown = Object.keys(preset.rules).filter((id) => !Object.hasOwn(registry, id))
    if (unknown.length > 0) throw new Error(`preset ${name} names unknown rules: ${unknown.join(', ')}`)
  }
  const schema = convert(configShape(phrases))
  const { properties = {} } = schema as { properties?: Record<string, JsonSchema> }
  const rules: JsonSchema = { $ref: '#/definitions/rules' }

  const override = (properties.overrides as { items: { properties: Record<string, JsonSchema> } }).items.properties
  const preset = (properties.presetDefinitions as { additionalProperties: { properties: Record<string, JsonSchema> } })
    .additionalProperties.properties
  const named = (names: Readonly<Record<string, string>>): JsonSchema => ({
    oneOf: Object.entries(names).map(([name, title]) => ({ const: name, description: title })),
  })
  const inFile = convert(presetShape(phrases)) as JsonSchema & { properties: Record<string, JsonSchema> }
  const titles = Object.fromEntries(Object.entries(presets).map(([name, { title }]) => [name, title.zh]))

  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'burden-lint 配置',
    description: '公文与讲话稿减负检查的配置：.burdenrc.json、.burdenrc.yaml，或 package.json 的 burdenLint',
    ...schema,
    properties: {
      ...properties,
      // Names of the county's own presets are allowed beside ours, which editors offer.
      presets: { ...properties.presets, items: { anyOf: [named(titles), { type: 'string', minLength: 1 }] } },
      rules: { ...rest(properties.rules), allOf: [rules] },
      genres: { ...properties.genres, additionalProperties: named(genres) },
      overrides: {
        ...properties.overrides,
        items: {
          ...(properties.overrides as { items: JsonSchema }).items,
          properties: { ...override, rules: { ...rest(override.rules), allOf: [rules] } },
        },
      },
      presetDefinitions: {
        ...properties.presetDefinitions,
        additionalProperties: {
          ...(properties.presetDefinitions as { additionalProperties: JsonSchema }).additionalProperties,
          properties: { ...preset, rules: { ...rest(preset.rules), allOf: [rules] } },
        },
      },
    },
    definitions: {
      level: {
        oneOf: [
          { const: 'error', description: '错误' },
          { const: 'warning', description: '警告' },
          { const: 'info', description: '提示' },
          { const: 'off', description: '关闭' },
        ],
      },
      rules: {
        type: 'object',
        properties: Object.fromEntries(Object.entries(registry).map(([id, rule]) => [id, ruleSchema(rule)])),
        // Rules of the county's own; the program knows which there are.
        additionalProperties: {
          anyOf: [
            { $ref: '#/definitions/level' },
            {
              type: 'object',
              properties: { level: { $ref: '#/definitions/level' }, options: { type: 'object' } },
              additionalProperties: false,
            },
          ],
        },
      },
      // For preset files: # yaml-language-server: $schema=schema.json#/definitions/preset
      preset: {
        ...inFile,
        properties: { ...inFile.properties, rules: { ...rest(inFile.properties.rules), allOf: [rules] } },
      },
    },
  }
}

function ruleSchema(rule: Rule): JsonSchema {
  const level: JsonSchema = { $ref: '#/definitions/level' }
  return {
    description: rule.title.zh,
    anyOf: [
      level,
      {
        type: 'object',
        properties: { level, options: convert(rule.options) },
        additionalProperties: false,
      },
    ],
  }
}

/** Valibot's schema as JSON Schema; every object is closed, as the program treats it. */
function convert(schema: Parameters<typeof toJsonSchema>[0]): JsonSchema {
  const { $schema: _, ...converted } = toJsonSchema(schema, {
    // What users write, before defaults are filled in.
    typeMode: 'input',
    // Checks by functions have no counterpart; the program makes them all the same.
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
  })
  return converted
}

/** What a rule map says beside its content: the description. */
function rest(schema: unknown): JsonSchema {
  const { description } = (schema ?? {}) as { description?: string }
  return description === undefined ? {} : { description }
}

/** `.burdenrc.example.json`: every key once, with values that hold for the rules and presets at hand. */
export function exampleConfig(registry: Registry, presets: Presets): RawConfig {
  const ids = Object.keys(registry)
  const prefer = (wanted: string) => (Object.hasOwn(registry, wanted) ? wanted : ids[0])
  const first = prefer('overlong-speech')
  const second = prefer('copied-passage')
  return {
    $schema: './schema.json',
    presets: [...defaultPresets.filter((name) => Object.hasOwn(presets, name)), '某县'],
    rules: {
      ...(second !== undefined && { [second]: 'error' as const }),
      ...(first !== undefined && { [first]: { level: 'warning' as const, options: defaultsOf(registry[first]!) } }),
    },
    genres: { '讲话/**': 'speech.special', '*主持词*': 'speech.host', '实施意见/**': 'implementing' },
    overrides: first === undefined ? [] : [{ files: ['讲话/存档/**'], rules: { [first]: 'off' } }],
    superiors: ['上级文件'],
    pairs: [{ doc: '实施意见/实施方案.docx', superior: ['上级文件/指导意见.docx'] }],
    registers: [{ files: ['台账/群*.xlsx'], kind: 'groups', columns: { unit: '归口' } }],
    ignores: ['草稿', '~$*'],
    strict: false,
    failOn: 'error',
    maxWarnings: 20,
    cache: false,
    waivers: '.burden-waivers.yaml',
    presetDefinitions: {
      某县: {
        title: '某县精简文件会议规定',
        from: '2025-01-01',
        rules: first === undefined ? {} : { [first]: {} },
        ...(Object.values(registry).some(({ judges }) => judges.includes('字')) && {
          caps: [
            {
              genres: ['notice' as const],
              value: 3000,
              unit: '字' as const,
              source: '某县规定',
              clause: '第二条',
              quote: '下发文件一般不超过3000字',
              modal: '一般',
            },
          ],
        }),
        phrases: [
          {
            id: 'no-check-in',
            patterns: ['打卡接龙', '每[日天].{0,6}打卡'],
            message: '要求基层“{words}”',
            advice: '删去打卡要求',
            basis: { source: '某县规定', clause: '第八条', quote: '不得要求基层打卡接龙', modal: '不得' },
          },
        ],
      },
    },
  }
}

function defaultsOf(rule: Rule): Record<string, unknown> {
  const result = rule.options['~standard'].validate({})
  if (result instanceof Promise || result.issues) throw new Error('the options of a rule need defaults throughout')
  return result.value as Record<string, unknown>
}
