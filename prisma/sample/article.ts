import type { ClaimBasis } from '@/lib/claims/claim-words'
import type { ClaimEventKind } from '@/lib/claims/standing'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import type { ReplyWay } from '@/lib/replies/reply-words'
import type { SourceKind, SourceTerms } from '@/lib/sources/source-words'
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
  /** It covers what goes on. */
  isLive?: boolean
  /** How long before now it was published; for what is not public, how long ago it was last worked on. */
  hoursAgo: number
  body: readonly Block[]
  /** Words of the body that tell of claims, in the order in which they were marked. */
  claims?: readonly SampleClaim[]
  /** Who was asked for a reply before it went out. */
  asked?: readonly SampleReply[]
  /** On whom and what its claims stand. */
  sources?: readonly SampleSource[]
}

type SampleSource = {
  codeName: string
  kind: SourceKind
  terms: SourceTerms
  isConfidential: boolean
  name: string
  contact: string
  notes: string
  /** The words of the claims that it stands behind. */
  behind: readonly string[]
}

type SampleReply = {
  party: string
  contact: string
  question: string
  way: ReplyWay
  /** How long before it went out they were asked, and the deadline was. */
  askedHoursBefore: number
  deadlineHoursBefore: number
  /** What they said when they declined to comment, or answered. */
  answer?: { kind: 'ANSWERED' | 'DECLINED'; words: string }
}

type SampleClaim = {
  words: string
  kind: ClaimEventKind
  speaker: string
  basis: ClaimBasis
  /** Of whom it is said, where a claim begins that is said against somebody. */
  against?: string
  /** How the register says it, where the words say "he". */
  statement?: string
  /** The place in this list of what began the claim; where it is missing a claim begins here. */
  of?: number
}

export type SampleArticle = Common &
  (
    | { state: 'DRAFT' | 'FILED' }
    /**
     * `changes` were typed after publication and wait for an editor; `overrideReason` is why it went out with something on its list;
     * `correction` is what readers were told since.
     */
    | { state: 'PUBLISHED'; changes?: readonly Block[]; overrideReason?: string; correction?: CorrectionInput }
    /** `reason` is what readers see at the old address. */
    | { state: 'UNPUBLISHED'; reason: string; hoursPublic: number }
  )
