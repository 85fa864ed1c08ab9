/** The parts of a partnership's page around its list of reviews, by the names of the global's groups. */
export const sectionKeys = [
  'introduction',
  'notifiableIncidents',
  'rapidReview',
  'publicationPromise',
  'localGuidance',
  'caseReviews',
  'nationalRepository',
  'learningAndImprovementFramework',
] as const

export type SectionKey = (typeof sectionKeys)[number]

type Cues = [SectionKey, RegExp][]

const headingCues: Cues = [
  ['nationalRepository', /\bnational (?:case review )?(?:repository|collection)\b/i],
  ['learningAndImprovementFramework', /\blearning (?:and|&) improvement framework\b/i],
  ['localGuidance', /\blocal (?:practice )?guidance\b/i],
  ['notifiableIncidents', /\bnotif(?:y|iable|ication)|\bserious incident/i],
  ['rapidReview', /\brapid reviews?\b/i],
  ['publicationPromise', /\bpublication of\b|\bpublishing\b|\bhow (?:we|reviews are) publish/i],
  ['introduction', /^(?:introduction|about (?:case|our|these) reviews)\b/i],
  ['caseReviews', /\b(?:case|practice|published|learning) reviews\b/i],
]

const paragraphCues: Cues = [
  ['notifiableIncidents', /\bnotifiable incident|\b(?:must|duty\b.*\bto) notify\b/i],
  ['rapidReview', /\brapid review (?:will|is|must|should|takes|looks|comes)\b/i],
  [
    'publicationPromise',
    /\bpublished in full\b|\b(?:minimum of|at least) (?:12 months|twelve months|one year|a year)\b/i,
  ],
  ['localGuidance', /\blocal (?:practice )?guidance (?:for|on|about)\b/i],
  ['nationalRepository', /\bnational (?:case review )?repository\b/i],
  ['learningAndImprovementFramework', /\blearning (?:and|&) improvement framework\b/i],
  ['caseReviews', /\bleaflets?\b.*\bsummaris|\bidentify(?:ing)? (?:the )?learning\b/i],
]

const firstCue = (cues: Cues, text: string): SectionKey | undefined =>
  cues.find(([, pattern]) => pattern.test(text))?.[0]

/** The section that a heading opens. */
export const sectionOfHeading = (text: string): SectionKey | undefined =>
  firstCue(headingCues, text)

/** The section that a paragraph belongs to by what it says, on a page without a heading for it. */
export const sectionOfParagraph = (text: string): SectionKey | undefined =>
  firstCue(paragraphCues, text)

/** What a browser copies along that is no content: skip links, breadcrumbs, page tools. */
export const isNavigation = (text: string): boolean =>
  /^(?:skip to\b.*|you are here\b.*|home\s*[|>›»/].*|back to top|print this page|share this page)$/i.test(
    text.trim(),
  )
