/** The look of the page, on a screen and on paper. Ink on paper is at least 7:1. */
export const style = `
:root{color-scheme:light;--ink:#17262b;--soft:#4a5a60;--hair:#cfd4d0;--accent:#0b5563;--wash:#eef4f4}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:#fff;color:var(--ink);line-height:1.6;overflow-wrap:break-word;
font-family:'Atkinson Hyperlegible Next','Atkinson Hyperlegible','Segoe UI','Helvetica Neue',Arial,sans-serif}
.page{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 5rem}
.skip{position:absolute;left:-9999px}
.skip:focus{left:1rem;top:1rem;background:#fff;padding:.75rem 1rem;z-index:1}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.project{color:var(--soft);margin:0 0 3rem}
.kind{color:var(--accent);font-weight:600;margin:0}
h1,h2,h3,h4,h5,h6{line-height:1.2;margin:2.2em 0 .6em;hyphens:auto;overflow-wrap:break-word;text-wrap:balance}
h1{font-size:clamp(1.45rem,6.5vw,2.1rem);margin:.3em 0 .6em}
h2{font-size:1.5rem;color:var(--accent)}
h3{font-size:1.2rem}
h4{font-size:1.05rem}
h5,h6{font-size:1rem}
h2+h3,h3+h4{margin-top:1em}
.number{margin-right:.6em}
.state{display:inline-block;background:var(--wash);color:var(--accent);font-weight:600;padding:.3em .7em;border-radius:4px;margin:0 0 2rem}
.state.draft{background:none;outline:1px dashed var(--accent)}
.particulars{margin:0 0 3rem;font-size:.9rem}
.particulars>div{display:grid;grid-template-columns:10rem 1fr;gap:0 1.5rem;border-top:1px solid var(--hair);padding:.6rem 0}
.particulars dt{color:var(--soft)}
.particulars dd{margin:0;overflow-wrap:anywhere}
.particulars dd p{margin:0}
.explained{color:var(--soft);font-size:.85rem;margin:.2rem 0 0}
.links{background:var(--wash);border-radius:8px;padding:1rem 1.25rem;margin:0 0 3rem}
.links h2{margin:0 0 .5rem;font-size:1.1rem}
.links ul{list-style:none;margin:0;padding:0}
.links a{display:inline-block;padding:.35rem 0;font-weight:600}
.contents{border-top:3px solid var(--accent);padding-top:.5rem;margin-bottom:4rem}
.contents h2{margin-top:.8em}
.contents ol{list-style:none;margin:0;padding:0}
.contents li{margin:.35rem 0}
.contents a{text-decoration:none;color:var(--ink)}
.contents a:hover{text-decoration:underline}
.contents .level-1{font-weight:600;margin-top:.8rem}
.contents .level-2{padding-left:1.5rem}
.contents .level-3{padding-left:3rem}
p,ul,ol{margin:0 0 1em}
li>p,li>ul,li>ol,td>ul,th>ul,td>ol{margin-bottom:.3em}
td>p,th>p{margin:0 0 .3em}
td>:last-child,th>:last-child{margin-bottom:0}
.lead{font-size:1.2rem;color:var(--soft)}
.note{font-size:.88rem;color:var(--soft)}
.scroll{overflow-x:auto;margin:2rem 0}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.45;border-top:2px solid var(--accent)}
caption,figcaption{text-align:left;font-size:.88rem;color:var(--soft);padding-bottom:.5rem}
caption b,figcaption b{color:var(--ink);font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.55rem .7rem;border-bottom:1px solid var(--hair);hyphens:auto;overflow-wrap:anywhere;min-width:5rem}
th{font-weight:600}
thead th{background:var(--wash);color:var(--accent)}
thead tr:last-child th{border-bottom:2px solid var(--accent)}
figure{margin:2.5rem 0}
figure svg{display:block;max-width:100%;height:auto}
figure.wide svg{width:100%}
figcaption{padding:.6rem 0 0}
.notes{border-top:1px solid var(--hair);margin-top:4rem;font-size:.88rem}
.notes h2{font-size:1.1rem}
@media (min-width:72rem){figure.wide{width:68rem;max-width:calc(100vw - 4rem);margin-left:50%;transform:translateX(-50%)}}
@media (max-width:34rem){.particulars>div{grid-template-columns:1fr}
table{font-size:.8rem}th,td{min-width:3.3rem;padding:.5rem .35rem}
.scroll{background:linear-gradient(to right,#fff 30%,#fff0) left/2.5rem 100% no-repeat local,linear-gradient(to left,#fff 30%,#fff0) right/2.5rem 100% no-repeat local,
linear-gradient(to right,#0002,#0000) left/.7rem 100% no-repeat,linear-gradient(to left,#0002,#0000) right/.7rem 100% no-repeat}}
@page{size:A4;margin:24mm 22mm}
@page wide{size:A4 landscape;margin:18mm}
@media print{
html{font-size:10.5pt}
.page{max-width:none;padding:0}
.skip,.links{display:none}
header{min-height:80vh}
.contents,main{break-before:page}
.scroll{overflow:visible}
thead{display:table-header-group}
tr,figure{break-inside:avoid}
h2,h3,h4,h5,h6,caption{break-after:avoid}
p,li{orphans:3;widows:3}
.break{break-before:page}
figure.wide{page:wide;width:auto;transform:none;margin-left:0}
main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
}`
