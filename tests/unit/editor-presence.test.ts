import { collab, receiveTransaction } from 'prosemirror-collab'
import { EditorState, TextSelection } from 'prosemirror-state'
import { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PersonColours } from '@/components/editor/presence/colours'
import { type ColouredTab, Cursors } from '@/components/editor/presence/cursors'
import { peopleHere } from '@/components/editor/presence/people-here'
import { PresenceReporter, type Report } from '@/components/editor/presence/reporter'
import { savedSelection } from '@/components/editor/presence/saved-selection'
import { noteConfirmed } from '@/components/editor/session/confirmed-steps'
import { sentenceOfPeople } from '@/components/newsroom/people-words'
import { type Document, parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument } from '@/tests/support/documents'

const FERRY = parseDocument(aDocument('Ferry', 'The ferry sails at dawn.'))

function placeOf(document: Document, words: string): number {
  let found = -1
  document.descendants((node, position) => {
    const at = node.isText ? (node.text?.indexOf(words) ?? -1) : -1
    if (at >= 0) found = position + at
  })
  return found
}

function aTab(clientId: string, version: number, position: number, head = position): ColouredTab {
  const selection = { anchor: position, head }
  return { clientId, personId: `person ${clientId}`, name: clientId, version, selection, colour: 1 }
}

/** A tab that is at version 1 and takes in what others saved. */
class Tab {
  readonly collab = collab({ version: 1, clientID: 'own' })
  state = EditorState.create({ doc: FERRY, plugins: [this.collab] })
  cursors = new Cursors()
  version = 1

  hear(...tabs: ColouredTab[]): void {
    this.cursors = this.cursors.hear({ tabs, version: this.version, pending: this.pending })
  }

  type(position: number, words: string): void {
    this.apply(this.state.tr.insertText(words, position))
  }

  /** Others' words at a place of the saved document. */
  receive(clientId: string, document: Document, position: number, words: string): Document {
    const { steps, doc } = new Transform(document).insert(position, schema.text(words))
    const transaction = receiveTransaction(this.state, steps, [clientId], { mapSelectionBackward: true })
    noteConfirmed(transaction, this.collab, { since: this.version, steps: steps.map((step) => ({ step, clientId })) })
    this.version += 1
    this.apply(transaction)
    return doc
  }

  /** The words around a cursor, with a bar where it is. */
  see(clientId: string): string | null {
    const cursor = this.cursors.cursors.find((one) => one.clientId === clientId)
    if (cursor === undefined) return null
    const place = this.state.doc.resolve(cursor.here.head)
    const words = place.parent.textContent
    return `${words.slice(0, place.parentOffset)}|${words.slice(place.parentOffset)}`
  }

  private get pending() {
    return this.collab.getState(this.state).unconfirmed.map(({ step }: { step: unknown }) => step)
  }

  private apply(transaction: EditorState['tr']): void {
    this.state = this.state.apply(transaction)
    this.cursors = this.cursors.after(transaction)
  }
}

describe('Others’ cursors', () => {
  const sails = placeOf(FERRY, 'sails')

  test('a cursor stays at its words while this tab types before it, saved or not', () => {
    const tab = new Tab()
    tab.hear(aTab('nadia', 1, sails))
    tab.type(sails - 4, 'old ')
    expect(tab.see('nadia')).toBe('The feold rry |sails at dawn.')
    tab.hear(aTab('nadia', 1, sails))
    expect(tab.see('nadia')).toBe('The feold rry |sails at dawn.')
  })

  test('a cursor told for an older version is brought through what was saved since and what is unsaved', () => {
    const tab = new Tab()
    tab.type(sails, 'slowly ')
    const after = tab.receive('idris', FERRY, sails - 6, 'little ')
    expect(tab.state.doc.textContent).toContain('The little ferry slowly sails')
    tab.hear(aTab('nadia', 1, sails + 5), aTab('idris', 2, placeOf(after, 'little')))
    expect(tab.see('nadia')).toBe('The little ferry slowly sails| at dawn.')
    expect(tab.see('idris')).toBe('The |little ferry slowly sails at dawn.')
  })

  test('typing moves the cursor of whoever types, and not of another who stands there', () => {
    const tab = new Tab()
    tab.hear(aTab('nadia', 1, sails), aTab('idris', 1, sails))
    tab.receive('nadia', FERRY, sails, 'slowly ')
    expect(tab.see('nadia')).toBe('The ferry slowly |sails at dawn.')
    expect(tab.see('idris')).toBe('The ferry |slowly sails at dawn.')
  })

  test('a cursor of a version that has not arrived waits for it', () => {
    const tab = new Tab()
    tab.hear(aTab('nadia', 2, sails + 7))
    expect(tab.see('nadia')).toBeNull()
    tab.receive('nadia', FERRY, sails, 'slowly ')
    expect(tab.see('nadia')).toBe('The ferry slowly |sails at dawn.')
  })

  test('a cursor of a version whose steps are forgotten is left out, and so is whoever is not told any more', () => {
    const tab = new Tab()
    tab.hear(aTab('nadia', 0, sails), aTab('idris', 1, sails))
    expect(tab.see('nadia')).toBeNull()
    tab.hear()
    expect(tab.see('idris')).toBeNull()
  })

  test('what is told of the own cursor is its place in the saved document', () => {
    const tab = new Tab()
    tab.type(sails, 'slowly ')
    const state = tab.state.apply(tab.state.tr.setSelection(TextSelection.create(tab.state.doc, sails + 3, sails + 9)))
    expect(savedSelection(state)).toEqual({ version: 1, selection: { anchor: sails, head: sails + 2 } })
  })
})

describe('Reports', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function aReporter() {
    const sent: Report[] = []
    const place = { position: 1 }
    let hasLeft = 0
    const reporter = new PresenceReporter({
      read: () => ({ version: 1, selection: { anchor: place.position, head: place.position } }),
      send: async (report) => void sent.push(report),
      leave: () => {
        hasLeft += 1
      },
    })
    return { reporter, sent, place, left: () => hasLeft }
  }

  test('a cursor that moves all the time is told at most once in 300 milliseconds', async () => {
    const { reporter, sent, place } = aReporter()
    for (let time = 0; time < 3_000; time += 20) {
      place.position += 1
      reporter.moved()
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(sent.length).toBeGreaterThan(8)
    expect(sent.length).toBeLessThan(12)
    await vi.advanceTimersByTimeAsync(400)
    expect(sent.at(-1)?.selection?.head).toBe(place.position)
  })

  test('typing alone is told every second and a half', async () => {
    const { reporter, sent, place } = aReporter()
    for (let time = 0; time < 6_000; time += 50) {
      place.position += 1
      reporter.typed()
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(sent.length).toBeLessThan(6)
  })

  test('a still tab gives a sign of life every twelve seconds, whatever happens that is no news', async () => {
    const { reporter, sent } = aReporter()
    reporter.moved()
    for (let time = 0; time < 36_500; time += 1_000) {
      await vi.advanceTimersByTimeAsync(1_000)
      reporter.moved()
    }
    expect(sent).toHaveLength(4)
  })

  test('a tab that is hidden for a minute has left, and is back when it is looked at', async () => {
    const { reporter, sent, left } = aReporter()
    reporter.moved()
    reporter.setVisible(false)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(left()).toBe(1)
    const told = sent.length
    await vi.advanceTimersByTimeAsync(120_000)
    expect(sent).toHaveLength(told)
    reporter.setVisible(true)
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toHaveLength(told + 1)
  })
})

describe('Who is here', () => {
  test('each person stands once, with the tab that has a cursor, and oneself only for another tab, last', () => {
    const tabs = [
      { ...aTab('own', 1, 3), personId: 'me', name: 'Me' },
      { ...aTab('mine too', 1, 3), personId: 'me', name: 'Me' },
      { ...aTab('still', 1, 3), personId: 'nadia', name: 'Nadia', selection: null },
      { ...aTab('typing', 1, 3), personId: 'nadia', name: 'Nadia' },
    ]
    expect(peopleHere(tabs, { personId: 'me', clientId: 'own' })).toMatchObject([
      { name: 'Nadia', clientId: 'typing', isInText: true, isSelf: false },
      { name: 'Me', clientId: 'mine too', isSelf: true },
    ])
  })

  test('eight people have eight colours, and keep them', () => {
    const colours = new PersonColours()
    const people = Array.from({ length: 8 }, (_, index) => `person ${index}`)
    const given = people.map((person) => colours.of(person, people))
    expect(new Set(given).size).toBe(8)
    expect(people.map((person) => colours.of(person, [person]))).toEqual(given)
    expect(colours.of('a ninth', people)).toBeGreaterThan(0)
  })

  test('the sentence names everybody', () => {
    expect(sentenceOfPeople(['Ada'])).toBe('One person is in this article: Ada')
    expect(sentenceOfPeople(['Ada', 'Bo', 'you'])).toBe('Three people are in this article: Ada, Bo and you')
  })
})
