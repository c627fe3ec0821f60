import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LeftBehind, LocalDrafts } from '@/components/editor/session/drafts'
import { openSession } from '@/components/editor/session/open-session'
import type { Failure, Transport } from '@/components/editor/session/protocol'
import { emptyDocument, toJson } from '@/lib/document/document'
import { Authority } from '../support/session/authority'
import { MemoryDevice } from '../support/session/memory-drafts'
import { Network } from '../support/session/network'
import { Around, openTypist, shownIn, type Typist } from '../support/session/typist'

const START = { version: 0, document: toJson(emptyDocument()), steps: [] }
const OFFLINE: Failure = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null }

let authority: Authority
let network: Network
let device: MemoryDevice

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 3, 1, 14, 2) })
  authority = new Authority()
  network = new Network(authority)
  device = new MemoryDevice()
})

afterEach(() => {
  vi.useRealTimers()
})

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

function words(): string {
  return authority.document.textBetween(0, authority.document.content.size, '|')
}

/** A tab that can die at any moment, with what it has not sent on the device. */
function doomedTab(): Typist & { die(): void; own: Network } {
  const own = new Network(authority)
  const tab = device.openTab()
  const typist = openTypist({ transport: own, start: { version: 0, document: START.document, steps: [] }, drafts: tab })
  own.failure = null
  return {
    ...typist,
    own,
    die: () => {
      tab.die()
      own.failure = OFFLINE
      own.breakStreams()
    },
  }
}

/** Types words that never reach the server, and dies. */
async function typeAndDie(text: string): Promise<Typist> {
  const tab = doomedTab()
  tab.own.failure = OFFLINE
  tab.type(text)
  await pass(100)
  tab.die()
  return tab
}

async function open(more: { transport?: Transport; drafts?: LocalDrafts; personId?: string; wait?: number } = {}) {
  const leftBehind: LeftBehind[][] = []
  const opening = openSession({
    articleId: 'article',
    personId: more.personId ?? 'ann',
    initial: { version: authority.version, document: toJson(authority.document) },
    transport: more.transport ?? network,
    drafts: more.drafts ?? device.openTab(),
    surroundings: new Around(),
    onStatus: () => undefined,
    onArticleChanged: () => undefined,
    onNews: () => undefined,
    onLeftBehind: (all) => leftBehind.push([...all]),
  })
  await pass(more.wait ?? 100)
  const opened = await opening
  return { ...opened, ...shownIn(opened.session, opened), leftBehind: () => leftBehind.at(-1) ?? [] }
}

describe('a page that is loaded again', () => {
  test('begins with what was typed and not sent, and the server has it', async () => {
    await typeAndDie('not sent')
    const tab = await open()
    expect(tab.text()).toBe('||not sent')
    expect(words()).toBe('||not sent')
    expect(tab.session.status.kind).toBe('saved')
    expect(device.records.size).toBe(0)
    expect(tab.leftBehind()).toEqual([])
  })

  test('merges it with what others wrote meanwhile', async () => {
    const dead = await typeAndDie('ann')
    const bob = openTypist({ transport: network, start: START })
    bob.type('bob ')
    await pass(400)
    const tab = await open()
    expect(tab.text()).toBe('||bob ann')
    expect(dead.text()).toBe('||ann')
  })

  test('does not write twice what the dead tab had still sent', async () => {
    const tab = doomedTab()
    tab.own.weather = { ...tab.own.weather, dropsAnswer: 1 }
    tab.type('once')
    await pass(400)
    tab.die()
    expect(words()).toBe('||once')
    expect(device.records.size).toBe(1)
    expect((await open()).text()).toBe('||once')
    expect(device.records.size).toBe(0)
  })

  test('does not offer as lost what a tab had sent without having time to write it down', async () => {
    const tab = doomedTab()
    tab.own.weather = { ...tab.own.weather, dropsAnswer: 1 }
    tab.type('one ')
    await pass(400)
    tab.die()
    const [record] = device.records.values()
    if (record)
      authority.apply({
        version: 1,
        clientId: record.clientId,
        steps: [{ stepType: 'replace', from: 5, to: 5, slice: { content: [{ type: 'text', text: 'two ' }] } }],
      })
    const again = await open()
    expect(again.leftBehind()).toEqual([])
    expect(again.text()).toBe('||two one ')
    expect(device.records.size).toBe(0)
  })

  test('sends what two dead tabs left', async () => {
    await typeAndDie('one ')
    await typeAndDie('two ')
    const tab = await open()
    await pass(1_000)
    expect(words()).toContain('one ')
    expect(words()).toContain('two ')
    expect(tab.text()).toBe(words())
    expect(device.records.size).toBe(0)
  })

  test('shows the words at once where the server cannot be reached, and sends them later', async () => {
    await typeAndDie('not sent')
    network.failure = OFFLINE
    const tab = await open({ wait: 2_100 })
    expect(tab.text()).toBe('||not sent')
    await pass(1_000)
    expect(tab.session.status).toMatchObject({ kind: 'offline', isKeptOnDevice: true })
    tab.type(' yet')
    network.failure = null
    await pass(11_000)
    expect(words()).toBe('||not sent yet')
    expect(tab.session.status.kind).toBe('saved')
    expect(device.records.size).toBe(0)
  })
})

describe('what cannot be merged', () => {
  test('is kept and offered, and the page opens without it', async () => {
    await typeAndDie('broken words')
    vi.spyOn(authority, 'apply').mockReturnValueOnce({
      kind: 'invalid',
      message: 'This change would break the document.',
    })
    const tab = await open()
    expect(tab.text()).toBe('||')
    expect(tab.session.status.kind).toBe('saved')
    expect(tab.leftBehind()).toMatchObject([{ text: 'broken words', cause: 'not-merged' }])
    expect(device.records.size).toBe(1)
    tab.discardLeftBehind(tab.leftBehind()[0]?.id ?? '')
    await pass(10)
    expect(tab.leftBehind()).toEqual([])
    expect(device.records.size).toBe(0)
  })

  test('is offered also where the record itself cannot be read any more', async () => {
    await typeAndDie('old words')
    for (const record of device.records.values()) record.document = { type: 'doc', content: [{ type: 'gone' }] }
    const tab = await open()
    expect(tab.leftBehind()).toMatchObject([{ text: 'old words', cause: 'not-merged' }])
    expect(device.records.size).toBe(1)
  })

  test('is offered where the person may not write in the article any more', async () => {
    await typeAndDie('mine')
    vi.spyOn(authority, 'apply').mockReturnValue({ kind: 'refused', message: 'Not yours.' })
    const tab = await open()
    expect(tab.leftBehind()).toMatchObject([{ text: 'mine' }])
  })

  test('words whose place was removed are offered again when the page is loaded again', async () => {
    const tab = await open()
    tab.type('A paragraph')
    await pass(400)
    const bob = openTypist({ transport: network, start: tab.session.snapshot() })
    const { tr, schema } = bob.editor.state
    bob.editor.dispatch(tr.replaceWith(4, tr.doc.content.size, schema.nodes.divider?.create() ?? []))
    tab.type(' and more')
    await pass(5_000)
    expect(tab.leftBehind()).toMatchObject([{ text: 'and more', cause: 'place-removed' }])
    await tab.close()
    const again = await open()
    expect(again.leftBehind()).toMatchObject([{ text: 'and more' }])
  })
})

describe('other tabs and other people', () => {
  test('an open tab keeps its record; when it dies, a tab that is still open sends it', async () => {
    const doomed = doomedTab()
    doomed.own.failure = OFFLINE
    doomed.type('still here')
    await pass(100)
    const tab = await open()
    expect(words()).toBe('||')
    expect(device.records.size).toBe(1)
    doomed.die()
    await pass(100)
    expect(words()).toBe('||still here')
    expect(tab.text()).toBe('||still here')
    expect(device.records.size).toBe(0)
  })

  test("another person's record on the same computer is never opened", async () => {
    await typeAndDie('private')
    const tab = await open({ personId: 'bob' })
    expect(tab.text()).toBe('||')
    expect(tab.leftBehind()).toEqual([])
    expect(words()).toBe('||')
    expect(device.records.size).toBe(1)
  })
})
