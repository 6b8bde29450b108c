/** How the page looks: on the screen, and (at its end) on A4 paper. Okabe and Ito's hues; marks and words say the same. */
export const style = `
:root{--ui:"Microsoft YaHei","PingFang SC","Hiragino Sans GB","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif;
--ink:#1a1a1a;--grey:#595959;--line:#c8c8c8;--blue:#0072b2;--over:#b34700;--near:#7a5200}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:1180px;padding:24px 28px 60px;color:var(--ink);background:#fff;font:14px/1.6 var(--ui);overflow-wrap:anywhere}
p,h1,h2,h3,ul,dl,dd,figure,table{margin:0;padding:0}
h1{font-size:26px;line-height:1.35}
h2{font-size:18px;margin:26px 0 8px;padding-bottom:3px;border-bottom:2px solid var(--ink)}
h2 small,.sub,.legend,.why{font-weight:400;font-size:13px;color:var(--grey)}
.tiles{display:flex;flex-wrap:wrap;gap:10px;list-style:none;margin-top:12px}
.tiles li{border:1px solid #767676;border-radius:4px;padding:4px 16px;min-width:7em}
.tiles b{font-size:26px;line-height:1.2;margin-right:6px;font-variant-numeric:tabular-nums}
.state{display:inline-block;min-width:3.4em;text-align:center;font-weight:700;font-size:13px;line-height:1.5;padding:0 6px;border:2px solid;border-radius:3px;white-space:nowrap}
.state.over{background:var(--over);border-color:var(--over);color:#fff}
.state.near{color:var(--near);background:#fff5da}
.state.fine{color:#404040;border:1px solid #999;font-weight:400}
.state.unplanned,.state.unknown{color:#404040;border:1px dashed;font-weight:400}
.gaps{padding-left:1.3em;margin-top:10px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.5;font-variant-numeric:tabular-nums}
th,td{border:1px solid #a0a0a0;padding:2px 7px;text-align:right;white-space:nowrap}
th{background:#f2f2f2;vertical-align:bottom}
th.left,td.left{text-align:left}td.name{white-space:normal;font-weight:700;vertical-align:top;background:#fff}
tr.over td{background:#fdeee3}tr.near td{background:#fffaea}tr td.name{background:#fff}
.scroll{overflow-x:auto}
.legend{display:flex;flex-wrap:wrap;gap:2px 20px;align-items:center;margin:0 0 8px}
.legend svg{width:34px;height:14px;vertical-align:-2px;margin-right:4px;overflow:visible}
.units{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr));gap:12px}
.units+.units{margin-top:12px}
.unit{border:1px solid #a0a0a0;border-radius:4px;padding:6px 10px 8px;min-width:0}
.unit.over{border:2px solid var(--over)}.unit.near{border:2px dashed var(--near)}
.unit h3{font-size:15px;display:flex;gap:8px;align-items:center;justify-content:space-between}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:4px 12px}
figure{min-width:0}
figcaption{font-size:12.5px;line-height:1.4;margin-top:4px}
figcaption b{font-variant-numeric:tabular-nums}
figcaption .why{display:block;font-size:12px}figcaption .why span{display:inline-block;margin-right:.4em;white-space:nowrap}
th small{display:block;font-weight:400}
.mark{font-weight:700}figure.over .mark{color:var(--over)}figure.near .mark{color:var(--near)}
.chart{display:block;width:100%;max-width:210px;height:auto}
.axis{stroke:#8a8a8a;stroke-width:1;fill:none}
.tick{font:11px var(--ui);fill:#595959}
.limit{font:bold 11px var(--ui);fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
.quota{stroke:#1a1a1a;stroke-width:1.6;fill:none}
.before{stroke:#767676;stroke-width:1.4;stroke-dasharray:4 3;fill:none}
.now{stroke:var(--blue);stroke-width:2.6;fill:none;stroke-linejoin:round}
.ahead{stroke:var(--blue);stroke-width:1.8;stroke-dasharray:1.5 3.5;stroke-linecap:round;fill:none}
.end{fill:var(--blue);stroke:#fff;stroke-width:1}
.chart.over .now,.chart.over .ahead{stroke:var(--over)}.chart.over .end{fill:var(--over)}
.chart.near .now,.chart.near .ahead{stroke:#b87900}.chart.near .end{fill:#b87900}
.about dt{font-weight:700;float:left;margin-right:.6em}.about div{margin-top:3px}
@media (max-width:700px){body{padding:14px 12px 40px}}

@page{size:A4;margin:14mm 13mm 15mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
@media print{
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0;font-size:9.5pt}
h1{font-size:17pt}h2{font-size:12pt;margin-top:5mm;break-after:avoid}
.units{display:block}.unit{break-inside:avoid;margin-bottom:2mm;padding:.5mm 2.5mm 1mm}.units+.units{margin-top:0}
.unit h3{font-size:10.5pt}.charts{grid-template-columns:repeat(3,1fr)}.chart{max-width:46mm}
figcaption{font-size:8.5pt;margin-top:0}figcaption .why{font-size:7.5pt;line-height:1.25}
.scroll{overflow:visible}table{font-size:7.6pt}th,td{padding:.6pt 3.4pt}
thead{display:table-header-group}tr,.about div{break-inside:avoid}tbody{break-inside:avoid}
.legend{break-after:avoid}.about{break-inside:avoid;font-size:9pt}
}
`
