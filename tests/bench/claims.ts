import { createArticleFrom } from '@/lib/articles/create-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { likelyClaims } from '@/lib/claims/likely-claims'
import { listClaims } from '@/lib/claims/list-claims'
import { putDownEvent } from '@/lib/claims/put-down-event'
import { AddEvent } from '@/lib/claims/register-input'
import { database } from '@/lib/db/database'
import { aDocument } from '@/tests/support/documents'
import { aLargeNewsroom, type LargeNewsroom } from './large-newsroom'
import { percentile } from './percentile'

const STORIES = 1_000

/** Proposals in a large register, and a change of standing that flags a thousand stories while somebody publishes. */
export async function claims(isSmall: boolean): Promise<Record<string, number>> {
  const count = isSmall ? 5_000 : 50_000
  const newsroom = await aLargeNewsroom({ articles: STORIES + 500, links: 1_500, inbound: 1 })
  try {
    const { popularId, statements } = await fill(count)
    return {
      claims: count,
      ...(await ask(newsroom, statements)),
      ...(await change(newsroom, popularId, isSmall ? 6 : 20)),
    }
  } finally {
    await newsroom.stop()
  }
}

/** Sentences of nine words, of which some are in every twentieth claim and most in a handful; a thousand stories tell of one claim. */
async function fill(count: number): Promise<{ popularId: string; statements: string[] }> {
  await database().$executeRaw`
    INSERT INTO "Party" (id, kind, name, "createdAt")
    SELECT gen_random_uuid(), 'PERSON', 'Speaker ' || n, now() FROM generate_series(1, 500) n`
  await database().$executeRaw`
    CREATE UNLOGGED TABLE bench_speaker AS SELECT id, row_number() OVER () - 1 AS n FROM "Party"`
  await database().$executeRaw`
    INSERT INTO "Claim" (id, statement, "speakerId", "changedAt", "createdAt")
    SELECT gen_random_uuid(), 'The ' || words.said || ' of ' || g.n % 97, s.id, now() - g.n * interval '1 minute', now()
    FROM generate_series(1, ${count}::int) g(n)
    JOIN bench_speaker s ON s.n = g.n % 500
    CROSS JOIN LATERAL (
      SELECT string_agg(w.word, ' ' ORDER BY k) AS said FROM generate_series(1, 7) k
      JOIN bench_word w ON w.n = (power(abs(hashtext(g.n || ' ' || k)) % 10000 / 10000.0, 2) * 3999)::int
    ) words`
  await database().$executeRaw`
    INSERT INTO "ClaimEvent" (id, "claimId", kind, "speakerId", quote, "createdAt")
    SELECT gen_random_uuid(), id, 'ASSERTED', "speakerId", statement, now() FROM "Claim"`
  await database().$executeRaw`
    INSERT INTO "ClaimEvent" (id, "claimId", kind, "speakerId", quote, "createdAt")
    SELECT gen_random_uuid(), id, 'REPEATED', "speakerId", statement, now()
    FROM "Claim" ORDER BY id LIMIT ${count / 5}::int`
  const sample = await database().claim.findMany({ orderBy: { id: 'asc' }, take: 201 })
  const [popular, ...others] = sample
  if (popular === undefined) throw new Error('There are claims')
  await database().$executeRaw`
    INSERT INTO "ClaimUse" ("articleId", layer, "eventId", "claimId", words, sentence, position)
    SELECT a.id, 'DRAFT', gen_random_uuid(), ${popular.id}::uuid, 'words', 'A sentence that has these words in it.', 0
    FROM "Article" a ORDER BY a.id LIMIT ${STORIES}::int`
  await database().$executeRaw`ANALYZE`
  return { popularId: popular.id, statements: others.map(({ statement }) => statement) }
}

/** As somebody marks words: most of an earlier sentence, in another order, with a word of their own. */
async function ask({ editor }: LargeNewsroom, statements: readonly string[]): Promise<Record<string, number>> {
  const times: number[] = []
  const searches: number[] = []
  let found = 0
  for (const [index, statement] of statements.entries()) {
    // With every second one, somebody is chosen already.
    const speaker = index % 2 === 0 ? '' : `Speaker ${index}`
    const words = statement.split(' ').slice(1, 7)
    const asked = [...words.slice(3), 'yesterday', ...words.slice(0, 3)].join(' ')
    times.push(
      await timed(async () => {
        const likely = await likelyClaims(editor, { words: asked, speaker })
        found += Number(likely.some((claim) => claim.statement === statement))
      }),
    )
    const filter = { who: undefined, standing: undefined, age: undefined, cursor: undefined }
    searches.push(await timed(() => listClaims(editor, { ...filter, q: words.slice(0, 3).join(' ') })))
  }
  return {
    proposalsMillisecondsMedian: percentile(times, 50),
    proposalsMillisecondsP95: percentile(times, 95),
    proposalsFoundOfTwoHundred: found,
    registerSearchMillisecondsP95: percentile(searches, 95),
  }
}

/** Each round turns the standing over; the publication beside it is measured by turns with and without. */
async function change(newsroom: LargeNewsroom, claimId: string, rounds: number): Promise<Record<string, number>> {
  const flags: number[] = []
  const publications: Record<'without' | 'with', number[]> = { without: [], with: [] }
  for (let round = 0; round < rounds; round++) {
    publications.without.push(await publication(newsroom, `without ${round}`))
    await database().claimNotice.deleteMany()
    const kind = round % 2 === 0 ? 'CONFIRMED' : 'WITHDRAWN'
    const event = AddEvent.parse({ claimId, kind, speaker: { name: 'City Hall', kind: 'ORGANISATION' } })
    const [flagged, published] = await Promise.all([
      timed(() => putDownEvent(newsroom.editor, event)),
      publication(newsroom, `with ${round}`),
    ])
    flags.push(flagged)
    publications.with.push(published)
  }
  return {
    storiesFlagged: await database().claimNotice.count({ where: { claimId } }),
    changeMillisecondsMedian: percentile(flags, 50),
    changeMillisecondsP95: percentile(flags, 95),
    publishAloneMillisecondsMedian: percentile(publications.without, 50),
    publishBesideMillisecondsMedian: percentile(publications.with, 50),
  }
}

async function publication({ editor, sectionId }: LargeNewsroom, name: string): Promise<number> {
  const { id } = await createArticleFrom(editor, { document: aDocument(`Bench ${name}`, 'Some words.') })
  await saveField(editor, { articleId: id, field: 'sectionId', value: sectionId, baseVersion: 0 })
  return timed(() => publishArticle(editor, { articleId: id, version: 0 }))
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return Math.round((performance.now() - startedAt) * 10) / 10
}
