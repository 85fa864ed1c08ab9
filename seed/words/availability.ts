/** What a sentence says about whether the report can be had. */
export type StatedAvailability = 'delayed' | 'nationalRepository' | 'notPublished' | 'onRequest'

const cues: [StatedAvailability, RegExp][] = [
  [
    'onRequest',
    /\b(?:available|provided|shared|copies?\b.*) (?:up)?on request\b|\bcan be requested\b/i,
  ],
  [
    'nationalRepository',
    /\b(?:available|found|held|read|published)\b.*\bnational (?:case review )?repository\b/i,
  ],
  [
    'delayed',
    /\b(?:publication|report)\b.*\b(?:is|was|has been) (?:delayed|postponed|deferred)\b|\bdelayed in publication\b|\bwill be published (?:once|after|when)\b/i,
  ],
  [
    'notPublished',
    /\b(?:not|never|no longer|will not|cannot) (?:be )?(?:being )?published\b|\bunpublished\b/i,
  ],
]

export const findAvailability = (text: string): StatedAvailability | undefined =>
  cues.find(([, pattern]) => pattern.test(text))?.[0]
