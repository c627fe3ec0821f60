import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSession } from '@/components/editor/session/open-session'
import type { Failure } from '@/components/editor/session/protocol'
import { toJson } from '@/lib/document/document'
import { type Random, seeded } from '../support/seeded'
import { Authority } from '../support/session/authority'
import { editAtRandom, expectNothingLost, expectTruth, Letters, lettersOf } from '../support/session/chaos'
import { MemoryDevice } from '../support/session/memory-drafts'
import { BAD, FINE, Network } from '../support/session/network'
import { Around, shownIn, type Typist } from '../support/session/typist'

const OFFLINE: Failure = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null }

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

type Person = {
  name: string
  device: MemoryDevice
  tab: ReturnType<MemoryDevice['openTab']>
  network: Network
  around: Around
  typist: Pick<Typist, 'session' | 'editor'>
}

/** A tab of a person, opened by the code that the editor's page uses. */
async function openTab(
  authority: Authority,
  name: string,
  device: MemoryDevice,
  random: Random,
  handedBack: Set<string>,
): Promise<Person> {
  const network = new Network(authority, random, BAD)
  const around = new Around()
  const tab = device.openTab()
  const opening = openSession({
    articleId: 'article',
    personId: name,
    initial: { version: authority.version, document: toJson(authority.document) },
    transport: network,
    drafts: tab,
    surroundings: around,
    onStatus: () => undefined,
    onArticleChanged: () => undefined,
    onNews: () => undefined,
    onLeftBehind: (words) => {
      for (const { text } of words) handedBack.add(text)
    },
  })
  await vi.advanceTimersByTimeAsync(3_000)
  const { session, document } = await opening
  return { name, device, tab, network, around, typist: { session, ...shownIn(session, { document }) } }
}

/** A browser that is killed: nothing of it reaches anything any more. */
function kill(person: Person): void {
  person.tab.die()
  person.network.failure = OFFLINE
  person.network.breakStreams()
}

/** CHAOS=200 tries so many worlds. */
const WORLDS = Number(process.env.CHAOS ?? 1)
const SEEDS = Array.from({ length: WORLDS }, (_none, index) => index + 1)

test.each(SEEDS)('people on a terrible network all end with one article and every letter (chance %i)', async (seed) => {
  const random = seeded(seed)
  vi.spyOn(Math, 'random').mockImplementation(random)
  const authority = new Authority()
  const letters = new Letters()
  const handedBack = new Set<string>()
  const accepted = new Set<string>()
  authority.listen(() => {
    for (const letter of lettersOf(authority.document)) accepted.add(letter)
  })
  const people: Person[] = []
  for (let number = 0; number < 4; number++) {
    people.push(await openTab(authority, `person ${number}`, new MemoryDevice(), random, handedBack))
  }

  for (let edit = 0; edit < 140; edit++) {
    const index = Math.floor(random() * people.length)
    const person = people[index] as Person
    editAtRandom(person.typist, random, letters)
    await vi.advanceTimersByTimeAsync(random() * 150)
    for (const { typist } of people) expectTruth(typist, accepted)
    if (random() < 0.03) person.network.failure = person.network.failure === null ? OFFLINE : null
    if (random() < 0.03) person.network.breakStreams()
    if (random() < 0.02) {
      await vi.advanceTimersByTimeAsync(100)
      kill(person)
      people[index] = await openTab(authority, person.name, person.device, random, handedBack)
    }
  }

  for (const { network, around } of people) {
    network.failure = null
    network.weather = FINE
    around.wake()
  }
  await vi.advanceTimersByTimeAsync(60_000)
  expect(letters.typed.size).toBeGreaterThan(120)
  expectNothingLost({
    document: authority.document,
    typists: people.map(({ typist }) => typist),
    letters,
    handedBack: [...handedBack],
  })
  for (const { device } of people) expect([...device.records.values()]).toEqual([])
})
