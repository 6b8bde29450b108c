/** A district's sixteen rules of 2019, quoted from the press, which does not name the district. */
import { quoted } from './quoted.ts'

const sixteen = quoted('某区“十六条”（2019年，区名不详）')

export const newContent = sixteen('条目不详', '贯彻落实上级文件精神，要结合实际，新增加内容不足30%的，不得发文', '不得')
