import { beforeAll, describe, expect, test } from 'vitest'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Forbidden, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { clearLinkNotice } from '@/lib/links/clear-link-notice'
import { listLinkNotices } from '@/lib/links/list-link-notices'
import { rewireInbound } from '@/lib/links/rewire-inbound'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument, linked, readMore } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor
let sectionId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER')
  sectionId = (await aSection()).id
})

const live = async () => {
  const id = await anArticle(reporter, { sectionId, document: aDocument(`Ferry ${newId()}`) })
  await publishNow(editor, id)
  return id
}
const pointing = (target: string) =>
  anArticle(reporter, {
    sectionId,
    document: aDocument(`Pointing ${newId()}`, linked('the vote', { articleId: target }), readMore(target)),
  })
const reasons = async (id: string) =>
  (await listLinkNotices(reporter, id)).map(({ reason, target }) => [reason, target.id])

describe('When the target of a link is taken from readers', () => {
  test('every article that points there wants a look, once, until a person has looked', async () => {
    const target = await live()
    const [draft, published, other] = [await pointing(target), await pointing(target), await pointing(await live())]
    await publishNow(editor, published)
    await unpublishArticle(editor, { articleId: target, reason: 'Not ours to tell.' })
    expect(await reasons(draft)).toEqual([['UNPUBLISHED', target]])
    expect(await reasons(published)).toEqual([['UNPUBLISHED', target]])
    expect(await reasons(other)).toEqual([])

    const [notice] = await listLinkNotices(reporter, draft)
    await clearLinkNotice(reporter, { articleId: draft, noticeId: notice?.id ?? '' })
    await clearLinkNotice(editor, { articleId: draft, noticeId: notice?.id ?? '' })
    expect(await reasons(draft)).toEqual([])
    const row = await database().linkNotice.findUniqueOrThrow({ where: { id: notice?.id ?? '' } })
    expect(row.clearedById).toBe(reporter.id)
    expect(await reasons(published)).toHaveLength(1)
  })

  test('whoever may not edit the article, or names another’s notice, clears nothing', async () => {
    const target = await live()
    const [one, two] = [await pointing(target), await pointing(target)]
    await unpublishArticle(editor, { articleId: target, reason: 'Not ours to tell.' })
    const [notice] = await listLinkNotices(editor, one)
    const noticeId = notice?.id ?? ''
    await expect(clearLinkNotice(await aPerson('REPORTER'), { articleId: one, noticeId })).rejects.toThrow(Forbidden)
    await expect(clearLinkNotice(editor, { articleId: two, noticeId })).rejects.toThrow(NotFound)
    expect(await reasons(one)).toHaveLength(1)
  })

  test('the target is back: nobody need look; gone again: they do', async () => {
    const target = await live()
    const one = await pointing(target)
    for (const times of [1, 2]) {
      await unpublishArticle(editor, { articleId: target, reason: 'Not ours to tell.' })
      expect(await reasons(one), `time ${times}`).toHaveLength(1)
      await publishNow(editor, target)
      expect(await reasons(one)).toEqual([])
    }
  })

  test('who changes where the link leads has looked', async () => {
    const target = await live()
    const one = await pointing(target)
    await unpublishArticle(editor, { articleId: target, reason: 'Not ours to tell.' })
    await rewireInbound(editor, { articleId: target, to: null, fromArticleIds: [one] })
    expect(await reasons(one)).toEqual([])
  })
})
