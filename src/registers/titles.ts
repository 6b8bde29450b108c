/** Titles of documents and meetings as they are compared. */
import { plain } from './values.ts'

/** A title to compare: without 关于, 印发, the kind of document and the year. */
export const titleKey = (title: string): string =>
  plain(title)
    .replace(/[《》“”"‘’（）()〔〕[\]、，。：:—-]/g, '')
    .replace(/^关于(?:印发|召开|开展|举办|组织|做好|进一步)*/, '')
    .replace(/(?:19|20)\d{2}年度?/, '')
    .replace(/的?(?:通知|意见|方案|通报|函|决定|报备|备案)$/, '')
    // 关于召开…推进会的通知 is about that meeting.
    .replace(/的?(?:会议|会)$/, '')
