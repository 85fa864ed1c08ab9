/** How the panel beside a publication looks. */
export const panelStyles = `
.sr-panel {
  border: 1px solid var(--theme-elevation-150);
  border-radius: var(--style-radius-m);
  display: flex;
  flex-direction: column;
  gap: calc(var(--base) * 0.6);
  margin-block-end: var(--base);
  padding: calc(var(--base) * 0.75);
}
.sr-panel p, .sr-panel ul, .sr-panel dl, .sr-panel h4, .sr-panel h5 { margin: 0; }
.sr-panel h4 { font-size: 1em; margin-block-end: calc(var(--base) * 0.25); }
.sr-panel h5 { font-size: 1em; margin-block: calc(var(--base) * 0.5) calc(var(--base) * 0.2); }
.sr-state { font-weight: 600; }
.sr-complete, .sr-notice { color: var(--theme-elevation-800); }
.sr-points, .sr-comments { list-style: none; padding: 0; }
.sr-points li { border-inline-start: 3px solid var(--theme-warning-500); margin-block: calc(var(--base) * 0.3); }
.sr-points button {
  background: none;
  border: 0;
  color: var(--theme-text);
  cursor: pointer;
  font: inherit;
  padding: 2px calc(var(--base) * 0.4);
  text-align: start;
  text-decoration: underline;
}
.sr-comments li { border-inline-start: 3px solid var(--theme-elevation-200); margin-block: calc(var(--base) * 0.4); padding-inline-start: calc(var(--base) * 0.4); }
.sr-file progress { inline-size: 100%; }
.sr-findings { list-style: none; padding: 0; }
.sr-findings > li { border-inline-start: 3px solid var(--theme-warning-500); margin-block: calc(var(--base) * 0.4); padding-inline-start: calc(var(--base) * 0.4); }
.sr-findings > li.sr-error { border-color: var(--theme-error-500); }
.sr-findings > li.sr-passed { border-color: var(--theme-elevation-200); }
.sr-findings summary { cursor: pointer; text-decoration: underline; }
.sr-findings img { border: 1px solid var(--theme-elevation-200); block-size: auto; display: block; inline-size: 100%; margin-block: calc(var(--base) * 0.3); }
.sr-differences summary { cursor: pointer; font-weight: 600; }
.sr-differences dt { color: var(--theme-elevation-650); font-size: 0.9em; }
.sr-differences dd { margin: 0 0 calc(var(--base) * 0.25); white-space: pre-line; overflow-wrap: anywhere; }
.sr-differences del { text-decoration-thickness: 1px; }
.sr-differences ins { background: var(--theme-success-100); text-decoration: none; }
.sr-acts { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.4); }
.sr-question, .sr-draft-link { display: flex; flex-direction: column; gap: calc(var(--base) * 0.4); }
.sr-question textarea, .sr-draft-link textarea {
  background: var(--theme-input-bg);
  border: 1px solid var(--theme-elevation-400);
  border-radius: var(--style-radius-s);
  color: var(--theme-text);
  font: inherit;
  padding: calc(var(--base) * 0.4);
  resize: vertical;
}
.sr-draft-link { margin-block-start: calc(var(--base) * 0.4); }
.sr-preview {
  background: var(--theme-bg);
  block-size: 100dvh;
  border: 0;
  color: var(--theme-text);
  inline-size: 100dvw;
  margin: 0;
  max-block-size: none;
  max-inline-size: none;
  padding: calc(var(--base) * 0.75);
}
.sr-preview[open] { display: flex; flex-direction: column; gap: calc(var(--base) * 0.6); }
.sr-preview h4 { flex: 1 1 auto; margin: 0; }
.sr-preview iframe { background: white; block-size: 100%; border: 1px solid var(--theme-elevation-400); flex: 1; inline-size: 100%; margin-inline: auto; }
.sr-preview iframe.sr-phone { box-sizing: content-box; inline-size: 360px; max-inline-size: 100%; }
`
