import type { ReviewType } from '../../hooks/settings.ts'

/** The review types of the field. A host gets them as the argument of the option `reviewTypes`. */
export const defaultReviewTypes: ReviewType[] = [
  {
    value: 'SCR',
    label: 'Serious Case Review',
    description:
      'The scheme before 2018. None can be begun any more; some appear later, because proceedings delayed them.',
    statutory: true,
    requires: [],
    // None could be started after September 2019; some were published later, because proceedings delayed them.
    warns: { missing: [], publishedAfter: '2019-09-30' },
  },
  {
    value: 'LCSPR',
    label: 'Local Child Safeguarding Practice Review',
    description:
      'Statutory, since 2018: a serious case from which the partnership learns how to protect children better.',
    statutory: true,
    requires: [],
    // Guidance: the report names the reviewer, recommends improvements and analyses underlying reasons.
    warns: { missing: ['reviewer', 'recommendations', 'underlyingReasons'] },
  },
  {
    value: 'thematic',
    label: 'Thematic review',
    description: 'Several cases are looked at under one question.',
    statutory: false,
    requires: [],
    warns: { missing: ['themes'] },
  },
  {
    value: 'local',
    label: 'Local case review',
    description: 'Not statutory: the partnership decided to learn from a case of its own accord.',
    statutory: false,
    requires: [],
    warns: { missing: [] },
  },
]
