/** The kinds of learning document, as the collection of leaflets stores them. */
export type LeafletKind = 'learningLeaflet' | 'other' | 'practiceBrief' | 'sevenMinuteBriefing'

const kinds: { kind: LeafletKind; label: string; pattern: RegExp }[] = [
  {
    kind: 'sevenMinuteBriefing',
    label: '7-minute briefing',
    pattern: /\b(?:7|seven)[- ]minute (?:learning )?brief(?:ing)?s?\b/i,
  },
  {
    kind: 'practiceBrief',
    label: 'practice brief',
    pattern: /\b(?:practice|practitioner|learning) brief(?:ing)?s?\b/i,
  },
  { kind: 'learningLeaflet', label: 'learning leaflet', pattern: /\bleaflets?\b/i },
]

/** The learning document that a sentence speaks of, if it speaks of one. */
export const findLeaflet = (text: string): { kind: LeafletKind; label: string } | undefined =>
  kinds.find(({ pattern }) => pattern.test(text))
