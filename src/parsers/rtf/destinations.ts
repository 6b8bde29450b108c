/** Groups of an RTF file that are no plain text, by the word they begin with. */
import type { Aside } from '../../core.ts'
import type { Destination } from './state.ts'

/** Groups that are read where a reader might pass them over, for they begin with `\*`. */
export const destinations: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  fldinst: 'instruction',
  listtext: 'number',
  pntext: 'number',
  shpinst: 'shape',
  sp: 'shape property',
  sn: 'property name',
  sv: 'property value',
  upr: 'unicode pair',
}

/** Shown like the text around them, or holding what is. */
export const transparent = new Set([
  'nesttableprops',
  'shp',
  'shpgrp',
  'do',
  'moMath',
  'moMathPara',
  'object',
  'result',
  'fldrslt',
  'field',
  'ud',
])

/** Groups of text of its own. */
export const stories: Readonly<Record<string, Aside['kind'] | 'box'>> = {
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'footer',
  footerl: 'footer',
  footerr: 'footer',
  footerf: 'footer',
  footnote: 'footnote',
  annotation: 'comment',
  shptxt: 'box',
  dptxbxtext: 'box',
}

/** Groups that show nothing, and need not say so by `\*`. */
export const skipped = new Set([
  'colortbl',
  'info',
  'pict',
  'nonshppict',
  'nonesttables',
  'objdata',
  'shprslt',
  'private1',
  'comment',
  'filetbl',
  'revtbl',
  'xe',
  'tc',
  'tcn',
  'rxe',
  'txe',
  'ftnsep',
  'ftnsepc',
  'ftncn',
  'aftnsep',
  'aftnsepc',
  'aftncn',
  'mmathPict',
  'listtable',
  'listoverridetable',
  'template',
  'bkmkstart',
  'bkmkend',
])

/** Words that stand for characters. */
export const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  page: '\n',
  column: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
}
/** Symbols that stand for characters. */
export const symbols: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '-',
}
