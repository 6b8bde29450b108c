/** What a configuration file and a preset file may contain, with a description of each setting; the JSON Schema is made of it. */
import * as v from 'valibot'
import { capShape, day } from '../caps.ts'
import { registerKinds } from '../core.ts'
import type * as Phrases from '../phrase-rule.ts'
import { defaultPresets } from './defaults.ts'

export const levels = ['error', 'warning', 'info', 'off'] as const
const severities = ['error', 'warning', 'info'] as const

const name = () => v.pipe(v.string(), v.nonEmpty())

/** The level of a rule, or its level and options. */
function ruleMap() {
  return v.record(
    v.string(),
    v.union([
      v.picklist(levels),
      v.strictObject({
        level: v.exactOptional(v.pipe(v.picklist(levels), v.description('等级；不写则不变'))),
        options: v.exactOptional(v.pipe(v.record(v.string(), v.unknown()), v.description('这条规则的选项'))),
      }),
    ]),
  )
}

/** What a configuration file may contain. Names of rules, presets and genres are looked up afterwards. */
export function configShape(phrases?: typeof Phrases) {
  const described = <S extends v.GenericSchema>(schema: S, text: string) =>
    v.exactOptional(v.pipe(schema, v.description(text)))
  return v.strictObject({
    $schema: described(v.string(), '本文件的 JSON Schema，供编辑器提示用'),
    presets: described(
      v.array(name()),
      `启用的规则集，后面的优先；可以写规则集文件，如 ./某县.yaml；不写则为 ${defaultPresets.join('、')}`,
    ),
    rules: described(
      ruleMap(),
      '逐条设定规则的等级（error 错误、warning 警告、info 提示、off 关闭）和选项，优先于规则集',
    ),
    genres: described(
      v.record(name(), name()),
      '按路径指定文种，如 "讲话/**": "speech.special"；同时符合几条时，后面的优先。文件自己写明的文种优先于这里',
    ),
    overrides: described(
      v.array(
        v.strictObject({
          files: v.pipe(v.array(name()), v.nonEmpty(), v.description('路径或通配符，相对于配置文件所在文件夹')),
          rules: v.pipe(ruleMap(), v.description('对这些文件另行设定的规则；没有写到的等级和选项不变')),
        }),
      ),
      '对部分文件另行设定规则，后面的优先',
    ),
    superiors: described(v.array(name()), '存放上级文件的文件夹、文件或通配符；会按标题和文号在其中查找被贯彻的文件'),
    pairs: described(
      v.array(
        v.strictObject({
          doc: v.pipe(name(), v.description('贯彻落实类文件')),
          superior: v.pipe(
            v.union([name(), v.pipe(v.array(name()), v.nonEmpty())]),
            v.description('它所贯彻的上级文件，可以有几份'),
          ),
        }),
      ),
      '直接指定哪份文件贯彻哪份上级文件',
    ),
    registers: described(
      v.array(
        v.strictObject({
          files: v.pipe(
            v.union([name(), v.pipe(v.array(name()), v.nonEmpty())]),
            v.description('路径或通配符，相对于配置文件所在文件夹'),
          ),
          kind: v.exactOptional(
            v.pipe(
              v.picklist(registerKinds),
              v.description(
                '台账种类：groups 工作群，members 群成员，plan 年度计划，monthly 月度统计，items 文件会议检查，visits 企业走访，apps 应用程序，superiors 上级来文，facts 事实数据；不写则按表头判断',
              ),
            ),
          ),
          columns: v.exactOptional(
            v.pipe(
              v.record(name(), name()),
              v.description('各项数据在哪一列，如 {"unit": "管理单位"}；不写则按常用名称识别'),
            ),
          ),
        }),
      ),
      '哪些文件是台账、是哪一种、各列叫什么，后面的优先；表头用常用名称的不必写',
    ),
    ignores: described(v.array(name()), '不检查的文件夹、文件或通配符；前面加 ! 表示仍要检查'),
    strict: described(v.boolean(), '从严：“原则上”“一般”一类规则也按错误处理'),
    failOn: described(v.picklist(severities), '出现这一等级及更重的问题时，退出码为 1；不写则为 error'),
    maxWarnings: described(v.pipe(v.number(), v.integer(), v.minValue(0)), '警告多于这个数时，退出码为 1'),
    cache: described(
      v.union([v.literal(false), name()]),
      '上级文件索引的存放文件夹；false 表示不存。不写则存在本人的缓存文件夹里。索引里只有标题、文号和散列值，没有正文',
    ),
    waivers: described(
      name(),
      '豁免文件；不写则用本文件旁边的 .burden-waivers.yaml（有就用）。每条写明 rule、document、reason、approver、date，可写 until',
    ),
    presetDefinitions: described(
      v.record(name(), v.strictObject(presetEntries(phrases))),
      '本县、本单位自己的规则集；写进 presets 才启用',
    ),
  })
}

/** Without `phrases`, no preset can have any. */
function presetEntries(phrases: typeof Phrases | undefined) {
  return {
    title: v.pipe(
      v.union([name(), v.strictObject({ zh: name(), en: v.exactOptional(name()) })]),
      v.description('规则集的名称'),
    ),
    rules: v.exactOptional(v.pipe(ruleMap(), v.description('规则集包含的规则；只写 {} 表示用规则自带的等级'))),
    caps: v.exactOptional(
      v.pipe(v.array(capShape()), v.description('篇幅、会期等上限；几个规则集的上限都有效，各按各的依据报告')),
    ),
    phrases: v.exactOptional(
      v.pipe(
        v.array((phrases?.phraseShape() ?? v.never()) as ReturnType<typeof Phrases.phraseShape>),
        v.description('自定的词句规则：哪些话不该写，依据是什么'),
      ),
    ),
    from: v.exactOptional(day('从哪天起执行，含当天')),
    to: v.exactOptional(day('执行到哪天，含当天')),
  }
}

/** What a preset file may contain. */
export const presetShape = (phrases?: typeof Phrases) =>
  v.strictObject({
    $schema: v.exactOptional(v.pipe(v.string(), v.description('本文件的 JSON Schema，供编辑器提示用'))),
    ...presetEntries(phrases),
  })

export type RawConfig = v.InferOutput<ReturnType<typeof configShape>>
