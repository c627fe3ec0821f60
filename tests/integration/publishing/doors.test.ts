import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PLAIN_MOVES } from '@/lib/articles/move-article'
import { ARTICLE_STATES, type ArticleState, type Move, stateAfter } from '@/lib/articles/state'
import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { actionId } from '@/tests/support/server-actions'
import { type ServerProcess, startServer } from '@/tests/support/server-process'
import { articleIn, aWalk, doneAs, FAR, isAllowed, isMoveOf, moves, type Walk, type Walker } from '@/tests/support/walk'

// The same table as walk.test.ts, through what a browser or a script would send to the server as it runs.

const PASSWORD = 'a long one for the doors of the walk'
const REFUSED = [401, 403, 404]

/** What is sent for each move, after the address of the article. */
const doors: Record<Move, { path: string; body: unknown }> = {
  ...(Object.fromEntries(
    PLAIN_MOVES.map((move) => [move, { path: 'move', body: { move, note: 'A word about it.' } }]),
  ) as Record<(typeof PLAIN_MOVES)[number], { path: string; body: unknown }>),
  askLegal: { path: 'legal/ask', body: { question: 'May we?' } },
  askLegalAgain: { path: 'legal/ask', body: { question: 'May we?' } },
  schedule: { path: 'schedule', body: { time: FAR, version: 0 } },
  scheduleChanges: { path: 'schedule', body: { time: FAR, version: 0 } },
  unschedule: { path: 'schedule/cancel', body: { of: 'publication' } },
  publish: { path: 'publish', body: { version: 0 } },
  unpublish: { path: 'unpublish', body: { reason: 'It was wrong.' } },
  kill: { path: 'kill', body: { reason: 'It was wrong.' } },
}

let server: ServerProcess
let walk: Walk
const signedIn = new Map<string, HttpPerson>()

beforeAll(async () => {
  walk = await aWalk()
  await database().person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } })
  server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '' },
  })
  for (const { name, actor } of walk.everybody)
    if (actor.kind === 'person')
      signedIn.set(name, await signInOverHttp(server.url, { email: actor.email, password: PASSWORD }))
}, 300_000)

afterAll(() => server?.stop())

function headersOf({ name }: Walker): Record<string, string> {
  return signedIn.get(name)?.headers() ?? { Origin: server.url }
}

async function stateOf(id: string) {
  return database().article.findUniqueOrThrow({ where: { id }, select: { state: true, stateBefore: true } })
}

/** Nobody, one who may and one who may not, another each time: what all of them may is walked in walk.test.ts. */
function* someFor(move: Move): Generator<Walker> {
  turn += 1
  for (const may of [true, false]) {
    const walkers = walk.everybody.filter((who) => who.role !== null && isAllowed(who, move) === may)
    const walker = walkers[turn % walkers.length]
    if (walker !== undefined) yield walker
  }
  yield* walk.everybody.filter(({ role }) => role === null)
}

let turn = 0

describe.each(ARTICLE_STATES)('Over HTTP, from %s', (state) => {
  test('every move is answered as the table says', async () => {
    let id = await articleIn(walk, state)
    let before = await stateOf(id)
    const wrong: string[] = []
    for (const move of moves) {
      for (const who of someFor(move)) {
        const { path, body } = doors[move]
        const { status } = await fetch(`${server.url}/api/documents/${id}/${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { ...headersOf(who), 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        })
        const expected = !isAllowed(who, move) ? REFUSED : isMoveOf(move, state) ? [200] : [409]
        if (!expected.includes(status)) wrong.push(`${move} by ${who.name}: ${status}, not ${expected.join(' or ')}`)
        const target = status === 200 ? stateAfter(doneAs(move, state), before).state : state
        const after = await stateOf(id)
        if (after.state !== target) wrong.push(`${move} by ${who.name}: left it ${after.state}, not ${target}`)
        if (status === 200) id = await articleIn(walk, state)
        before = status === 200 ? await stateOf(id) : after
      }
    }
    expect(wrong).toEqual([])
  }, 180_000)
})

/** The doors of the plan are server actions: a script calls them by the number that the build gave them. */
describe.each(['commission', 'start'] as const)('The server action %s of the plan', (move) => {
  test.each(ARTICLE_STATES)(
    'moves from %s whoever may, and nobody else',
    async (state: ArticleState) => {
      for (const who of walk.everybody) {
        const id = await articleIn(walk, state)
        const before = await stateOf(id)
        await fetch(`${server.url}/desk/plan`, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            ...headersOf(who),
            'Next-Action': actionId('/desk/plan/actions.ts', move),
            'Content-Type': 'text/plain;charset=UTF-8',
          },
          body: JSON.stringify([{ articleId: id }]),
        })
        const isDone = isAllowed(who, move) && isMoveOf(move, state)
        expect((await stateOf(id)).state, who.name).toBe(isDone ? stateAfter(move, before).state : state)
      }
    },
    60_000,
  )
})
