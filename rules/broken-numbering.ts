import {
  defineRule,
  digitMembers,
  enumerationFaults,
  frameOf,
  gongwen,
  matchesGenre,
  numberedBlocks,
  numberMarkFaults,
  sequenceFaults,
  v,
  writings,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: [...writings, 'speech.'],
  severity: 'warning',
  title: { zh: '序号断号、重号或者用错', en: 'Numbering skips, repeats or is out of form' },
  basis: gongwen.numberingOrder,
  options: v.object({}),
  fixable: true,
  messages: {
    skipped: {
      zh: '“{before}”之后是“{found}”，缺“{missing}”',
      en: '“{before}” is followed by “{found}”; “{missing}” is missing',
      advice: {
        zh: '补上缺的一条，或者把后面的序号依次改过来',
        en: 'Supply what is missing, or renumber what follows',
      },
    },
    repeated: {
      zh: '“{found}”前面已经有一个“{found}”',
      en: '“{found}” occurs twice in a row',
      advice: {
        zh: '把这一条和后面的序号依次改过来，文中提到这些序号的地方也要跟着改；两条一样的，删去一条',
        en: 'Renumber this, what follows and what refers to it, or delete what stands there twice',
      },
    },
    late: {
      zh: '“{upper}”下面的序号从“{found}”开始',
      en: 'Below “{upper}” the numbers begin with “{found}”',
      advice: { zh: '从一编起，或者补上前面缺的', en: 'Begin with one, or supply what is missing' },
    },
    reversed: {
      zh: '“{upper}”下面用了更高一层的“{found}”',
      en: '“{found}” stands below “{upper}”, which is the lower level',
      advice: {
        zh: '层次从高到低是“一、”“（一）”“1.”“（1）”，请把上下两层的序号对调',
        en: 'Levels run 一、（一）1.（1）: exchange the two forms',
      },
      severity: 'info',
      basis: gongwen.numberLevels,
    },
    jumped: {
      zh: '“{upper}”下面直接用“{found}”，跳过了中间的层次',
      en: '“{upper}” is followed by “{found}” directly: a level is left out',
      advice: { zh: '下一层改用“{wanted}”', en: 'Use “{wanted}” for the next level' },
      severity: 'info',
      basis: gongwen.numberLevels,
    },
    digits: {
      zh: '“{found}”应写作“{wanted}”（共 {count} 处）：“是”“要”前面的序次语用汉字，阿拉伯数字做序次语后面用下脚点',
      en: '“{found}” should be “{wanted}” ({count} places): members that go on with 是 or 要 are counted in words',
      severity: 'info',
      basis: gongwen.numberMarks,
    },
    mark: {
      zh: '序号“{found}”的标点不对，应写作“{wanted}”（共 {count} 处）',
      en: '“{found}” should be “{wanted}” ({count} places)',
      severity: 'info',
      basis: gongwen.numberMarks,
    },
  },
  *check({ doc }) {
    const numbers = numberedBlocks(doc.text, doc.blocks)
    // 附件：（1）… counts attachments, whatever the text above it counts.
    const listed = new Set(frameOf(doc).list.map(({ start }) => start))
    const inText =
      listed.size === 0 ? numbers : numbers.filter(({ block }) => !listed.has(doc.blocks[block]?.start ?? -1))
    // Levels and marks of numbers are read, not heard.
    const spoken = matchesGenre('speech.', doc.genre.id)
    const marks = spoken ? [] : numberMarkFaults(doc, numbers)
    const isExcerpt = EXCERPT.test(doc.facts.title)
    for (const faults of [
      sequenceFaults(doc.text, inText),
      enumerationFaults(doc),
      spoken ? [] : digitMembers(doc),
      marks,
    ])
      for (const { at: span, ...fault } of faults)
        if (fault.message === 'skipped' ? !isExcerpt : !spoken || fault.message === 'repeated')
          yield { ...fault, at: { doc, span } }
  },
})

/** What is left out of these is left out on purpose. */
const EXCERPT = /摘录|摘编|摘要|节选|节录|选登|选摘/
