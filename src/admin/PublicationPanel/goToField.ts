/** Opens the tab under which a field stands, and puts the focus into it. */
export function goToField(path: string, tab: string | undefined): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')
  const button = tab && [...buttons].find(({ textContent }) => textContent?.trim().startsWith(tab))
  if (button) button.click()
  // The tab is drawn first.
  setTimeout(() => {
    const id = `field-${path.replaceAll('.', '__')}`
    // Rich text has a label for an id that nothing has.
    const field =
      document.getElementById(id) ??
      document.querySelector(`label[for="${id}"]`)?.closest<HTMLElement>('.field-type')
    field?.scrollIntoView({ block: 'center' })
    const inner = field?.querySelector<HTMLElement>(
      'input, textarea, select, button, [contenteditable]',
    )
    const target = field?.matches('input, textarea, select') ? field : inner
    target?.focus({ preventScroll: true })
  }, 100)
}
