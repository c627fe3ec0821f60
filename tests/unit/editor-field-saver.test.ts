import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RequestFailed } from '@/components/editor/api/request'
import { FieldSaver, FieldsNotSaved, type FieldValues, type Keeping } from '@/components/editor/around/field-saver'

const values: FieldValues = {
  slug: '',
  sectionId: null,
  kicker: '',
  trailText: '',
  dateline: '',
  shortHeadline: '',
  searchHeadline: '',
  socialHeadline: '',
  mailHeadline: '',
  commissionedWords: null,
  followsId: null,
  sourceName: '',
  sourceUrl: '',
  isSourceCanonical: false,
  isNotRepublished: false,
  isLive: false,
  origin: 'OWN',
  licence: '',
  firstSeenAt: null,
  whatWeAdded: '',
  importedText: null,
  mainImage: null,
  topics: [],
  bylines: [],
}

type Change = { field: string; value: unknown; baseVersion: number }

function keptIn(store: { kept: ReturnType<Keeping['read']> }): Keeping {
  return { read: () => store.kept, write: (kept) => Object.assign(store, { kept }) }
}

/** A server with one counter a field. */
function makeSaver(
  answer: (change: Change) => Promise<{ version: number }>,
  store: { kept: ReturnType<Keeping['read']> } = { kept: {} },
) {
  const sent: Change[] = []
  const saver = new FieldSaver(
    values,
    {},
    (change) => {
      sent.push(change)
      return answer(change)
    },
    keptIn(store),
  )
  return { saver, sent, store }
}

const accept = async ({ baseVersion }: Change) => ({ version: baseVersion + 1 })

describe('fields around the text', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('are saved half a second after the last key, with the version that was seen', async () => {
    const { saver, sent } = makeSaver(accept)
    saver.set('kicker', 'Har')
    await vi.advanceTimersByTimeAsync(300)
    saver.set('kicker', 'Harbour')
    await vi.advanceTimersByTimeAsync(499)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([{ field: 'kicker', value: 'Harbour', baseVersion: 0 }])
    expect(saver.summary()).toEqual({ kind: 'saved' })
    saver.set('kicker', 'Ports')
    await vi.advanceTimersByTimeAsync(500)
    expect(sent.at(-1)).toEqual({ field: 'kicker', value: 'Ports', baseVersion: 1 })
  })

  test('typing on while a request is under way sends the rest afterwards', async () => {
    let finish: (answer: { version: number }) => void = () => {}
    const { saver, sent } = makeSaver((change) =>
      change.value === 'one' ? new Promise((resolve) => (finish = resolve)) : accept(change),
    )
    saver.set('kicker', 'one')
    await vi.advanceTimersByTimeAsync(500)
    saver.set('kicker', 'one two')
    await vi.advanceTimersByTimeAsync(500)
    expect(sent).toHaveLength(1)
    finish({ version: 1 })
    await vi.advanceTimersByTimeAsync(500)
    expect(sent.at(-1)).toEqual({ field: 'kicker', value: 'one two', baseVersion: 1 })
    expect(saver.entry('kicker').state).toBe('saved')
  })

  test('a value that cannot be sent stays, is kept in the tab, and is tried again', async () => {
    let isDown = true
    const { saver, sent, store } = makeSaver((change) =>
      isDown ? Promise.reject(new RequestFailed(0, 'There is no connection.')) : accept(change),
    )
    saver.set('trailText', 'Ferries are back')
    await vi.advanceTimersByTimeAsync(500)
    expect(saver.entry('trailText')).toMatchObject({ value: 'Ferries are back', state: 'unreachable' })
    expect(saver.summary()).toEqual({ kind: 'not-saved', message: 'There is no connection.' })
    expect(store.kept).toEqual({ trailText: { value: 'Ferries are back', baseVersion: 0 } })
    isDown = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent).toHaveLength(2)
    expect(saver.entry('trailText').state).toBe('saved')
    expect(store.kept).toEqual({})
  })

  test('what a reload found in the tab is sent with the version of then', async () => {
    const { saver, sent } = makeSaver(accept, { kept: { kicker: { value: 'Kept', baseVersion: 4 } } })
    expect(saver.value('kicker')).toBe('Kept')
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([{ field: 'kicker', value: 'Kept', baseVersion: 4 }])
  })

  test('a clash shows both values and writes nothing until somebody decides', async () => {
    const clash = new RequestFailed(409, 'Ada changed this meanwhile.', [], { version: 7, value: 'Theirs', by: 'Ada' })
    const { saver, sent } = makeSaver((change) => (change.baseVersion === 0 ? Promise.reject(clash) : accept(change)))
    saver.set('kicker', 'Mine')
    await vi.advanceTimersByTimeAsync(500)
    expect(saver.entry('kicker')).toMatchObject({
      value: 'Mine',
      state: 'clash',
      theirs: { value: 'Theirs', by: 'Ada' },
    })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    saver.decide('kicker', 'mine')
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.at(-1)).toEqual({ field: 'kicker', value: 'Mine', baseVersion: 7 })
    expect(saver.entry('kicker')).toMatchObject({ value: 'Mine', state: 'saved', theirs: null })
  })

  test("typing on during a clash sends nothing, and taking the other's value ends it", async () => {
    const clash = new RequestFailed(409, 'Ada changed this meanwhile.', [], { version: 7, value: 'Theirs', by: 'Ada' })
    const { saver, sent } = makeSaver(() => Promise.reject(clash))
    saver.set('kicker', 'Mine')
    await vi.advanceTimersByTimeAsync(500)
    saver.set('kicker', 'Mine too')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toHaveLength(1)
    saver.decide('kicker', 'theirs')
    expect(saver.entry('kicker')).toMatchObject({ value: 'Theirs', state: 'saved' })
  })

  test('a refused value is not tried again until it changes', async () => {
    const { saver, sent } = makeSaver(() => Promise.reject(new RequestFailed(400, 'One line, please.')))
    saver.set('slug', 'A B')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(saver.entry('slug')).toMatchObject({ state: 'refused', message: 'One line, please.' })
  })

  test('flush sends at once and rejects with the reason when something is not saved', async () => {
    const { saver, sent } = makeSaver(accept)
    saver.set('kicker', 'Now')
    await saver.flush()
    expect(sent).toHaveLength(1)
    const { saver: other } = makeSaver(() => Promise.reject(new RequestFailed(0, 'There is no connection.')))
    other.set('kicker', 'Now')
    await expect(other.flush()).rejects.toThrow(new FieldsNotSaved('There is no connection.'))
    other.destroy()
  })

  test('what others saved is taken, except where somebody is typing here', async () => {
    const { saver } = makeSaver(accept)
    saver.set('kicker', 'Mine')
    saver.receive({ ...values, kicker: 'Theirs', trailText: 'New' }, { kicker: 3, trailText: 2 })
    expect(saver.value('kicker')).toBe('Mine')
    expect(saver.value('trailText')).toBe('New')
    saver.destroy()
  })
})
