/** The genres of a rule or a cap, in the words of those who write them. */
import { directing, type GenreId, genres, matchesGenre, type Rule } from '../core.ts'

const FAMILIES = [
  ['speech.', '各类讲话'],
  ['notice', '各类通知'],
  ['report.', '各类汇报、报告'],
  ['register.', '各类台账'],
] as const

/** 通知；意见; families and what goes down by one word. */
export function genresText(patterns: Rule['genres']): string {
  if (patterns.includes('*')) return '全部文稿'
  const ids = (Object.keys(genres) as GenreId[]).filter((id) => patterns.some((p) => matchesGenre(p, id)))
  const down = (Object.keys(genres) as GenreId[]).filter((id) => directing.some((p) => matchesGenre(p, id)))
  const names: string[] = []
  let rest = ids
  if (down.every((id) => rest.includes(id))) {
    names.push('讲话和往下发的文件')
    rest = rest.filter((id) => !down.includes(id))
  }
  for (const [family, name] of FAMILIES) {
    const members = (Object.keys(genres) as GenreId[]).filter((id) => id.startsWith(family))
    if (members.length === 0 || !members.every((id) => rest.includes(id))) continue
    names.push(name)
    rest = rest.filter((id) => !members.includes(id))
  }
  // Names hold 、 themselves.
  return [...names, ...rest.map((id) => genres[id])].join('；')
}
