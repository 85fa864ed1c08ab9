/** What the panel beside a publication says. */
export const panel = {
  // What the public sees.
  draft: 'Draft: not public',
  wasPublic: 'it was public before',
  inTrash: 'In the trash: not public',
  withdrawn: 'Withdrawn since {{date}}: readers find its notice',
  public: 'Public',
  publicSince: 'Public since {{date}}',
  protectedUntil: 'protected until the end of {{date}}',
  protectionEnded: 'no longer protected since the end of {{date}}',
  changes_one: '1 change in draft',
  changes_other: '{{count}} changes in draft',

  // What stands in the way, and what is worth a look.
  obstacles: 'Before this can be published',
  warnings: 'Worth a look',
  warning: '{{field}}: {{message}}',
  nothingInTheWay: 'Complete: nothing stands in the way of publishing.',

  // The draft beside what the public sees.
  differences: 'What the draft changes',
  publicNow: 'Public now',
  inDraft: 'In the draft',
  nothing: 'nothing',

  // The draft as readers would see it, and a link to it.
  preview: 'Preview',
  copyLink: 'Copy a link for an approver',
  linkCopied: 'The link is copied.',
  linkToCopy: 'Copy this link:',
  linkHolds:
    'Whoever has it can read this draft as it is saved now, without logging in, until {{moment}}. Give it only to people who may know of it.',
  link: 'Link to the draft',
  previewOf: 'Preview: how readers would see the draft',
  asOnComputer: 'As on a computer',
  asOnPhone: 'As on a phone',
  inTab: 'Open in a new tab',
  close: 'Close',

  // What must not become public.
  privateNames: 'Private names',
  privateNamesOn_zero:
    'There is no list of names yet that must not become public. Whoever has the role “Private names” writes it.',
  privateNamesOn_one: 'One name is looked for in the text and the files.',
  privateNamesOn_other: '{{count}} names are looked for in the text and the files.',
  openNames: 'Show and change the list',
  nameToALine:
    'Names, addresses and dates of birth that must not become public, one to a line. The list is kept enciphered.',
  saveNames: 'Save the list',

  // Approval by a second person.
  approval: 'Approval',
  asked: 'Submitted by {{who}} on {{when}}.',
  approved: 'Approved by {{who}} on {{when}}.',
  refused: 'Refused by {{who}} on {{when}}.',
  outdated:
    'The draft was changed since. What was submitted is not what it says now: submit it again.',
  own: 'You submitted this. Another person has to approve it.',
  waits: 'A second person has to approve it before it becomes public.',
  alone:
    'Nobody else may approve yet, so that you publish alone. Give somebody the role “Approver” to have a second pair of eyes.',
  message: 'What should the second person know? (optional)',
  comment: 'Comment',
  reason: 'What has to be changed?',

  // Buttons.
  submit: 'Submit for approval',
  submitAgain: 'Submit again',
  approve: 'Approve',
  publish: 'Approve and publish',
  publishApproved: 'Publish',
  refuse: 'Refuse',
  takeBack: 'Take back',
  send: 'Send',
  cancel: 'Cancel',
  done: 'Done.',
  unreachable: 'The server could not be reached. Nothing was changed; please try again.',

  // Why a button is not there.
  mayNotPublish:
    'You do not have the right to publish. Submit the draft, and an approver will look at it.',
  incomplete: 'It is not complete yet.',
  needsApproval: 'Submit it first: a second person has to approve exactly this.',
  staysPublic:
    'It cannot be unpublished or deleted before the end of {{date}}. In an emergency, ask for a withdrawal.',
  askToWithdraw: 'Ask for a withdrawal',
}
