import { undo } from '@tiptap/pm/history'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NotSaved } from '@/components/editor/session/document-session'
import type { Failure } from '@/components/editor/session/protocol'
import { statusText } from '@/components/editor/session/status'
import { emptyDocument, toJson } from '@/lib/document/document'
import { Authority } from '../support/session/authority'
import { MemoryDevice } from '../support/session/memory-drafts'
import { Network } from '../support/session/network'
import { openTypist, type Typist } from '../support/session/typist'

const START = { version: 0, document: toJson(emptyDocument()), steps: [] }
const OFFLINE: Failure = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null }
const MINUTE = 60_000

let authority: Authority
let network: Network

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 3, 1, 14, 2) })
  authority = new Authority()
  network = new Network(authority)
})

afterEach(() => {
  vi.useRealTimers()
})

function open(more: Partial<Parameters<typeof openTypist>[0]> = {}): Typist {
  return openTypist({ transport: network, start: START, ...more })
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

function words(): string {
  return authority.document.textBetween(0, authority.document.content.size, '|')
}

describe('pace', () => {
  test('what is typed is sent 300 ms after the last key', async () => {
    const ann = open()
    ann.type('a')
    await pass(200)
    ann.type('b')
    await pass(299)
    expect(network.sent).toHaveLength(0)
    await pass(2)
    expect(words()).toBe('||ab')
  })

  test('somebody who does not stop typing is saved every second', async () => {
    const ann = open()
    for (let key = 0; key < 40; key++) {
      ann.type('x')
      await pass(100)
    }
    expect(network.sent.length).toBeGreaterThanOrEqual(3)
    expect(authority.version).toBeGreaterThanOrEqual(29)
  })

  test('only one request is on its way at a time', async () => {
    network.weather = { ...network.weather, delay: 3_000 }
    const ann = open()
    for (let key = 0; key < 30; key++) {
      ann.type('x')
      await pass(100)
    }
    expect(network.sent).toHaveLength(1)
  })

  test('a long time offline goes out in several requests, whole actions each', async () => {
    network.failure = OFFLINE
    const ann = open()
    const { editor } = ann
    for (let action = 0; action < 400; action++) {
      editor.dispatch(editor.state.tr.insertText('a', editor.state.doc.content.size - 1).insertText('b', 3))
    }
    await pass(1_000)
    network.failure = null
    network.sent.length = 0
    await pass(MINUTE)
    const sizes = network.sent.map(({ batch }) => batch.steps.length)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(800)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
    expect(sizes.every((size) => size % 2 === 0)).toBe(true)
  })
})

describe('status', () => {
  test('reads saved with the time of the acknowledgement, and saving until then', async () => {
    const ann = open()
    expect(statusText(ann.session.status)).toBe('Saved')
    ann.type('a')
    expect(statusText(ann.session.status)).toBe('Saving…')
    await pass(2 * MINUTE)
    expect(statusText(ann.session.status)).toBe('Saved 14:02')
  })

  test('says offline and where the words are, and comes back by itself', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    network.failure = OFFLINE
    ann.type('a')
    await pass(1_000)
    expect(statusText(ann.session.status)).toBe('Offline, kept on this device')
    network.failure = null
    await pass(11_000)
    expect(statusText(ann.session.status)).toBe('Saved 14:02')
    expect(words()).toBe('||a')
  })

  test('tries at once when the network is back', async () => {
    const ann = open()
    network.failure = OFFLINE
    ann.type('a')
    await pass(MINUTE)
    network.failure = null
    ann.around.wake()
    await pass(0)
    expect(ann.session.status.kind).toBe('saved')
  })

  test('does not claim to keep anything when the device is full, and asks before the page is left', async () => {
    const device = new MemoryDevice()
    device.isFull = true
    network.failure = OFFLINE
    const ann = open({ drafts: device.openTab() })
    expect(ann.around.wouldAsk()).toBe(false)
    ann.type('a')
    await pass(1_000)
    expect(statusText(ann.session.status)).toBe('Offline, not kept on this device: leave this page open')
    expect(ann.around.wouldAsk()).toBe(true)
    device.isFull = false
    ann.type('b')
    await pass(100)
    expect(statusText(ann.session.status)).toBe('Offline, kept on this device')
    expect(ann.around.wouldAsk()).toBe(false)
  })

  test('tells a server that does not answer from a network that is gone, and waits as long as it asks', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    network.failure = { kind: 'unreachable', cause: 'server', retryAfterSeconds: 30 }
    ann.type('a')
    await pass(25_000)
    expect(statusText(ann.session.status)).toBe('The server is not answering, kept on this device')
    expect(network.sent).toHaveLength(1)
  })

  test('a page without unsent words stays saved when the network goes', async () => {
    const ann = open()
    network.failure = OFFLINE
    network.breakStreams()
    await pass(MINUTE)
    expect(ann.session.status.kind).toBe('saved')
  })
})

describe('lost answers', () => {
  test('a request that arrived but whose answer was lost is not applied twice', async () => {
    const ann = open()
    ann.type('first ')
    network.weather = { ...network.weather, dropsAnswer: 1 }
    await pass(400)
    expect(words()).toBe('||first ')
    expect(ann.session.status.kind).not.toBe('saved')
    ann.type('second')
    network.weather = { ...network.weather, dropsAnswer: 0 }
    await pass(20_000)
    expect(words()).toBe('||first second')
    expect(ann.session.status.kind).toBe('saved')
  })

  test('words of others that came in between keep their place', async () => {
    const ann = open()
    const bob = open()
    ann.type('ann ')
    network.weather = { ...network.weather, dropsAnswer: 1 }
    await pass(400)
    network.weather = { ...network.weather, dropsAnswer: 0 }
    bob.around.wake()
    await pass(10)
    bob.type('bob')
    await pass(30_000)
    expect(words()).toBe('||ann bob')
    expect(ann.text()).toBe(words())
    expect(bob.text()).toBe(words())
  })
})

describe('two people', () => {
  test('see what the other types, and undo only what is their own', async () => {
    const ann = open()
    const bob = open()
    ann.type('ann')
    await pass(400)
    expect(bob.text()).toBe('||ann')
    bob.type(' bob')
    await pass(400)
    undo(ann.editor.state, (transaction) => ann.editor.dispatch(transaction))
    await pass(400)
    expect(words()).toBe('|| bob')
    expect(bob.text()).toBe('|| bob')
  })

  test('words in a paragraph that somebody removed meanwhile are handed back', async () => {
    const ann = open()
    ann.type('A paragraph')
    await pass(400)
    const bob = open({ start: ann.session.snapshot() })
    network.weather = { ...network.weather, delay: 100 }
    const { editor } = bob
    editor.dispatch(
      editor.state.tr.replaceWith(4, editor.state.doc.content.size, editor.state.schema.nodes.divider?.create() ?? []),
    )
    ann.type(' with more wrods')
    editorBackspace(ann, 4)
    ann.type('ords')
    await pass(5_000)
    expect(words()).not.toContain('more')
    expect(ann.withoutPlace).toEqual(['with more words'])
    expect(ann.session.status.kind).toBe('saved')
  })

  test('a change of others waits until a word that is being composed is finished, but not for ever', async () => {
    const ann = open()
    const bob = open()
    ann.editor.isComposing = true
    bob.type('bob')
    await pass(2_000)
    expect(ann.text()).toBe('||')
    ann.editor.isComposing = false
    await pass(60)
    expect(ann.text()).toBe('||bob')
    ann.editor.isComposing = true
    bob.type('!')
    await pass(4_000)
    expect(ann.text()).toBe('||bob!')
  })
})

describe('signed out', () => {
  const ENDED: Failure = { kind: 'signed-out', message: 'Your session has ended.' }

  test('typing goes on, and everything is sent when the person signs in again', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    ann.type('before ')
    await pass(400)
    network.failure = ENDED
    ann.type('during ')
    await pass(400)
    expect(ann.session.status).toEqual({
      kind: 'signed-out',
      reason: 'Your session has ended.',
      hasUnsent: true,
      isKeptOnDevice: true,
    })
    expect(statusText(ann.session.status)).toBe('Signed out, kept on this device')
    ann.type('still ')
    await pass(MINUTE)
    expect(words()).toBe('||before ')
    network.failure = null
    await pass(15_000)
    expect(words()).toBe('||before during still ')
    expect(ann.session.status.kind).toBe('saved')
  })

  test('a sign-in in another tab is enough, but only of the same person', async () => {
    const ann = open()
    network.failure = ENDED
    ann.type('a')
    await pass(400)
    network.failure = null
    ann.around.tell({ kind: 'signed-in', personId: 'bob' })
    await pass(10)
    expect(words()).toBe('||')
    ann.around.tell({ kind: 'signed-in', personId: 'ann' })
    await pass(10)
    expect(words()).toBe('||a')
  })

  test('a session that is ended while nothing is typed is told at once', async () => {
    const ann = open()
    network.endSessions('Your account was deactivated.')
    expect(ann.session.status).toMatchObject({
      kind: 'signed-out',
      reason: 'Your account was deactivated.',
      hasUnsent: false,
    })
    expect(statusText(ann.session.status)).toBe('Signed out')
  })

  test('after a sign-out wiped the device nothing is written to it, and the status does not claim it', async () => {
    const device = new MemoryDevice()
    const ann = open({ drafts: device.openTab() })
    network.failure = ENDED
    ann.type('secret')
    await pass(400)
    expect(device.records.size).toBe(1)
    device.wipe()
    ann.around.tell({ kind: 'signed-out' })
    await pass(100)
    ann.type(' more')
    await pass(400)
    expect(device.records.size).toBe(0)
    expect(statusText(ann.session.status)).toBe('Signed out, not kept on this device: leave this page open')
    network.failure = null
    ann.around.tell({ kind: 'signed-in', personId: 'ann' })
    await pass(10)
    expect(words()).toBe('||secret more')
    ann.type('!')
    await pass(100)
    expect(device.records.size).toBe(1)
  })
})

describe('what the server does not take', () => {
  test('a person who may not write any more gets the sentence and keeps the text', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    network.failure = { kind: 'refused', message: 'This article is on another desk now.' }
    ann.type('mine')
    await pass(MINUTE)
    expect(ann.session.status).toMatchObject({
      kind: 'refused',
      message: 'This article is on another desk now.',
      hasUnsent: true,
    })
    expect(ann.session.textOfDraft()).toContain('mine')
    expect(network.sent).toHaveLength(1)
    network.failure = null
    ann.around.wake()
    await pass(100)
    expect(ann.session.status.kind).toBe('saved')
  })

  test('what was typed before the right ended is put aside, and what is typed after it goes through', async () => {
    const device = new MemoryDevice()
    const ann = open({ drafts: device.openTab() })
    ann.type('shared ')
    await pass(1_000)
    network.failure = { kind: 'refused', message: 'You may not edit this article.' }
    ann.type('mine alone')
    await pass(MINUTE)
    expect(ann.session.status).toMatchObject({ kind: 'refused', hasUnsent: true })

    network.failure = null
    const bob = open()
    bob.type('theirs ', bob.editor.state.doc.content.size - 1)
    await pass(2_000)
    network.failure = { kind: 'refused', message: 'You may not edit this article.' }
    ann.type(' still')
    await pass(MINUTE)
    network.failure = null
    ann.session.putAside()
    await pass(100)
    expect(ann.withoutPlace).toEqual(['mine alone still'])
    expect(ann.text()).toBe(bob.text())
    expect(ann.session.status.kind).toBe('saved')
    expect(device.records.size).toBe(0)

    ann.type('suggested')
    await pass(1_000)
    expect(words()).toContain('suggested')
    expect(words()).not.toContain('mine')
    // Undoing does not bring back what the server never had.
    undo(ann.editor.state, (transaction) => ann.editor.dispatch(transaction))
    await pass(1_000)
    expect(words()).not.toContain('mine')
    expect(ann.session.status.kind).toBe('saved')
  })

  test('nothing is put aside that the server takes, or has taken and not said so', async () => {
    const ann = open()
    ann.type('mine')
    ann.session.putAside()
    await pass(1_000)
    expect([ann.withoutPlace, words()]).toEqual([[], '||mine'])

    const apply = authority.apply.bind(authority)
    vi.spyOn(authority, 'apply').mockImplementationOnce((batch) => {
      apply(batch)
      return { kind: 'refused', message: 'Not any more.' }
    })
    ann.type(' was taken')
    await pass(1_000)
    ann.session.putAside()
    await pass(1_000)
    expect(ann.withoutPlace).toEqual([])
    expect(words()).toBe('||mine was taken')
    expect([ann.text(), ann.session.status.kind]).toEqual(['||mine was taken', 'saved'])
  })

  test('whoever may not even read any more is told so, keeps the text, and goes on when the right is back', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    await pass(100)
    network.failure = { kind: 'refused', message: 'You may not read this article any more.' }
    network.refuseReading('Your rights were changed.')
    expect(ann.session.status).toMatchObject({
      kind: 'refused',
      message: 'Your rights were changed.',
      hasUnsent: false,
    })
    ann.type('mine')
    await pass(MINUTE)
    expect(ann.session.status).toMatchObject({ kind: 'refused', hasUnsent: true, isKeptOnDevice: true })
    network.failure = null
    ann.around.wake()
    await pass(100)
    expect(ann.session.status.kind).toBe('saved')
    expect(words()).toContain('mine')
  })

  test('a change that breaks the document stops the saving, and everything before it is saved', async () => {
    const device = new MemoryDevice()
    const ann = open({ drafts: device.openTab() })
    ann.type('good ')
    ann.type('words ')
    vi.spyOn(authority, 'apply').mockImplementation((batch) =>
      JSON.stringify(batch).includes('poison')
        ? { kind: 'invalid', message: 'This change would break the document.' }
        : Authority.prototype.apply.call(authority, batch),
    )
    ann.type('poison ')
    ann.type('after')
    await pass(MINUTE)
    expect(words()).toBe('||good words ')
    expect(ann.session.status).toEqual({
      kind: 'stuck',
      message: 'This change would break the document.',
      isKeptOnDevice: true,
    })
    expect(ann.session.textOfDraft()).toContain('good words poison after')
    expect([...device.records.values()][0]?.steps).toHaveLength(2)
    await expect(ann.session.flush()).rejects.toThrow('This change would break the document.')
  })

  test('what is too large at once goes in parts; a part that is still too large is said to be', async () => {
    const most = 300
    vi.spyOn(authority, 'apply').mockImplementation((batch) =>
      JSON.stringify(batch).length > most
        ? { kind: 'too-large', message: 'This is larger than we take.' }
        : Authority.prototype.apply.call(authority, batch),
    )
    const ann = open()
    for (const key of 'several keys') ann.type(key)
    await pass(MINUTE)
    expect(words()).toBe('||several keys')
    ann.type('x'.repeat(400))
    await pass(MINUTE)
    expect(ann.session.status).toMatchObject({ kind: 'stuck', message: 'This is larger than we take.' })
  })

  test('another tab that writes under the same id is noticed instead of mixing up the words', async () => {
    const ann = open({ clientId: 'same' })
    const copy = open({ clientId: 'same' })
    ann.type('one')
    copy.type('two')
    await pass(5_000)
    expect([ann.session.status.kind, copy.session.status.kind]).toContain('stuck')
    expect(authority.document.textContent).toMatch(/^(one|two)$/)
  })
})

describe('flush', () => {
  test('resolves with the version that holds everything typed until then', async () => {
    const ann = open()
    ann.type('a')
    const saved = ann.session.flush()
    ann.type('b')
    await pass(1)
    await expect(saved).resolves.toEqual({ version: authority.version })
    expect(words()).toContain('a')
    await expect(ann.session.flush().then(() => words())).resolves.toBe('||ab')
  })

  test('rejects when that cannot happen now', async () => {
    const ann = open({ drafts: new MemoryDevice().openTab() })
    network.failure = OFFLINE
    ann.type('a')
    const saved = ann.session.flush()
    const refusal = expect(saved).rejects.toThrow(NotSaved)
    await pass(600)
    await refusal
    await expect(Promise.all([ann.session.flush(), pass(600)])).rejects.toThrow('Offline, kept on this device.')
  })
})

describe('leaving', () => {
  test('what is not sent goes out with the page, and is kept as well', async () => {
    const device = new MemoryDevice()
    const ann = open({ drafts: device.openTab() })
    ann.type('last words')
    ann.around.leave(true)
    await pass(0)
    expect(network.sent.at(-1)?.isLeaving).toBe(true)
    expect(words()).toBe('||last words')
    expect(device.records.size).toBe(1)
    await pass(1_000)
    expect(device.records.size).toBe(0)
    expect(words()).toBe('||last words')
  })

  test('it goes out also when a request is still on its way, whether that one arrives or not', async () => {
    for (const arrives of [true, false]) {
      authority = new Authority()
      network = new Network(authority)
      const ann = open()
      network.weather = { ...network.weather, dropsRequest: arrives ? 0 : 1, delay: 20 }
      ann.type('on its way ')
      await pass(301)
      ann.type('last words')
      network.weather = { ...network.weather, dropsRequest: 0, delay: 40 }
      ann.around.leave(true)
      await pass(100)
      expect(words()).toBe('||on its way last words')
    }
  })

  test('a closed session sends what is left and forgets the copy', async () => {
    const device = new MemoryDevice()
    const ann = open({ drafts: device.openTab() })
    ann.type('last words')
    ann.session.detach(ann.editor)
    const closed = ann.session.close()
    await pass(1_000)
    await closed
    expect(words()).toBe('||last words')
    expect(device.records.size).toBe(0)
  })
})

describe('the stream', () => {
  test('a stream that breaks is opened again from where the session is', async () => {
    const ann = open()
    network.breakStreams()
    const bob = open()
    bob.type('bob')
    await pass(2_000)
    expect(ann.text()).toBe('||bob')
    bob.type('!')
    await pass(400)
    expect(ann.text()).toBe('||bob!')
  })
})

function editorBackspace({ editor }: Typist, count: number): void {
  const end = editor.state.doc.content.size - 1
  editor.dispatch(editor.state.tr.delete(end - count, end))
}
