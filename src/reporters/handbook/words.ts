/** What both pages of the handbook say in the same words. */
import type { Handbook } from './data.ts'

export const TITLE = {
  kicker: '一本宣传册学政策',
  name: '基层减负规定手册',
  end: '本手册由 burden-lint 按当前配置生成。标明“已核对”的引文与文件或者公开发布的文本逐字核对过；标明“未经核对原文”的是转引，引用前请与单位所存的文件核对。',
} as const

/** 依据 ①: which of a rule's clauses. */
export const circled = (index: number): string => (index < 20 ? String.fromCharCode(0x2460 + index) : `(${index + 1})`)

export function presetLine({ name, title, from, to }: Handbook['presets'][number]): string {
  const days = [...(from ? [`${from} 起执行`] : []), ...(to ? [`${to} 到期`] : [])]
  return `${title}（${[name, ...days].join('，')}）`
}

export function countLine({ chapters, asOf }: Handbook): string {
  const articles = chapters.reduce((sum, chapter) => sum + chapter.articles.length, 0)
  return `${asOf} 有效的规定，共 ${chapters.length} 类 ${articles} 条`
}

export const configLine = ({ config, strict }: Handbook): string =>
  `${config === undefined ? '没有用配置文件' : `配置文件：${config}`}${strict ? '；从严执行：“原则上”“一般”的规定也按错误处理' : ''}`
