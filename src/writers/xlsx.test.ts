import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { registerTemplates } from '../register-templates.ts'
import { type BookSheet, writeWorkbook } from './xlsx.ts'

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
const sheet = (given: Omit<BookSheet, 'name'>) => partsOf(writeWorkbook([{ name: "甲'乙", ...given }]))

describe('a sheet to be printed', () => {
  const rows = [['一', '二', '三'], ['1']]
  it('is as wide as the page, and has its number below', () => {
    const xml = sheet({ rows, print: {} })['xl/worksheets/sheet1.xml']!
    expect(xml).toContain('<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/><headerFooter>')
    expect(sheet({ rows })['xl/worksheets/sheet1.xml']).not.toContain('pageSetup')
  })
  it('repeats its heads, and leaves out columns', () => {
    const { 'xl/workbook.xml': xml } = sheet({ rows, print: { across: true, heading: 1, columns: 2 } })
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'甲''乙'!$A$1:$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'甲''乙'!$1:$1</definedName>`,
    )
    expect(sheet({ rows })['xl/workbook.xml']).not.toContain('definedNames')
  })
})

describe('rows', () => {
  const heights = (given: Omit<BookSheet, 'name'>) =>
    [...sheet(given)['xl/worksheets/sheet1.xml']!.matchAll(/<row r="\d+"(?: ht="(\d+)" customHeight="1")?>/g)].map(
      ([, height]) => height && Number(height),
    )
  it('are as high as the title in them, or as what is wrapped', () => {
    const note = (value: string) => ({ value, style: 'note' as const })
    expect(
      heights({
        rows: [
          [{ value: '标题', style: 'title' }],
          [note('一行')],
          [note('这一格要排两行才放得下')],
          [{ value: '同月\n今年', style: 'header' }],
          ['不换行的，再长也是一行，再长也是一行'],
        ],
        widths: [14],
      }),
    ).toEqual([33, undefined, 32, 32, undefined])
  })
  it('of the templates of registers leave their titles room', () => {
    for (const { bytes } of registerTemplates())
      expect(partsOf(bytes)['xl/worksheets/sheet2.xml']).toContain('<row r="1" ht="33" customHeight="1">')
  })
})
