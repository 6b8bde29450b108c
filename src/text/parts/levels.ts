/** Levels of offices by their names, from the village to the centre: who reports past whom, and what is sent to those below. */

export const VILLAGE = 0
export const TOWN = 1
export const COUNTY = 2
const CITY = 3
const PROVINCE = 4
const CENTRE = 5

/** The level of a body by its own name; undefined where the name does not say: 市 may be a county or a prefecture. */
export function issuerLevel(name: string): number | undefined {
  if (/(?:村|社区)(?:村民委员会|居民委员会|村委会|居委会|党支部|党总支|“?两委”?)/.test(name)) return VILLAGE
  if (/[县区市旗]/.test(name) && /(?:[镇乡]|街道)(?:党委|政府|人民政府|办事处|党工委|委员会)?$/.test(name)) return TOWN
  if (/(?:[镇乡](?:党委|政府|人民政府|委员会)|街道(?:办事处|党工委|工委))$/.test(name)) return TOWN
  if (isInstitution(name)) return TOWN
  if (
    /[县旗](?:委|政府|人民政府|委办公室|政府办公室|人民政府办公室)$/.test(name) ||
    COUNTY_OFFICE.test(name) ||
    COUNTY_UNION.test(name)
  )
    return COUNTY
  return undefined
}

const COUNTY_OFFICE = /[县旗](?:[一-龥]{2,16}(?:[局办]|委员会|(?<![县旗])委)|委[一-龥]{2,8}部)$/
/** Its way up leads through the city's union or society of the same name. */
const COUNTY_UNION =
  /[县旗](?:总工会|妇女联合会|妇联|团委|残疾人联合会|残联|工商业联合会|工商联|供销合作社(?:联合社)?|供销社|科学技术协会|科协|文学艺术界联合会|文联|红十字会)$/
export const isCountyUnion = (name: string): boolean => COUNTY_UNION.test(name)
/** What a county has beside Party committee and government, or what is led from above: its way up is another. */
const OWN_WAY =
  /人大|人民代表大会|政协|政治协商|纪委|监委|纪律检查|监察委员会|法院|检察院|税务|海关|气象|烟草|分局$|[县旗](?:委|人民政府|政府)办/

/** A school or a hospital of a township or a county: an office of the county stands between it and those of the city. */
const INSTITUTION =
  /(?:[县旗乡镇]|街道)[一-龥]{0,10}(?:医院|卫生院|卫生服务中心|保健院|中学|小学|学校|中心校|幼儿园|职教中心|敬老院|养老服务中心|福利院|文化站|农技站|畜牧站|兽医站|水利站|林业站|财政所|司法所|派出所)$/
export const isInstitution = (name: string): boolean => INSTITUTION.test(name)

/** Is it an office under a county's Party committee or government, so that these stand between it and the city's? */
export const isCountyOffice = (name: string): boolean => COUNTY_OFFICE.test(name) && !OWN_WAY.test(name)

/** Party committee or government of a city by name: not one of its offices. */
export const isCitySeat = (name: string): boolean =>
  /^(?:中共)?[一-龥]{0,6}[市州盟](?:委|政府|人民政府|委员会)$/.test(name)

/** The lowest and the highest level that a body sent to may have. */
export function receiverLevels(name: string): readonly [number, number] | undefined {
  if (/^(?:党中央|国务院|中共中央|国家|中央)/.test(name)) return [CENTRE, CENTRE]
  if (/^(?:[一-龥]{2,3})?省|自治区(?:党委|人民政府|政府)/.test(name)) return [PROVINCE, PROVINCE]
  if (/^(?:中共)?[一-龥]{0,4}市(?:委|政府|人民政府|[一-龥]{2,12}(?:局|委|委员会)$)/.test(name)) return [COUNTY, CITY]
  if (/^(?:中共)?(?:[一-龥]{0,12}自治州|[一-龥]{0,4}(?:州|地区))(?:委|政府|人民政府|行署)/.test(name))
    return [CITY, CITY]
  if (/^(?:中共)?[一-龥]{0,6}[县旗区](?:委|政府|人民政府|[一-龥]{2,12}(?:局|委员会)$)/.test(name))
    return [COUNTY, COUNTY]
  return undefined
}

/** The body below an issuer of this level to which a line of 抄送 sends a copy. */
export function copiedBelow(text: string, level: number | undefined): string | undefined {
  const always =
    /各(?:行政)?村(?:民委员会|委会|[（(]居[)）]|、?社区)?|各社区(?:居民委员会|居委会)?|(?:局|镇|乡|委|街道|公司|集团)?(?:机关)?(?:各)?所属(?:各)?(?:单位|企业|事业单位|子公司|分公司)|下属(?:各)?(?:单位|企业)|(?<![县市区省州旗委府])直属(?:各)?(?:事业)?(?:单位|企业|学校)|[局委厅院校镇乡](?:系统|机关)?[属直](?:各)?(?:事业)?(?:单位|企业|学校)|各(?:基层|下属|二级|直属)单位|各(?:基层站所|站所)/
  const found = always.exec(text)?.[0]
  if (found) return found
  if (level === COUNTY)
    return /各(?:乡[（(]镇[）)]|乡镇|镇街|街道|镇|乡)(?:党委|人民政府|政府|办事处)?|(?:本县|县直|县政府|我县)各(?:单位|部门)/.exec(
      text,
    )?.[0]
  return undefined
}
