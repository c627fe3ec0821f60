import { beforeAll, describe, expect, test } from 'vitest'
import { findMovedByline } from '@/lib/articles/byline-readers'
import { killArticle } from '@/lib/articles/kill-article'
import { listForFeed } from '@/lib/articles/machine-readers'
import { moveArticle } from '@/lib/articles/move-article'
import { findArticleByPath, listByline } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { setWorkflowRule } from '@/lib/articles/set-workflow-rule'
import { changeBylineAddress } from '@/lib/bylines/change-byline-address'
import { describeBylineMerge } from '@/lib/bylines/describe-byline-merge'
import { getKeptByline } from '@/lib/bylines/kept-bylines'
import { mergeBylines } from '@/lib/bylines/merge-bylines'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { askLegal } from '@/lib/legal/ask-legal'
import { getLegal } from '@/lib/legal/get-legal'
import { signLegal } from '@/lib/legal/sign-legal'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { narrowSearch } from '@/lib/search/narrow-search'
import { readSearchQuery } from '@/lib/search/search-query'
import { createByline } from '@/lib/shelves/create-byline'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { purgedBy } from '@/tests/support/purged-by'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Ines Calder')
  section = await aSection()
})

const aByline = (name = `Maria Novak ${newId().slice(-6)}`) => createByline(editor, { name })

async function signedBy(...bylineIds: string[]): Promise<string> {
  const articleId = await anArticle(editor, { document: aDocument(`Tides ${newId()}`), sectionId: section.id })
  const value = bylineIds.map((bylineId) => ({ bylineId, role: '' }))
  await saveField(editor, { articleId, field: 'bylines', value, baseVersion: 0 })
  return articleId
}

const bylinesOf = async (articleId: string) =>
  (await database().articleByline.findMany({ where: { articleId }, orderBy: { position: 'asc' } })).map(
    ({ bylineId }) => bylineId,
  )

const merge = (from: { id: string }, into: { id: string }, actor = editor) =>
  mergeBylines(actor, { id: from.id, intoId: into.id })

describe('Merging a byline into another', () => {
  test('moves its articles, leads every address of it to the other, and leaves editions as readers saw them', async () => {
    const [from, into] = [await aByline(), await aByline()]
    const draft = await signedBy(from.id)
    const live = await signedBy(from.id)
    const { path } = await publishNow(editor, live)
    await changeBylineAddress(editor, { id: from.id, slug: `${from.slug}-later` })
    expect(await describeBylineMerge(editor, { id: from.id, intoId: into.id })).toMatchObject({
      articles: 2,
      publicPages: 1,
      both: 0,
      takesLogin: false,
    })
    const purged = await purgedBy(() => merge(from, into))
    expect(purged).toEqual(
      expect.arrayContaining([tag.byline(from.id), tag.byline(into.id), tag.signature(from.id), tag.everything]),
    )
    expect(await bylinesOf(draft)).toEqual([into.id])
    expect(await bylinesOf(live)).toEqual([into.id])
    expect((await listByline(into.slug, 1))?.articles.map(({ id }) => id)).toEqual([live])
    for (const former of [from.slug, `${from.slug}-later`]) {
      expect(await listByline(former, 1)).toBeNull()
      expect(await findMovedByline(former)).toBe(`/author/${into.slug}`)
      expect(await listForFeed('rss', { kind: 'author', slug: former })).toBeNull()
    }
    const found = await findArticleByPath(section.slug, path.split('/')[2] ?? '')
    if (found.kind !== 'live') throw new Error('It is not there')
    expect(found.article.bylines).toMatchObject([{ name: from.name, slug: into.slug }])
    expect(await database().edition.findFirst({ where: { articleId: live } })).toMatchObject({
      metadata: { bylines: [{ id: from.id, slug: from.slug, name: from.name }] },
    })
    const event = await database().auditEvent.findFirstOrThrow({ where: { action: 'byline.merge', thingId: into.id } })
    expect(event).toMatchObject({ personId: editor.id, detail: { mergedName: from.name, articles: 2 } })
  })

  test('is followed by the page of an article: its JSON-LD names the new address, and its tag is purged', async () => {
    const [from, into] = [await aByline(), await aByline()]
    const { path } = await publishNow(editor, await signedBy(from.id))
    const slug = path.split('/')[2] ?? ''
    const recording = emptyRecording()
    await recordInto(recording, () => findArticleByPath(section.slug, slug))
    expect(recording.tags).toContain(tag.signature(from.id))
    expect(await purgedBy(() => merge(from, into))).toContain(tag.signature(from.id))
    const found = await findArticleByPath(section.slug, slug)
    expect(JSON.stringify(found)).toContain(into.slug)
    expect(JSON.stringify(found)).not.toContain(`"${from.slug}"`)
  })

  test('keeps the author: operator of readers’ search, and the tombstone in the feed of the one that stays', async () => {
    const [from, into] = [await aByline(), await aByline()]
    const killed = await signedBy(from.id)
    await publishNow(editor, killed)
    const standing = await signedBy(into.id)
    await publishNow(editor, standing)
    await merge(from, into)
    const conditions = await narrowSearch(readSearchQuery({ q: `author:${from.slug} tides` }, 'UTC'))
    expect(JSON.stringify(conditions)).toContain(into.id)
    await killArticle(editor, { articleId: killed, reason: 'It was wrong from the start.' })
    const feed = await listForFeed('atom', { kind: 'author', slug: into.slug })
    expect(feed?.tombstones.map(({ id }) => id)).toContain(killed)
  })

  test('an article that carries both carries one, where the first of them stood', async () => {
    const [from, into, third] = [await aByline(), await aByline(), await aByline()]
    const both = await signedBy(from.id, third.id, into.id)
    await publishNow(editor, both)
    expect(await describeBylineMerge(editor, { id: from.id, intoId: into.id })).toMatchObject({ articles: 1, both: 1 })
    await merge(from, into)
    expect(await bylinesOf(both)).toEqual([into.id, third.id])
    const live = await database().publicationByline.findMany({ where: { articleId: both } })
    expect(live.map(({ bylineId }) => bylineId).sort()).toEqual([into.id, third.id].sort())
  })

  test('gives the other the login and what its page lacks, and nothing that it has', async () => {
    const person = await aPerson('REPORTER', 'Maria Novak')
    const own = await database().byline.findUniqueOrThrow({ where: { personId: person.id } })
    await database().byline.update({ where: { id: own.id }, data: { jobTitle: 'Ports', biography: 'Of harbours.' } })
    const guest = await aByline('M. Novak')
    await database().byline.update({ where: { id: guest.id }, data: { jobTitle: 'Sea reporter' } })
    expect(await describeBylineMerge(editor, { id: own.id, intoId: guest.id })).toMatchObject({ takesLogin: true })
    await merge(own, guest)
    expect(await database().byline.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({
      personId: person.id,
      jobTitle: 'Sea reporter',
      biography: 'Of harbours.',
    })
  })

  test('is refused for two logins, for one and the same, for what is gone, and to reporters', async () => {
    const [a, b] = [await aPerson('REPORTER'), await aPerson('REPORTER')]
    const rows = await database().byline.findMany({ where: { personId: { in: [a.id, b.id] } } })
    const [one, other] = rows
    if (one === undefined || other === undefined) throw new Error('no bylines')
    await expect(merge(one, other)).rejects.toThrow('Two logins cannot be merged')
    await expect(describeBylineMerge(editor, { id: one.id, intoId: other.id })).rejects.toThrow(Invalid)
    await expect(merge(one, one)).rejects.toThrow(Invalid)
    await expect(merge(one, { id: newId() })).rejects.toThrow(NotFound)
    await expect(merge(await aByline(), await aByline(), a)).rejects.toThrow(Forbidden)
    await expect(changeBylineAddress(a, { id: one.id, slug: 'mine' })).rejects.toThrow(Forbidden)
    expect((await getKeptByline(a, one.id)).mayMerge).toBe(false)
  })

  test('a third merge leads from the first address to the last byline in one step', async () => {
    const [a, b, c] = [await aByline(), await aByline(), await aByline()]
    await publishNow(editor, await signedBy(a.id))
    await merge(a, b)
    await merge(b, c)
    expect(await findMovedByline(a.slug)).toBe(`/author/${c.slug}`)
  })

  test('nobody new gets an address that a merged byline had', async () => {
    const name = `Pavel Rusk ${newId().slice(-6)}`
    const [from, into] = [await aByline(name), await aByline()]
    await merge(from, into)
    expect((await aByline(name)).slug).toBe(`${from.slug}-2`)
  })

  test('what was approved and scheduled under the former name goes out, under the one that stays', async () => {
    const administrator = await aPerson('ADMINISTRATOR')
    await setWorkflowRule(administrator, { rule: 'APPROVAL', seen: 'NONE' })
    const [from, into] = [await aByline(), await aByline()]
    const articleId = await signedBy(from.id)
    const version = await versionOf(articleId)
    await moveArticle(editor, { articleId, move: 'file' })
    await moveArticle(editor, { articleId, move: 'approve', version })
    await schedulePublication(editor, {
      articleId,
      time: { local: '2099-06-01T06:00', zone: 'Europe/London' },
      version,
    })
    await merge(from, into)
    await database().article.update({ where: { id: articleId }, data: { publishAt: new Date(Date.now() - 1000) } })
    await runDue()
    const edition = await database().edition.findFirst({ where: { articleId } })
    expect(edition).toMatchObject({ metadata: { bylines: [{ id: into.id, slug: into.slug, name: into.name }] } })
    await setWorkflowRule(administrator, { rule: 'NONE', seen: 'APPROVAL' })
  })

  test('what a lawyer signed under the former name stays signed, and what was changed since does not become so', async () => {
    const lawyer = await aPerson('LAWYER')
    const [from, into] = [await aByline(), await aByline()]
    const [signed, changed] = [await signedBy(from.id), await signedBy(from.id)]
    for (const articleId of [signed, changed]) {
      await moveArticle(editor, { articleId, move: 'file' })
      await askLegal(editor, { articleId, question: 'Is it safe?' })
      const { hash } = await getLegal(lawyer, articleId)
      await signLegal(lawyer, { articleId, verdict: 'SIGNED', words: '', hash })
      await moveArticle(editor, { articleId, move: 'approve', version: await versionOf(articleId) })
    }
    await retype(editor, changed, 2, 'Typed after the signature.')
    await merge(from, into)
    await publishNow(editor, signed)
    await expect(publishNow(editor, changed)).rejects.toThrow(Invalid)
    expect(await bylinesOf(changed)).toEqual([into.id])
  })

  test('while articles are published at the same moment: each carries the one that stays, and none is lost', async () => {
    for (let round = 0; round < 4; round++) {
      const [from, into] = [await aByline(), await aByline()]
      const articles = await Promise.all([signedBy(from.id), signedBy(from.id), signedBy(from.id)])
      await Promise.all([merge(from, into), ...articles.map((articleId) => publishNow(editor, articleId))])
      for (const articleId of articles) {
        const live = await database().publicationByline.findMany({ where: { articleId } })
        expect(live.map(({ bylineId }) => bylineId)).toEqual([into.id])
      }
      expect((await listByline(into.slug, 1))?.articles).toHaveLength(3)
    }
  })

  test('two merges into each other at the same moment: one is done, the other is told', async () => {
    const [a, b] = [await aByline(), await aByline()]
    const outcomes = await Promise.allSettled([merge(a, b), merge(b, a)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().byline.count({ where: { id: { in: [a.id, b.id] } } })).toBe(1)
  })
})

describe('The address of a byline', () => {
  test('changes, leads on from the one before, and may come back', async () => {
    const { id, slug } = await aByline()
    const article = await signedBy(id)
    await publishNow(editor, article)
    const next = `${slug}-anew`
    await changeBylineAddress(editor, { id, slug: next })
    expect(await findMovedByline(slug)).toBe(`/author/${next}`)
    expect((await getKeptByline(editor, id)).formerSlugs).toEqual([slug])
    await changeBylineAddress(editor, { id, slug })
    expect(await findMovedByline(next)).toBe(`/author/${slug}`)
    expect(await findMovedByline(slug)).toBeNull()
  })

  test('is no other byline’s, whether it has it or had it, and tells readers nothing of one without articles', async () => {
    const [a, b] = [await aByline(), await aByline()]
    await expect(changeBylineAddress(editor, { id: a.id, slug: b.slug })).rejects.toThrow(b.name)
    await changeBylineAddress(editor, { id: b.id, slug: `${b.slug}-moved` })
    await expect(changeBylineAddress(editor, { id: a.id, slug: b.slug })).rejects.toThrow(Invalid)
    expect(await findMovedByline(b.slug)).toBeNull()
  })
})
