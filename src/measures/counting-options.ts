/** The options that say how the share is counted. */
import * as v from 'valibot'
import { USUAL_COUNTING } from '../core.ts'

/** One for each field of `Counting`, as `USUAL_COUNTING` has it by default. */
export const countingOptions = () => ({
  metric: v.optional(
    v.pipe(
      v.picklist(['local', 'novel']),
      v.description(
        '算什么：local 结合实际的具体举措，也就是自拟的、而且具体的句子；novel 新增加的内容，也就是自拟的句子，具体不具体都算。都按字数，不计空白',
      ),
    ),
    USUAL_COUNTING.metric,
  ),
  denominator: v.optional(
    v.pipe(
      v.picklist(['content', 'body']),
      v.description(
        '占什么的比例：content 正文的内容，含各级有序号的小标题，不含固定开头、政治表述；body 正文全部，再加上固定开头、政治表述和无序号的前置标题。标题、主送、落款、附件、版记都不算',
      ),
    ),
    USUAL_COUNTING.denominator,
  ),
  countFormulas: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        '固定开头（为贯彻落实《…》，制定本方案）和政治表述（以…为指导）要不要像别的句子一样分清改写、自拟，计入比例；它们总不算照抄，也不算具体举措',
      ),
    ),
    USUAL_COUNTING.countFormulas,
  ),
})
