import type { Block } from './build'

type Common = {
  /** The name under which other articles point at it. */
  key: string
  section: string
  kicker: string
  headline: string
  standfirst: string
  trailText: string
  topics: readonly string[]
  /** Who is named above it, by key; the first one with a login started it. */
  bylines: readonly { byline: string; role?: string }[]
  picture?: string
  source?: { name: string; url: string; isCanonical: boolean; origin?: 'WIRE'; licence?: string }
  /** How long before now it was published; for what is not public, how long ago it was last worked on. */
  hoursAgo: number
  body: readonly Block[]
}

export type SampleArticle = Common &
  (
    | { state: 'DRAFT' | 'FILED' }
    /** `changes` were typed after publication and wait for an editor. */
    | { state: 'PUBLISHED'; changes?: readonly Block[] }
    /** `reason` is what readers see at the old address. */
    | { state: 'UNPUBLISHED'; reason: string; hoursPublic: number }
  )
