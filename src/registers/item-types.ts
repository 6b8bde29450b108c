/** What is counted of an office: documents, meetings, inspections. */

/** What is counted. */
export const itemTypes = ['documents', 'meetings', 'inspections'] as const
export type ItemType = (typeof itemTypes)[number]
export const ITEM_NAMES: Readonly<Record<ItemType, string>> = {
  documents: '发文',
  meetings: '会议',
  inspections: '督查检查考核',
}

/** 发文, 文件 → documents… Undefined for what is none of them. */
export function itemTypeOf(text: string): ItemType | undefined {
  if (/督查|督导|检查|考核|督检考|巡查|评估|验收/.test(text)) return 'inspections'
  if (/会/.test(text) && !/文件|发文/.test(text)) return 'meetings'
  return /文|函|通知|意见|方案|办法|决定|通报|简报|纪要/.test(text) ? 'documents' : undefined
}
