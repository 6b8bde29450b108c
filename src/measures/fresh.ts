import type { Source } from '../core.ts'

const PARTICULAR =
  /[0-9０-９][0-9０-９.．,，]{0,14}|[零一二两三四五六七八九十百千万]{1,8}(?=[年月日天周个人户元次名倍米岁])|《[^》]{2,60}》|[“"][^”"，。]{2,16}[”"]|[省市县区州镇乡][\u4e00-\u9fa5]{1,10}(?:局|委|厅|办公室|部门|公司|中心|银行)/g

/**
 * How many particulars of its own a sentence has: figures, titles, names in quotation marks, named bodies that its
 * sources do not have. 0–1; three are enough for 1.
 */
export function fresh(
  words: string,
  sources: readonly Source[],
  superiors: readonly { readonly text: string }[],
): number {
  let own = 0
  const known = sources.map((s) => superiors[s.superior]!.text.slice(s.start, s.end))
  for (const [particular] of words.slice(0, 400).matchAll(PARTICULAR))
    if (!known.some((text) => text.includes(particular))) own++
  return Math.min(1, own / 3)
}
