import { beforeAll, expect, test } from 'vitest'
import { KnownError } from '@/lib/errors'
import { changedTables, fingerprint } from '@/tests/support/access/fingerprint'
import { NAMED } from '@/tests/support/access/kinds'
import { allUseCases, type UseCase } from '@/tests/support/access/use-cases'
import { aWorld, type World } from '@/tests/support/access/world'
import { aPerson } from '@/tests/support/newsroom-rows'

// Doors ask who comes in; a use case asks again. Here each of them is called as nobody would who had come through a wall: with things that
// exist.

/** Functions that take an actor and do nothing for anybody: questions that the others ask. */
const QUESTIONS = new Set([
  'lib/articles/article-filter.ts filterArticles',
  'lib/articles/holds.ts assertNotHeld',
  'lib/articles/holds.ts isHeldByOther',
  'lib/articles/holds.ts mayRelease',
  'lib/auth/may-end-sessions.ts mayEndSessionsOf',
  'lib/api/scopes-to-give.ts scopesToGive',
  'lib/board/read-board.ts cardOf',
  'lib/corrections/may-correct.ts assertMayCorrect',
  'lib/policy/exceeding.ts exceeding',
  'lib/policy/policy.ts can',
  'lib/policy/policy.ts scope',
])

let world: World

beforeAll(async () => {
  world = await aWorld(await aPerson('REPORTER'), await aPerson('EDITOR'), 'wall')
})

/** An input of whatever shape is looked for in it: ids where things are named, and words elsewhere. */
function anything(): unknown {
  const named = Object.fromEntries(
    Object.entries(NAMED).flatMap(([name, kind]) => (kind === undefined ? [] : [[name, world.ids[kind]]])),
  )
  const sensible = {
    ...named,
    ...{ id: world.ids.article, key: world.ids.section, field: 'slug', steps: [], after: null, limit: 1, version: 0 },
    ...{ reason: 'Because nobody asked for it', time: { local: '2099-06-01T06:00', zone: 'UTC' }, text: 'words' },
  } as Record<string, unknown>
  return new Proxy(sensible, {
    get: (own, key) => {
      if (typeof key === 'symbol') return undefined
      if (Object.hasOwn(own, key)) return own[key]
      if (/Ids$|^ids$|^kinds$|^members$/.test(key)) return [world.ids.article]
      if (/base|number|hours|minutes|seenVersion/i.test(key)) return 0
      return key === 'then' || key === 'toJSON' ? undefined : 'words'
    },
  })
}

/** What stands in the place of each parameter after the actor. */
function givenFor({ rest }: UseCase): unknown[] {
  const parameters = rest.split(/,(?![^{(<[]*[})>\]])/).map((each) => each.trim())
  return parameters.flatMap((each) => {
    if (each === '') return []
    if (/^\w+\??: (?:readonly )?string\[\]/.test(each)) return [[world.ids.article]]
    if (/^\w+\??: string\b/.test(each)) return [world.ids.article]
    if (/=>/.test(each)) return [() => undefined]
    if (/^\w+\??: number\b/.test(each)) return [1]
    return [anything()]
  })
}

test('no use case does anything for nobody', async () => {
  const cases = (await allUseCases()).filter(({ name }) => !QUESTIONS.has(name))
  expect(cases.length).toBeGreaterThan(250)
  const before = await fingerprint()
  const problems: string[] = []
  for (const one of cases) {
    try {
      const answer = await one.run({ kind: 'nobody' }, ...givenFor(one))
      if (!isNothing(answer)) problems.push(`${one.name} answers ${JSON.stringify(answer)?.slice(0, 100)}`)
    } catch (error) {
      if (!(error instanceof KnownError) || ![401, 403, 404].includes(error.status))
        problems.push(`${one.name} throws ${String(error).slice(0, 160)}`)
    }
  }
  expect(problems).toEqual([])
  expect(changedTables(before, await fingerprint())).toEqual([])
})

/** What is there for nobody is said by an empty list, a no or a zero, where the caller asks for it with every page. */
function isNothing(answer: unknown): boolean {
  return answer === null || answer === undefined || answer === 0 || (Array.isArray(answer) && answer.length === 0)
}
