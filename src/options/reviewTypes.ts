import type { ReviewType } from '../../hooks/settings.ts'

/** The review types of the field. A host gets them as the argument of the option `reviewTypes`. */
export const defaultReviewTypes: ReviewType[] = [
  {
    value: 'SCR',
    label: 'Serious Case Review',
    statutory: true,
    requires: [],
    // None could be started after September 2019; some were published later, because proceedings delayed them.
    warns: { missing: [], publishedAfter: '2019-09-30' },
  },
  {
    value: 'LCSPR',
    label: 'Local Child Safeguarding Practice Review',
    statutory: true,
    requires: [],
    // Guidance: the report names the reviewer, recommends improvements and analyses underlying reasons.
    warns: { missing: ['reviewer', 'recommendations', 'underlyingReasons'] },
  },
  {
    value: 'thematic',
    label: 'Thematic review',
    statutory: false,
    requires: [],
    warns: { missing: ['themes'] },
  },
  {
    value: 'local',
    label: 'Local case review',
    statutory: false,
    requires: [],
    warns: { missing: [] },
  },
]
