import { Transform } from 'prosemirror-transform'
import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { documentAt } from '@/lib/articles/document-at'
import { indexDrafts } from '@/lib/articles/index-drafts'
import { listSteps } from '@/lib/articles/list-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { parseDocument, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
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
    const article = await database().article.findUniqueOrThrow({ where: { id }, include: { steps: true } })
    expect(article.headline).toBe('Ferry returns')
    expect(article.slug).toBe('ferry-returns')
    expect(article.steps).toMatchObject([{ version: 1, personId: reporter.id, clientId: 'tab-1' }])
    expect(parseDocument(await draftOf(id)).child(0).textContent).toBe('Ferry returns')
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

  test('steps that say which of them begin an action are done again after what others did, and the answer tells how', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const document = await draftOf(id)
    await send(editor, id, 0, typing(document, 1, 'The '), 'editor')
    const steps = typing(document, 6, ' returns')
    const answer = await applySteps(reporter, { articleId: id, version: 0, clientId: 'mine', steps, firsts: [0] })
    expect(answer).toMatchObject({
      kind: 'merged',
      version: 2,
      steps: [{ clientId: 'editor' }, { clientId: 'mine', step: { from: 10, to: 10 } }],
    })
    expect(parseDocument(await draftOf(id)).child(0).textContent).toBe('The Ferry returns')
    // The same once more, because the answer was lost: nothing is written twice.
    const again = await applySteps(reporter, { articleId: id, version: 0, clientId: 'mine', steps, firsts: [0] })
    expect(again).toMatchObject({ kind: 'behind', version: 2 })
    expect(await versionOf(id)).toBe(2)
  })

  test("steps that must follow a tab's own are not taken after anybody else's", async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const document = await draftOf(id)
    await send(editor, id, 0, typing(document, 1, 'The '), 'editor')
    const steps = typing(document, 6, '!')
    const answer = await applySteps(reporter, { articleId: id, version: 1, clientId: 'mine', steps, isAfterOwn: true })
    expect(answer).toMatchObject({ kind: 'behind' })
    expect(await versionOf(id)).toBe(1)
  })

  test('many at once on one version are saved together, each of them', async () => {
    const id = await anArticle(editor, { document: aDocument('Ferry') })
    const document = await draftOf(id)
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_none, index) =>
        applySteps(editor, {
          articleId: id,
          version: 0,
          clientId: `tab-${index}`,
          steps: typing(document, 6, `<${index}>`),
          firsts: [0],
        }),
      ),
    )
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['applied', 'merged']))
    expect(await versionOf(id)).toBe(30)
    const headline = parseDocument(await draftOf(id)).child(0).textContent
    for (let index = 0; index < 30; index++) expect(headline).toContain(`<${index}>`)
  })

  test('one that does not fit is refused alone', async () => {
    const id = await anArticle(editor, { document: aDocument('Ferry') })
    const document = await draftOf(id)
    const from = (actor: PersonActor, clientId: string, steps: unknown[]) =>
      applySteps(actor, { articleId: id, version: 0, clientId, steps, firsts: [0] })
    const results = await Promise.allSettled([
      from(editor, 'a', typing(document, 6, ' a')),
      from(editor, 'b', [{ stepType: 'replace', from: 900, to: 901 }]),
      from(stranger, 'c', typing(document, 6, ' c')),
      from(editor, 'd', typing(document, 6, ' d')),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(parseDocument(await draftOf(id)).child(0).textContent).toMatch(/^Ferry( a d| d a)$/)
  })

  test('a draft reads the same whether its document was stored just now or many steps ago', async () => {
    const id = await anArticle(editor, { document: aDocument('Ferry') })
    for (let index = 0; index < 60; index++) await retype(editor, id, 2, `Words number ${index}.`)
    const stored = await database().draft.findUniqueOrThrow({ where: { articleId: id } })
    expect(stored.version).toBeGreaterThan(stored.documentVersion)
    expect(stored.documentVersion).toBeGreaterThan(0)
    const draft = await loadDraft(database(), id)
    expect(draft.version).toBe(stored.version)
    expect(draft.document.child(2).textContent).toBe('Words number 59.')
  })

  test('a stored step that does not apply is left out: the article opens, and is written on', async () => {
    const id = await anArticle(editor, { document: aDocument('Ferry') })
    await retype(editor, id, 0, 'Ferry returns')
    const broken = { stepType: 'replace', from: 900, to: 901 }
    const at = { clientId: 'broken', personId: editor.id, createdAt: new Date(1_790_000_000_000) }
    await database().step.create({ data: { articleId: id, version: 2, step: broken, ...at } })
    await database().draft.update({ where: { articleId: id }, data: { version: 2 } })
    expect((await loadDraft(database(), id)).document.child(0).textContent).toBe('Ferry returns')
    await retype(editor, id, 0, 'Ferry returns today')
    const { version, document } = await loadDraft(database(), id)
    expect([version, document.child(0).textContent]).toEqual([3, 'Ferry returns today'])
  })

  test('who may only comment marks words and suggests, and changes nothing else', async () => {
    const id = await anArticle(reporter, { document: aDocument('Ferry') })
    const document = parseDocument(await draftOf(id))
    const comment = new Transform(document).addMark(1, 4, schema.mark('comment', { threadId: newId() }))
    const suggestion = { suggestionId: newId(), at: new Date(1_790_000_000_000).toISOString(), what: 'words' }
    const suggested = (personId: string) =>
      new Transform(document)
        .insert(6, schema.text(' returns', [schema.mark('inserted', { ...suggestion, personId })]))
        .steps.map((step) => step.toJSON())
    const commenting = comment.steps.map((step) => step.toJSON())
    expect(await send(stranger, id, 0, commenting)).toMatchObject({ version: 1 })
    await expect(send(stranger, id, 1, suggested(editor.id))).rejects.toThrow(Forbidden)
    await expect(send(editor, id, 1, suggested(stranger.id))).rejects.toThrow(Forbidden)
    expect(await send(stranger, id, 1, suggested(stranger.id))).toMatchObject({ version: 2 })
    const article = await database().article.findUniqueOrThrow({ where: { id } })
    expect(article.headline).toBe('Ferry')
    await expect(send(stranger, id, 2, typing(await draftOf(id), 1, 'X'))).rejects.toThrow(Forbidden)
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
      'a character that no database keeps',
      { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'a\0b' }] } },
    ],
    [
      'half of a pair of characters',
      { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '\ud83d' }] } },
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
