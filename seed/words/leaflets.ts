/** The kinds of learning document, as the collection of leaflets stores them. */
export type LeafletKind = 'learningLeaflet' | 'other' | 'practiceBrief' | 'sevenMinuteBriefing'

/** How a kind is called within a title. */
export const leafletLabels: Record<LeafletKind, string> = {
  learningLeaflet: 'learning leaflet',
  sevenMinuteBriefing: '7-minute briefing',
  practiceBrief: 'practice brief',
  other: 'learning document',
}

const kinds: [LeafletKind, RegExp][] = [
  ['sevenMinuteBriefing', /\b(?:7|seven)[- ]minute (?:learning )?brief(?:ing)?s?\b/i],
  ['practiceBrief', /\b(?:practice|practitioner|learning) brief(?:ing)?s?\b/i],
  ['learningLeaflet', /\bleaflets?\b/i],
]

/** What is only announced is no document yet. */
const announced =
  /\bin preparation\b|\bto follow\b|\bis being (?:developed|prepared|written)\b|\bwill be (?:available|developed|prepared|produced|published|written)\b/i

/** The kind of learning document that a sentence speaks of, if it speaks of one that is there. */
export const findLeaflet = (text: string): LeafletKind | undefined =>
  announced.test(text) ? undefined : kinds.find(([, pattern]) => pattern.test(text))?.[0]
