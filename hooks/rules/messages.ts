/**
 * Every sentence with which a rule answers, by its stable code. They are handed to Payload's translations
 * (`safeguardingReviews:<code>`), so that admin, REST and GraphQL say the same and a host can translate them.
 */
export const messages = {
  NAME_REQUIRED: 'Give the pseudonym or subject under which this is known, for example “Alan”.',
  TITLE_REQUIRED: 'Give a title.',
  REVIEW_TYPE_REQUIRED: 'Choose the type of review.',
  REVIEW_TYPE_UNKNOWN: '“{{type}}” is not a review type here. Choose one of: {{known}}.',
  REVIEW_TYPE_DEMANDS: 'A {{type}} cannot be published without this.',
  REPORT_AVAILABILITY_REQUIRED:
    'Say whether the report is published, or why not. “Not stated” is allowed.',
  REPORT_REQUIRED: 'The report is said to be published: attach its file or give a link to it.',
  REPOSITORY_LINK_REQUIRED:
    'The report is said to be in the national repository: give the link to its record.',
  REASON_REQUIRED: 'Say why the report is delayed or not published.',
  IMPROVEMENTS_REQUIRED:
    'The report of a statutory review is not published: publish the improvements to be made in its place.',
  DATE_INVALID: '“{{value}}” is not a calendar date. Write it as YYYY-MM-DD.',
  PUBLISHED_IN_FUTURE:
    'The publication date {{date}} is in the future. Leave it empty and schedule the publication instead.',
  PREVIOUS_ADDRESS_REQUIRED:
    'The publication date {{date}} is before today. Give the address where it was public since then; otherwise leave the date empty.',
  PUBLISHED_ON_FIXED:
    'The publication date was fixed when this was first published and cannot change.',
  SLUG_FIXED: 'The address “{{slug}}” was fixed when this was first published and cannot change.',
  SUPERSEDES_ITSELF: 'This would make the document supersede itself: {{chain}}.',
  FILE_TYPE_REFUSED:
    'This is {{found}}. Only PDF, Word, OpenDocument text, PNG, JPEG and WebP files can be uploaded.',
  FILE_TOO_LARGE: 'The file has {{size}} MB; at most {{limit}} MB are allowed.',
  FILE_IS_FIXED:
    'The contents of an uploaded file never change. Upload the new version as a new file and choose it in the document.',
  FILE_IN_TRASH:
    'The file “{{title}}” is in the trash, where readers cannot get it. Restore it or choose another one.',
  IN_USE: 'This cannot be deleted, because something published refers to it: {{users}}.',
  UNPUBLISHING_NOT_ASKED_FOR:
    'A newer draft of this published document exists, and saving without “draft” would take it from the public. Save as a draft, publish the draft, or unpublish outright.',
  PUBLICATION_PROTECTED:
    '“{{name}}” must stay public until the end of {{until}}, because what is published has to be available for {{months}} months. {{reason}}',
  PROTECTED_FROM_UNPUBLISHING: 'It cannot be unpublished before then.',
  PROTECTED_FROM_DELETION: 'It cannot be deleted or moved to the trash before then.',
  PROTECTED_FROM_REMOVAL: 'What was published under “{{field}}” cannot be taken away before then.',
  PROTECTED_FROM_SILENT_REPLACEMENT:
    'What was published under “{{field}}” can be replaced only together with a new public change note.',
  PROTECTED_AVAILABILITY: 'Its report cannot become less available before then.',
  SCHEME_ENDED:
    'Published on {{date}}, after the scheme of the {{type}} had ended on {{ended}}. Some were, because proceedings delayed them; check the type and the date.',
  REPORT_DETAIL_MISSING: 'A published {{type}} usually gives this.',
  NOTHING_TO_READ: 'There is no file, no link and no text yet: readers find only the title.',
} as const

export type MessageCode = keyof typeof messages
export type MessageValues = Record<string, number | string>

/** The English sentence of a code, its `{{placeholders}}` filled. */
export const sentence = (code: MessageCode, values: MessageValues = {}): string =>
  messages[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
