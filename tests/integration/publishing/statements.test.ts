import { expect, test } from 'vitest'
import { loadArticle } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { statementsOf } from '@/tests/support/query-plans'

// Each question to the database costs a publication about half a millisecond, and they come one after the other.

test('an article and what stands around it are read by two statements', async () => {
  const editor = await aPerson('EDITOR')
  const { id: sectionId } = await aSection()
  const id = await anArticle(editor, { sectionId, slug: 'statements', topics: [(await aTopic()).id] })
  await publishNow(editor, id)
  const read = await statementsOf(() => loadArticle(database(), editor, id))
  expect(read.map(({ text }) => text)).toHaveLength(2)
})

test('changes go out after at most 32 questions to the database', async () => {
  const editor = await aPerson('EDITOR')
  const { id: sectionId } = await aSection()
  const id = await anArticle(editor, { sectionId, slug: 'statements-again', topics: [(await aTopic()).id] })
  await publishNow(editor, id)
  await retype(editor, id, 0, 'Another headline')
  const asked = await statementsOf(() => publishNow(editor, id))
  expect(asked.map(({ text }) => text.slice(0, 100)).slice(32)).toEqual([])
})
