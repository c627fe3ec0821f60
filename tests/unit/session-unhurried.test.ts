import { setTimeout as pass } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import { type AfterKeys, atOnce, KeyWatch } from '@/components/editor/session/after-keys'
import type { News, SentStep, StreamListener, Transport } from '@/components/editor/session/protocol'
import { unhurried } from '@/components/editor/session/unhurried-transport'

const step = (name: string): SentStep => ({ step: name, clientId: 'other' })
const present = (name: string): News => ({
  kind: 'presence',
  tabs: [{ clientId: name, personId: name, name, version: 1, selection: null }],
})

describe('What arrives while somebody types', () => {
  /** A stream that is told to by hand, and keys that leave time when `rest` is called. */
  function anArticle(afterKeys?: AfterKeys) {
    const waiting = new Set<() => void>()
    const later: AfterKeys = (run) => {
      waiting.add(run)
      return () => waiting.delete(run)
    }
    const rest = () => {
      const due = [...waiting]
      waiting.clear()
      for (const run of due) run()
    }
    let stream: StreamListener | undefined
    const transport: Transport = {
      send: async () => ({ kind: 'applied', version: 1 }),
      fetchSince: async () => ({ kind: 'steps', steps: [] }),
      listen: (_since, listener) => {
        stream = listener
        return () => undefined
      },
    }
    const told: unknown[] = []
    const paced = unhurried(transport, afterKeys ?? later)
    const close = paced.listen(
      0,
      {
        onSteps: (since, steps) => told.push([since, steps.map((one) => one.step)]),
        onArticleChanged: () => told.push('changed'),
        onNews: (news) => told.push(news.kind === 'presence' ? `here: ${news.tabs[0]?.name}` : news.kind),
        onEnded: (reason) => told.push(`ended: ${reason}`),
        onRefused: (message) => told.push(`refused: ${message}`),
        onBroken: () => told.push('broken'),
      },
      'me',
    )
    if (stream === undefined) throw new Error('Nobody listens')
    return { stream, told, rest, close, paced }
  }

  test('waits, in its order; steps that follow each other become one, and only the newest of who is here is told', () => {
    const { stream, told, rest } = anArticle()
    stream.onSteps(3, [step('a')])
    stream.onSteps(4, [step('b'), step('c')])
    stream.onNews(present('Nadia'))
    stream.onArticleChanged()
    stream.onSteps(6, [step('d')])
    stream.onNews({ kind: 'comments' })
    stream.onNews(present('Idris'))
    expect(told).toEqual([])
    rest()
    expect(told).toEqual([[3, ['a', 'b', 'c']], 'changed', [6, ['d']], 'comments', 'here: Idris'])
    stream.onSteps(7, [step('e')])
    rest()
    expect(told.at(-1)).toEqual([7, ['e']])
  })

  test('steps with a gap between them stay two', () => {
    const { stream, told, rest } = anArticle()
    stream.onSteps(3, [step('a')])
    stream.onSteps(9, [step('b')])
    rest()
    expect(told).toEqual([
      [3, ['a']],
      [9, ['b']],
    ])
  })

  test.each(['ended', 'refused', 'broken'] as const)(
    'the stream that has %s waits for nothing, and is told last',
    (end) => {
      const { stream, told, rest } = anArticle()
      stream.onSteps(3, [step('a')])
      if (end === 'ended') stream.onEnded('why')
      else if (end === 'refused') stream.onRefused('why')
      else stream.onBroken()
      expect(told).toEqual([[3, ['a']], end === 'broken' ? 'broken' : `${end}: why`])
      rest()
      expect(told).toHaveLength(2)
    },
  )

  test('a closed stream tells nothing more', () => {
    const { stream, told, rest, close } = anArticle()
    stream.onSteps(3, [step('a')])
    close()
    rest()
    expect(told).toEqual([])
  })

  test('what is sent waits, and its answer, too; what is sent by who leaves does not', async () => {
    const { paced, rest } = anArticle()
    let answer: unknown
    const sent = paced
      .send({ version: 0, clientId: 'me', steps: [] }, { isLeaving: false })
      .then((given) => (answer = given))
    await pass(5)
    expect(answer).toBeUndefined()
    rest()
    await pass(5)
    expect(answer).toBeUndefined()
    rest()
    await sent
    expect(answer).toEqual({ kind: 'applied', version: 1 })
    const leaving = await paced.send({ version: 0, clientId: 'me', steps: [] }, { isLeaving: true })
    expect(leaving).toEqual({ kind: 'applied', version: 1 })
  })

  test('where nobody types everything is told at once', () => {
    const { stream, told } = anArticle(atOnce)
    stream.onSteps(3, [step('a')])
    stream.onSteps(4, [step('b')])
    expect(told).toEqual([
      [3, ['a']],
      [4, ['b']],
    ])
  })
})

describe('After the keys', () => {
  let frames: (() => void)[] = []
  let page: EventTarget & { visibilityState: string }
  let watch: KeyWatch
  let clock = 0
  let readClock: MockInstance<() => number>

  beforeEach(() => {
    frames = []
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    readClock = vi.spyOn(performance, 'now').mockImplementation(() => clock)
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
    page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
    watch = new KeyWatch(page as unknown as Document)
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    readClock.mockRestore()
    vi.useRealTimers()
  })

  const press = () => page.dispatchEvent(new Event('keydown'))
  const paint = async () => {
    for (const run of frames.splice(0)) run()
    await messages()
    milliseconds(1)
  }
  const milliseconds = (count: number) => {
    clock += count
    vi.advanceTimersByTime(count)
  }
  /** Until what was posted before this has arrived. */
  const messages = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        setImmediate(resolve)
      }
      port2.postMessage(null)
    })

  test('without a key nothing waits', () => {
    const done = vi.fn()
    watch.afterKeys(done)
    expect(done).toHaveBeenCalledOnce()
  })

  test('after a key it waits for the key’s frame, and shortly after the frame for nothing', async () => {
    const done = vi.fn()
    press()
    watch.afterKeys(done)
    expect(done).not.toHaveBeenCalled()
    await paint()
    expect(done).toHaveBeenCalledOnce()
    watch.afterKeys(done)
    expect(done).toHaveBeenCalledTimes(2)
  })

  test('what comes just before the next key waits for that key’s frame', async () => {
    const done = vi.fn()
    press()
    await paint()
    milliseconds(40)
    watch.afterKeys(done)
    expect(done).not.toHaveBeenCalled()
    press()
    await paint()
    expect(done).toHaveBeenCalledOnce()
  })

  test('whoever waits for the frame itself is told before, and what waited goes first of what comes then', async () => {
    const order: string[] = []
    press()
    watch.afterKeys(() => order.push('waited'))
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        order.push('frame')
        watch.afterKeys(() => order.push('came then'))
        port1.close()
      }
      port2.postMessage(null)
    })
    await paint()
    expect(order).toEqual(['frame', 'waited', 'came then'])
  })

  test('what takes longer than there is between two keys is done in parts, and a frame comes first', async () => {
    const done: number[] = []
    press()
    for (const number of [1, 2, 3])
      watch.afterKeys(() => {
        done.push(number)
        clock += 20
      })
    await paint()
    expect(done).toEqual([1])
    press()
    expect(done).toEqual([1])
    await paint()
    expect(done).toEqual([1, 2])
    // Without another key the rest is done soon.
    milliseconds(150)
    expect(done).toEqual([1, 2, 3])
  })

  test('a key that comes before what waited was begun has its frame first', async () => {
    const done = vi.fn()
    press()
    watch.afterKeys(done)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        press()
        port1.close()
      }
      port2.postMessage(null)
    })
    await paint()
    expect(done).not.toHaveBeenCalled()
    await paint()
    expect(done).toHaveBeenCalledOnce()
  })

  test('a page that is not drawn, and a last key, hold nothing up for long', () => {
    const done = vi.fn()
    press()
    watch.afterKeys(done)
    milliseconds(149)
    expect(done).not.toHaveBeenCalled()
    milliseconds(1)
    expect(done).toHaveBeenCalledOnce()
  })

  test('what is given up is not done', async () => {
    const done = vi.fn()
    press()
    watch.afterKeys(done)()
    await paint()
    expect(done).not.toHaveBeenCalled()
  })
})
