import { beforeAll, describe, expect, test } from 'vitest'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { verifyPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { articles } from '@/prisma/sample/articles'
import { isSampleUnfinished, markSample } from '@/prisma/sample/progress'
import { createSampleNewsroom } from '@/prisma/seed'

type SignIns = Awaited<ReturnType<typeof createSampleNewsroom>>

describe('The sample newsroom', () => {
  let signIns: SignIns
  let first: Awaited<ReturnType<typeof everything>>

  beforeAll(async () => {
    signIns = await createSampleNewsroom()
    first = await everything()
  }, 300_000)

  test('has every article in its state, and readers see the public ones alone', () => {
    expect(Object.fromEntries(first.states)).toEqual(
      Object.fromEntries(articles.map(({ headline, state }) => [headline, state])),
    )
    expect(first.publications).toBe(articles.filter(({ state }) => state === 'PUBLISHED').length)
    expect(first.changed.sort()).toEqual(
      articles
        .filter((article) => article.state === 'PUBLISHED' && article.changes)
        .map(({ headline }) => headline)
        .sort(),
    )
  })

  test('signs one person of each role in', async () => {
    expect(signIns.map(({ role }) => role)).toEqual(['ADMINISTRATOR', 'EDITOR', 'REPORTER', 'LAWYER'])
    await expectPasswordsToFit(signIns)
  })

  test('has desks with people and leads, and every section has one', async () => {
    expect(await database().desk.count({ where: { members: { some: { isLead: true } } } })).toBe(3)
    expect(await database().section.count({ where: { deskId: null } })).toBe(0)
  })

  test('has a plan for the next days, with pitches and commissions, and a diary that makes its lines', async () => {
    const lines = await database().article.groupBy({ by: ['state'], where: { headline: '' }, _count: true })
    expect(lines.map(({ state }) => state).sort()).toEqual(['COMMISSIONED', 'PITCHED'])
    expect(await database().article.count({ where: { headline: '', slugline: 'Council in session' } })).toBe(2)
    expect(await database().article.count({ where: { headline: '', dueAt: { lt: new Date() } } })).toBe(0)
  })

  test('is spread over three weeks and has a story of last year; the lead is the newest, and nothing lies in the future', async () => {
    const publications = await database().publication.findMany({ orderBy: { firstPublishedAt: 'desc' } })
    expect(publications[0]?.headline).toBe(articles[0]?.headline)
    const days = publications.map(({ firstPublishedAt }) => (Date.now() - firstPublishedAt.getTime()) / 86_400_000)
    const [oldest = 0, next = 0] = days.reverse()
    expect(oldest).toBeGreaterThan(366)
    expect(next).toBeGreaterThan(14)
    expect(next).toBeLessThan(21)
    expect(await database().article.count({ where: { editedAt: { gt: new Date() } } })).toBe(0)
  })

  test('derives the same links for the working copies as for readers', async () => {
    const { fromArticleId } = await database().link.findFirstOrThrow({ where: { layer: 'PUBLIC', kind: 'POST' } })
    const linksOf = (layer: 'DRAFT' | 'PUBLIC') =>
      database().link.findMany({
        where: { fromArticleId, layer },
        orderBy: { position: 'asc' },
        select: { kind: true, toArticleId: true, url: true, words: true },
      })
    expect(await linksOf('DRAFT')).toEqual(await linksOf('PUBLIC'))
  })

  test('has a lead whose claims are marked, and whose own headline states what its text says is denied', async () => {
    const lead = await database().article.findFirstOrThrow({ where: { headline: articles[0]?.headline ?? '' } })
    const claims = await database().claim.findMany({
      where: { uses: { some: { articleId: lead.id, layer: 'PUBLIC' } } },
      orderBy: { createdAt: 'asc' },
      include: { speaker: true },
    })
    expect(claims.map(({ standing, speaker }) => [standing, speaker.name])).toEqual([
      ['DENIED_REPEATED', 'Judith Amsel'],
      ...Array(3).fill(['ASSERTED', 'Judith Amsel']),
    ])
    const { issues } = await listPublishIssues({ kind: 'system', name: 'test' }, lead.id)
    expect(issues.filter(({ code }) => code === 'states-claim').map(({ field }) => field)).toEqual(['headline'])
    expect(issues.filter(({ code }) => code === 'no-denial')).toEqual([])
  })

  test('asked whom its lead accuses before it went out', async () => {
    const lead = await database().article.findFirstOrThrow({ where: { headline: articles[0]?.headline ?? '' } })
    const asked = await database().replyRequest.findMany({ include: { party: true } })
    expect(asked.map(({ articleId, party, answer }) => [articleId, party.name, answer])).toEqual([
      [lead.id, 'Leander Thorne', 'DECLINED'],
    ])
    const { issues } = await listPublishIssues({ kind: 'system', name: 'test' }, lead.id)
    expect(issues.filter(({ field }) => field.startsWith('reply:'))).toEqual([])
  })

  test('is left alone when it is there', async () => {
    expect(await createSampleNewsroom()).toEqual([])
    expect(await everything()).toEqual(first)
  })

  test('is finished, with nothing twice, after it was interrupted', async () => {
    await interrupt()
    expect(await isSampleUnfinished()).toBe(true)
    const again = await createSampleNewsroom()
    expect(await isSampleUnfinished()).toBe(false)
    await expectPasswordsToFit(again)
    expect(await everything()).toEqual(first)
  })
})

/** As a kill leaves it: some articles empty, some written and not out, a picture and a topic missing. */
async function interrupt(): Promise<void> {
  await markSample('begun')
  const isTorrin = { headline: { contains: 'Torrin' } }
  const isFrost = { headline: { contains: 'blossom' } }
  await database().publication.deleteMany({ where: { OR: [isTorrin, isFrost] } })
  await database().article.updateMany({ where: isTorrin, data: { state: 'DRAFT' } })
  await database().article.updateMany({ where: isFrost, data: { state: 'FILED' } })
  await database().article.deleteMany({ where: { state: 'DRAFT', NOT: isTorrin } })
}

async function everything() {
  const found = await database().article.findMany({
    where: { NOT: { headline: '' } },
    orderBy: { headline: 'asc' },
  })
  return {
    states: found.map(({ headline, state }) => [headline, state] as const),
    changed: found.filter(({ hasUnpublishedChanges }) => hasUnpublishedChanges).map(({ headline }) => headline),
    publications: await database().publication.count(),
    people: await database().person.count(),
    bylines: await database().byline.count(),
    sections: await database().section.count(),
    topics: await database().topic.count(),
    newsletters: await database().newsletter.count(),
    pictures: await database().mediaAsset.count(),
    desks: await database().desk.count(),
    deskMembers: await database().deskMember.count(),
    lines: (await database().article.findMany({ where: { headline: '' } })).map(({ slugline }) => slugline).sort(),
    events: await database().diaryEvent.count(),
    claims: await database().claim.count(),
    uses: await database().claimUse.count(),
    asked: await database().replyRequest.count(),
  }
}

async function expectPasswordsToFit(signIns: SignIns): Promise<void> {
  for (const { email, password } of signIns) {
    const { passwordHash } = await database().person.findUniqueOrThrow({ where: { email } })
    expect(await verifyPassword(passwordHash, password)).toBe(true)
  }
}
