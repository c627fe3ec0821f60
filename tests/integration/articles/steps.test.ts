import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { documentAt } from '@/lib/articles/document-at'
import { indexDrafts } from '@/lib/articles/index-drafts'
import { listSteps } from '@/lib/articles/list-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { parseDocument, toJson } from '@/lib/document/document'
import { Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, draftOf, retype, typing, versionOf } from '@/tests/support/articles'
import { aDocument, readMore } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let stranger: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR')
  stranger = await aPerson('REPORTER')
})

function send(actor: PersonActor, articleId: string, version: number, steps: unknown[], clientId = 'tab-1') {
  return applySteps(actor, { articleId, version, clientId, steps })
}

describe('Steps', () => {
  test('a step is in the document, in the log with its author, and in the headline of the list', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const result = await send(reporter, id, 0, typing(await draftOf(id), 6, ' returns'))
    expect(result).toEqual({ kind: 'applied', version: 1 })
    const article = await database().article.findUniqueOrThrow({ where: { id }, include: { steps: true, draft: true } })
    expect(article.headline).toBe('Ferry returns')
    expect(article.slug).toBe('ferry-returns')
    expect(article.steps).toMatchObject([{ version: 1, personId: reporter.id, clientId: 'tab-1' }])
    expect(parseDocument(article.draft?.document).child(0).textContent).toBe('Ferry returns')
  })

  test('a tab that is behind changes nothing and gets what it missed, its own steps of a lost answer included', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const steps = typing(await draftOf(id), 6, ' returns')
    await send(reporter, id, 0, steps)
    const again = await send(reporter, id, 0, steps)
    expect(again).toMatchObject({ kind: 'behind', version: 1, steps: [{ clientId: 'tab-1' }] })
    expect(await versionOf(id)).toBe(1)
    expect(await listSteps(reporter, id, 0)).toMatchObject({ version: 1, steps: [{ clientId: 'tab-1' }] })
  })

  test('of two tabs that send on one version at once, one is behind and nothing is lost', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const document = await draftOf(id)
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map((tab) => send(reporter, id, 0, typing(document, 6, ` ${tab}`), tab)),
    )
    expect(results.filter(({ kind }) => kind === 'applied')).toHaveLength(1)
    expect(await versionOf(id)).toBe(1)
  })

  test('all of the steps are applied or none', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const good = typing(await draftOf(id), 6, ' returns')
    const bad = { stepType: 'replace', from: 900, to: 901 }
    await expect(send(reporter, id, 0, [...good, bad])).rejects.toThrow(Invalid)
    expect(await versionOf(id)).toBe(0)
  })

  test.each([
    ['an unknown step', { stepType: 'teleport' }],
    ['an unknown node', { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'script' }] } }],
    [
      'a headline inside the body',
      { stepType: 'replace', from: 36, to: 36, slice: { content: [{ type: 'headline' }] } },
    ],
    [
      'a script address',
      {
        stepType: 'addMark',
        from: 37,
        to: 40,
        mark: { type: 'link', attrs: { articleId: null, href: 'javascript:alert(1)' } },
      },
    ],
    [
      'an address that hides its scheme',
      {
        stepType: 'addMark',
        from: 37,
        to: 40,
        mark: { type: 'link', attrs: { articleId: null, href: 'JaVa\tscript:alert(1)' } },
      },
    ],
    [
      'an attribute of the wrong kind',
      { stepType: 'addMark', from: 37, to: 40, mark: { type: 'quote', attrs: { speaker: { a: 1 } } } },
    ],
  ])('%s is refused and the document stays', async (_, step) => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const before = await draftOf(id)
    await expect(send(reporter, id, 0, [step])).rejects.toThrow(Invalid)
    expect(await draftOf(id)).toEqual(before)
  })

  test.each([
    ['a path', '../../admin'],
    ['an operator', { not: '' }],
    ['a number', 7],
  ])('%s where a card has its target is refused, though the step itself applies', async (_, value) => {
    const id = await anArticle(reporter, { document: aDocument('Ferry', 'Words.', readMore(null)) })
    const before = await draftOf(id)
    const size = parseDocument(before).content.size
    await expect(
      send(reporter, id, 0, [{ stepType: 'attr', pos: size - 1, attr: 'articleId', value }]),
    ).rejects.toThrow(Invalid)
    expect(await draftOf(id)).toEqual(before)
  })

  test('a reporter cannot write in an article of somebody else, an editor can', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const steps = typing(await draftOf(id), 6, '!')
    await expect(send(stranger, id, 0, steps)).rejects.toThrow(Forbidden)
    await expect(applySteps({ kind: 'nobody' }, { articleId: id, version: 0, clientId: 'x', steps })).rejects.toThrow(
      NotFound,
    )
    expect(await send(editor, id, 0, steps)).toMatchObject({ kind: 'applied' })
  })

  test('nobody can start an article', async () => {
    const { createArticle } = await import('@/lib/articles/create-article')
    await expect(createArticle({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
  })

  test('an article that does not exist is not found', async () => {
    await expect(send(reporter, newId(), 0, [])).rejects.toThrow(NotFound)
  })

  test('when another person starts to type, what the last one left is a revision', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    await retype(reporter, id, 0, 'Ferry returns')
    await retype(editor, id, 0, 'Ferry is back')
    const revisions = await database().revision.findMany({ where: { articleId: id }, orderBy: { createdAt: 'asc' } })
    expect(revisions.map(({ reason, version, personId }) => ({ reason, version, personId }))).toEqual([
      { reason: 'STARTED', version: 0, personId: reporter.id },
      { reason: 'OTHER_PERSON', version: 1, personId: reporter.id },
    ])
  })

  test('any earlier version can be built again from revisions and steps', async () => {
    const id = await anArticle(reporter, { document: aDocument('Zero') })
    for (const words of ['One', 'Two', 'Three']) await retype(reporter, id, 0, words)
    const draft = await loadDraft(database(), id)
    const headlines = []
    for (const version of [0, 1, 2, 3])
      headlines.push((await documentAt(database(), id, draft, version)).child(0).textContent)
    expect(headlines).toEqual(['Zero', 'One', 'Two', 'Three'])
  })

  test('the words of a draft are indexed by the job', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    await retype(reporter, id, 2, 'A word like zyzzyva stands here.')
    await indexDrafts()
    const draft = await database().draft.findUniqueOrThrow({ where: { articleId: id } })
    expect(draft.words).toContain('zyzzyva')
    expect(draft.indexedVersion).toBe(draft.version)
  })

  test('a saved document reads back as exactly what was written', async () => {
    const document = aDocument('Ferry')
    const id = await anArticle(reporter, { document })
    expect(toJson(parseDocument(await draftOf(id)))).toEqual(document)
  })
})
