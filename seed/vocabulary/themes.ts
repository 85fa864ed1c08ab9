/** The five facets under which themes are filed. */
export type ThemeFacet = 'child' | 'family' | 'harm' | 'practice' | 'sector'

/** A theme as the package ships it: its name and the other words in use for the same thing. */
export interface VocabularyTheme {
  name: string
  facet: ThemeFacet
  synonyms: string[]
}

const facet = (facet: ThemeFacet, themes: Record<string, string[]>): VocabularyTheme[] =>
  Object.entries(themes).map(([name, synonyms]) => ({ name, facet, synonyms }))

/**
 * The themes of safeguarding reviews in the United Kingdom, with the words practitioners use for them.
 * No word stands under two themes: a text that says it must lead to one theme only.
 */
export const vocabularyThemes: VocabularyTheme[] = [
  ...facet('harm', {
    neglect: [
      'child neglect',
      'neglected',
      'neglectful',
      'chronic neglect',
      'neglectful parenting',
    ],
    'adolescent neglect': ['neglect of adolescents', 'neglect of teenagers', 'teenage neglect'],
    'physical abuse': ['physically abused', 'physical harm', 'physical chastisement'],
    'sexual abuse': ['child sexual abuse', 'CSA', 'intra-familial sexual abuse', 'sexually abused'],
    'emotional abuse': ['psychological abuse', 'emotional harm', 'emotionally abused'],
    'non-accidental injury': [
      'non-accidental injuries',
      'non-accidental',
      'NAI',
      'inflicted injury',
      'inflicted injuries',
    ],
    'abusive head trauma': ['AHT', 'shaken baby', 'shaken baby syndrome', 'abusive head injury'],
    'child sexual exploitation': ['CSE', 'sexual exploitation', 'sexually exploited'],
    'criminal exploitation': [
      'child criminal exploitation',
      'CCE',
      'county lines',
      'criminally exploited',
    ],
    'serious youth violence': ['youth violence', 'knife crime', 'gang violence', 'gangs'],
    'domestic abuse': ['domestic violence', 'DVA', 'intimate partner violence'],
    'coercive control': ['controlling behaviour', 'coercive and controlling behaviour'],
    'female genital mutilation': ['FGM', 'female circumcision'],
    'fabricated or induced illness': ['FII', 'perplexing presentations', 'fabricated illness'],
    'harmful sexual behaviour': ['HSB', 'sexually harmful behaviour', 'peer-on-peer sexual abuse'],
    'suicide and self-harm': ['suicide', 'self-harm', 'suicidal', 'self-injury'],
    'sudden unexpected death in infancy': [
      'SUDI',
      'SIDS',
      'sudden infant death',
      'cot death',
      'unsafe sleeping',
      'co-sleeping',
    ],
  }),
  ...facet('child', {
    'babies under one': [
      'under ones',
      'under 1s',
      'infants',
      'infant',
      'young babies',
      'premature babies',
      'newborn',
      'first year of life',
      'non-mobile babies',
    ],
    'disability and complex health needs': [
      'disabled child',
      'disabled children',
      'complex health needs',
      'children with disabilities',
      'SEND',
      'life-limiting condition',
    ],
    'children not in school': [
      'elective home education',
      'electively home educated',
      'home-educated',
      'missing from education',
      'missing education',
      'school exclusion',
      'excluded from school',
    ],
    'looked-after children': [
      'looked-after child',
      'children in care',
      'child in care',
      'care-experienced',
      'children looked after',
      'foster care',
    ],
    'young carers': ['young carer'],
    'child mental health': [
      'CAMHS',
      'children’s mental health',
      'adolescent mental health',
      'young people’s mental health',
    ],
  }),
  ...facet('family', {
    'parental mental health': [
      'parental mental ill-health',
      'maternal mental health',
      'postnatal depression',
      'perinatal mental health',
    ],
    'parental substance use': [
      'parental substance misuse',
      'parental drug use',
      'parental alcohol use',
      'parental alcohol misuse',
      'substance-misusing parents',
    ],
    'fathers and hidden men': [
      'hidden men',
      'invisible men',
      'invisible fathers',
      'unseen men',
      'role of fathers',
    ],
    'concealed pregnancy': ['denied pregnancy', 'concealed pregnancies', 'late booking'],
    'disguised compliance': ['apparent compliance', 'superficial cooperation'],
    homelessness: ['homeless', 'temporary accommodation', 'insecure housing', 'poor housing'],
  }),
  ...facet('practice', {
    'voice of the child': [
      'child’s voice',
      'children’s voices',
      'lived experience of the child',
      'child’s lived experience',
      'daily life of the child',
    ],
    'professional curiosity': [
      'respectful uncertainty',
      'professionally curious',
      'respectful challenge',
    ],
    'information sharing': ['sharing information', 'information-sharing', 'sharing of information'],
    'critical thinking': ['confirmation bias', 'start again syndrome', 'analysis of risk'],
    'family engagement': ['engagement with the family', 'engaging families', 'non-engagement'],
    'escalation and resolution': [
      'escalation',
      'professional disagreement',
      'resolving professional disagreements',
    ],
    supervision: ['reflective supervision', 'safeguarding supervision', 'management oversight'],
    disproportionality: ['adultification', 'racism', 'intersectionality', 'unconscious bias'],
    thresholds: ['threshold', 'levels of need', 'threshold document'],
    'cross-border working': [
      'cross-border',
      'cross-boundary working',
      'out-of-area placement',
      'moved between areas',
      'moves between areas',
    ],
    'pre-birth assessment': ['pre-birth assessments', 'pre-birth planning', 'unborn baby'],
    language: ['interpreters', 'interpreter', 'victim-blaming language', 'use of language'],
  }),
  ...facet('sector', {
    police: ['policing', 'police officers'],
    health: ['health visiting', 'health visitors', 'midwifery', 'GPs', 'primary care'],
    education: ['schools', 'early years settings', 'nurseries'],
    'social care': ['children’s social care', 'children’s services', 'social workers'],
    'adult services': ['adult social care', 'adult mental health services'],
  }),
]
