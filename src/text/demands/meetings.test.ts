import { describe, expect, it } from 'vitest'
import { durationOf, headcountIn, talksIn } from './meetings.ts'

/** Half days, and minutes where the text gives hours. */
const lasting = (text: string) => {
  const found = durationOf(text)
  return found && [found.halfDays, found.minutes, text.slice(found.span.start, found.span.end)]
}

describe('durationOf', () => {
  it.each([
    ['会期半天。', [1, undefined, '会期半天']],
    ['会期：1天半', [3, undefined, '会期：1天半']],
    ['会期一天半，不含报到。', [3, undefined, '会期一天半']],
    ['会期1.5天', [3, undefined, '会期1.5天']],
    ['会期为两个半天', [2, undefined, '会期为两个半天']],
    ['会议为期三天。', [6, undefined, '会议为期三天']],
    ['会期约2个半小时', [1, 150, '会期约2个半小时']],
    ['会议时长约2小时30分', [1, 150, '会议时长约2小时30分']],
    ['会期90分钟', [1, 90, '会期90分钟']],
    ['会议预计用时6小时', [2, 360, '会议预计用时6小时']],
    ['会议时间：9月3日至5日', [6, undefined, '9月3日至5日']],
    ['会议时间：9月３日（星期三）—４日（星期四）', [4, undefined, '9月３日（星期三）—４日（星期四）']],
    ['一、会议时间\n9月3日下午至4日上午', [2, undefined, '9月3日下午至4日上午']],
    ['时间：2024年9月30日—10月2日', [6, undefined, '9月30日—10月2日']],
    ['会议时间：9月3日至5日（3日下午报到），地点另行通知', [4, undefined, '9月3日至5日']],
    ['时间：9月3日至5日（5日离会）', [4, undefined, '9月3日至5日']],
    ['时间：9月3日（星期二）上午9:00—11:30', [1, 150, '上午9:00—11:30']],
    ['时间：9月3日上午9:00-12:00，下午2:30-5:30', [2, 360, '上午9:00-12:00，下午2:30-5:30']],
    ['时间：9月3日9时至17时30分', [2, 510, '9时至17时30分']],
    ['时间：9月3日上午8点半至下午5点', [2, 510, '上午8点半至下午5点']],
    ['会议定于9月3日下午3：00—5：00在县政府召开。', [1, 120, '下午3：00—5：00']],
    ['兹定于9月3日至4日召开全县水利工作会议。', [4, undefined, '9月3日至4日']],
    ['会议时间：9月3日（星期二）全天', [2, undefined, '）全天']],
    ['会议时间：9月3日（星期二）上午9:00', undefined],
    ['请于9月3日至5日报送名单。', undefined],
    ['本次集中整治为期三个月。', undefined],
    ['2023年3月1日至5月31日为整治时间。', undefined],
  ] as const)('%s', (text, expected) => expect(lasting(text)).toEqual(expected))

  it('takes an agenda from its first item to its last', () => {
    const agenda = '9:00—9:20 县住建局汇报\n9:20—10:00 讨论\n14:30—16:00 总结讲话\n'
    expect(durationOf(agenda)).toBeUndefined()
    expect(durationOf(agenda, true)).toMatchObject({ halfDays: 2, minutes: 420 })
  })
})

describe('talksIn', () => {
  it.each([
    ['县委书记讲话（90分钟）', [['讲话', 90, 1]]],
    ['讲话时间约1小时20分', [['讲话', 80, 1]]],
    ['县长作工作报告（1个半小时）', [['讲话', 90, 1]]],
    ['10个乡镇作交流发言，每个单位发言不超过8分钟', [['发言', 8, 10]]],
    ['6家单位表态发言，每家限时5分钟', [['发言', 5, 6]]],
    ['有关单位汇报（每个单位10分钟）', [['发言', 10, 1]]],
    ['1.20个乡镇作交流发言，每个乡镇8分钟', [['发言', 8, 20]]],
    ['从20个乡镇中选几个作典型发言，每个乡镇8分钟', [['发言', 8, 1]]],
    ['40个乡镇书面交流，3个乡镇口头发言，每个乡镇8分钟', [['发言', 8, 3]]],
    ['请提前30分钟到会场。', []],
  ] as const)('%s', (text, expected) =>
    expect(talksIn(text).map(({ kind, minutes, speakers }) => [kind, minutes, speakers])).toEqual(expected),
  )
})

describe('headcountIn', () => {
  it.each([
    ['参会人员约200人', 200],
    ['会议规模控制在120人以内', 120],
    ['参加会议共150人', 150],
  ] as const)('%s', (text, people) => expect(headcountIn(text)?.people).toBe(people))
})
