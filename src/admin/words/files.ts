/** What is said of files and of what was found in them. */
export const files = {
  file: 'File: {{title}}',
  checking: 'It is being checked for what must not become public.',
  checkingPage: 'It is being checked: {{done}} of {{total}} pages.',
  nothingFound: 'Checks passed.',
  mend: 'Must be mended',
  look: 'Look at this',
  passed: 'Let pass by {{who}}: {{reason}}',
  showPage: 'Show page {{page}}',
  pageWithMarks: 'Page {{page}}; the places that were found are framed in red.',
  letPass: 'Let it pass',
  whyPass: 'Why may it become public all the same?',
  cancel: 'Cancel',
  unreachable: 'The server could not be reached. Nothing was changed; please try again.',
  notChecked: 'It has not been checked yet.',
}
