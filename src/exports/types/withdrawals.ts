import type { Leaflet } from './documents.ts'
import type { ID, Related, RichText } from './shared.ts'

/**
 * What takes the place of a publication that was withdrawn: a frontend answers its address with `410 Gone`
 * and these words.
 */
export interface WithdrawalNotice {
  id: ID
  /** The collection of what was withdrawn, for example `reviews`. */
  publishedIn?: string | null
  /** The last part of its address. */
  slug?: string | null
  /** What readers are told. */
  notice: string
  /** Where the learning can still be read. */
  leaflets?: Related<Leaflet>[] | null
  /** What can still be said of a review: the improvements that the partnership requires. */
  improvements?: RichText | null
  /** The moment since which it is withdrawn. */
  withdrawnAt?: string | null
}
