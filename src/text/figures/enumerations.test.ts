import { describe, expect, it } from 'vitest'
import { createDoc } from '../../document.ts'
import { parser } from '../../parsers/plain.ts'
import { miscounts } from './enumerations.ts'

const found = (text: string) => {
  const doc = createDoc(parser.parse(Buffer.from(text)), '通知.txt')
  return miscounts(doc).map(({ at, expected, found }) => [doc.text.slice(at.start, at.end), expected, found])
}

describe('miscounts', () => {
  it.each([
    ['具体做到以下4点：一要精简文件，二要压减会议，三要规范督查。', '4点', 4, 3],
    ['存在的问题主要有两个方面：一是文件多；二是会议多；三是报表多。', '两个方面', 2, 3],
    [
      '今后重点做好以下四项工作。\n\n1.清理文件。\n\n2.清理会议。\n\n3.清理群组。\n\n4.清理报表。\n\n5.清理软件。',
      '四项',
      4,
      5,
    ],
    ['成立了由县委办、政府办、组织部、宣传部、网信办等四个部门组成的专班。', '四个', 4, 5],
    ['推行“四个一”工作法（一本台账、一张清单、一支队伍、一套制度、一个平台）。', '四个一', 4, 5],
    ['只加入党建、农业、 工业、城建等 3 个专项工作群。', '3 个', 3, 4],
  ])('%s', (text, words, expected, count) => expect(found(text)).toEqual([[words, expected, count]]))
  it.each([
    '重点抓好三件事：一是精简文件（一是控数量；二是控篇幅）；二是压减会议；三是清理群组。',
    '我讲三点意见：一是少发文；二是少开会。另外，要管好工作群。',
    '提供交通、住宿、餐饮、游览等两项以上服务。',
    '从县、乡、村三级抓起，覆盖31个省（自治区、直辖市）。',
    '出台促进经济回升22条、民营经济21条、外贸16条。',
    '第三项任务：一是少发文，二是少开会。',
    '现提出以下三点意见：\n\n一、少发文。\n\n三、少开会。',
  ])('none in %s', (text) => expect(found(text)).toEqual([]))
  it('costs no more in one line without end', () =>
    expect(found('抓好三个方面：一是甲乙二是丙丁'.repeat(4000)).length).toBeGreaterThan(0))
})
