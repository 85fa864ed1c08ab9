import type { FindingCode } from '../../fileChecks/types.ts'

/** What was found in a file, and what to do about it, in the words of somebody who made it in Word. */
export const findings = {
  PRIVATE_NAME:
    'Something on the list of private names is in this file. Take it out of the original and make the PDF anew.',
  PRIVATE_NAME_PART:
    'A first or a last name from the list of private names stands here by itself. It may mean somebody else: look at it.',

  REDACTION_COVERS_TEXT:
    'Text lies under a drawn box, where anybody can copy it out. Delete the words in the original, or use a tool that removes them, and make the PDF anew.',
  REDACTION_COVERS_IMAGE:
    'A picture lies under a drawn box, where anybody can take it out. Blacken the picture itself before it is placed in the document.',
  REDACTION_NOT_APPLIED:
    'A redaction is only marked, not carried out: the text beneath is still there. Apply the redactions and save the file anew.',
  TEXT_INVISIBLE:
    'There is text that is not shown but can be copied out. Remove it from the original.',
  TEXT_HAS_BACKGROUND_COLOUR:
    'There is text in the colour of the paper. It cannot be seen but can be copied out. Remove it from the original.',
  TEXT_IN_HIDDEN_LAYER:
    'There is text in a layer that is switched off; anybody can switch it on. Remove the layer.',
  TEXT_OUTSIDE_PAGE:
    'There is text outside the visible part of the page. Remove it instead of cropping the page.',
  OLDER_VERSION_DIFFERS:
    'The file still holds an older version of itself with other text. Save it as a new file (“Save as”, or print it to PDF).',
  TRACKED_CHANGES:
    'Tracked changes are in the document: readers can see what was deleted. Accept all changes, then save it anew.',

  METADATA_PERSON:
    'The properties of the file name a person. In Word: File › Info › Check for issues › Inspect document, and remove them.',
  METADATA_PATH:
    'The properties of the file hold a folder of somebody’s computer. Remove them as the author’s name.',
  METADATA_LOCATION:
    'A photograph says where it was taken. Remove the location from the picture before it is placed in the document.',
  COMMENTS:
    'There are comments in the file, which readers can open. Delete them, if they are not meant for readers.',
  ATTACHMENT:
    'Another file is attached inside this one. Remove it, if it is not meant for readers.',

  NOT_TAGGED:
    'The PDF has no structure for people who have it read aloud. In Word: Save as PDF, Options, “Document structure tags for accessibility”.',
  NO_TITLE: 'The file has no title. In Word: File › Info › Title, then make the PDF anew.',
  TITLE_NOT_SHOWN: 'Readers’ programs show the file’s name instead of its title.',
  NO_LANGUAGE:
    'The file does not say its language, so that it may be read aloud in the wrong one. In Word: Review › Language.',
  NO_TEXT:
    'The pages are pictures of text: nobody can search them or have them read aloud. Make the PDF from the original, or run text recognition.',
  NO_HEADINGS:
    'There are no headings to find one’s way by. In Word, use the styles “Heading 1” and “Heading 2”.',
  NO_BOOKMARKS:
    'A long document without bookmarks. In Word: Save as PDF, Options, “Create bookmarks using headings”.',
  NO_ALTERNATIVE_TEXT:
    'Pictures have no alternative text for people who cannot see them. In Word: right-click the picture, “Edit Alt Text”.',
  READING_ALOUD_FORBIDDEN:
    'The file’s security settings keep it from being read aloud. Save it without restrictions.',

  TYPE_DIFFERS:
    'The file is not what its name says. Make it anew with the program it is meant for.',
  SCRIPT: 'The file contains a script. Make the PDF anew by printing it to PDF.',
  LAUNCHES_PROGRAM: 'The file tries to start a program. Make the PDF anew by printing it to PDF.',
  EMBEDDED_PROGRAM: 'A program is inside the file. Remove it and save the file anew.',
  EMBEDDED_MEDIA:
    'A film or sound is inside the file. Remove it; publish it at an address of its own.',
  MACROS: 'The file contains macros. Save it as a document without macros, or as a PDF.',
  FILE_ENCRYPTED: 'The file is protected by a password. Save it without one.',
  FILE_BROKEN: 'The file is damaged and cannot be read. Make it anew.',
  FILE_REPAIRED:
    'The file is damaged in places; some programs may not open it. Make it anew if you can.',
  UNPACKS_TOO_LARGE: 'The file grows far too large when it is opened. Make it anew.',
  TOO_MANY_PAGES: 'The file has too many pages to be checked. Split it.',
  CHECK_TIMED_OUT:
    'The check took too long and was stopped. Make the file anew, with smaller pictures.',
  CHECK_OUT_OF_MEMORY:
    'The check needed too much memory and was stopped. Make the file anew, with smaller pictures.',
  CHECK_FAILED:
    'The file could not be checked. Make it anew; if that does not help, ask whoever runs this site.',
  CANNOT_BE_EXAMINED:
    'Files of this old kind cannot be looked into. Save it as a PDF or as .docx, if you can.',
} as const satisfies Record<FindingCode, string>
