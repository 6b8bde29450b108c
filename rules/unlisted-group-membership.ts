import {
  cellMark,
  defineRule,
  groupKey,
  groupsIn,
  isAboutCounty,
  isOwnGroup,
  nanle,
  principalsIn,
  v,
} from '../src/rule.ts'

export default defineRule({
  scope: 'corpus',
  genres: ['register.members'],
  severity: 'warning',
  title: { zh: '党政正职加入了规定以外的工作群', en: 'A principal in a work group that is not listed' },
  basis: nanle.groupMembership,
  options: v.object({
    groups: v.optional(v.pipe(v.array(v.string()), v.description('党政正职可以加入的专项工作群')), [
      ...nanle.specialGroups,
    ]),
  }),
  messages: {
    unlisted: {
      zh: '{unit}{role}{person}加入了“{group}”，不在规定的 {count} 个专项工作群之内',
      en: '{person}, {role} of {unit}, is in {group}, which is none of the {count} special groups',
      advice: {
        zh: '退出这个群，由分管负责同志加入；确需加入的，写明理由并报批',
        en: 'Leave it to a deputy; where that cannot be, have it approved with a reason',
      },
    },
    unclear: {
      zh: '{unit}{role}{person}加入了“{group}”，看不出是本单位的群还是上级建立的群',
      en: '{person}, {role} of {unit}, is in {group}; whose group that is cannot be told',
      advice: { zh: '在成员台账或工作群台账中写明建群单位', en: 'Say in the register who set it up' },
      severity: 'info',
    },
  },
  *check({ docs, asOf }, { groups }) {
    const listed = new Set(groups.map(groupKey))
    const known = new Map<string, Set<string>>()
    for (const { name, unit, creator } of groupsIn(docs, asOf)) {
      const creators = known.get(groupKey(name)) ?? new Set()
      for (const written of [creator, unit]) if (written !== '') creators.add(written)
      known.set(groupKey(name), creators)
    }
    for (const { person, unit, role, group, record, placed } of principalsIn(docs)) {
      if (listed.has(groupKey(group))) continue
      const creator = record.text('creator')
      const registered = [...(known.get(groupKey(group)) ?? [])]
      const told = creator === '' || (SOMEBODY.test(creator) && registered.length > 0) ? registered : [creator]
      // Only where nobody says who set it up does the column's name tell.
      const creators = told.length === 0 && isAboutCounty(placed) ? ['县委'] : told
      if (isOwnGroup(group, unit, creators)) continue
      const at = cellMark(placed, record.get('group')!)
      // A group that calls itself the county's needs no creator to be somebody else's.
      if (creators.length === 0 && !/全县|^县|县委|县直/.test(group))
        yield { message: 'unclear', args: { unit, role, person, group }, at }
      else yield { message: 'unlisted', args: { unit, role, person, group, count: groups.length }, at }
    }
  },
})

/** 部门建立的工作群: not whose. */
const SOMEBODY = /^(?:各|有关|相关|其他|县直|上级|下级)*(?:部门|单位|乡镇|机关|站所)/
