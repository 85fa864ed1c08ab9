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
  FILE_LOST:
    'The file “{{title}}” is not where it was stored, so readers could not get it. Upload it again and choose that one.',
  FILE_NOT_CHECKED:
    'The file “{{title}}” is still being checked. That takes a minute or so; then publish again.',
  FILE_CHECK_FAILED:
    'The file “{{title}}” cannot become public as it is. The panel beside the document says what was found in it.',
  FILE_WARNINGS_OPEN:
    'Something was found in the file “{{title}}” that you should look at. Say in the panel why it may become public all the same.',
  FILE_WARNING_UNKNOWN: 'Nothing of this kind was found in the file.',
  FILE_ERROR_STAYS: 'This has to be mended in the file: upload a new one.',
  FILE_WARNING_NEEDS_REASON: 'Say why it may become public all the same.',
  FILE_CHECK_NEEDS_A_PERSON:
    'What was found in a file is for a person who is logged in here to judge: not for an API key, a job or a program.',
  FILE_CHECK_NOT_YOURS: 'You do not have the right to judge what was found in a file.',
  FILE_CHECK_KEPT: 'What was found in a file, and what was said of it, stays on record.',
  PRIVATE_NAME_IN_TEXT:
    'This holds something from the list of private names. Take it out; whoever keeps the list can say what it is.',
  PRIVATE_NAME_OF_FILE:
    'The title or the description of a file holds something from the list of private names. Change it under Files.',
  PRIVATE_NAMES_UNREADABLE:
    'The list of private names cannot be read, so nobody can tell whether one of them would become public. Whoever keeps it has to write it anew.',
  PRIVATE_NAMES_NOT_YOURS: 'You do not have the right to see private names.',
  TOO_MANY_PRIVATE_NAMES: 'There are {{count}} private names; at most {{most}} can be looked for.',
  IN_USE:
    'This cannot be deleted, because something published or withdrawn refers to it: {{users}}.',
  REFERENCE_GONE:
    'A file, theme or other document chosen here has been deleted meanwhile. Choose another one, or leave it out, and save again.',
  PUBLISHING_NOT_YOURS:
    'You do not have the right to publish, or to take something from the public. Submit it, and an approver will do it.',
  APPROVAL_NEEDED:
    'A second person has to approve exactly this before it is published. Save it as a draft and submit it.',
  APPROVAL_OUTDATED:
    'This was changed after it had been submitted, so that nobody has approved it as it is now. Submit it again.',
  APPROVAL_NEEDS_ANOTHER: 'You submitted this; another person has to approve and publish it.',
  APPROVAL_NEEDS_A_PERSON:
    'Submitting and approving is for a person who is logged in here: not for an API key, a job or a program.',
  APPROVAL_NOT_YOURS: 'You do not have the right to do this with what was submitted.',
  APPROVAL_NOT_IN_ORDER: 'This was decided already.',
  APPROVAL_NOT_NEEDED: 'There is nothing to approve: what readers get is what is written here.',
  APPROVAL_KEPT: 'What was submitted and decided stays on record.',
  REASON_FOR_REFUSAL_REQUIRED: 'Say what has to be changed, so that the other person can do it.',
  COMMENT_REQUIRED: 'Write the comment first.',
  PREVIEW_NOT_YOURS: 'You do not have the right to show a draft to others.',
  PREVIEW_NEEDS_A_PERSON:
    'Whoever makes a link to a draft is a person who is logged in here: not an API key, a job or a program.',
  PREVIEW_WITHOUT_DRAFT: 'There is no draft that could be shown.',
  PREVIEW_EXPIRED: 'This link to a draft has expired. Ask whoever sent it to you for a new one.',
  PREVIEW_NOT_FOUND:
    'There is no draft at this address, or no longer. Ask whoever sent it to you for a new one.',
  ALREADY_PREPARED:
    'This was prepared already, and the answer got lost on its way. Look for it among the drafts.',
  LAST_ADMINISTRATOR:
    'This is the last administrator. Make another account an administrator first, or nobody could give roles any more.',
  ACCOUNT_DISABLED: 'This account was disabled. Ask an administrator.',
  UNPUBLISHING_NOT_ASKED_FOR:
    'A newer draft of this published document exists, and saving without “draft” would take it from the public. Save as a draft, publish the draft, or unpublish outright.',
  NOT_SAVED_AS_A_WHOLE:
    'One of the documents could not be saved as a whole, so that none of them was. {{reason}}',
  PUBLISHED_VERSION_PRUNED:
    'The history no longer holds the version that is public, so that one language cannot be published alone: the others would be lost. Publish all of them.',
  PUBLICATION_PROTECTED:
    '“{{name}}” must stay public until the end of {{until}}, because what is published has to be available for {{months}} months. {{reason}}',
  PROTECTED_FROM_UNPUBLISHING: 'It cannot be unpublished before then.',
  PROTECTED_FROM_DELETION: 'It cannot be deleted or moved to the trash before then.',
  PROTECTED_FROM_REMOVAL: 'What was published under “{{field}}” cannot be taken away before then.',
  PROTECTED_FROM_SILENT_REPLACEMENT:
    'What was published under “{{field}}” can be replaced only together with a new public change note.',
  PROTECTED_AVAILABILITY: 'Its report cannot become less available before then.',
  EVENT_LOG_ONLY_GROWS: 'The event log only grows: nothing in it is changed or deleted.',
  CHANGE_WITHOUT_EVENT: 'What the public sees changes only together with its event in the log.',
  FILE_WITHOUT_REFERRER: 'A file becomes public only with what refers to it.',
  WITHDRAWAL_KEPT: 'A withdrawal stays as it was recorded.',
  WITHDRAWAL_NEEDS_A_PERSON:
    'A withdrawal is for a person who is logged in here: not for an API key, a job or a program.',
  WITHDRAWAL_NOT_YOURS: 'You do not have the right to do this with a withdrawal.',
  WITHDRAWAL_NEEDS_ANOTHER: 'You asked for this withdrawal; another person has to approve it.',
  WITHDRAWAL_NOT_NEEDED:
    'Only what is public and still protected is withdrawn. Otherwise unpublish it, or discard the draft.',
  WITHDRAWAL_OPEN: 'A withdrawal of this is already under way.',
  WITHDRAWAL_NOT_IN_ORDER: 'This is not possible in the withdrawal’s present state.',
  WITHDRAWN:
    '“{{name}}” is withdrawn. It becomes public again when its withdrawal is reinstated, and is kept until then.',
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
