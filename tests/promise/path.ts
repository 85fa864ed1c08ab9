import type { Fixture, Kind, Withdrawn, World } from '../helpers/protectedWorld.ts'
import type { Outcome } from '../helpers/publicView.ts'

export type { Kind }

/** Through what an attempt is made. What the admin’s buttons do is a call of REST, and stands there. */
export const interfaces = [
  'REST',
  'GraphQL',
  'Local API',
  'job',
  'file address',
  'plugin',
  'database',
] as const
export type Interface = (typeof interfaces)[number]

export type Try = (fixture: Fixture, world: World) => Promise<Outcome>

/** What must come of an attempt; whatever it is, the public sees the same as before. */
export type Expectation =
  /** Refused as a breach of the promise, with its code and the last day of the protection. */
  | 'refused'
  /** The same where the answer has room for the sentence only: many documents at once, a job. */
  | 'refusedInWords'
  /** Refused for another reason, which has this code. */
  | { refusedWith: string }
  /** Accepted, and without effect on what the public sees. */
  | 'changesNothing'
  /** Answered with nothing that only editors may know. */
  | 'tellsNothing'
  /** Saved as a newer draft, which the public does not see. */
  | 'newerDraft'
  /** Refused by the database itself. */
  | 'refusedBySeal'

/** What an attempt may leave behind besides: a first step that is harmless, or what it was to work with. */
export type Leftover = 'versions' | 'jobs' | 'other documents'

/** One way by which a published, protected document could leave the public or change unnoticed. */
export interface Path {
  /** Stable: the page for the public and test reports name it. */
  id: string
  /** In words for people who do not know the software. */
  title: string
  /** Which of the sixty ways round a rule it is that reading the source of Payload 3.90.2 found. */
  numbers?: number[]
  /** The kinds of publication that have what it needs; all if none is named. */
  kinds?: Kind[]
  /** A newer draft lies over the published document. */
  pendingDraft?: boolean
  /** An editor asked for its withdrawal, and it came that far; what is carried out is not public before the attempt. */
  withdrawal?: Withdrawn
  /** What must be there before the attempt, beyond a published document with its file. */
  prepare?: (fixture: Fixture, world: World) => Promise<unknown>
  /** It reaches into the process, so that it cannot be tried on a server that runs elsewhere. */
  inProcess?: boolean
  expect: Expectation
  leaves?: Leftover
  /** What else must be true afterwards; throws when it is not. */
  check?: (fixture: Fixture, world: World) => Promise<void>
  tries: Partial<Record<Interface, Try>>
}

export interface Group {
  id: string
  title: string
  /** What to know of all of them. */
  note?: string
  paths: Path[]
}

const allKinds: Kind[] = ['reviews', 'leaflets', 'frameworkDocuments']

export const kindsOf = ({ kinds }: Path): Kind[] => kinds ?? allKinds

/** The interfaces through which a path is tried, each with its attempt. */
export const triesOf = ({ tries }: Path): [Interface, Try][] =>
  interfaces.flatMap((through) => (tries[through] ? [[through, tries[through]]] : []))

/** How many attempts the paths make: through each interface, for each kind. */
export const countCases = (paths: Path[]): number =>
  paths.reduce((sum, path) => sum + kindsOf(path).length * triesOf(path).length, 0)

/** The same paths where a withdrawal came that far. */
export const once = (withdrawal: Withdrawn, paths: Path[]): Path[] =>
  paths.map((path) => ({ ...path, withdrawal }))
