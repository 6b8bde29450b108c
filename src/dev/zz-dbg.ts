import { readFileSync } from 'node:fs'
import { lintText } from '/work/wt-people/src/session.ts'
import { rules } from '/work/wt-people/rules/index.ts'
import { defaultSettings } from '/work/wt-people/src/config.ts'
import { issuerOf, addressedBelow } from '/work/wt-people/src/text/issuer.ts'
const orig = rules['commanding-document'] as any
void (async () => { for (const f of process.argv.slice(2)) {
  const r = {...rules, 'commanding-document': {...orig, check: function*(u:any,o:any){ const b = addressedBelow(u.doc); console.log(f.split('/').pop(), u.doc.genre.id, JSON.stringify(issuerOf(u.doc)), b.named.map((s:any)=>u.doc.text.slice(s.start,s.end)), b.bare&&u.doc.text.slice(b.bare.start,b.bare.end)); console.log('   ', u.doc.facts.title, JSON.stringify(u.doc.facts.parts.filter((p:any)=>p.kind==='signature'||p.kind==='masthead'||p.kind==='addressee').map((p:any)=>[p.kind,u.doc.text.slice(p.start,p.end).slice(0,40)]))); yield* orig.check(u,o)}}} as any
  const rep = await lintText({text: readFileSync(f,'utf8'), path: f, rules: r, settings: defaultSettings(r), ...(process.env.G && {genre: process.env.G})} as any)
  for (const d of rep.diagnostics) if (d.rule==='commanding-document') console.log('   =>', d.message, JSON.stringify(d.args))
} })()
