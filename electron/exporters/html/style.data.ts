/** Dark on white, calm, the same on screen and on paper. One constant text, so that its hash can stand in a policy. */
export const REPORT_STYLE = `
:root { color-scheme: light; --ink: #1c2127; --soft: #545d68; --line: #d5dae0; --faint: #f5f7f9; --accent: #12507b;
  --good: #22683d; --warning: #875a00; --bad: #a62b24; --unknown: #515b66; --neutral: #2f6690; }
* { box-sizing: border-box; }
html { font: 15px/1.55 "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; color: var(--ink); background: #fff;
  font-variant-numeric: tabular-nums; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 28px 64px; max-width: 940px; overflow-wrap: break-word; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.5rem; margin: 0 0 .3em; letter-spacing: -.015em; }
h2 { font-size: 1.55rem; margin: 0 0 .8em; padding-top: .7em; border-top: 2px solid var(--ink); letter-spacing: -.01em; }
h2 .number { color: var(--soft); font-weight: 400; margin-right: .55em; }
h3 { font-size: 1.12rem; margin: 2em 0 .6em; }
p, ul, ol, dl { margin: 0 0 1em; }
p, li { max-width: 74ch; }
li { margin-bottom: .3em; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; background: #fff; padding: 4px 10px; }
.shared { position: absolute; }
.sample { margin: 0 -28px; padding: 7px 28px; max-width: none; background: #fff3d1; color: #5c3d00; border-bottom: 1px solid #e6c469; font-weight: 600; font-size: .87rem; }
.cover { padding: 56px 0 40px; }
.cover .kind { color: var(--accent); font-weight: 600; font-size: 1.05rem; margin: 0 0 .6em; }
.cover .customer { font-size: 1.25rem; color: var(--soft); margin: 0 0 2em; }
.facts { display: grid; grid-template-columns: minmax(10em, max-content) 1fr; border-top: 1px solid var(--line); }
.facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; border-bottom: 1px solid var(--line); padding: .34em 0; }
.facts dt { color: var(--soft); padding-right: 2em; }
.facts dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); border: solid var(--line); border-width: 1px 0 0 1px; margin-bottom: .5em; }
.figures > div { border: solid var(--line); border-width: 0 1px 1px 0; padding: .75em .9em .7em; display: flex; flex-direction: column; }
.figures dt { color: var(--soft); font-size: .84rem; }
.figures dd { margin: 0; }
.figure { font-size: 1.72rem; font-weight: 600; line-height: 1.25; letter-spacing: -.01em; }
.figure.good { color: var(--good); } .figure.bad { color: var(--bad); } .figure.warning { color: var(--warning); } .figure.unknown { color: var(--unknown); }
.about { color: var(--soft); font-size: .82rem; line-height: 1.35; }
.mark { width: .82em; height: .82em; margin-right: .34em; vertical-align: -.06em; flex: none; }
.tone { white-space: nowrap; font-weight: 600; }
.tone.good { color: var(--good); } .tone.warning { color: var(--warning); } .tone.bad { color: var(--bad); }
.tone.unknown { color: var(--unknown); } .tone.neutral { color: inherit; font-weight: 400; }
.unknown { color: var(--unknown); } span.unknown { font-style: italic; } .tone.unknown { font-style: normal; }
.nothing { color: var(--soft); }
.note { display: flex; align-items: baseline; max-width: none; border-left: 4px solid var(--unknown); background: var(--faint); padding: .6em 1em; font-weight: 600; }
.note.bad { border-color: var(--bad); color: var(--bad); } .note.warning { border-color: #b98500; color: #5c3d00; background: #fff8e5; } .note.good { border-color: var(--good); }
nav { padding: 0 0 24px; }
nav h2 { border: 0; padding: 0; font-size: 1.12rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 40px; }
nav li { break-inside: avoid; margin: 0; border-bottom: 1px solid var(--line); }
nav a { display: flex; gap: .8em; padding: .28em 0; color: var(--ink); text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .number { color: var(--soft); min-width: 1.3em; text-align: right; }
section { padding-top: 40px; }
.table { margin: 0 0 1.7em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 .5em; }
th, td { text-align: left; vertical-align: top; padding: .36em 1.15em .36em 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; font-weight: 600; color: var(--soft); border-bottom: 1.5px solid var(--ink); line-height: 1.25; }
tbody th { font-weight: 600; }
.unit { display: block; font-weight: 400; font-size: .92em; }
.n { text-align: right; padding-left: .6em; white-space: nowrap; } thead .n { white-space: normal; }
 .name { white-space: nowrap; } th.n:first-child { text-align: left; padding-left: 0; }
.code { font-family: "Cascadia Mono", Consolas, "SF Mono", "Liberation Mono", monospace; font-size: .86em; overflow-wrap: anywhere; }
td.long { min-width: 21ch; } td.code, th.code { min-width: 9ch; } td:last-child.code { min-width: 34ch; }
.source, .rest, .elsewhere, .none { color: var(--soft); font-size: .8rem; max-width: none; margin: .5em 0 0; }
.elsewhere, .none { font-size: .87rem; margin: 0 0 .8em; }
.elsewhere strong, .none strong { color: var(--ink); font-weight: 600; }
.figures + .source { margin: 0 0 1.4em; }
.chart { margin: 0 0 1.8em; }
.chart figcaption { font-weight: 600; margin-bottom: .5em; }
.drawing { display: block; width: 100%; max-width: 780px; height: auto; font-size: 11.5px; fill: var(--ink); }
.drawing .name { text-anchor: end; } .drawing .value { font-weight: 600; } .drawing .over { fill: var(--bad); }
.drawing .inside { text-anchor: middle; fill: #fff; font-weight: 600; paint-order: stroke; stroke: rgb(0 0 0 / .35); stroke-width: 2px; stroke-linejoin: round; }
.drawing .axis { fill: var(--soft); font-size: 10.5px; } .drawing .beside.left { text-anchor: end; }
.track { fill: #eef1f4; } .fill-good { fill: #2f7a4c; } .fill-warning { fill: #94660a; } .fill-bad { fill: #b0362f; } .fill-unknown { fill: #64707c; } .fill-neutral { fill: #2f6690; }
.pattern-warning { fill: url(#stripes-warning); } .pattern-unknown { fill: url(#stripes-unknown); } .pattern-bad { fill: url(#stripes-bad); }
.stripe { fill: rgb(255 255 255 / .38); }
.limit { stroke: var(--ink); stroke-width: 1.6; } .tick { stroke: #e3e7eb; } .lane { stroke: #eef1f4; }
.freeze { fill: #e9ecef; } .pattern-freeze { fill: url(#stripes-unknown); }
.signatures { margin: 1.8em 0 1em; break-inside: avoid; }
.signatures-title { font-weight: 600; margin: 0; }
.signatures ul { list-style: none; margin: 0; padding: 0; }
.signatures li { display: grid; grid-template-columns: 1.2fr 1.5fr .8fr 1.5fr; gap: 22px; max-width: none; margin: 0; padding-top: 30px; color: var(--soft); font-size: .8rem; }
.signatures span { border-top: 1px solid var(--ink); padding-top: 3px; } .signatures .who { border: 0; padding: 0; color: var(--ink); align-self: end; }
footer { margin-top: 48px; padding-top: .8em; border-top: 1px solid var(--line); color: var(--soft); font-size: .8rem; }
footer p { max-width: none; margin: 0; }
@media (max-width: 640px) { .figures { grid-template-columns: repeat(2, 1fr); } nav ol { columns: 1; } .facts { grid-template-columns: 1fr; } .facts dt { padding: 0; } h1 { font-size: 1.9rem; } }
@page { size: A4; margin: 18mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #545d68; } }
@page :first { @bottom-right { content: none; } }
@page wide { size: A4 landscape; margin: 15mm; }
@page sample { @top-center { content: "Sample engagement – fictional data"; font: 600 8pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #7a5200; } }
@page sample-wide { size: A4 landscape; margin: 15mm; @top-center { content: "Sample engagement – fictional data"; font: 600 8pt "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #7a5200; } }
@media print {
  html { font-size: 9.6pt; line-height: 1.45; print-color-adjust: exact; }
  body { max-width: none; padding: 0; } body.sample-data { page: sample; }
  .sample { margin: 0 0 8mm; padding: 2mm 3mm; border: 1px solid #e6c469; } .skip { display: none; }
  .cover { padding: 14mm 0 0; } .cover .customer { margin-bottom: 9mm; }
  nav { padding: 8mm 0 0; break-before: avoid; } section { padding: 0; break-before: page; }
  h1 { font-size: 27pt; } h2 { font-size: 16pt; } h3 { font-size: 11.5pt; } h2, h3, caption, figcaption { break-after: avoid; }
  .starts-page { break-before: page; margin-top: 0; }
  .short { break-inside: avoid; } .source, .rest, tbody tr:first-child { break-before: avoid; } #summary .elsewhere { display: none; } #summary .chart { margin-bottom: .8em; }
  .scroll { overflow: visible; } thead { display: table-header-group; } tr, figure, .figures, .note, .facts > div { break-inside: avoid; }
  table { font-size: 8.2pt; line-height: 1.32; } th, td { padding-top: .28em; padding-bottom: .28em; } .facts > div { padding: .2em 0; } .signatures { margin-top: 1em; } .signatures li { padding-top: 8mm; }
  .wide { page: wide; } .sample-data .wide { page: sample-wide; } .wide table { font-size: 7.8pt; }
  td:last-child.code { min-width: 24ch; } a { color: inherit; text-decoration: none; } p, li { orphans: 3; widows: 3; } p, ul, ol, dl { margin-bottom: .75em; } li { margin-bottom: .18em; } h3 { margin-top: 1.5em; } footer { break-inside: avoid; }
}
`;
