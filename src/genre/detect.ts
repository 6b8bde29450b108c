/** Which genre a document is of, and the evidence for it. No guess: without evidence the genre stays undetermined. */
import type { Genre } from '../core.ts'
import { byBody } from './bodies.ts'
import { bareOf, citing, type GenreClues, genreOf, quoteTitle } from './clues.ts'
import { implementsByBody, isImplementing } from './implementing.ts'
import { issueOf, newsEvidence } from './press.ts'
import { speechByBody, speechByTitle } from './speeches.ts'
import { byTitle } from './titles.ts'

/** A genre by the text's own evidence; source 'none' (and id 'other') where there is none. */
export function detectGenre(clues: GenreClues): Genre {
  const [outer = '', inner] = clues.titles
  const title = inner ?? outer
  const series = issueOf(clues)
  if (series) return genreOf('bulletin', 'text', series)
  const news = newsEvidence(clues, title)
  if (news) return genreOf('other', 'text', [news])

  const circulated = inner !== undefined || clues.parts.has('wrapper')
  if (circulated) {
    const speech = inner ? speechByTitle(inner, clues) : speechByBody(clues)
    if (speech) return withEvidence(speech, '由通知印发、转发')
    if (inner ? isImplementing(inner, clues) : implementsByBody(clues))
      return genreOf('implementing', 'text', [quoteTitle(inner ?? outer), citing(clues)])
    if (outer) return byTitle(outer, clues) ?? genreOf('notice.forward', 'text', [quoteTitle(outer)])
    return genreOf('notice.forward', 'text', ['正文“现印发给你们”'])
  }
  return (
    byTitle(title, clues) ??
    byBody(clues) ??
    explanation(title, clues) ??
    byFileName(clues) ??
    genreOf('other', 'none', [])
  )
}

/** 关于…情况的说明 explains how something is; where it goes on to what is amiss and what comes next, work is reported under that name. */
function explanation(title: string, { text }: GenreClues): Genre | undefined {
  if (!/情况的说明$/.test(bareOf(title))) return undefined
  return genreOf(GOES_ON_TO_WORK.test(text) ? 'report.work' : 'other', 'text', [quoteTitle(title)])
}
const GOES_ON_TO_WORK =
  /(?:^|\n)[^\n。，；]{0,8}(?:下一?步|今后|接下来)的?(?:[^\n。，；]{0,8}(?:工作|打算|安排|计划|措施|建议))?(?=\n|$)|(?:^|\n)[^\n。，；]{0,8}(?:工作(?:开展|进展|推进|完成)情况|主要做法|工作成效|取得的?成效)[^\n。，；]{0,4}(?=\n|$)/

const withEvidence = (genre: Genre, more: string): Genre => ({ ...genre, evidence: [...genre.evidence, more] })

function byFileName(clues: GenreClues): Genre | undefined {
  const name = clues.fileName.replace(/^[\d._\-\s]+/, '')
  const found = byTitle(name, { ...clues, opening: '' })
  return found && { ...found, evidence: [`文件名“${name.slice(0, 40)}”`] }
}
