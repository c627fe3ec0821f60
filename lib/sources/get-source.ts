import type { ClaimEventKind, ClaimStanding } from '../claims/standing'
import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { namedOn } from './load-source'
import { type SourceRow, shown } from './source-row'

const VIEWS_SHOWN = 50
const CLAIMS_SHOWN = 200

/** A claim that a source stands behind, by what happened to it. */
export type BehindClaim = {
  claimId: string
  statement: string
  standing: ClaimStanding
  eventId: string
  kind: ClaimEventKind
  speaker: string
}

/** What the people named on a source may know beyond what everybody may. */
export type InsideSource = {
  readers: { id: string; name: string; isActive: boolean }[]
  /** Sources that have what they say from the same place. */
  sameOrigin: { id: string; codeName: string }[]
  /** Who looked at the name, newest first, 50 at most. */
  views: { id: string; person: string; at: Date }[]
  viewCount: number
}

export type ShownSource = SourceRow & {
  version: number
  /** Null for whoever is not named on it. */
  inside: InsideSource | null
  /** Null where the claims alone could tell who it is: a confidential source, for whoever is not named on it. */
  claims: BehindClaim[] | null
  mayEdit: boolean
  mayUse: boolean
}

/**
 * A source as the person may see it. The name of a confidential one is not among it: `revealSource` gives that, and writes it down.
 * @throws NotFound, Forbidden
 */
export async function getSource(actor: Actor, id: string): Promise<ShownSource> {
  authorise(actor, 'source.read')
  const source = await database().source.findUnique({
    where: { id },
    include: { readers: { include: { person: { select: { id: true, name: true, status: true } } } } },
  })
  if (source === null) throw new NotFound('This source does not exist.')
  const { codeName, kind, terms, isConfidential, isKnown, sealed, keyId, version } = source
  const isMine = actor.kind === 'person' && source.readers.some(({ personId }) => personId === actor.id)
  const readers = source.readers
    .map(({ person }) => ({ id: person.id, name: person.name, isActive: person.status === 'ACTIVE' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return {
    ...shown({ id, codeName, kind, terms, isConfidential, isKnown, isMine, sealed, keyId }),
    version,
    inside: isMine ? { readers, ...(await insideOf(id, source.originId)) } : null,
    claims: isMine || !isConfidential ? await claimsBehind(id) : null,
    mayEdit: isMine && can(actor, 'source.edit', namedOn(source)),
    mayUse: can(actor, 'source.use', isConfidential ? namedOn(source) : undefined),
  }
}

async function insideOf(id: string, originId: string): Promise<Omit<InsideSource, 'readers'>> {
  const looked = { thing: 'source', thingId: id, action: 'source.reveal' }
  const [sameOrigin, events, viewCount] = await Promise.all([
    database().source.findMany({
      where: { originId, id: { not: id } },
      orderBy: { codeName: 'asc' },
      select: { id: true, codeName: true },
    }),
    database().auditEvent.findMany({ where: looked, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: VIEWS_SHOWN }),
    database().auditEvent.count({ where: looked }),
  ])
  const people = await database().person.findMany({
    where: { id: { in: events.flatMap(({ personId }) => personId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const views = events.map((event) => ({ id: event.id, at: event.at, person: names.get(event.personId ?? '') ?? '?' }))
  return { sameOrigin, views, viewCount }
}

async function claimsBehind(sourceId: string): Promise<BehindClaim[]> {
  const uses = await database().sourceUse.findMany({
    where: { sourceId },
    orderBy: [{ addedAt: 'desc' }, { eventId: 'desc' }],
    take: CLAIMS_SHOWN,
    include: { event: { include: { claim: true, speaker: { select: { name: true } } } } },
  })
  return uses.map(({ event }) => ({
    claimId: event.claim.id,
    statement: event.claim.statement,
    standing: event.claim.standing,
    eventId: event.id,
    kind: event.kind,
    speaker: event.speaker.name,
  }))
}
