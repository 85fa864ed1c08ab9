/**
 * What the dashboard says. An item that waits for somebody has two sentences: what to do, and under the same
 * name with “Detail” why.
 */
export const dashboard = {
  needs: 'What needs you',
  urgent: 'Urgent',
  toDo: 'To do',
  soon: 'Soon',
  moreItems_one: '{{count}} more',
  moreItems_other: '{{count}} more',
  nothingWaits: 'Nothing waits for you.',
  nothingPublic: 'Nothing is public yet.',
  publishReview: 'Publish a new review',
  beginReview: 'Begin with a review',
  someone: 'Somebody whose account is gone',

  unavailable: 'Readers do not get “{{name}}” as it was published',
  unavailableDetail:
    'Since {{moment}} at the latest. Tell whoever looks after the server what the daily check found: {{text}}.',
  checksMissed_one: 'A daily check is missing: ask whoever looks after the server',
  checksMissed_other: '{{count}} daily checks are missing: ask whoever looks after the server',
  checksMissedDetail:
    'Whether readers get what is protected was last checked on {{moment}}; it should be every day.',

  approveEmergency: 'Approve or decline the emergency withdrawal of “{{name}}”',
  approveEmergencyDetail:
    '{{by}} has taken it down already. A second person has to agree by {{moment}}.',
  approveEmergencyLate: 'Approve or decline the emergency withdrawal of “{{name}}” now',
  approveEmergencyLateDetail:
    '{{by}} took it down. A second person had to agree by {{moment}}, and nobody has.',
  emergencyLate: 'The emergency withdrawal of “{{name}}” still waits for a second person',
  emergencyLateDetail:
    'Somebody else with the right to withdraw had to agree by {{moment}}. Ask them to look at it.',
  approveWithdrawal: 'Approve or decline the withdrawal of “{{name}}”',
  approveWithdrawalDetail: '{{by}} asked for it on {{moment}}. Until you approve, it stays public.',

  publishFailed: '“{{name}}” was not published as planned',
  publishFailedDetail: 'It was planned for {{moment}}. {{text}}',
  unpublishFailed: '“{{name}}” was not unpublished as planned',
  unpublishFailedDetail: 'It was planned for {{moment}}, and readers still find it. {{text}}',
  scheduleLate: 'What was planned for “{{name}}” has not happened',
  scheduleLateDetail:
    'It was planned for {{moment}}. Ask whoever looks after the server why planned jobs do not run.',

  approve: 'Read “{{name}}” and approve or refuse it',
  approveDetail: '{{by}} submitted it on {{moment}}.',
  publish: 'Publish “{{name}}”',
  publishDetail: '{{by}} approved it on {{moment}}. Readers do not see it until it is published.',
  refused: 'Change “{{name}}” and submit it again',
  refusedDetail: '{{by}} refused it on {{moment}}: “{{text}}”',

  fileFailed: 'Mend a file of “{{name}}”',
  fileFailedDetail:
    'Something was found in it that must not become public. The panel beside the draft says what, and what to do.',

  periodEnded: 'Decide whether “{{name}}” stays public',
  periodEndedDetail:
    'Its protection ended on {{day}}. It is still public: nothing is removed by itself.',
  periodEnding: 'Consider what becomes of “{{name}}” after its protection',
  periodEndingDetail:
    'It is protected until the end of {{day}}. Afterwards it stays until you decide.',
  recommendationsOverdue_one: 'Ask what became of a recommendation of “{{name}}”',
  recommendationsOverdue_other: 'Ask what became of {{count}} recommendations of “{{name}}”',
  recommendationsOverdueDetail_one: 'It was due by {{day}} and is not marked as complete.',
  recommendationsOverdueDetail_other:
    'The first was due by {{day}}. They are not marked as complete.',
  planOverdue: 'Write down how far the action plan of “{{name}}” has come',
  planOverdueDetail:
    'The last of its recommendations was due by {{day}}, and the plan is not marked as complete.',
  reviewOverdue: 'Look at “{{name}}” again',
  reviewOverdueDetail: 'Its review was due on {{day}}.',
  reviewDue: 'Plan the review of “{{name}}”',
  reviewDueDetail: 'It is due on {{day}}.',

  alone: 'You publish alone for now',
  aloneBecause:
    'As soon as a second person has the role Approver, they approve what you submit before it becomes public.',
  giveRole: 'Give somebody the role Approver',

  protected: 'What is public and protected',
  protectedIntroduction:
    'What was published has to stay public until its bar ends. Protections that ended in the last 90 days are shown as well.',
  nothingProtected: 'Nothing that is public is protected at the moment.',
  today: 'Today',
  protectedUntil: 'until {{day}}',
  endsInDays_zero: 'ends today',
  endsInDays_one: 'ends tomorrow',
  endsInDays_other: 'ends in {{count}} days',
  ended: 'ended on {{day}}',
  othersProtected: 'And more:',
  otherReviews_one: '{{count}} review',
  otherReviews_other: '{{count}} reviews',
  otherLeaflets_one: '{{count}} leaflet',
  otherLeaflets_other: '{{count}} leaflets',
  otherFrameworkDocuments_one: '{{count}} framework document',
  otherFrameworkDocuments_other: '{{count}} framework documents',
  asTable: 'As a table',
  keyProtected: 'Protected',
  keyEnding: 'Ends within 30 days',
  keyEnded: 'Ended',
  columnName: 'Name',
  columnKind: 'Kind',
  columnFrom: 'Published',
  columnUntil: 'Protected until the end of',
  columnState: 'State',
  review: 'Review',
  leaflet: 'Leaflet',
  frameworkDocument: 'Framework document',

  scheduled: 'Scheduled',
  nothingScheduled: 'Nothing is planned to be published or unpublished.',
  willBePublished: 'will be published',
  willBeUnpublished: 'will be unpublished',
  timesIn: 'Times are those of {{timeZone}}.',
  page: 'The page of case reviews',

  thisYear: 'Published in {{year}}',
  published: '{{reviews}} and {{leaflets}}.',
  publishedReviews_zero: 'No review',
  publishedReviews_one: '{{count}} review',
  publishedReviews_other: '{{count}} reviews',
  publishedLeaflets_zero: 'no leaflet',
  publishedLeaflets_one: '{{count}} leaflet',
  publishedLeaflets_other: '{{count}} leaflets',
  nothingThisYear: 'Nothing has been published in {{year}} so far.',
  byType: 'Reviews by type',
  byKind: 'Leaflets by kind',
  byTheme: 'Reviews and leaflets by theme',
  moreThemes_one: 'and {{count}} more theme',
  moreThemes_other: 'and {{count}} more themes',
  columnType: 'Type',
  columnTheme: 'Theme',
  columnNumber: 'Number',
}
