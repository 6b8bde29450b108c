import { expect, it } from 'vitest'
import { rules } from '../../../rules/index.ts'
import { defaultSettings } from '../../config/rules.ts'
import { lintText } from '../../dev/in-memory.ts'

async function severities(addressee: string, said: string, office = '南乐县水利局'): Promise<string[]> {
  const text = `${office}关于做好河道清理工作的通知\n\n${addressee}：\n${said}\n\n${office}\n2024年5月3日\n`
  const settings = Object.fromEntries(
    Object.entries(defaultSettings(rules)).map(([id, own]) => [
      id,
      id === 'commanding-document' ? own : { ...own, level: 'off' as const },
    ]),
  )
  const { diagnostics } = await lintText({ text, path: '通知.txt', rules, settings })
  return diagnostics.map(({ message, severity }) => `${message} ${severity}`)
}

it.each([
  ['leaves no choice', '各乡镇人民政府', '必须按期完成，逾期的一律通报。', 'addressed error'],
  ['may be guidance', '各乡镇人民政府', '要加强巡查。要认真组织实施。', 'addressed warning'],
  ['may be meant for others', '各乡镇人民政府，县直各单位', '必须按期完成，逾期的一律通报。', 'addressed warning'],
  [
    'means them, whoever else is addressed',
    '各乡镇人民政府，县直各单位',
    '各乡镇要按期完成。逾期的一律通报。',
    'addressed error',
  ],
  ['guides in the text', '各水利站', '各乡镇党委、政府要加强领导。', 'demanded warning'],
  ['commands in the text', '各水利站', '各乡镇人民政府必须于6月底前完成。', 'demanded error'],
  ['means the corresponding offices, perhaps', '各乡镇', '各乡镇要按期完成。逾期的一律通报。', 'addressedBare info'],
])('%s', async (_, addressee, said, found) => expect(await severities(addressee, said)).toEqual([found]))

it('may command with consent, or by itself', async () => {
  const said = '必须按期完成，逾期的一律通报。'
  expect(await severities('各乡镇人民政府', `经县政府同意，${said}`)).toEqual([])
  expect(await severities('各乡镇人民政府', said, '南乐县人民政府办公室')).toEqual([])
})
