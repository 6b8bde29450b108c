import type { FileReport, Language, View } from '../core.ts'
import { countsJson, genreJson, toJson } from './json.ts'
import { noPaint } from './paint.ts'
import { type Paint, paragraph, sanitise, textColumns, toCells, usableWidth } from './terminal.ts'

/** A file and its 字数; a `FileReport` is one. */
export type CountFile = Pick<FileReport, 'path' | 'genre' | 'counts'>

/** Counted files → string. */
export type CountReporter = (files: readonly CountFile[], view: Pick<View, 'language' | 'color' | 'width'>) => string

const words = {
  zh: {
    heads: ['字数', '字符数', '汉字', '页数', '分钟', '文种', '文件'],
    total: '合计',
    files: (n: number) => `${n} 个文件`,
    undetermined: '未定',
    unread: '无法读取',
    note: '只计正文。字数：与 Word 的“字数”相同；字符数：不计空格；页数：每页 22 行、每行 28 字；分钟：每分钟讲 180 字。',
    none: '没有找到可以计数的文件。',
  },
  en: {
    heads: ['words', 'chars', 'han', 'pages', 'min', 'genre', 'file'],
    total: 'total',
    files: (n: number) => `${n} files`,
    undetermined: 'undetermined',
    unread: 'unreadable',
    note: 'Body only. words: as Word counts 字数; chars: without spaces; pages: 22 lines of 28 characters; min: 180 characters a minute.',
    none: 'No file to count was found.',
  },
} as const satisfies Record<Language, unknown>

const numbers = ({ word, nospace, han, pages, minutes }: NonNullable<CountFile['counts']>): string[] => [
  String(word),
  String(nospace),
  String(han),
  pages.toFixed(2),
  minutes.toFixed(1),
]

/**
 * A table. Figures come first and paths last: a file name may hold quotation marks whose width the terminal decides,
 * so nothing can be aligned behind it.
 */
export const countTable =
  (colours: Paint = noPaint): CountReporter =>
  (files, view) => {
    const say = words[view.language]
    if (files.length === 0) return `${say.none}\n`
    const paint = view.color ? colours : noPaint
    const rows = files.map(({ path, genre, counts }) => [
      ...(counts ? numbers(counts) : ['-', '-', '-', '-', '-']),
      genre === null
        ? say.unread
        : genre.source === 'none'
          ? say.undetermined
          : view.language === 'en'
            ? genre.id
            : genre.title,
      sanitise(path),
    ])
    if (files.length > 1) {
      const sum = (key: 'word' | 'nospace' | 'han' | 'pages' | 'minutes') =>
        files.reduce((total, { counts }) => total + (counts ? counts[key] : 0), 0)
      const total = {
        word: sum('word'),
        nospace: sum('nospace'),
        han: sum('han'),
        pages: sum('pages'),
        minutes: sum('minutes'),
      }
      rows.push([...numbers(total), say.total, say.files(files.length)])
    }
    const table = [[...say.heads], ...rows]
    const widths = say.heads.map((_, i) => table.reduce((max, row) => Math.max(max, textColumns(row[i]!)), 0))
    const lines = table.map((row, r) => {
      const line = row
        .map((text, i) => {
          if (i === row.length - 1) return text
          const gap = ' '.repeat(widths[i]! - textColumns(text))
          return i < 5 ? gap + text : text + gap
        })
        .join('  ')
      return r === 0 ? paint('strong', line) : line
    })
    const note = paragraph(toCells(say.note, 'faint'), { first: 0, rest: 0 }, usableWidth(view.width), paint)
    return `${[...lines, '', ...note].join('\n')}\n`
  }

/** The same as data, version 1. */
export const countJson: CountReporter = (files) =>
  toJson({
    version: 1,
    files: files.map(({ path, genre, counts }) => ({ path, genre: genreJson(genre), counts: countsJson(counts) })),
  })
