import { fonts } from '../fonts.ts'
import { filterStyle } from './filter.ts'

/** How the page looks: on the screen, and (at its end) on A4 paper. Lines and shapes tell levels apart, colours only help. */
export const style = `
:root{${fonts}
--ink:#1a1a1a;--grey:#595959;--line:#c8c8c8;--error:#9c3d00;--warning:#7a5200;--info:#00548a}
*{box-sizing:border-box}
html{scroll-padding-top:10px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:1180px;padding:24px 28px 60px;color:var(--ink);background:#fff;font:14px/1.6 var(--ui);overflow-wrap:anywhere}
p,h1,h2,h3,h4,ul,ol,figure,table,fieldset{margin:0;padding:0}
a{color:var(--info)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.defs{position:absolute}
header{border-top:5px solid var(--ink);padding-top:12px}
.kicker{color:var(--grey);letter-spacing:.06em}
h1{font:700 30px/1.35 var(--song)}
.sum{font-size:18px;margin:4px 0}
.undone{font-weight:700;color:var(--error)}
ul.notices{margin:.6em 0;padding-left:1.3em}
.sub,h2 small,h4 small,.range,.path,.of,.at{color:var(--grey);font-weight:400}
.path{font-size:12px}.of{margin-left:.3em}.before{color:var(--grey);font-weight:400;white-space:nowrap}
.sign{display:none}
h2{font-size:19px;line-height:1.4;margin:30px 0 10px;padding-bottom:4px;border-bottom:2px solid var(--ink)}
h2 small{display:block;font-size:13px}
h3,.card h2{font-size:16px;line-height:1.5}.card h2{margin:0;padding:0;border:0}
h4 small{font-size:13px;margin-left:10px}
.cards{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:14px;margin-top:16px}
.card{border:1px solid #a0a0a0;border-radius:4px;padding:8px 14px 10px;min-width:0}
.card.all{grid-column:1/-1}
.bar{display:block;margin:6px 0 8px}
.in{font:700 14px var(--ui);fill:#1a1a1a;stroke:#fff;stroke-width:5px;paint-order:stroke;stroke-linejoin:round}
.legend{list-style:none;display:grid;grid-template-columns:1fr 1fr;gap:2px 22px;font-size:13px}
.legend li{display:flex;align-items:center;gap:6px}.legend svg{flex:none}.legend .name{flex:1}
.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.num.share{min-width:3.4em;color:var(--grey)}
.card .legend{max-width:none}
.key b{display:inline-block;min-width:1.5em;padding:0 2px;text-align:center;font:700 12px/1.45 var(--ui);border:1.5px solid;border-radius:2px}
.key.m b{background:#005a8f;border-color:#005a8f;color:#fff}.key.c b{background:#a84300;border-color:#a84300;color:#fff;border-radius:9px}
.key.a b{border-style:dashed;color:#6b4700}.key.n b{border-width:1px;color:#404040}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.5;font-variant-numeric:tabular-nums}
th,td{text-align:right;padding:2px 8px}
th.left,td.left{text-align:left}
.grid th,.grid td{border:1px solid #a0a0a0;vertical-align:top}
.grid th{background:#f2f2f2;white-space:nowrap}
.bars td{border-top:1px solid #e2e2e2;vertical-align:middle}.bars .wide{width:45%}.bars svg{display:block}
.bars thead td{border:0}.bars th{white-space:nowrap;font-weight:400;color:var(--grey)}
.scroll{overflow-x:auto}
.list :is(td,th):not(.left){white-space:nowrap}.list .genre{min-width:6.5em}
.compositions .wide{width:34%;vertical-align:middle}.compositions td:nth-child(3),.compositions td:nth-child(4){white-space:nowrap}.made{display:block;margin:3px 0}
.rules .wide{width:62%}
code{font:12px/1.5 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;color:var(--grey)}
.keys{display:flex;flex-wrap:wrap;gap:2px 20px;margin-bottom:6px;font-size:13px}.keys svg{vertical-align:-2px}
.state,.verdict{display:inline-block;font-weight:700;font-size:13px;line-height:1.5;padding:0 7px;border:2px solid;border-radius:3px;white-space:nowrap;font-family:var(--ui)}
.state.unreadable{background:#fff;color:#1a1a1a;border-style:double;border-width:3px}
.state.error{background:var(--error);border-color:var(--error);color:#fff}
.state.warning{color:var(--warning);background:#fff5da;border-style:dashed}
.state.info{color:var(--info);border-style:dotted}.state.waived,.state.known{color:#404040;border:1px dashed #767676;font-weight:400}.state.known{border-style:solid}
.state.clean{color:#404040;border:1px solid #999;font-weight:400}
.verdict.met{color:#00548a;background:#e8f3fa}.verdict.below{color:#fff;background:var(--error);border-color:var(--error)}.verdict.uncertain{color:#6b4700;background:#fff5da;border-style:dashed}
.unsure,.sure{font-size:.92em;color:var(--grey)}.unsure{text-decoration:underline dashed 1px;text-underline-offset:3px}
.filters{border:0;margin-bottom:8px}
.filters legend{float:left;margin-right:10px;color:var(--grey)}
.filters label{margin-right:14px;white-space:nowrap;cursor:pointer}
${filterStyle}

.doc{border:1px solid #a0a0a0;border-left-width:6px;border-radius:4px;padding:10px 16px 14px;margin-top:16px}
.doc.s-error{border-left-color:var(--error)}.doc.s-warning{border-left-color:#d99000}.doc.s-info{border-left-color:#0072b2}.doc.s-unreadable{border-left:6px double #1a1a1a}
.doc h3{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
.up{margin-left:auto;font-size:12px;font-weight:400}
.none{margin-top:8px}
.made-of{margin-top:10px;padding:8px 12px;background:#f8f8f8;border:1px solid var(--line)}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 32px;align-items:start}
.scale,.strip{display:block;overflow:visible}.scale{margin-top:4px}
.scale text{font:12px var(--ui);fill:#1a1a1a}.scale .strong{font-weight:700;font-size:13px}.scale .small{fill:#595959}
.scale .tick{stroke:#8a8a8a}.scale .whisker{stroke:#00456c;stroke-width:2}.scale .asked{stroke:#1a1a1a;stroke-width:2.5;stroke-dasharray:4 2}
.scale .value{fill:#00456c;stroke:#fff;stroke-width:1.5}
.made-of .legend{grid-template-columns:1fr}
.along{font-size:12px;color:var(--grey)}
.superiors{margin-top:8px;font-size:13px}.superiors ul{display:inline;list-style:none}.superiors li{display:inline}.superiors b::after{content:"　"}.superiors li+li::before{content:"；"}

.text{margin-top:10px;padding-top:8px;border-top:1px solid var(--line);font:16px/1.9 var(--text);--notes:330px;--gap:22px}
.text{display:flow-root}.text p,.text>table,.beside>table,.below>table,.text details{max-width:calc(100% - var(--notes) - var(--gap))}.text details p,.text details table,.text td p,.text .notes p{max-width:none}
.text p{text-indent:2em}
.text .title{font:19px/1.5 var(--song);text-align:center;text-indent:0;text-wrap:balance}
.text .centre{text-align:center;text-indent:0}.text .end{text-align:right;text-indent:0;padding-right:2em}.text .flush,.text td p{text-indent:0}
.text .h1{font-family:var(--black)}.text .h2{font-family:var(--kai);font-weight:600}.text .h3{font-weight:700}
.text .quote{border-left:3px solid var(--line);padding-left:1em}.text .code,.text .raw{font:13px/1.7 var(--ui);color:var(--grey);text-indent:0}
.bullet{margin-right:.4em}
.text table{table-layout:fixed;font-size:14px;line-height:1.6;margin-top:-1px}.text td{border:1px solid #767676;text-align:left;vertical-align:top}.text td.on{border-top:0}.text td.open{border-bottom:0}
.beside .notes{float:right;clear:right;width:calc(var(--notes) + var(--gap));padding-left:var(--gap)}
.below .notes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:2px 18px;align-items:start;margin:4px 0 6px}
.text summary,.omitted{font:13px/1.6 var(--ui);color:var(--grey);cursor:pointer;text-indent:0;padding:2px 8px;margin:3px 0;background:#f4f4f4;border-left:3px solid var(--line)}
.omitted{cursor:auto}
.text summary:hover{color:var(--ink)}
details[open]>summary{margin-bottom:4px}
mark{background:none;color:inherit;text-decoration-line:underline;text-decoration-skip-ink:none;text-underline-offset:4px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark.error{background:#fde9df;text-decoration-style:solid;text-decoration-thickness:3px;text-decoration-color:var(--error)}
mark.warning{background:#fff6dc;text-decoration-style:dashed;text-decoration-thickness:2px;text-decoration-color:#a86f00}
mark.info{background:#eaf4fb;text-decoration-style:dotted;text-decoration-thickness:2px;text-decoration-color:#0072b2}
mark.waived{text-decoration-style:solid;text-decoration-thickness:1px;text-decoration-color:#767676}
.k,.no{display:inline-block;min-width:1.6em;padding:0 3px;text-align:center;text-indent:0;font:700 11px/1.5 var(--ui);border:1.5px solid;border-radius:9px;text-decoration:none;color:var(--ink);background:#fff;vertical-align:2px;margin:0 2px}
.k.error{background:var(--error);border-color:var(--error);color:#fff}.k.warning{border-style:dashed;color:var(--warning)}.k.info{border-style:dotted;color:var(--info)}.k.waived{border-width:1px;color:#595959}
.no{vertical-align:0}a.no:hover{background:#e6e6e6}.k:target{outline:3px solid #f0b400;outline-offset:1px}
.notes{list-style:none;font:13px/1.55 var(--ui);text-indent:0}
.notes li{border-left:3px solid #767676;padding:2px 0 2px 10px;margin:2px 0 8px;break-inside:avoid}
.notes li.error{border-left:5px solid var(--error)}.notes li.warning{border-left:3px dashed #a86f00}.notes li.info{border-left:3px dotted #0072b2}.notes li.waived{border-left-width:1px}
.notes p,.text .notes p{text-indent:0}
.notes li:target{background:#fff3b8}
.lv{white-space:nowrap}.lv.error{color:var(--error)}.lv.warning{color:var(--warning)}.lv.info{color:var(--info)}.lv.waived{color:#595959}
.why{color:#404040;font-size:12.5px}.at{font-size:12px}
.notes q{display:block;quotes:none;padding-left:8px;border-left:2px solid var(--line)}
.line{font:14px/1.7 var(--text)}
.alone{margin-top:10px}
.scroll:has(>.register){margin-top:10px}.register caption{text-align:left;color:var(--grey);padding-bottom:2px}
.register th,.register td{text-align:left;white-space:normal;overflow-wrap:break-word;min-width:4.6em}.register :is(td,th):first-child{min-width:0;color:var(--grey);white-space:nowrap}
.hit{outline:3px solid;outline-offset:-3px}.hit.error{outline-color:var(--error);background:#fde9df}.hit.warning{outline:2px dashed #a86f00;outline-offset:-2px;background:#fff6dc}.hit.info{outline:2px dotted #0072b2;outline-offset:-2px;background:#eaf4fb}.hit.waived{outline:1px solid #767676;outline-offset:-1px}
.empty{color:var(--grey);white-space:nowrap}.told .notes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:2px 18px;align-items:start}.told>td:first-child{color:inherit;white-space:normal;background:#fafafa}
@media screen{.doc{content-visibility:auto;contain-intrinsic-size:auto 700px}}
@media screen and (max-width:860px){body{padding:14px 14px 40px}.cards,.two{grid-template-columns:minmax(0,1fr)}
.text{--notes:0px;--gap:0px}.beside{display:grid}.beside .notes{grid-row:2;float:none;width:auto;padding-left:0}.doc{padding:8px 10px 10px}.text{font-size:15.5px;line-height:1.8}
.list td.left:nth-child(2) .of,.list .nth,.list .genre{display:none}.list td:nth-child(2){min-width:7em}.before{white-space:normal}th,td{padding:2px 5px}
.compositions,.compositions tbody{display:block}.compositions thead{display:none}.compositions tr{display:flex;flex-wrap:wrap;gap:2px 10px;border:1px solid #a0a0a0;padding:6px 8px;margin-top:-1px}.compositions tr:first-child{margin-top:0}.compositions td{border:0;padding:0}.compositions td:first-child,.compositions .wide{width:100%}.compositions [data-head]::before{content:attr(data-head) " "}
.told .notes{position:sticky;left:5px;max-width:calc(100vw - 72px)}.made-of .legend,.legend{grid-template-columns:1fr}}
@media screen and (max-width:560px){.list .count{display:none}}

@page{size:A4;margin:15mm 14mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.5}
h1{font-size:20pt}.sum{font-size:12pt}h2{font-size:13pt;margin-top:6mm;break-after:avoid;break-inside:avoid}h2 small{font-size:8.5pt}h3,.card h2{font-size:11pt;break-after:avoid}.card h2{margin:0}
.sign{display:flex;gap:4em;margin-top:3mm}.sign span{border-bottom:1px solid #1a1a1a;min-width:16em;padding-bottom:1mm}
.filters,.up,.on-screen{display:none}.doc>.sub{break-after:avoid;break-inside:avoid}a{color:inherit;text-decoration:none}
.cards{grid-template-columns:repeat(2,minmax(0,1fr));gap:3mm;margin-top:4mm}.card{break-inside:avoid;padding:1.5mm 3mm 2mm}.legend,.keys{font-size:8.5pt}.legend{grid-template-columns:1fr}
table{font-size:8.5pt}th,td{padding:.6pt 4pt}.grid thead{display:table-header-group}tr{break-inside:avoid}.scroll{overflow:visible}
.doc{margin-top:4mm;padding:2mm 3mm;border-width:.6pt 0 0 0;border-top:2px solid #1a1a1a!important;border-left:0!important;border-radius:0}
.made-of{break-inside:avoid;background:none}.two{grid-template-columns:repeat(2,minmax(0,1fr))}
.text{font-size:10.5pt;line-height:1.65;--notes:0mm;--gap:0mm}.text .title{font-size:13pt}
.beside{display:grid;break-inside:avoid}.below>:first-child{break-after:avoid}.text .end,:is(.beside,.below):has(>.end){break-before:avoid}.doc h3{break-inside:avoid}.beside .notes{grid-row:2;float:none;width:auto;padding:0}
:is(.beside,.below) .notes,.told .notes{display:grid;grid-template-columns:repeat(auto-fit,minmax(52mm,1fr));gap:0 4mm;align-items:start;margin:1mm 0 2mm;padding-left:4mm;max-width:none}
.text :is(.title,.h1,.h2,.h3),:is(.beside,.below):has(>:is(.title,.h1,.h2,.h3)),.register tr:has(+.told){break-after:avoid}
.notes{font-size:8pt;line-height:1.4}.why,.at{font-size:7.6pt}
.text p{orphans:2;widows:2}
.text summary{background:none;padding:0 2mm;font-size:8pt;list-style:none}
.omitted{background:none;font-size:8pt}
.notes li:target{background:none}}
`
