/**
 * What mails say. Each kind of news has a heading, which is also the subject of a mail about
 * it alone, and a hint at what to do.
 */
export const mail = {
  asked: 'Waiting for your approval',
  askedHint: 'Look at it, and approve or refuse it.',
  approved: 'Approved',
  approvedHint: 'It can be published now.',
  refused: 'Refused',
  refusedHint: 'The reason stands beside the draft.',
  published: 'Published',
  publishedHint: 'Readers can see it now.',
  periodEnds: 'Protection ends soon',
  periodEndsHint: 'Nothing happens by itself: decide what becomes of it.',
  unavailable: 'Not available to readers as it was published',
  unavailableHint:
    'Tell whoever looks after the server. The dashboard says what the daily check found.',
  unapproved: 'Emergency withdrawal not approved in time',
  unapprovedHint: 'It stays withdrawn. A second person has to approve or decline it.',
  refusedByHand: 'Changes by hand were refused',
  refusedByHandHint:
    'Somebody tried to change in the database itself what is kept. Ask whoever looks after the server.',

  subjectOfOne: '{{heading}}: {{item}}',
  subjectOfKind: '{{heading}} ({{count}})',
  subjectOfMany: 'Case reviews: {{count}} things that you should know',

  named: '“{{name}}”',
  ending: '“{{name}}”, protected until the end of {{date}}',
  attempts_one: '{{count}} attempt',
  attempts_other: '{{count}} attempts',
  closing:
    'You get this mail because of what you do in the case reviews of {{publisher}}. It holds nothing of their text: follow a link and log in to read more.',
} as const
