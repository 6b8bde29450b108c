/** A district's sixteen rules of 2019, from a copy that does not name the district. */
import { compared } from './quoted.ts'

const sixteen = compared('《关于解决形式主义突出问题为基层减负的十六条具体举措》（某区2019年，区名不详）')

export const newContent = sixteen('第四条', '贯彻落实上级文件精神，要结合实际，新增加内容不足30%的，不得发文', '不得')
