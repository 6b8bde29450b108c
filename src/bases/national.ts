/** National rules on reducing the burdens of the grass roots, quoted from press copies of their published texts: nobody here has held the originals. */
import type { Basis } from '../core.ts'

export const quoted =
  (source: string) =>
  (clause: string, quote: string, modal?: string): Basis => ({
    source,
    clause,
    quote,
    verified: false,
    ...(modal !== undefined && { modal }),
  })

/** Issued on 2024-08-06, published in full on 2025-08-06; seven parts, 21 items. */
const provisions = quoted('《整治形式主义为基层减负若干规定》（2024年）')

export const documentLength = provisions(
  '一、切实精简文件',
  '除部署综合性工作外，地方和部门文件一般不超过5000字，部署专项工作或者具体任务的文件一般不超过4000字',
  '一般',
)
