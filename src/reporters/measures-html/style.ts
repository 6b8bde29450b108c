import { fonts } from '../fonts.ts'

/** How the page looks: on the screen, and (at its end) on A4 paper. */
export const style = `
:root{${fonts}
--ink:#1a1a1a;--grey:#595959;--line:#c8c8c8}
*{box-sizing:border-box}
html{scroll-padding-top:64px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:14px/1.6 var(--ui)}
p,h1,h2,h3,h4,h5,h6,ul{margin:0;padding:0}
.defs{position:absolute}
header{display:grid;grid-template-columns:1fr 1fr;gap:10px 48px;padding:18px 28px 12px}
.top,.how{grid-column:1/-1}
.kicker{color:var(--grey);letter-spacing:.08em}
h1{font-size:22px;line-height:1.35;overflow-wrap:anywhere}
.against{color:var(--grey);overflow-wrap:anywhere}
.verdict{font-size:16px}
.notices{grid-column:1/-1;margin:0;padding:.4em 0 .4em 1.3em;border-top:1px solid var(--line)}
.verdict strong{display:inline-block;padding:1px 10px;margin-right:4px;border:2px solid;border-radius:3px}
.met{color:#00548a;background:#e8f3fa}.below{color:#a33d00;background:#fdeee3}.uncertain{color:#6b4700;background:#fff5da;border-style:dashed!important}
.interval,.how,.hint{color:var(--grey)}
.how{font-size:13px;border-top:1px solid var(--line);padding-top:8px}
.scale{display:block;margin-top:6px;overflow:visible}
.scale text{font:12px var(--ui);fill:#1a1a1a}.scale .strong{font-weight:700;font-size:13px}.scale .small{fill:#595959}
.scale .tick{stroke:#8a8a8a}.scale .whisker{stroke:#00456c;stroke-width:2}.scale .asked{stroke:#1a1a1a;stroke-width:2.5;stroke-dasharray:4 2}
.scale .value{fill:#00456c;stroke:#fff;stroke-width:1.5}
header h2{font-size:16px}header h2 small{font-weight:400;font-size:13px;color:var(--grey);margin-left:10px}
.bar{display:block;margin:8px 0 6px}
.bar .in{font:700 14px var(--ui);fill:#1a1a1a;stroke:#fff;stroke-width:5px;paint-order:stroke;stroke-linejoin:round}
.legend{list-style:none;display:grid;grid-template-columns:1fr 1fr;gap:2px 22px;font-size:13px}
.legend li{display:flex;align-items:center;gap:5px}.legend .name{flex:1}.legend .num{text-align:right;min-width:3.2em;white-space:nowrap;font-variant-numeric:tabular-nums}
.legend svg{flex:none}

.tools{display:none}
.js .tools{display:flex;flex-wrap:wrap;gap:6px;align-items:center;position:sticky;top:0;z-index:2;padding:8px 28px;background:#fff;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
button,.tabs a{font:inherit;color:var(--ink);background:#fff;border:1px solid #767676;border-radius:4px;padding:3px 10px;cursor:pointer;text-decoration:none}
button:hover,.tabs a:hover{background:#f0f0f0}
button:disabled{color:#767676;background:#fff;border-color:var(--line);cursor:default}
button[aria-pressed=true]{background:#1a1a1a;color:#fff;border-color:#1a1a1a}
.cnt{font-variant-numeric:tabular-nums;margin-left:2px}
.walk{margin-left:auto;display:flex;gap:8px;align-items:center;font-variant-numeric:tabular-nums}
.walk output{min-width:4.5em;text-align:center}
:focus-visible{outline:3px solid #1a1a1a;outline-offset:2px}

main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.left,.superior{font:17px/2 var(--text);overflow-wrap:anywhere}
.left{padding:20px 36px 60vh 28px}
.left>*,.superior>*{max-width:46em;margin-left:auto;margin-right:auto}
.title{font:22px/1.5 var(--song);text-align:center;margin:0 auto 6px!important;text-wrap:balance}
.centre{text-align:center}.end{text-align:right;padding-right:2em}
.text,.item,.h1,.h2,.h3,.raw{text-indent:2em}
.superior .text,.superior .item{text-align:justify}
.h1{font:400 1em/2 var(--black)}.h2{font:400 1em/2 var(--kai);font-weight:600}.h3{font:1em/2 var(--text);font-weight:700}
.left .h1,.left .h2,.superior .h1,.superior .h2{margin-top:.4em}
.lead{font-weight:600}.js .lead.r{font-weight:600}
.quote{padding-left:2em;border-left:3px solid var(--line)}.code,.raw{font:14px/1.8 var(--ui);color:var(--grey)}
.bullet{margin-right:.4em}
table{border-collapse:collapse;width:100%;margin:8px 0;font-size:15px;line-height:1.7}td{border:1px solid #767676;padding:2px 8px;vertical-align:top}td .text{text-indent:0;text-align:left}

.b{display:inline-block;text-indent:0;font:12px/1.4 var(--ui);color:var(--grey);margin:0 4px 0 5px;white-space:nowrap;vertical-align:1px;font-variant-numeric:tabular-nums;user-select:none;-webkit-user-select:none}
.b b,.key b{display:inline-block;min-width:1.5em;padding:0 2px;margin-right:3px;text-align:center;font:700 12px/1.45 var(--ui);border:1.5px solid;border-radius:2px}
.key b{margin:0}button .key{margin-right:5px}
.m>.b b,.key.m b{background:#005a8f;border-color:#005a8f;color:#fff}
.c>.b b,.key.c b{background:#a84300;border-color:#a84300;color:#fff;border-radius:9px}
.a>.b b,.key.a b{background:#fff;color:#6b4700;border-style:dashed;border-color:#6b4700}
.n>.b b,.key.n b{background:#fff;color:#404040;border-width:1px}
.x>.b b{background:#fff!important;color:#595959!important;border:1px dotted #595959!important}
.b em{font-style:normal;font-weight:700;color:#7a2e00;border-bottom:2px solid}
.left .u{text-decoration-thickness:2px;text-underline-offset:5px;text-decoration-skip-ink:none;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.u.m{text-decoration-line:underline;text-decoration-style:double;text-decoration-color:#0072b2}
.u.c{text-decoration-line:underline;text-decoration-style:solid;text-decoration-color:#d55e00}
.u.a{text-decoration-line:underline;text-decoration-style:dashed;text-decoration-color:#b87900}
.u.x{text-decoration:none;color:#404040}
.left .m{background:#eaf4fb}.left .c{background:#fdf0e6}.left .a{background:#fff9e8}.left .n,.left .x{background:none}
.js .left .u{cursor:pointer}
.js .left .u:hover{background:#f0f0f0}
.js .left .u.dim{background:none;text-decoration:none;color:#707070}.dim>.b{display:none}
.js .left .u.on{background:#fff3b8;color:#000}
.js .left .u:focus-visible{outline:2px solid #1a1a1a;outline-offset:1px}
.r{font-weight:700}
.js .r{font-weight:inherit}
.js .run,.js .on .run{font-weight:700;background:#ffd95c}

.right{border-left:1px solid var(--line)}
.js .right{position:sticky;top:48px;height:calc(100vh - 48px);display:flex;flex-direction:column;min-height:0}
.panel{display:none}
.js .panel{display:block;flex:none;padding:10px 28px;min-height:132px;max-height:38vh;overflow:auto;background:#f7f7f7;border-bottom:1px solid var(--line)}
.panel .b{font-size:13px;margin-left:0}
.panel .facts{font-weight:700}
.panel .why{display:block;margin:4px 0}.why strong{color:#7a2e00;margin-left:4px}
.panel q{display:none}
.panel .srcs{display:flex;flex-wrap:wrap;gap:2px 16px}
.panel .src{white-space:nowrap}.panel .sim{color:var(--grey)}
.panel a{color:#00548a;overflow-wrap:anywhere;white-space:normal}.panel a[aria-current]{color:#1a1a1a;font-weight:700;text-decoration-thickness:2px}
.tabs{display:flex;flex-wrap:wrap;gap:6px;align-items:center;padding:6px 28px;flex:none}
.tabs a{max-width:22em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;padding:1px 10px}
.tabs a[aria-current]{border-color:#1a1a1a;border-width:2px;font-weight:700}
.js .tabs{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:thin}.js .tabs>*{flex:none}
.tab-head{color:var(--grey)}
.superior{padding:8px 28px 30vh;font-size:16px}
.superior h2{font:700 15px var(--ui);margin:12px auto}
.js .superior h2{display:none}
.js .scroll{flex:1;min-height:0;overflow:auto;border-top:1px solid var(--line);outline-offset:-3px}
.js .superior{display:none}.js .superior.shown{display:block}
.src-on{background:#fff3b8;border-bottom:2px solid #1a1a1a}
.src-near{background:#f0f0f0;border-bottom:2px dashed #595959}
.src-also{border-bottom:2px dotted #767676}
.superior :target,.superior:target>h2{background:#fff3b8}

.note{display:block;text-indent:0;font:13px/1.65 var(--ui);color:#333;margin:2px 0 8px 2em;padding:2px 0 2px 10px;border-left:3px solid #767676;text-align:left}
.js .note,.note.own,.note .why{display:none}
.note .facts{margin-right:1em}.note .src+.src{margin-right:.8em}.note .src+.src::before{content:"· "}.note .sh,.note .sh+.src .sim{display:none}.note a{color:#00548a}
.note q,.panel q{quotes:none;unicode-bidi:isolate}.note q{display:block}q::before,q::after{content:none}
.note .sim{color:var(--grey)}

@media (max-width:900px){
header{grid-template-columns:minmax(0,1fr);padding:14px 16px}.legend{grid-template-columns:1fr}
.js .tools{padding:6px 16px;flex-wrap:nowrap;overflow-x:auto}.tools>*{flex:none}main{grid-template-columns:minmax(0,1fr)}.left{padding:14px 16px 24px}
.js:not(.picked) .right{display:none}.js .right{position:sticky;top:auto;bottom:0;height:48vh;background:#fff;border-left:0;border-top:2px solid #1a1a1a}
.js .panel{min-height:0;max-height:20vh;padding:8px 16px}.tabs,.superior{padding-left:16px;padding-right:16px}}

@page{size:A4;margin:20mm 18mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
html,body{background:#fff}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header{padding:0 0 4mm;gap:2mm 10mm}h1{font-size:16pt}.verdict{font-size:12pt}
.js .tools,.tools,.right,.js .right{display:none!important}
main{display:block}.left{padding:0;font-size:11.5pt;line-height:1.75}.left>*{max-width:none}
.js .left .u,.js .left .u.on,.js .left .u.dim{color:#000;box-shadow:none;outline:0}
.js .left .u.on{background:none}.js .left .m,.js .left .m.dim{background:#eaf4fb;text-decoration:underline double #0072b2 2px}
.js .left .c,.js .left .c.dim{background:#fdf0e6;text-decoration:underline solid #d55e00 2px}
.js .left .a,.js .left .a.dim{background:#fff9e8;text-decoration:underline dashed #b87900 2px}
.js .left .u.x{background:none;text-decoration:none}
.dim>.b{display:inline-block}
.js .run,.js .on .run{background:none}.js .r{font-weight:700}
.js .note:not(.own){display:block;font-size:9pt;line-height:1.5;break-inside:avoid;color:#000}
.note a{color:#000;text-decoration:none}
h3,h4,h5,h6{break-after:avoid;break-inside:avoid}p{orphans:2;widows:2}tr{break-inside:avoid}}
`
