/** The look of the check page: the colours of every document, states told by words and edges too. */
export const style = `
:root{color-scheme:light;--ink:#17262b;--soft:#4a5a60;--hair:#cfd4d0;--accent:#0b5563;--wash:#eef4f4;--good:#1b6b3a;--bad:#a8271e}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{font-size:112.5%}
body{margin:0;background:#fff;color:var(--ink);line-height:1.55;font-family:'Atkinson Hyperlegible Next','Segoe UI','Helvetica Neue',Arial,sans-serif}
header,main{max-width:54rem;margin:0 auto;padding:1.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.3rem;color:var(--accent);margin:2rem 0 .5rem}
p{margin:0 0 1em}
.hash,.path{overflow-wrap:anywhere}
.hash{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85rem}
.title{color:var(--soft);font-size:.9rem;display:block}
header{display:flex;gap:.5rem;flex-wrap:wrap}
button,.choose{font:inherit;min-height:2.75rem;padding:.5rem 1rem;border:1px solid #7d8b90;border-radius:8px;background:#fff;color:var(--ink);cursor:pointer}
button[aria-pressed=true]{border-color:var(--accent);background:var(--accent);color:#fff}
.drop{border:2px dashed var(--accent);border-radius:12px;padding:1.25rem;background:var(--wash)}
.drop label{display:block;font-weight:600;margin-bottom:.35rem}
.drop input{font:inherit;width:100%;min-height:2.75rem;margin-bottom:1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
#outcome{font-weight:600;font-size:1.1rem;min-height:1.6em;margin:1.25rem 0;padding:.75rem 1rem;border-left:5px solid var(--hair)}
#outcome:empty{visibility:hidden}
#outcome.good{border-color:var(--good);color:var(--good)}
#outcome.bad,#outcome.unreadable{border-color:var(--bad);color:var(--bad)}
table{border-collapse:collapse;width:100%;table-layout:fixed}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.55rem .5rem;border-bottom:1px solid var(--hair);font-weight:400}
thead th{font-weight:600;color:var(--accent)}
th:last-child,td:last-child{width:9.5rem}
.right .state{color:var(--good);font-weight:600}
.right .state::before{content:'✓ '}
.changed .state,.missing .state{color:var(--bad);font-weight:700}
.changed .state::before{content:'✗ '}
.missing .state::before{content:'– '}
@media (max-width:34rem){th:last-child,td:last-child{width:6.5rem}}
@media print{header,.drop{display:none}}
`
