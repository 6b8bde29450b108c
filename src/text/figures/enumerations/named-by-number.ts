/** “四查”机制，即早查、晚查、夜查: what is called by a number and what there is so many of, and then the list of them. */
import type { Flat } from '../../flat.ts'
import { matchesOf } from '../../matches.ts'
import { parseNumeral } from '../../numerals.ts'
import type { Miscount } from './miscount.ts'

const NAMING = '机制|制度|工作法|模式|工程|行动|清单|体系|活动|办法|平台|举措|服务|载体'
const OPENS = '，?(?:即|就是|是指|指的是|分别[是为]|包括)：?|：|[（(]'
const QUOTED = new RegExp(
  `[“"]([三四五六七八九十])([^一二两三四五六七八九十百千个项类种条大支本张件级年月日“”"，。；：、\\d]{1,2}?)(?:${NAMING})?[”"](?:${NAMING})?(?:${OPENS})(?=[一-龥“])`,
  'g',
)
/** Behind the comma that ends a list: what is done with all of it, and no item more. */
const TELLS_ON =
  /^(?:每|各[个项自]|全[县市区镇乡街村程年面过]|均|都|已|并|以|定期|按|形成|做到|实现|确保|推动|让|使|由|共|累计|今年|目前|先后|有效|切实|着力|通过|解决|化解|打通|构建|促进|打造|引导|真正|有力|不断|进一步|深受|得到)/
/** No plain name of one thing. */
const NO_NAME = /[“”"《》\d（(]|等|其中|包括|分别|负责|不含|[一二两三四五六七八九十](?:个|项|家|类|名|批)/
const JOINTS = /以及|[和及与]/
const FAR = 160
/** Items of one list are about as long. UTF-16 units. */
const UNLIKE = 4
/** Farther off the list is of something else. */
const SLIP = 2

export function namedByNumber({ text, place }: Flat, found: Miscount[]): void {
  for (const { 0: lead, 1: number = '', 2: word = '', index } of matchesOf(QUOTED, text)) {
    const from = index + lead.length
    const list = /^[^，。；：（）()？！]+/.exec(text.slice(from, from + FAR))?.[0]
    if (list === undefined) continue
    const behind = text.slice(from + list.length, from + list.length + 12)
    const isWhole = /[（(]$/.test(lead) ? /^[）)]/.test(behind) : /^[。；]|^$/.test(behind) || goesOn(behind)
    const items = list.split('、')
    if (!isWhole || items.length < 2 || items.some((item) => item.length < 2 || item.length > 14 || NO_NAME.test(item)))
      continue
    const lengths = items.slice(0, -1).map(({ length }) => length)
    if (Math.max(...lengths) - Math.min(...lengths) > UNLIKE) continue
    // 查责任落实、查隐患排查、整改: one of them is of two words.
    const named = items.filter((item) => [...word].some((c) => item.includes(c))).length
    if (named * 2 >= items.length && named < items.length) continue
    // 甲和乙 may be one or two.
    const joined = endAlike(items, word) ? 0 : items.filter((item) => JOINTS.test(item)).length
    const expected = parseNumeral(number)!
    const count = items.length
    if (joined > 0 ? expected >= count && expected <= count + joined : expected === count) continue
    if (joined > 1 || Math.abs(count - expected) > SLIP) continue
    const stated = number + word
    found.push({
      at: { start: place(index + 1), end: place(index + stated.length) + 1 },
      stated,
      expected,
      found: expected > count ? count + joined : count,
      list: { start: place(from), end: place(from + list.length - 1) + 1 },
    })
  }
}

/** 家风和睦美: what ends in the word that is counted, and has it once, is one of them. */
const endAlike = (items: readonly string[], word: string): boolean =>
  items.every((item) => item.endsWith(word) && item.indexOf(word) === item.length - word.length)

const goesOn = (behind: string): boolean => behind.startsWith('，') && TELLS_ON.test(behind.slice(1))
