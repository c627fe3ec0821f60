import type { Node } from 'prosemirror-model'
import type { FrozenFields } from '../articles/edition-metadata'
import { HEADLINE_ROOM, type HeadlineField } from '../checklists/headline-lengths'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { type Document, titlesOf } from '../document/document'
import type { Issue } from '../errors'
import { type ClaimRules, readClaimRules } from './claim-rules'
import { claimsIn } from './claim-uses'
import { STANDING_WORDS } from './claim-words'
import { withoutTeller } from './guess-telling'
import { type CheckedClaim, checkHeadline } from './headline/check-headline'
import type { ClaimStanding } from './standing'
import { withName } from './statement'

type Going = {
  articleId: string
  /** The draft that would go out, marks of the newsroom included; and the fields that go out with it. */
  document: Document
  fields: FrozenFields
}

/** What the claims of a story ask of it: fair headlines, the denial beside the claim, a look at what changed. */
export async function claimIssues(tx: Transaction, going: Going): Promise<Issue[]> {
  const [told, rules, notices] = await Promise.all([
    toldClaims(tx, new Map(claimsIn(going.document).map((use) => [use.eventId, use.words]))),
    readClaimRules(tx),
    noticeIssues(tx, going.articleId),
  ])
  return [...headlineIssues(told, going), ...denialIssues(told, going.document, rules), ...notices]
}

/**
 * What a line about a story, outside of its document, states as fact: the text of a banner or an alert. It is held against what the draft
 * tells and what readers have.
 */
export async function lineIssues(
  tx: Transaction,
  { articleId, ...line }: { articleId: string; field: string; name: string; line: string },
): Promise<Issue[]> {
  const uses = await tx.claimUse.findMany({ where: { articleId }, select: { eventId: true, words: true } })
  return statedIn(await toldClaims(tx, new Map(uses.map(({ eventId, words }) => [eventId, words]))), [line])
}

type ToldClaim = {
  id: string
  statement: string
  speaker: string
  against: string | null
  standing: ClaimStanding
  deniers: string[]
  /** What this story tells of it, with the marked words. */
  events: { id: string; kind: string; words: string; speaker: string }[]
}

/** @param words the marked words of each event that is told */
async function toldClaims(tx: Transaction, words: ReadonlyMap<string, string>): Promise<ToldClaim[]> {
  if (words.size === 0) return []
  type Row = Omit<ToldClaim, 'deniers' | 'events'> & { events: Omit<ToldClaim['events'][number], 'words'>[] }
  const claims = await sqlOn(tx)<Row>`
    SELECT c.id, c.statement, c.standing::text, by.name AS speaker, about.name AS against,
      (SELECT jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'speaker', who.name) ORDER BY e.id)
       FROM "ClaimEvent" e JOIN "Party" who ON who.id = e."speakerId" WHERE e."claimId" = c.id) AS events
    FROM "Claim" c JOIN "Party" by ON by.id = c."speakerId" LEFT JOIN "Party" about ON about.id = c."againstId"
    WHERE c.id IN (SELECT "claimId" FROM "ClaimEvent" WHERE id = ANY(${[...words.keys()]}::uuid[]))
    ORDER BY c."createdAt", c.id`
  return claims.map(({ events, ...claim }) => ({
    ...claim,
    deniers: [
      ...new Set(events.filter(({ kind }) => kind === 'DENIED' || kind === 'DISPUTED').map(({ speaker }) => speaker)),
    ],
    events: events.flatMap((event) => {
      const marked = words.get(event.id)
      return marked === undefined ? [] : [{ ...event, words: marked }]
    }),
  }))
}

type Line = { field: string; name: string; line: string }

function headlineIssues(told: readonly ToldClaim[], { document, fields }: Going): Issue[] {
  const { headline, standfirst } = titlesOf(document)
  return statedIn(told, [
    ...(Object.keys(HEADLINE_ROOM) as HeadlineField[]).map((field) => ({
      field,
      name: HEADLINE_ROOM[field].name,
      line: field === 'headline' ? headline : fields[field],
    })),
    { field: 'standfirst', name: 'standfirst', line: standfirst },
    { field: 'trailText', name: 'trail text', line: fields.trailText },
  ])
}

/** Lines that state what nobody has confirmed, without saying who says so. */
function statedIn(told: readonly ToldClaim[], lines: readonly Line[]): Issue[] {
  const claims = told.map(checkedClaim)
  return lines.flatMap(({ field, name, line }) =>
    checkHeadline(line, claims).map(({ claimId, rewordings }) => {
      const claim = told.find(({ id }) => id === claimId)
      const instead = rewordings[0] === undefined ? '' : ` Say, for instance: “${rewordings[0]}”`
      return {
        field,
        code: 'states-claim',
        message:
          `The ${name} states as fact what ${claim?.speaker ?? 'somebody'} says and is ` +
          `${STANDING_WORDS[claim?.standing ?? 'ASSERTED']}: “${claim?.statement ?? ''}”.${instead}`,
        severity: 'override' as const,
      }
    }),
  )
}

function checkedClaim({ id, statement, speaker, against, standing, deniers, events }: ToldClaim): CheckedClaim {
  const states = events.filter(({ kind }) => kind === 'ASSERTED' || kind === 'REPEATED')
  const about = [...deniers, ...(against === null ? [] : [against])]
  const told = [statement, ...states.map((event) => event.words)]
  const words = [...new Set(told.flatMap((each) => [each, withoutTeller(each)]))].flatMap((each) =>
    withNames(each, about),
  )
  return { id, statement, words, speaker, deniers, standing: STANDING_WORDS[standing] }
}

/** Words that begin with "he" or "she" are of whoever denies them, or is named as the one they are about. */
function withNames(words: string, names: readonly string[]): string[] {
  return [...new Set([words, ...names.map((name) => withName(words, name))])]
}

/** A claim that was denied, told without its denial or with it too far down. */
function denialIssues(told: readonly ToldClaim[], document: Document, { denialWithin }: ClaimRules): Issue[] {
  const denied = told.filter(
    ({ standing, events }) =>
      (standing === 'DENIED' || standing === 'DENIED_REPEATED') && events.some(({ kind }) => kind !== 'DENIED'),
  )
  if (denied.length === 0) return []
  const places = paragraphsOf(document)
  return denied.flatMap(({ statement, deniers, events }) => {
    const stands = events.filter(({ kind }) => kind === 'DENIED').map(({ id }) => places.get(id))
    const first = stands.reduce<Place | undefined>(
      (best, place) => (place && (!best || place.paragraph < best.paragraph) ? place : best),
      undefined,
    )
    if (first !== undefined && first.paragraph <= denialWithin) return []
    const who = deniers[0] ?? 'Somebody'
    const claimed = events.find(({ kind }) => kind !== 'DENIED')
    const position = first?.position ?? places.get(claimed?.id ?? '')?.position ?? 0
    const message =
      first === undefined
        ? `${who} denied “${statement}”, and no words of the story are marked as the denial. It has to stand by paragraph ${denialWithin}.`
        : `${who} denied “${statement}”. The denial stands in paragraph ${first.paragraph}, and has to stand by paragraph ${denialWithin}.`
    return [{ field: `document:${position}`, code: 'no-denial', message, severity: 'override' as const }]
  })
}

type Place = { paragraph: number; position: number }

/** Where the words of each event first stand: the paragraph of the body, from 1, and the position. Titles are paragraph 1. */
function paragraphsOf(document: Node): Map<string, Place> {
  const places = new Map<string, Place>()
  let paragraph = 0
  document.descendants((node, position) => {
    if (node.isTextblock && node.type.name !== 'headline' && node.type.name !== 'standfirst' && node.content.size > 0)
      paragraph++
    if (node.marks.some(({ type }) => type.name === 'inserted')) return false
    for (const { type, attrs } of node.marks)
      if (type.name === 'claim' && !places.has(attrs.eventId))
        places.set(attrs.eventId, { paragraph: Math.max(1, paragraph), position })
    return true
  })
  return places
}

/** Claims that changed since the story was written, and nobody has looked. */
async function noticeIssues(tx: Transaction, articleId: string): Promise<Issue[]> {
  const notices = await sqlOn(tx)<{ statement: string; standing: ClaimStanding; formerStanding: ClaimStanding }>`
    SELECT c.statement, n.standing::text, n."formerStanding"::text
    FROM "ClaimNotice" n JOIN "Claim" c ON c.id = n."claimId"
    WHERE n."articleId" = ${articleId}::uuid AND n."decidedAt" IS NULL ORDER BY n."raisedAt"`
  return notices.map(({ statement, standing, formerStanding }) => ({
    field: 'claims',
    code: 'claim-changed',
    message: `“${statement}” was ${STANDING_WORDS[formerStanding]} when this was written and is now ${STANDING_WORDS[standing]}.`,
    severity: 'warning' as const,
  }))
}
