import { beforeAll, describe, expect, test } from 'vitest'
import { indexDrafts } from '@/lib/articles/index-drafts'
import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { suggestRelated } from '@/lib/suggest/suggest-related'
import { suggestTopics } from '@/lib/suggest/suggest-topics'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument, linked, paragraph } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let sectionId: string
let topic: { id: string; name: string }
let about: string
let same: string
let plain: string

const TEXT = 'The vote on the ferry came late. He met Marijke Aalders there, and Cas Dorn wrote it down.'

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  sectionId = (await aSection()).id
  topic = { id: newId(), name: 'River traffic' }
  await database().topic.create({ data: { ...topic, slug: 'river-traffic' } })
  about = await anArticle(editor, {
    sectionId,
    document: aDocument('A profile', paragraph('It was Marijke Aalders who said so.')),
  })
  await publishNow(editor, about)
  same = await anArticle(editor, {
    sectionId,
    topics: [topic.id],
    document: aDocument('Under the same topic', 'Words.'),
  })
  plain = await anArticle(editor, { sectionId, document: aDocument('Something else', 'Nobody is named here.') })
  await indexDrafts()
})

const stories = async (articleId: string, text = TEXT) => suggestRelated(editor, { articleId, text })

describe('Stories to link to', () => {
  test('those that name the same people, with the reason and their state', async () => {
    const id = await anArticle(editor, { document: aDocument('The vote', 'Words.') })
    const found = await stories(id)
    expect(found.map((story) => story.id)).toEqual([about])
    expect(found[0]).toMatchObject({
      headline: 'A profile',
      isPublic: true,
      reasons: ['Both name Marijke Aalders.'],
      names: ['Marijke Aalders'],
    })
  })

  test('those under the same topic, and those that point at the same stories', async () => {
    const target = await anArticle(editor, { document: aDocument('The root of it', 'Words.') })
    const pointing = await anArticle(editor, {
      document: aDocument('Also points there', linked('words', { articleId: target })),
    })
    const other = await anArticle(editor, {
      document: aDocument('A second one to it', linked('words', { articleId: plain })),
    })
    const id = await anArticle(editor, {
      topics: [topic.id],
      document: aDocument('Mine', linked('words', { articleId: target }), linked('more', { articleId: plain })),
    })
    const found = await stories(id, 'Nothing.')
    expect(found.find((story) => story.id === same)?.reasons).toEqual(['Shares the topic River traffic.'])
    expect(found.map((story) => story.id)).not.toContain(target)
    // One story in common is chance; two are not.
    expect(found.map((story) => story.id)).not.toContain(other)
    await anArticle(editor, {
      document: aDocument('Both', linked('words', { articleId: target }), linked('more', { articleId: plain })),
    })
    const again = await stories(id, 'Nothing.')
    expect(again.find(({ headline }) => headline === 'Both')?.reasons[0]).toContain('Points at “')
    expect(again.map((story) => story.id)).not.toContain(pointing)
  })

  test('none to itself, none that it points at already, none that stands everywhere', async () => {
    const id = await anArticle(editor, { document: aDocument('Mine', linked('profile', { articleId: about })) })
    expect((await stories(id)).map((story) => story.id)).not.toContain(about)
    for (let index = 0; index < 51; index++)
      await anArticle(editor, { document: aDocument(`Common ${index}`, 'He met Cas Dorn again.') })
    await indexDrafts()
    await indexDrafts()
    const found = await stories(id, 'He met Cas Dorn.')
    expect(found.filter(({ names }) => names.includes('Cas Dorn'))).toEqual([])
  }, 60_000)

  test('whoever asks about nothing, or with strange words, gets an answer', async () => {
    await expect(stories(newId())).rejects.toThrow(NotFound)
    const id = await anArticle(editor, { document: aDocument('Mine', 'Words.') })
    for (const text of ['', "it's O'Brien & Sons | ! ( ) :* <-> He met O'Brien & Sons", '\u{1F600}'.repeat(1000)])
      expect(Array.isArray(await stories(id, text))).toBe(true)
  })
})

describe('Topics to stand under', () => {
  test('one whose name stands in the text, as whole words; one that most of the related stories have', async () => {
    const id = await anArticle(editor, { document: aDocument('Mine', 'Words.') })
    const suggested = (text: string, relatedIds: string[] = []) =>
      suggestTopics(editor, { articleId: id, text, relatedIds }).then((topics) =>
        topics.map(({ name, reason }) => [name, reason]),
      )
    expect(await suggested('All river traffic was stopped.')).toEqual([
      ['River traffic', '“River traffic” stands in the text.'],
    ])
    expect(await suggested('A driver trafficked.')).toEqual([])
    const another = await anArticle(editor, { topics: [topic.id], document: aDocument('Two', 'Words.') })
    expect(await suggested('Nothing.', [same, another])).toEqual([
      ['River traffic', '2 of the stories most like it have it.'],
    ])
  })
})
