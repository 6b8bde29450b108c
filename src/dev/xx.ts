import { createDoc } from '../document.ts'
import { parsePlain } from '../parsers/plain.ts'
import { durationOf } from '../text/meetings.ts'
const t='全县水利工作推进会会议议程\n9:00—10:00 情况通报\n10:00—12:00 现场观摩\n14:30—17:00 总结'
const d=createDoc(parsePlain(t),'例子.txt')
console.log(d.genre,d.facts.title,d.facts.parts, durationOf(t,true))
