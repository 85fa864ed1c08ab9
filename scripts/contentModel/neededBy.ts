/** A rule as the documentation names it: what it demands, and the file in which it is written. */
interface Rule {
  demands: string
  file: string
}

const protection: Rule = {
  demands: 'stays while protected; a document is replaced only with a public change note',
  file: 'hooks/rules/twelve-month-protection/protectionBreach.ts',
}
const staysWhileProtected: Rule = { ...protection, demands: 'stays while protected' }
const reviewType: Rule = {
  demands: 'a review type may demand it, or warn when it is missing',
  file: 'hooks/rules/reviewTypes.ts',
}
const availability = (demands: string): Rule => ({
  demands,
  file: 'hooks/rules/reportAvailability.ts',
})
const dates = (demands: string): Rule => ({ demands, file: 'hooks/rules/publicationDates.ts' })
const slugs: Rule = {
  demands: 'made from the name, free, and then fixed',
  file: 'hooks/rules/slugs.ts',
}
const files = (demands: string): Rule => ({ demands, file: 'hooks/rules/files.ts' })
const references = (demands: string): Rule => ({ demands, file: 'hooks/rules/references.ts' })

const publication: Record<string, Rule[]> = {
  publishedOn: [
    dates(
      'not in the future; before today only with `previouslyPublishedAt`; fixed once published',
    ),
  ],
  publishedOnPrecision: [dates('decides which day counts; fixed once published')],
  previouslyPublishedAt: [dates('allows a publication date in the past')],
  firstPublishedAt: [dates('stamped')],
  protectedUntil: [dates('worked out and never moved back'), staysWhileProtected],
  lastPublicChangeAt: [dates('stamped')],
  slug: [slugs],
  changeNotes: [{ ...protection, demands: 'a new note allows a document to be replaced' }],
  warnings: [
    { demands: 'written by the checks of the content', file: 'hooks/rules/publicationContent.ts' },
  ],
  refersTo: [references('nothing published may refer to what is deleted')],
}

const titled: Record<string, Rule[]> = {
  ...publication,
  title: [{ demands: 'needed to publish', file: 'hooks/rules/publicationContent.ts' }],
  file: [protection],
  link: [protection],
  summary: [staysWhileProtected],
  body: [staysWhileProtected],
}

/** Which rule needs a field, by the collection's default slug. A field without an entry is needed by none. */
export const neededBy: Record<string, Record<string, Rule[]>> = {
  reviews: {
    ...publication,
    name: [{ demands: 'needed to publish', file: 'hooks/rules/publicationContent.ts' }],
    reviewType: [
      {
        demands: 'needed to publish; decides what else is, and how long it is protected',
        file: 'hooks/rules/reviewTypes.ts',
      },
    ],
    summary: [staysWhileProtected, reviewType],
    learning: [staysWhileProtected, reviewType],
    underlyingReasons: [staysWhileProtected, reviewType],
    recommendations: [staysWhileProtected, reviewType],
    improvements: [
      availability('needed when a statutory review’s report is not published'),
      staysWhileProtected,
    ],
    actionPlan: [reviewType],
    ageBand: [reviewType],
    agencies: [reviewType],
    reviewer: [reviewType],
    themes: [reviewType],
    reportAvailability: [
      availability('needed to publish; decides what else is'),
      { ...protection, demands: 'does not become less available while protected' },
    ],
    reportFile: [availability('this or a link, when the report is published'), protection],
    reportLink: [
      availability('this or a file, when published; this, when in the national repository'),
      protection,
    ],
    reportReason: [availability('needed when the report is delayed or not published')],
  },
  leaflets: titled,
  'framework-documents': {
    ...titled,
    supersedes: [{ demands: 'no circle', file: 'hooks/rules/supersedes.ts' }],
  },
  themes: { slug: [slugs] },
  agencies: { slug: [slugs] },
  files: {
    downloadName: [files('the editor’s name for it, with a true ending')],
    isPublic: [references('true while something public refers to the file')],
  },
  'case-reviews-page': {
    refersTo: [references('nothing published may refer to what is deleted')],
  },
}
