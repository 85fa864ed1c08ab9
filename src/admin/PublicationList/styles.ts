/** How the filters above a list of publications look. */
export const listStyles = `
.sr-presets { display: flex; flex-wrap: wrap; gap: calc(var(--base) * 0.4) calc(var(--base) * 0.8); margin-block: calc(var(--base) * 0.5); }
`
