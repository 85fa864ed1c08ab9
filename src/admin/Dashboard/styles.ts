/** Bars differ in how they are filled, so that nobody needs to tell their colours apart. */
const bars = `
.sr-bar { background: var(--theme-success-600); border: 1px solid var(--theme-success-600);
  border-radius: var(--style-radius-s); display: inline-block; height: calc(var(--base) * 0.5); }
.sr-bar--ending { border-color: var(--theme-warning-600); background: repeating-linear-gradient(135deg,
  var(--theme-warning-600) 0 4px, var(--theme-elevation-0) 4px 7px); }
.sr-bar--ended { border: 1px dashed var(--theme-elevation-600); background: var(--theme-elevation-100); }
.sr-bar--before { border-left-style: none; border-bottom-left-radius: 0; border-top-left-radius: 0; }
.sr-bar--after { border-right-style: none; border-bottom-right-radius: 0; border-top-right-radius: 0; }
`

const items = `
.sr-items { display: grid; gap: 0; list-style: none; margin: 0; padding: 0; }
.sr-items > li { border-top: 1px solid var(--theme-border-color); padding: calc(var(--base) * 0.6) 0; }
.sr-items > li:last-child { padding-bottom: 0; }
.sr-card > .sr-items:nth-child(2) > li:first-child,
.sr-card > [role=alert] > .sr-items > li:first-child { border-top: 0; padding-top: 0; }
.sr-item { align-items: baseline; display: grid; gap: calc(var(--base) * 0.6);
  grid-template-columns: calc(var(--base) * 3) minmax(0, 1fr); }
.sr-item p { color: var(--theme-elevation-650); margin: calc(var(--base) * 0.15) 0 0; }
.sr-tag { border: 1px solid var(--theme-elevation-300); border-radius: var(--style-radius-s);
  color: var(--theme-elevation-800); line-height: calc(var(--base) * 0.9); text-align: center; }
.sr-item--urgent .sr-tag { background: var(--theme-error-100); border-color: var(--theme-error-600);
  color: var(--theme-error-800); font-weight: 600; }
.sr-item--toDo .sr-tag { background: var(--theme-elevation-100); }
.sr-item--soon .sr-tag { border-style: dashed; }
.sr-what { font-weight: 600; }
`

const timeline = `
.sr-key { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.25) var(--base); }
.sr-key .sr-bar { margin-right: calc(var(--base) * 0.2); vertical-align: middle; width: calc(var(--base) * 1.6); }
.sr-timeline { --sr-words: minmax(0, 22%) minmax(0, 27%); }
.sr-timeline ol { list-style: none; margin: 0; padding: 0; }
.sr-timeline li, .sr-months-row { column-gap: calc(var(--base) * 0.6); display: grid;
  grid-template-columns: var(--sr-words) minmax(0, 1fr); }
.sr-timeline li { border-top: 1px solid var(--theme-border-color); }
.sr-timeline li > a, .sr-until { overflow-wrap: anywhere; padding: calc(var(--base) * 0.35) 0; }
.sr-until { color: var(--theme-elevation-650); }
.sr-until--ending { color: var(--theme-text); font-weight: 600; }
.sr-months { grid-column: 3; height: calc(var(--base) * 3.2); position: relative; }
.sr-months > * { color: var(--theme-elevation-650); line-height: calc(var(--base) * 0.8); position: absolute; }
.sr-months > span { border-left: 1px solid var(--theme-border-color); bottom: 0;
  padding: 0 0 calc(var(--base) * 0.2) calc(var(--base) * 0.2); }
.sr-months > strong { color: var(--theme-text); top: 0; transform: translateX(-50%); white-space: nowrap; }
.sr-track { min-height: calc(var(--base) * 1.2); position: relative; }
.sr-track > * { position: absolute; }
.sr-tick { border-left: 1px solid var(--theme-border-color); bottom: 0; top: 0; }
.sr-now { border-left: 2px solid var(--theme-text); bottom: 0; margin-left: -1px; top: 0; }
.sr-track .sr-bar { min-width: 3px; top: 50%; transform: translateY(-50%); }
@media (max-width: 768px) {
  .sr-timeline { --sr-words: minmax(0, 1fr) auto; }
  .sr-timeline li { grid-template-columns: var(--sr-words); }
  .sr-months-row { grid-template-columns: minmax(0, 1fr); }
  .sr-months { grid-column: 1; }
  .sr-until { text-align: right; }
  .sr-track { grid-column: 1 / -1; }
}
@media (max-width: 480px) {
  .sr-timeline { --sr-words: minmax(0, 1fr); }
  .sr-timeline li > a { padding-bottom: 0; }
  .sr-until { padding-top: 0; text-align: left; }
  .sr-months > span:nth-of-type(even) { display: none; }
}
`

const tables = `
.sr-scroll { overflow-x: auto; }
.sr-scroll table { border-collapse: collapse; min-width: 100%; text-align: left; }
.sr-scroll th, .sr-scroll td { border-top: 1px solid var(--theme-border-color); font-weight: 400;
  padding: calc(var(--base) * 0.3) var(--base) calc(var(--base) * 0.3) 0; vertical-align: baseline; }
.sr-scroll thead th { border-top: 0; color: var(--theme-elevation-650); }
.sr-charts { display: grid; gap: var(--base) calc(var(--base) * 2);
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.sr-bars { align-self: start; border-collapse: collapse; table-layout: fixed; width: 100%; }
.sr-bars caption { font-weight: 600; padding-bottom: calc(var(--base) * 0.3); text-align: left; }
.sr-bars th, .sr-bars td { padding: calc(var(--base) * 0.2) 0; vertical-align: middle; }
.sr-bars th { font-weight: 400; overflow-wrap: anywhere; padding-right: calc(var(--base) * 0.5); text-align: left;
  width: 50%; }
.sr-bars .sr-bar { margin-right: calc(var(--base) * 0.3); vertical-align: middle; }
`

export const dashboardStyles = `
.sr-dashboard { display: flex; flex-direction: column; gap: var(--base); margin-bottom: calc(var(--base) * 2); }
.sr-card { border: 1px solid var(--theme-border-color); border-radius: var(--style-radius-m);
  display: flex; flex-direction: column; gap: calc(var(--base) * 0.7); padding: var(--base); }
.sr-card h2 { font-size: calc(var(--base) * 0.9); font-weight: 600; letter-spacing: 0; line-height: 1.3; }
.sr-card p { margin: 0; max-width: 95ch; }
.sr-card summary { cursor: pointer; padding: calc(var(--base) * 0.2) 0; }
.sr-notice { background: var(--theme-elevation-50); }
.sr-aside { color: var(--theme-elevation-650); }
.sr-unseen { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
${bars}${items}${timeline}${tables}@media (max-width: 480px) {
  .sr-card { padding: calc(var(--base) * 0.7); }
  .sr-item { gap: calc(var(--base) * 0.2); grid-template-columns: minmax(0, 1fr); }
  .sr-tag { justify-self: start; padding: 0 calc(var(--base) * 0.4); }
}
`
