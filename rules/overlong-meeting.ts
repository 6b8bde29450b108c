import {
  announcedBy,
  announcesMeeting,
  binds,
  bothSpeak,
  breachOf,
  type Cap,
  calledIn,
  capsOption,
  type Doc,
  defineRule,
  type GenreId,
  isMeeting,
  national,
  overruns,
  type Span,
  STATUTORY_MEETINGS,
  saidIn,
  summonsOf,
  tellsWhoChairs,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'doc',
  genres: ['notice.meeting', 'notice', 'plan', 'implementing', 'opinion', 'minutes', 'speech.', 'other'],
  severity: 'warning',
  title: { zh: '会议时间长、规格高', en: 'Meeting too long or too high' },
  basis: national.otherMeeting,
  judges: ['天', '小时', '分钟', '人', '分钟/讲话', '分钟/发言'],
  options: v.object({
    caps: capsOption(),
    exempt: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('依法依章程召开、不受会期限制的会议（依据没有列举，这是本工具的取值）'),
      ),
      [...STATUTORY_MEETINGS],
    ),
    principals: v.optional(
      v.pipe(v.boolean(), v.description('是否查两位主要负责同志同时讲话、分管同志开会要求主要负责同志参加')),
      true,
    ),
  }),
  messages: {
    tooLong: {
      zh: '会期 {days} 天，超过 {max} {unit}的上限',
      en: 'The meeting lasts {days} days, over the cap of {max} ({unit})',
      advice: {
        zh: '压缩议程，能发书面材料的不在会上讲，能开视频会的开视频会',
        en: 'Shorten the agenda; hand out what can be read',
      },
    },
    tooManyHours: {
      zh: '会议时间约 {hours} 小时，超过 {max} {unit}的上限',
      en: 'The meeting takes about {hours} hours, over the cap of {max} ({unit})',
      advice: { zh: '压缩议程，能发书面材料的不在会上讲', en: 'Shorten the agenda; hand out what can be read' },
    },
    tooManyTalks: {
      zh: '{speakers} 人发言、每人 {each} 分钟，共 {minutes} 分钟，加上讲话就超过 {max} {unit}的上限',
      en: '{speakers} speakers with {each} minutes each come to {minutes} minutes, over the cap of {max} ({unit})',
      advice: { zh: '减少发言人数，其余作书面交流', en: 'Fewer speakers; the others hand in their texts' },
    },
    talksAddUp: {
      zh: '各项发言、讲话合计 {minutes} 分钟，超过 {max} {unit}的上限',
      en: 'The talks come to {minutes} minutes together, over the cap of {max} ({unit})',
      advice: {
        zh: '减少发言人数，压缩讲话时间，其余作书面交流',
        en: 'Fewer speakers and shorter talks; the others hand in their texts',
      },
    },
    tooLongTalk: {
      zh: '安排{kind} {minutes} 分钟，超过 {max} 分钟的上限',
      en: 'A talk ({kind}) of {minutes} minutes, over the cap of {max}',
      advice: { zh: '把时间压到 {max} 分钟以内', en: 'Cut it to {max} minutes' },
    },
    tooManyPeople: {
      zh: '参会 {people} 人，超过 {max} 人的上限',
      en: '{people} people are to attend, over the cap of {max}',
      advice: { zh: '只请与会议内容密切相关的单位和人员', en: 'Invite those whom it concerns' },
    },
    bothSpeak: {
      zh: '安排党政主要负责同志都讲话',
      en: 'Both principals are to speak',
      advice: { zh: '只安排一位主要负责同志讲话，另一位主持或者不讲', en: 'Let one of them speak and the other chair' },
      basis: national.bothPrincipals,
    },
    summoned: {
      zh: '由{deputy}召开的会议，要求下级主要负责同志参加',
      en: 'A meeting called by a deputy ({deputy}) asks for the principals of lower bodies',
      advice: {
        zh: '改为分管负责同志参加；确需主要负责同志到会的，写明理由',
        en: 'Ask for those in charge of the matter',
      },
      basis: national.attendance,
    },
  },
  *check({ doc }, { caps = national.caps, exempt, principals }) {
    const { title } = doc.facts
    const announces = announcesMeeting(doc)
    // A notice or a plan of something else may call a meeting, too.
    const called = announces || doc.genre.id === 'other' ? [] : [...calledIn(doc)]
    const own = announces ? [announcedBy(doc)] : isSpeech(doc) ? [saidIn(doc)] : []
    const said = own[0]?.duration?.span
    const others = called.filter(
      ({ duration: d }) => !(said && d && d.span.start < said.end && said.start < d.span.end),
    )
    for (const meeting of [...own, ...others]) {
      if (isMeeting(meeting.name, exempt)) continue
      for (const cap of caps) {
        if (cap.value === undefined || !holdsFor(cap, doc.genre.id) || isMeeting(meeting.name, cap.exempt ?? []))
          continue
        if (!(cap.scope ?? ['专项', '一般']).includes(meeting.scope)) continue
        for (const { at: span, amount, ...over } of overruns(meeting, cap.value, cap.unit))
          if (!isCongress(`${meeting.name}，${sentenceUpTo(doc, span)}`))
            yield { ...over, at: { doc, span }, ...breachOf(cap, amount) }
      }
    }
    if (
      !principals ||
      !(announces || doc.genre.id === 'speech.host' || tellsWhoChairs(doc)) ||
      isMeeting(own[0]?.name ?? title, exempt)
    )
      return
    const both = bothSpeak(doc)
    if (both) yield { message: 'bothSpeak', at: { doc, span: both } }
    const summons = summonsOf(doc)
    if (summons) yield { message: 'summoned', args: { deputy: summons.deputy }, at: { doc, span: summons.span } }
  },
})

/** How long these sit is theirs to settle: 县十八届人大五次会议. */
const isCongress = (text: string) => /(?:人大|政协|党代会|代表大会)[^，。；]{0,14}会议(?!精神)/.test(text)
const sentenceUpTo = ({ text }: Doc, { start }: Span) =>
  text
    .slice(Math.max(0, start - 60), start)
    .split(/[。；\r\n]/)
    .at(-1)!

const isSpeech = ({ genre }: Doc) => genre.id.startsWith('speech.')

/** Whatever its title made of it, it announces a meeting. What limits a speech is its text, not its meeting. */
const holdsFor = (cap: Cap, id: GenreId) =>
  binds(cap, 'notice.meeting') || (!id.startsWith('speech.') && binds(cap, id))
