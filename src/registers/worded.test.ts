import { describe, expect, it } from 'vitest'
import type { Merge } from '../core.ts'
import { readDoc } from '../files/reading.ts'
import { writeWorkbook } from '../writers/xlsx.ts'

const merge = (top: number, bottom: number, left: number, right: number): Merge => ({ top, bottom, left, right })

async function read(rows: readonly (readonly (string | number | null)[])[], merges: readonly Merge[] = []) {
  const doc = await readDoc(writeWorkbook([{ name: '表', rows, merges }]), '任务分解表.xlsx')
  return {
    genre: doc.genre.id,
    title: doc.facts.title,
    lines: doc.blocks.filter(({ kind }) => kind === 'paragraph').map(({ start, end }) => doc.text.slice(start, end)),
    blocks: doc.blocks,
    rows: doc.rows.map(({ cells }) => cells.map(({ start, end }) => doc.text.slice(start, end))),
    reached: doc.rows.map(({ reached }) => reached ?? []),
  }
}

describe('the cells of a spreadsheet that is no register', () => {
  it('are a table below its title', async () => {
    const { genre, title, rows } = await read([
      ['春耕任务分解表'],
      ['序号', '任务', '要求', '责任单位'],
      [1, '备种', '各村备足稻种', '柳河镇'],
    ])
    expect(genre).toBe('register.other')
    expect(title).toBe('春耕任务分解表')
    expect(rows).toEqual([
      ['序号', '任务', '要求', '责任单位'],
      ['1', '备种', '各村备足稻种', '柳河镇'],
    ])
  })

  it('are each told once where they are merged', async () => {
    const { rows, reached, lines, blocks } = await read(
      [
        ['春耕任务分解表', null, null],
        ['任务', '要求', '责任单位'],
        ['备种', '各村备足稻种', '柳河镇'],
        [null, '各村晒种两天', '大河乡'],
      ],
      [merge(0, 0, 0, 2), merge(2, 3, 0, 0)],
    )
    expect(lines).toEqual(['春耕任务分解表'])
    expect(rows.slice(1)).toEqual([
      ['备种', '各村备足稻种', '柳河镇'],
      ['', '各村晒种两天', '大河乡'],
    ])
    expect(reached).toEqual([[], [], [0]])
    expect(blocks.every(({ start }, i) => i === 0 || start >= blocks[i - 1]!.end)).toBe(true)
  })

  it('are left alone where there are thousands of rows', async () => {
    const { rows, blocks } = await read(Array.from({ length: 2_001 }, (_, i) => ['甲', i]))
    expect([rows, blocks]).toEqual([[], []])
  })

  it('are read beside registers, too', async () => {
    const groups = [
      ['群名称', '平台', '群主', '成员数', '建群日期', '状态'],
      ['打卡群', '微信', '张三', 30, '2024-03-01', '在用'],
    ]
    const tasks = [
      ['序号', '任务', '要求'],
      [1, '备种', '与各村签订责任书'],
    ]
    const doc = await readDoc(
      writeWorkbook([
        { name: '群', rows: groups },
        { name: '任务', rows: tasks },
      ]),
      '台账.xlsx',
    )
    expect(doc.genre.id).toBe('register.groups')
    expect(doc.blocks.map(({ start, end }) => doc.text.slice(start, end))).toEqual(tasks.flat().map(String))
  })

  it('of a register are not read as words', async () => {
    const { genre, blocks } = await read([
      ['群名称', '平台', '群主', '成员数', '建群日期', '状态'],
      ['柳河镇工作群', '微信', '张三', 30, '2024-03-01', '在用'],
    ])
    expect(genre).toBe('register.groups')
    expect(blocks).toEqual([])
  })
})
