/** The agencies that safeguarding reviews address, the three statutory partners first. */
export const vocabularyAgencies: string[] = [
  'Local authority',
  'Integrated care board',
  'Police',
  'Schools and colleges',
  'Early-years providers',
  'NHS trusts',
  'Probation',
  'Youth offending teams',
  'Prisons',
  'Cafcass',
  'Voluntary and faith bodies',
]
