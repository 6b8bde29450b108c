/** Addresses: what a machine reads, though Chinese words may stand in it. */
import type { Span } from '../core.ts'
import { matchesOf } from './matches.ts'

/**
 * Targets of Markdown links and images (and the ! before those), tags with their attributes, web addresses and paths. Of these, up to the last sign that
 * only an address has: in https://a.cn/通知,附件.html the comma is a part of it, in https://a.cn/x,请查收 it is not; where Chinese words
 * follow that sign, as in https://a.cn/甲,乙, nobody can tell where it ends, and it goes on.
 */
const ADDRESS =
  /!(?=\[[^\]\n]{0,200}\]\()|\]\([^()\s]{0,400}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,3}(?:\s+"[^"\n]{0,200}")?\)|<[A-Za-z/][^<>\n]{0,400}>|(?:[A-Za-z]{2,8}:\/\/|[A-Za-z]:\\|\\\\|(?<=^|[\s为在是于见至到和、，；：:（(“"])\/(?=[^\s/]{1,80}\/))[^\s，。；：！？、（）《》“”"<>]{0,400}(?:[/\\=&#](?:(?=[一-龥(])[^\s，。；：！？、（）《》“”"<>]{1,400})?|\.[A-Za-z\d]{2,5}(?![A-Za-z\d]))|\b(?:mailto|tel|sms):[^\s，。；：！？、（）《》“”"<>]{1,200}/g
/** Without one of these there is none; most texts have none. */
const MAY_HAVE = /\/|(?:mailto|tel|sms):|\]\(|:\\|\\\\|<[A-Za-z]/

/** Offsets into `text`, in order. */
export const addressesIn = (text: string): Span[] =>
  MAY_HAVE.test(text)
    ? [...matchesOf(ADDRESS, text)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    : []
