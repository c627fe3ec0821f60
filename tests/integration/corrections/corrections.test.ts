import { beforeAll, describe, expect, test } from 'vitest'
import { correctionsFeedResponse, feedResponse } from '@/components/site/responses'
import { getStanding } from '@/lib/articles/get-standing'
import { killArticle } from '@/lib/articles/kill-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { findArticleByPath } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { newsArticle } from '@/lib/articles/structured-data'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import type { CorrectionInput } from '@/lib/corrections/correction-input'
import { listCorrections } from '@/lib/corrections/readers'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { Conflict, Forbidden } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { clearLinkNotice } from '@/lib/links/clear-link-notice'
import { listLinkNotices } from '@/lib/links/list-link-notices'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { getEdition } from '@/lib/record/get-edition'
import { cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { readSettings } from '@/lib/settings/settings'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aDocument, readMore } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR')
  section = await aSection()
})

const wrong = (): CorrectionInput => ({ kind: 'CORRECTION', text: `The bridge has three arches, not five. ${newId()}` })

async function published(): Promise<{ id: string; slug: string }> {
  const slug = `bridge-${newId()}`
  const id = await anArticle(reporter, { document: aDocument(`Bridge ${slug}`), sectionId: section.id, slug })
  await publishNow(editor, id)
  return { id, slug }
}

const correct = async (articleId: string, correction: CorrectionInput) =>
  publishArticle(editor, { articleId, version: await versionOf(articleId), correction })

async function live(slug: string) {
  const found = await findArticleByPath(section.slug, slug)
  if (found.kind !== 'live') throw new Error(found.kind)
  return found.article
}

const notesTold = async () => (await listCorrections(1)).notes.map(({ text }) => text)

const feedOf = async (format: 'rss' | 'atom' | 'json') =>
  (await recordInto(emptyRecording(), () => correctionsFeedResponse(format))).text()

describe('A note to readers', () => {
  test('stands with its article, in the list and in every format of its feed, and makes the article news', async () => {
    const { id, slug } = await published()
    expect((await live(slug)).updatedAt).toBeNull()
    const note = wrong()
    await correct(id, note)
    const article = await live(slug)
    expect(article.corrections).toMatchObject([note])
    expect(article.corrected).toEqual({ as: 'CORRECTION', at: article.corrections[0]?.at })
    expect(article.updatedAt).toEqual(article.corrections[0]?.at)
    expect((await notesTold())[0]).toBe(note.text)
    for (const format of ['rss', 'atom', 'json'] as const) {
      expect(await feedOf(format)).toContain(note.text)
      const whole = await recordInto(emptyRecording(), () =>
        feedResponse(format, { kind: 'section', slug: section.slug }),
      )
      expect(await whole.text(), format).toContain(note.text)
    }
    const data = newsArticle(article, await readSettings(), 'https://paper.example', null)
    expect(data).toMatchObject({ correction: [{ '@type': 'CorrectionComment', text: note.text }] })
  })

  test('of several the newest comes first, and only a correction or a retraction marks the article', async () => {
    const { id, slug } = await published()
    await correct(id, { kind: 'UPDATE', text: 'The council has answered since.' })
    expect((await live(slug)).corrected).toBeNull()
    await correct(id, { kind: 'CLARIFICATION', text: 'The bridge is the old one.' })
    expect((await live(slug)).corrected).toBeNull()
    await correct(id, wrong())
    expect((await live(slug)).corrections.map(({ kind }) => kind)).toEqual(['CORRECTION', 'CLARIFICATION', 'UPDATE'])
    await correct(id, { kind: 'RETRACTION', text: 'There never was a bridge.' })
    expect((await live(slug)).corrected?.as).toBe('RETRACTION')
    await correct(id, { kind: 'CORRECTION', text: 'There was a bridge after all.' })
    expect((await live(slug)).corrected?.as).toBe('CORRECTION')
  })

  test('is refused for what readers never had, and nothing goes out', async () => {
    const id = await anArticle(reporter, { sectionId: section.id })
    await expect(correct(id, wrong())).rejects.toThrow(Conflict)
    expect(await database().publication.count({ where: { articleId: id } })).toBe(0)
  })

  test('is for those who publish, a retraction for those who may take from readers', async () => {
    const { id } = await published()
    const version = await versionOf(id)
    await expect(publishArticle(reporter, { articleId: id, version, correction: wrong() })).rejects.toThrow(Forbidden)
    const retraction: CorrectionInput = { kind: 'RETRACTION', text: 'There never was a bridge.' }
    const publisher: PersonActor = { ...editor, grants: { ...editor.grants, 'article.unpublish': 'no' } }
    await expect(publishArticle(publisher, { articleId: id, version, correction: retraction })).rejects.toThrow(
      Forbidden,
    )
    expect(await database().correction.count({ where: { articleId: id } })).toBe(0)
  })

  test('is gone with its article, and back with it', async () => {
    const { id } = await published()
    const note = wrong()
    await correct(id, note)
    await unpublishArticle(editor, { articleId: id, reason: 'We look into it.' })
    expect(await notesTold()).not.toContain(note.text)
    for (const format of ['rss', 'atom', 'json'] as const) expect(await feedOf(format)).not.toContain(note.text)
    const { id: noteId } = await database().correction.findFirstOrThrow({ where: { articleId: id } })
    expect(await feedOf('atom')).toContain(`ref="urn:uuid:${noteId}"`)
    await publishNow(editor, id)
    expect(await notesTold()).toContain(note.text)
    await killArticle(editor, { articleId: id, reason: 'A court forbade it.' })
    expect(await feedOf('rss')).toContain(`urn:uuid:${noteId}`)
    expect(await feedOf('rss')).not.toContain(note.text)
  })

  test('cannot be changed or taken back, by nothing', async () => {
    const { id } = await published()
    await correct(id, wrong())
    const where = { articleId: id }
    await expect(database().correction.updateMany({ where, data: { text: 'Nothing was wrong.' } })).rejects.toThrow()
    await expect(database().correction.deleteMany({ where })).rejects.toThrow()
  })

  test('goes out at its time, when it was written for then', async () => {
    const { id, slug } = await published()
    const note = wrong()
    const time = { local: '2030-06-01T06:00', zone: 'Europe/London' }
    await schedulePublication(editor, { articleId: id, time, version: await versionOf(id), correction: note })
    expect((await live(slug)).corrections).toEqual([])
    await database().article.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } })
    await runDue()
    expect((await live(slug)).corrections).toMatchObject([note])
    expect(await database().article.findUnique({ where: { id } })).toMatchObject({ publishCorrection: null })
  })

  test('waits for the next publication when its time is called off, or the article is taken from readers', async () => {
    const { id, slug } = await published()
    const note = wrong()
    const schedule = async (correction?: CorrectionInput) =>
      schedulePublication(editor, {
        articleId: id,
        time: { local: '2030-06-01T06:00', zone: 'Europe/London' },
        version: await versionOf(id),
        ...(correction === undefined ? {} : { correction }),
      })
    await schedule(note)
    expect(await getStanding(editor, id)).toMatchObject({ publication: { zone: 'Europe/London' }, note })
    await cancelSchedule(editor, { articleId: id, of: 'publication' })
    expect(await getStanding(editor, id)).toMatchObject({ publication: null, note })
    await schedule(note)
    await unpublishArticle(editor, { articleId: id, reason: 'It is being looked at again.' })
    expect(await getStanding(editor, id)).toMatchObject({ publication: null, note })
    // Who schedules it without the note has taken it out.
    await schedule()
    expect(await getStanding(editor, id)).toMatchObject({ note: null })
    await cancelSchedule(editor, { articleId: id, of: 'publication' })
    await correct(id, note)
    expect((await live(slug)).corrections).toMatchObject([note])
    expect(await getStanding(editor, id)).toMatchObject({ note: null })
  })

  test('is on the page as it was only from its edition on', async () => {
    const { id } = await published()
    await correct(id, wrong())
    expect((await getEdition(editor, { articleId: id, number: 1 })).article).toMatchObject({
      corrections: [],
      corrected: null,
    })
    expect((await getEdition(editor, { articleId: id, number: 2 })).article).toMatchObject({
      corrections: [{ kind: 'CORRECTION' }],
      corrected: { as: 'CORRECTION' },
    })
  })

  test('is told to whose article it is, by mail, in the place of "published"', async () => {
    const { id } = await published()
    const note = wrong()
    await correct(id, note)
    const told = await database().notification.findMany({ where: { articleId: id, personId: reporter.id } })
    expect(told.map(({ kind }) => kind).sort()).toEqual(['CORRECTED', 'PUBLISHED'])
    const mails = await database().mail.findMany({ where: { to: reporter.email } })
    expect(mails.some(({ text }) => text.includes(note.text))).toBe(true)
  })
})

describe('What points at a corrected article', () => {
  test('says so on its cards, and stands on its desk’s list until a person has looked', async () => {
    const target = await published()
    const pointing = await anArticle(reporter, {
      document: aDocument(`Pointing ${newId()}`, 'What the bridge means.', readMore(target.id)),
      sectionId: section.id,
    })
    await publishNow(editor, pointing)
    const card = async () => {
      const { edition } = await database().publication.findUniqueOrThrow({
        where: { articleId: pointing },
        include: { edition: true },
      })
      return (await resolveReferences(parseDocument(edition.document))).articles.get(target.id)?.corrected?.as
    }
    const notices = async () => (await listLinkNotices(editor, pointing)).map(({ reason }) => reason)
    expect([await card(), await notices()]).toEqual([undefined, []])
    await correct(target.id, wrong())
    expect([await card(), await notices()]).toEqual(['CORRECTION', ['CORRECTED']])
    const [notice] = await listLinkNotices(editor, pointing)
    await clearLinkNotice(reporter, { articleId: pointing, noticeId: notice?.id ?? '' })
    expect(await notices()).toEqual([])
    await correct(target.id, wrong())
    await correct(target.id, { kind: 'RETRACTION', text: 'We do not stand by any of it.' })
    expect([await card(), await notices()]).toEqual(['RETRACTION', ['RETRACTED']])
  })
})
