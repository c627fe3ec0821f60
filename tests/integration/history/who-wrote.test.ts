import { Slice } from 'prosemirror-model'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadDraft } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Invalid, NotFound } from '@/lib/errors'
import { nameVersion } from '@/lib/history/name-version'
import { restoreRevision } from '@/lib/history/restore-revision'
import { whoWrote } from '@/lib/history/who-wrote'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, retype } from '@/tests/support/articles'
import { aDocument, paragraph } from '@/tests/support/documents'
import { change, positionAfter, typeAfter } from '@/tests/support/histories'
import { aPerson } from '@/tests/support/newsroom-rows'

let ada: PersonActor
let nadia: PersonActor
let piet: PersonActor

beforeAll(async () => {
  ada = await aPerson('REPORTER', 'Ada')
  nadia = await aPerson('EDITOR', 'Nadia')
  piet = await aPerson('EDITOR', 'Piet')
})

/** "words: name", for each stretch of a paragraph that holds some words. */
async function told(articleId: string, words: string): Promise<string[]> {
  const { document, version } = await loadDraft(database(), articleId)
  const at = document.resolve(positionAfter(document, words))
  const spans = await whoWrote(ada, { articleId, version, from: at.start(), to: at.end() })
  return spans.map(
    ({ from, to, name, restoredBy }) =>
      `${document.textBetween(from, to, '', ' ')}: ${name || 'nobody knows'}${restoredBy ? `, restored by ${restoredBy.name}` : ''}`,
  )
}

describe('Who wrote these words', () => {
  test('is told of three people in one sentence, and of whoever started the article', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'The council met.') })
    await typeAfter(nadia, id, 'council', ' of the town')
    await typeAfter(piet, id, 'of the', ' old')
    await typeAfter(nadia, id, 'met', ' twice')
    expect(await told(id, 'met')).toEqual([
      'The council: Ada',
      ' of the: Nadia',
      ' old: Piet',
      ' town: Nadia',
      ' met: Ada',
      ' twice: Nadia',
      '.: Ada',
    ])
  })

  test('is whoever replaced them; bold and links change no author', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'The council met.') })
    await change(nadia, id, (transform, document) => {
      const end = positionAfter(document, 'council')
      transform.replaceWith(end - 7, end, schema.text('parliament'))
    })
    await change(piet, id, (transform, document) => {
      const end = positionAfter(document, 'parliament')
      transform.addMark(end - 10, end, schema.marks.bold.create())
    })
    expect(await told(id, 'met')).toEqual(['The : Ada', 'parliament: Nadia', ' met.: Ada'])
  })

  test('is whoever moved a block, and whoever pasted', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'One stays.', 'Two moves.', 'Three stays.') })
    await change(nadia, id, (transform, document) => {
      const from = positionAfter(document, 'Two moves.') - 'Two moves.'.length - 1
      const node = document.nodeAt(from)
      if (node === null) throw new Error('No block')
      transform.delete(from, from + node.nodeSize).insert(transform.doc.content.size, node)
    })
    await change(piet, id, (transform, document) => {
      const end = positionAfter(document, 'One stays.')
      transform.replace(end, end, new Slice(paragraph(' And pasted.').content, 0, 0))
    })
    expect(await told(id, 'Two moves')).toEqual(['Two moves.: Nadia'])
    expect(await told(id, 'Three')).toEqual(['Three stays.: Ada'])
    expect(await told(id, 'One')).toEqual(['One stays.: Ada', ' And pasted.: Piet'])
  })

  test('stays who wrote them first when an older version brings them back, and says who restored it', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'The council met.') })
    await typeAfter(nadia, id, 'council', ' of the town')
    const { id: revisionId } = await nameVersion(ada, { articleId: id, revisionId: null, name: 'Good' })
    await retype(piet, id, 2, 'Nothing is left.')
    await restoreRevision(piet, { articleId: id, revisionId })
    expect(await told(id, 'council')).toEqual([
      'The council: Ada, restored by Piet',
      ' of the town: Nadia, restored by Piet',
      ' met: Ada, restored by Piet',
      '.: Piet',
    ])
  })

  test('cannot be stolen by a tab that calls itself a restoring one', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'The council met.') })
    const { applySteps } = await import('@/lib/articles/apply-steps')
    const at = positionAfter((await loadDraft(database(), id)).document, 'council')
    const step = { stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text: ' never' }] } }
    await applySteps(nadia, { articleId: id, version: 0, clientId: `restore-0-${newId()}`, steps: [step] })
    expect(await told(id, 'council')).toEqual(['The council: Ada', ' never: Nadia', ' met.: Ada'])
  })

  test('has no answer for what does not exist', async () => {
    const id = await anArticle(ada)
    await expect(whoWrote(ada, { articleId: id, version: 5, from: 1, to: 2 })).rejects.toThrow(Invalid)
    await expect(whoWrote(ada, { articleId: newId(), version: 0, from: 1, to: 2 })).rejects.toThrow(NotFound)
  })
})
