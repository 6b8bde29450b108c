/** A 通报 that itself punishes: whoever is named in it for having sent no answer, or kept no pictures, is punished by being named. */
import type { Doc } from '../../core.ts'
import type { Stance } from '../stance/stance.ts'

/** 现予点名, 予以通报批评. */
const CALLS_OUT =
  /(?:现(?![场在有])|[特兹])予?以?[^，。；不]{0,4}(?:点名|通报|批评)|(?:在此|一并|给予|予以|提出)[^，。；不]{0,4}(?:点名|通报|批评)/
/** 限5日内补齐, 责令补拍. */
const HAS_MADE_UP = /(?:限[^，。；不]{1,10}|责令[^，。；不]{0,6})补[齐全拍录做传记上正]/
/** 该局因…予以通报: somebody else did so. */
const OTHERS_DO = /[对因将把]|以[^，。；]{0,6}(?:为由|名义)|要求|规定|动辄|竟/
/** …，县纪委已责令纠正; …，加重基层负担. */
const WRONGLY = /纠正|改正|撤销|责令(?![^，。；]{0,6}补)|叫停|制止|(?:增加|加重)[^，。；]{0,6}负担/
/** What is exposed is what others demanded. */
const EXPOSED = /典型|问题的?通报|案例|案件|曝光|形式主义|减负|负担/

/** Is it `doc` itself that calls somebody out for what stands between `ahead` and `after`, or `orders` him to make it up? */
export function callsOut({ genre, facts }: Doc, { ahead, after }: Stance, orders = false): boolean {
  if (genre.id !== 'circular' || EXPOSED.test(facts.title) || WRONGLY.test(after)) return false
  const called = CALLS_OUT.exec(after)
  if (called && /^[现特兹]/.test(called[0])) return true
  return (called !== null || (orders && HAS_MADE_UP.test(after))) && !OTHERS_DO.test(ahead)
}
