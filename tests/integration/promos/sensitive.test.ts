import { beforeAll, expect, test } from 'vitest'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { resolveOnStory } from '@/lib/promos/sensitive'
import { anArticle, draftOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { aShelf, changeNow } from '@/tests/support/shelves'

let editor: PersonActor
let admin: PersonActor
let newsletterId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  admin = await aPerson('ADMINISTRATOR')
  newsletterId = newId()
  const slug = `letter-${newsletterId.slice(-8)}`
  await database().newsletter.create({
    data: { id: newsletterId, slug, name: 'Letter', description: '', frequency: '', position: 90 },
  })
})

const signUp = () => schema.node('newsletterSignUp', { newsletterId, pitch: 'Read us.' })
const leftOut = async (articleId: string) =>
  (await listPublishIssues(editor, articleId)).issues.filter(({ code }) => code === 'promo-left-out')

test('a story under a sensitive topic or section asks readers for nothing, and its editor is told', async () => {
  const section = await aSection()
  const topic = await aShelf(editor, { name: `Deaths ${newId().slice(-8)}` })
  const document = aDocument('Two drowned', 'At the weir.', signUp())
  const articleId = await anArticle(editor, { document, sectionId: section.id })
  expect(await leftOut(articleId)).toEqual([])
  await saveField(editor, { articleId, field: 'topics', value: [topic.id], baseVersion: 0 })
  expect(await leftOut(articleId)).toEqual([])

  const named = await database().topic.findUniqueOrThrow({ where: { id: topic.id } })
  await changeNow(editor, topic.id, { name: named.name, slug: named.slug, isSensitive: true })
  const [issue] = await leftOut(articleId)
  expect(issue).toMatchObject({ severity: 'warning', message: expect.stringContaining(`“${named.name}”`) })
  const draft = parseDocument(await draftOf(articleId))
  expect(draft.nodeAt(Number(issue?.field.split(':')[1]))?.type.name).toBe('newsletterSignUp')

  const filed = { sectionId: section.id, topicIds: [topic.id] }
  expect((await resolveOnStory(draft, filed)).newsletters.size).toBe(0)
  expect((await resolveOnStory(draft, { ...filed, topicIds: [] })).newsletters.size).toBe(1)

  const { name, slug } = await database().section.findUniqueOrThrow({ where: { id: section.id } })
  await changeNow(admin, section.id, { kind: 'section', name, slug, isSensitive: true })
  expect((await resolveOnStory(draft, { ...filed, topicIds: [] })).newsletters.size).toBe(0)
})

test('without a sign-up, nobody is told of anything', async () => {
  const topic = await aShelf(editor, { isSensitive: true })
  const section = await aSection()
  const articleId = await anArticle(editor, {
    document: aDocument('Plain', 'Words.'),
    sectionId: section.id,
    topics: [topic.id],
  })
  expect(await leftOut(articleId)).toEqual([])
})
