import { setTimeout as pass } from 'node:timers/promises'
import { Step } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import { closeListening } from '@/lib/db/listen'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { anArticle, draftOf, versionOf } from '@/tests/support/articles'
import { aPerson } from '@/tests/support/newsroom-rows'
import { seeded } from '@/tests/support/seeded'
import { editAtRandom, expectNothingLost, Letters } from '@/tests/support/session/chaos'
import { MemoryDevice } from '@/tests/support/session/memory-drafts'
import { FINE, Network } from '@/tests/support/session/network'
import { RealServer } from '@/tests/support/session/real-server'
import { openTypist } from '@/tests/support/session/typist'

const PEOPLE = 8
const EDITS = 1_500
const SHAKY = { dropsRequest: 0.05, dropsAnswer: 0.05, repeats: 0.05, breaksStream: 0.01, delay: 30 }

test('eight people on a shaky network end with one article, every letter in it and a log without a gap', async () => {
  const random = seeded(8)
  const author = await aPerson('EDITOR')
  const articleId = await anArticle(author)
  const letters = new Letters()
  const start = { version: 0, document: await draftOf(articleId), steps: [] }
  const first = parseDocument(start.document)
  const typists = await Promise.all(
    Array.from({ length: PEOPLE }, async () => {
      const person = await aPerson('EDITOR')
      const server = new RealServer(person, articleId)
      const network = new Network(server, random, SHAKY)
      return {
        server,
        network,
        ...openTypist({
          transport: network,
          start,
          drafts: new MemoryDevice().openTab(),
          articleId,
          personId: person.id,
        }),
      }
    }),
  )

  for (let edit = 0; edit < EDITS; edit++) {
    const typist = typists[Math.floor(random() * PEOPLE)]
    if (typist) editAtRandom(typist, random, letters)
    if (edit % 3 === 0) await pass(random() * 15)
  }

  for (const { network } of typists) network.weather = FINE
  await expect
    .poll(
      async () => {
        const version = await versionOf(articleId)
        for (const { around } of typists) around.wake()
        return typists.every(({ session }) => session.status.kind === 'saved' && session.version === version)
      },
      { timeout: 60_000, interval: 300 },
    )
    .toBe(true)
  await Promise.all(typists.map(({ session }) => session.close()))
  expect(typists.flatMap(({ server }) => server.defects)).toEqual([])

  const document = parseDocument(await draftOf(articleId))
  expectNothingLost({ document, typists, letters, handedBack: typists.flatMap(({ withoutPlace }) => withoutPlace) })

  const log = await database().step.findMany({ where: { articleId }, orderBy: { version: 'asc' } })
  expect(log.map(({ version }) => version)).toEqual(Array.from({ length: log.length }, (_none, index) => index + 1))
  expect(new Set(log.map(({ clientId }) => clientId)).size).toBe(PEOPLE)
  const replayed = log.reduce((before, { step }) => Step.fromJSON(schema, step).apply(before).doc ?? before, first)
  expect(replayed.eq(document)).toBe(true)
  await closeListening()
}, 120_000)
