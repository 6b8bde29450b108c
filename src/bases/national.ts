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
export const plainStyle = provisions('一、切实精简文件', '坚持“短实新”文风')

/** Adopted on 2012-12-04. */
const eightPoints = quoted('十八届中央政治局《关于改进工作作风、密切联系群众的八项规定》')
export const emptyTalk = eightPoints('改进会风', '提高会议实效，开短会、讲短话，力戒空话、套话')
