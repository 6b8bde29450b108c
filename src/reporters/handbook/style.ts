/** How the handbook looks: on the screen, and (at its end) on A4 paper. */
export const style = `
:root{--ui:"Microsoft YaHei","PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif;
--song:FZXiaoBiaoSong-B05S,"方正小标宋简体",STZhongsong,"华文中宋","Noto Serif CJK SC",SimSun,serif;
--text:FangSong,"仿宋",FangSong_GB2312,STFangsong,"Noto Serif CJK SC","Noto Serif SC",SimSun,"宋体","Noto Sans CJK SC",serif;
--ink:#1a1a1a;--grey:#595959;--line:#c8c8c8;--red:#9a1b12;--blue:#00548a}
*{box-sizing:border-box}
html{scroll-padding-top:12px;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:60em;padding:28px 28px 80px;color:var(--ink);background:#fff;font:15px/1.7 var(--ui);overflow-wrap:anywhere}
p,h1,h2,h3,h4,ul,ol,dl,dd,figure,blockquote,pre,table{margin:0;padding:0}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.cover{border-top:6px solid var(--red);border-bottom:1px solid var(--ink);padding:16px 0 14px}
.kicker{color:var(--red);letter-spacing:.3em;font-weight:700}
h1{font:700 34px/1.35 var(--song)}
.sub{color:var(--grey)}
.sub li{display:inline}
.sub ul{list-style:none;display:inline}
.sub li+li::before{content:"；"}
.notice{margin-top:6px;border-left:4px solid var(--ink);padding-left:10px}
nav{margin:18px 0 8px;columns:2;column-gap:36px}
nav section{break-inside:avoid;margin-bottom:10px}
nav h3{font-size:15px}
nav ol{list-style:none}
nav li{padding-left:1.2em;text-indent:-1.2em;margin-left:1em}
nav li a{font-size:14px}
h2{font:700 24px/1.4 var(--song);margin-top:34px;padding-bottom:4px;border-bottom:2px solid var(--red)}
h2 small{display:block;font:400 14px/1.6 var(--ui);color:var(--grey)}
article{margin-top:22px;padding-bottom:14px;border-bottom:1px solid var(--line)}
h3{font-size:18px;line-height:1.5}
h4{font-size:14px;margin:10px 0 2px;color:var(--red)}
.level{display:inline-block;margin-left:8px;padding:0 8px;font:700 13px/1.55 var(--ui);border:2px solid;border-radius:3px;vertical-align:2px;white-space:nowrap}
.error{background:var(--red);border-color:var(--red);color:#fff}
.warning{color:#7a4a00;background:#fff5da}
.info{color:#404040;border:1px dashed}
.meta{color:var(--grey);font-size:13.5px}
code{font:13px/1.5 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;background:#f1f1f1;padding:0 4px;border-radius:3px}
pre{font:13px/1.6 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;background:#f6f6f6;padding:6px 10px;white-space:pre-wrap}
.says ul,.says ol{padding-left:1.5em}
.says p+p{margin-top:2px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.55;margin-top:4px}
th,td{border:1px solid #8a8a8a;padding:3px 8px;text-align:left;vertical-align:top}
th{background:#f4f1ee;font-weight:700}
th{white-space:nowrap}td.num{font-weight:700;min-width:8.5em}td .level{margin-left:0}
.here{font-weight:400;font-size:12.5px;white-space:nowrap;border-bottom:2px solid var(--ink)}
blockquote{border-left:4px solid var(--red);padding:2px 0 2px 12px;margin-top:6px}
blockquote q{font:16.5px/1.75 var(--text);quotes:"“" "”"}
blockquote footer{font-size:13.5px;color:var(--grey)}
.modal{color:var(--ink);font-weight:700}
.unverified{border-bottom:1px dashed currentColor}
.set{font-size:14px}
.set dt{display:inline;color:#333}.set dt::after{content:"："}
.set dd{display:inline;font-weight:700}
.set div{padding-left:1em;text-indent:-1em}.set div::before{content:"· "}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(17em,1fr));gap:10px;margin-top:4px}
figure{border:1px solid #8a8a8a;border-radius:4px;padding:6px 12px 8px;min-width:0}
figure.bad{border-left:5px double var(--red)}
figure.good{border-left:5px solid var(--blue)}
figcaption{font-weight:700;font-size:14px}
.bad figcaption{color:var(--red)}.good figcaption{color:var(--blue)}
figcaption small{font-weight:400;color:var(--grey)}
.draft{font:15.5px/1.75 var(--text);white-space:pre-line}
.rows{font-size:13px;margin:2px 0}.rows th,.rows td{padding:1px 6px;white-space:normal}
.draft+.label,.rows+.label{margin-top:6px}
.label{font-size:13px;color:var(--grey)}
mark{background:#fde5df;color:inherit;text-decoration:underline wavy var(--red) 1.5px;text-underline-offset:4px;text-decoration-skip-ink:none}
.general{font-size:14px}
.general dt{font-weight:700;margin-top:6px}
.end{margin-top:16px;border-top:1px solid var(--ink);padding-top:8px;font-size:13px;color:var(--grey)}
@media screen and (max-width:700px){
body{padding:16px 14px 40px}nav{columns:1}h1{font-size:26px}
.cards,.cards tbody,.cards tr,.cards th,.cards td{display:block}.cards thead{display:none}
.cards tr{border:1px solid #8a8a8a;border-bottom:0;padding:3px 0}.cards tr:last-child{border-bottom:1px solid #8a8a8a}
.cards th,.cards td{border:0;padding:1px 10px}.cards th[scope]{margin:-3px 0 3px}
.cards td::before{content:attr(data-head)"：";color:var(--grey);font-weight:400}
.says table,.rows{display:block;overflow-x:auto}
}

@page{size:A4;margin:15mm 15mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.55}
h1{font-size:24pt}h2{font-size:16pt;margin-top:7mm}h2 small{font-size:9.5pt}h3{font-size:12.5pt}h4{font-size:10pt;margin-top:2mm}
nav{columns:3;column-gap:6mm;margin:3mm 0 0}nav section{margin-bottom:1.5mm}nav h3,nav li a{font-size:9pt}nav ol,nav li{line-height:1.45}
a{text-decoration:none}
article{margin-top:3.5mm;padding-bottom:2.5mm}
table,.set,.general{font-size:9pt;line-height:1.45}th,td{padding:1pt 5pt}.meta,blockquote footer{font-size:8.5pt}.label,.here{font-size:8.5pt}
blockquote{margin-top:1mm}blockquote q,.draft{font-size:10pt;line-height:1.5}.draft{line-height:1.8}mark{text-underline-offset:2px}figure{padding:1mm 3mm}figcaption{font-size:9.5pt}code,pre{font-size:9pt}
h2,h3,h4,.meta,figcaption,.lead{break-after:avoid}
h2,h3,h4,tr,blockquote,.general div,.set div{break-inside:avoid}
figure.short,.pair.short,#counting{break-inside:avoid}
thead{display:table-header-group}
p,li,.draft{orphans:3;widows:3}
}
`
