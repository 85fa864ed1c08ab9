const fields = `
.sr-steps-form { display: flex; flex-direction: column; gap: var(--base); }
.sr-choice { border: 0; display: flex; flex-direction: column; gap: calc(var(--base) * 0.35); margin: 0; min-width: 0;
  padding: 0; }
.sr-choice > legend { margin: 0; padding: 0; }
.sr-option { align-items: start; border: 1px solid var(--theme-border-color); border-radius: var(--style-radius-m);
  cursor: pointer; display: grid; gap: calc(var(--base) * 0.5); grid-template-columns: auto minmax(0, 1fr);
  padding: calc(var(--base) * 0.5); }
.sr-option:hover { border-color: var(--theme-elevation-400); }
.sr-option:has(:checked) { background: var(--theme-elevation-50); border-color: var(--theme-text); }
.sr-option:focus-within { outline: 2px solid var(--theme-text); outline-offset: 2px; }
.sr-option input { accent-color: var(--theme-text); height: calc(var(--base) * 0.8);
  margin: calc(var(--base) * 0.1) 0 0; width: calc(var(--base) * 0.8); }
.sr-option > span > span { display: block; }
.sr-option > span > span + span { color: var(--theme-elevation-650); }
.sr-date { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.6); }
.sr-fault { border-left: 3px solid var(--theme-error-600); color: var(--theme-error-800); font-weight: 600;
  padding-left: calc(var(--base) * 0.4); }
.sr-guided .field-type__wrap > .sr-fault { margin-bottom: calc(var(--base) * 0.35); }
.sr-guided .field-description { color: var(--theme-elevation-650); margin: 0; }
.sr-guided .field-type .field-description { margin-top: calc(var(--base) * 0.25); }
.sr-guided .field-description strong { color: var(--theme-text); }
`

const files = `
.sr-drop { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.6); height: auto;
  text-align: start; }
.sr-upload { align-items: center; display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.5); }
.sr-upload p { margin: 0; overflow-wrap: anywhere; }
.sr-upload progress { accent-color: var(--theme-text); flex: 1 1 10rem; height: calc(var(--base) * 0.6); }
`

const steps = `
.sr-steps p { color: var(--theme-elevation-650); margin: 0; }
.sr-steps ol { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.2) var(--base); list-style: none; margin: 0;
  padding: 0; }
.sr-steps [aria-current] { border-bottom: 2px solid var(--theme-text); font-weight: 600; }
.sr-steps span:not([aria-current], .sr-unseen) { color: var(--theme-elevation-650); }
.sr-link { background: none; border: 0; color: var(--theme-text); cursor: pointer; font: inherit; padding: 0;
  text-align: start; text-decoration: underline; }
`

const summary = `
.sr-prepared { display: grid; margin: 0; }
.sr-prepared > div { border-top: 1px solid var(--theme-border-color); display: grid; gap: calc(var(--base) * 0.2) var(--base);
  grid-template-columns: minmax(0, 1fr) minmax(0, 3fr) auto; padding: calc(var(--base) * 0.4) 0; }
.sr-prepared dt { color: var(--theme-elevation-650); }
.sr-prepared dd { margin: 0; overflow-wrap: anywhere; }
.sr-left { display: grid; gap: calc(var(--base) * 0.3); list-style: none; margin: 0; padding: 0; }
.sr-left li { border-left: 3px solid var(--theme-warning-500); padding-left: calc(var(--base) * 0.4); }
@media (max-width: 480px) { .sr-prepared > div { grid-template-columns: minmax(0, 1fr); } }
`

/** How the guided start looks, and what leads to it. */
export const guidedStartStyles = `
.sr-guided { display: flex; flex-direction: column; gap: var(--base); max-width: 46rem;
  padding-bottom: calc(var(--base) * 3); padding-top: var(--base); }
.sr-guided h1 { margin: 0; }
.sr-guided h1:focus { outline: none; }
.sr-guided h2 { font-size: calc(var(--base) * 0.9); font-weight: 600; letter-spacing: 0; line-height: 1.3; margin: 0; }
.sr-guided section { align-items: start; display: flex; flex-direction: column; gap: calc(var(--base) * 0.5); }
.sr-guided section > dl, .sr-guided section > ul { width: 100%; }
.sr-guided p { margin: 0; }
.sr-guided summary { cursor: pointer; }
.sr-guided details > * + * { margin-top: calc(var(--base) * 0.5); }
.sr-invitation { align-items: start; display: flex; flex-direction: column; gap: calc(var(--base) * 0.4);
  margin-block: calc(var(--base) * 0.5); }
.sr-invitation p { margin: 0; }
${fields}${files}${steps}${summary}`
