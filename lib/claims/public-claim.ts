import { type ClaimEventKind, type ClaimStanding, inOrder, type StandingEvent, standingAfter } from './standing'
import { statementOf } from './statement'

// What readers may know of a claim: docs/decisions/0034-claims-for-readers.md. Whatever is not said here, they do not get.

type Speaker = { name: string; kind: 'PERSON' | 'ORGANISATION' }

/** An event as the register has it. */
export type RegisteredEvent = StandingEvent & {
  speaker: Speaker
  quote: string
  evidenceUrl: string
  /** The article in which its words were marked; null for what was put down in the register. */
  articleId: string | null
  isForReaders: boolean
}

export type RegisteredClaim = {
  id: string
  statement: string
  isStatementForReaders: boolean
  events: readonly RegisteredEvent[]
}

/** A story that readers have, as its address and its headline are now. */
export type PublicStory = {
  articleId: string
  path: string
  headline: string
  publishedAt: Date
  /** Readers are told below it who says what. */
  showsClaims: boolean
}

/** Words of a live edition that tell an event. */
export type LiveTelling = { eventId: string; words: string; story: PublicStory }

export type PublicEvent = {
  id: string
  kind: ClaimEventKind
  speaker: Speaker
  /** As readers have it in the earliest story that tells it; what the register says where none does. May be empty. */
  quote: string
  saidAt: Date | null
  evidenceUrl: string
  /** The public stories that tell it, the earliest first. */
  stories: PublicStory[]
}

export type PublicClaim = {
  id: string
  statement: string
  /** Whose claim it is, as far as readers know; null where no public event says so. */
  speaker: Speaker | null
  /** After the public events alone. */
  standing: ClaimStanding
  /** As they happened. */
  events: PublicEvent[]
  /** A public story shows its readers who says what of it. */
  isShown: boolean
}

/**
 * The public part of a claim; null where readers may not even know what is claimed. A pure function: no event, word, name or standing
 * of its result comes from a draft.
 * @param tellings words of live editions, of any claim
 */
export function publicClaim(claim: RegisteredClaim, tellings: readonly LiveTelling[]): PublicClaim | null {
  const toldBy = (eventId: string) =>
    tellings
      .filter((telling) => telling.eventId === eventId)
      .sort(
        (a, b) =>
          a.story.publishedAt.getTime() - b.story.publishedAt.getTime() ||
          (a.story.articleId < b.story.articleId ? -1 : 1),
      )
  const known = inOrder(claim.events)
    .map((event) => ({ event, told: toldBy(event.id) }))
    .filter(({ event, told }) => told.length > 0 || (event.articleId === null && event.isForReaders))
  const events = known.map(({ event, told }) => ({
    id: event.id,
    kind: event.kind,
    speaker: { name: event.speaker.name, kind: event.speaker.kind },
    // What was marked in a draft may say more than what went out.
    quote: told[0]?.words ?? event.quote,
    saidAt: event.saidAt,
    evidenceUrl: event.evidenceUrl,
    stories: told.map(({ story }) => story),
  }))
  const statement = publicStatement(claim, events)
  if (statement === null) return null
  return {
    id: claim.id,
    statement,
    speaker: events.find(says)?.speaker ?? null,
    standing: standingAfter(known.map(({ event }) => event)),
    events,
    isShown: events.some(({ stories }) => stories.some(({ showsClaims }) => showsClaims)),
  }
}

/** The register's words were a draft's once. Readers get them when they have them anyway, or when somebody said that they may. */
function publicStatement(claim: RegisteredClaim, events: readonly PublicEvent[]): string | null {
  const isTold = events.some(({ quote }) => statementOf(quote) === statementOf(claim.statement))
  if (isTold || claim.isStatementForReaders) return asSentence(claim.statement)
  const told = events.find((event) => says(event) && event.quote !== '')
  return told === undefined ? null : asSentence(told.quote)
}

function says({ kind }: { kind: ClaimEventKind }): boolean {
  return kind === 'ASSERTED' || kind === 'REPEATED'
}

/** The statement on its own, beginning with a capital. */
function asSentence(words: string): string {
  return statementOf(words).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
