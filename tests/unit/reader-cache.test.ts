import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { ReaderCache } from '@/lib/reader-cache/reader-cache'
import type { Rendered } from '@/lib/reader-cache/render'

type Facts = Partial<Omit<Rendered, 'body'>> & { text?: string }

/** A cache over renders that a test finishes by hand, in the order that it likes. */
function underControl(megabytes = 1) {
  const renders: { key: string; finish(facts?: Facts): Promise<void>; fail(): Promise<void> }[] = []
  const cache = new ReaderCache({
    megabytes,
    headersFor: () => [],
    render: (key) =>
      new Promise((resolve, reject) => {
        renders.push({
          key,
          finish: async (facts) => {
            resolve(rendered(facts))
            await settle()
          },
          fail: async () => {
            reject(new Error('the page failed'))
            await settle()
          },
        })
      }),
  })
  return { cache, renders }
}

function rendered({ text = 'text', ...facts }: Facts = {}): Rendered {
  return {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    tags: ['a'],
    endsAt: null,
    isKeepable: true,
    ...facts,
    body: Buffer.from(text),
  }
}

const settle = () => sleep(0)
const textOf = async (cache: ReaderCache, key: string) =>
  (await (await cache.get(key)).body('identity')).bytes.toString()

describe('one render', () => {
  it('serves all who ask while it runs', async () => {
    const { cache, renders } = underControl()
    const asked = Promise.all([cache.get('/x'), cache.get('/x'), cache.get('/x')])
    await renders[0]?.finish()
    const [one, two, three] = await asked
    expect(renders.length).toBe(1)
    expect(one === two && two === three).toBe(true)
    expect(cache.find('/x')).toBe(one)
  })

  it('that fails is told to all who wait, and tried again for the next', async () => {
    const { cache, renders } = underControl()
    const asked = Promise.allSettled([cache.get('/x'), cache.get('/x')])
    await renders[0]?.fail()
    expect((await asked).map((result) => result.status)).toEqual(['rejected', 'rejected'])
    const again = textOf(cache, '/x')
    await renders[1]?.finish()
    expect(await again).toBe('text')
  })

  it('that must not be kept is not', async () => {
    const { cache, renders } = underControl()
    const asked = cache.get('/x')
    await renders[0]?.finish({ isKeepable: false })
    await asked
    expect(cache.find('/x')).toBeUndefined()
  })
})

describe('a purge', () => {
  it('drops what read the tag and nothing else', async () => {
    const { cache, renders } = underControl()
    const asked = Promise.all([cache.get('/a'), cache.get('/b'), cache.get('/ab')])
    await renders[0]?.finish({ tags: ['a'] })
    await renders[1]?.finish({ tags: ['b'] })
    await renders[2]?.finish({ tags: ['a', 'b'] })
    await asked
    cache.purge(['b'])
    expect(cache.find('/a')).toBeDefined()
    expect(cache.find('/b')).toBeUndefined()
    expect(cache.find('/ab')).toBeUndefined()
    cache.close()
  })

  it('during a render that read the tag: it is answered and not kept', async () => {
    const { cache, renders } = underControl()
    const asked = textOf(cache, '/x')
    cache.purge(['a'])
    await renders[0]?.finish({ text: 'old' })
    expect(await asked).toBe('old')
    expect(cache.find('/x')).toBeUndefined()
  })

  it('during a render of something else lets it be kept', async () => {
    const { cache, renders } = underControl()
    const asked = cache.get('/x')
    cache.purge(['other'])
    await renders[0]?.finish()
    await asked
    expect(cache.find('/x')).toBeDefined()
  })

  it('parts those who asked before from those who ask after', async () => {
    const { cache, renders } = underControl()
    const before = textOf(cache, '/x')
    cache.purge(['a'])
    const after = textOf(cache, '/x')
    expect(renders.length).toBe(2)
    await renders[1]?.finish({ text: 'new' })
    await renders[0]?.finish({ text: 'old' })
    expect([await before, await after]).toEqual(['old', 'new'])
    expect(await textOf(cache, '/x')).toBe('new')
  })

  it('lets later readers join the render that began after it', async () => {
    const { cache, renders } = underControl()
    const before = cache.get('/x')
    cache.purge(['a'])
    const after = cache.get('/x')
    await renders[0]?.finish({ text: 'old' })
    const later = cache.get('/x')
    await renders[1]?.finish({ text: 'new' })
    await before
    expect(await later).toBe(await after)
    expect(renders.length).toBe(2)
  })

  it('of everything spares no render that runs', async () => {
    const { cache, renders } = underControl()
    const asked = cache.get('/x')
    cache.purgeAll()
    await renders[0]?.finish()
    await asked
    expect(cache.find('/x')).toBeUndefined()
  })

  it('of anything spares no running render that recorded nothing', async () => {
    const { cache, renders } = underControl()
    const asked = cache.get('/x')
    cache.purge(['other'])
    await renders[0]?.finish({ tags: [] })
    await asked
    expect(cache.find('/x')).toBeUndefined()
  })

  it('asks once for the pages that it dropped, the most used first', async () => {
    const { cache, renders } = underControl()
    for (const key of ['/a', '/b', '/c', '/gone']) {
      const asked = cache.get(key)
      await renders.at(-1)?.finish({ status: key === '/gone' ? 410 : 200 })
      await asked
    }
    cache.find('/c')
    cache.find('/c')
    cache.find('/b')
    cache.purge(['a'])
    cache.purge(['a'])
    await sleep(20)
    const refills = () => renders.slice(4).map((render) => render.key)
    expect(refills()).toEqual(['/c'])
    await renders[4]?.finish()
    await vi.waitFor(() => expect(refills()).toEqual(['/c', '/b']))
    await renders[5]?.finish()
    await vi.waitFor(() => expect(refills()).toEqual(['/c', '/b', '/a']))
    await renders[6]?.finish()
    expect(cache.find('/c') && cache.find('/b') && cache.find('/a')).toBeDefined()
    expect(renders.length).toBe(7)
  })

  it('asks for them only when nobody waits for another page', async () => {
    const { cache, renders } = underControl()
    const kept = cache.get('/kept')
    await renders[0]?.finish()
    await kept
    cache.find('/kept')
    cache.purge(['a'])
    const reader = cache.get('/other')
    await sleep(20)
    expect(renders.map(({ key }) => key)).toEqual(['/kept', '/other'])
    await renders[1]?.finish()
    await reader
    await vi.waitFor(() => expect(renders.map(({ key }) => key)).toEqual(['/kept', '/other', '/kept']))
  })

  it('asks for new pages too, and only for pages of readers', async () => {
    const { cache, renders } = underControl()
    cache.warm(['/new', '/desk', '/News', '//evil.test'])
    await sleep(20)
    expect(renders.map((render) => render.key)).toEqual(['/new'])
  })
})

describe('an answer', () => {
  it('ends when it said that it would', async () => {
    const { cache, renders } = underControl()
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
    try {
      const asked = cache.get('/x')
      await renders[0]?.finish({ endsAt: new Date(1_001_000) })
      await asked
      expect(cache.find('/x')).toBeDefined()
      vi.setSystemTime(1_001_000)
      expect(cache.find('/x')).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })

  it('that has ended is given all the same when it cannot be rendered, and tried again; one that was purged is not', async () => {
    const { cache, renders } = underControl()
    const first = cache.get('/x')
    await renders[0]?.finish({ text: 'old', endsAt: new Date(0) })
    await first
    const second = textOf(cache, '/x')
    await renders[1]?.fail()
    expect(await second).toBe('old')
    const third = Promise.allSettled([cache.get('/x')])
    cache.purge(['a'])
    await renders[2]?.fail()
    expect((await third)[0]?.status).toBe('rejected')
    cache.close()
  })

  it('that recorded nothing, or found nothing, lives a minute', async () => {
    const { cache, renders } = underControl()
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
    try {
      const asked = Promise.all([cache.get('/untagged'), cache.get('/missing'), cache.get('/_next/static/x.js')])
      await renders[0]?.finish({ tags: [] })
      await renders[1]?.finish({ status: 404 })
      await renders[2]?.finish({ tags: [] })
      await asked
      vi.setSystemTime(1_061_000)
      expect(cache.find('/untagged')).toBeUndefined()
      expect(cache.find('/missing')).toBeUndefined()
      expect(cache.find('/_next/static/x.js')).toBeDefined()
    } finally {
      vi.useRealTimers()
    }
  })

  it('is not pushed out by a scan of addresses that do not exist', async () => {
    const { cache, renders } = underControl()
    const asked = cache.get('/kept')
    await renders[0]?.finish()
    await asked
    for (let index = 0; index < 80; index += 1) {
      const scanned = cache.get(index % 2 ? `/nothing-${index}` : `/search?q=${index}`)
      await renders.at(-1)?.finish({ status: index % 2 ? 404 : 200, text: 'x'.repeat(5_000) })
      await scanned
    }
    expect(cache.find('/kept')).toBeDefined()
    expect(cache.size.bytes).toBeLessThan(1_000_000)
  })

  it('makes room when the memory is used up', async () => {
    const { cache, renders } = underControl()
    for (let index = 0; index < 60; index += 1) {
      const asked = cache.get(`/${index}`)
      await renders.at(-1)?.finish({ text: `${index}`.padEnd(50_000, 'x'), tags: [`t${index}`] })
      await asked
    }
    expect(cache.size.bytes).toBeLessThanOrEqual(1_000_000)
    expect(cache.find('/59')).toBeDefined()
    expect(cache.find('/0')).toBeUndefined()
  })
})

describe('while developing', () => {
  it('nothing is kept', async () => {
    let renders = 0
    const cache = new ReaderCache({
      megabytes: 1,
      headersFor: () => [],
      isKeeping: false,
      render: async () => {
        renders += 1
        return rendered()
      },
    })
    await cache.get('/x')
    await cache.get('/x')
    expect(renders).toBe(2)
  })
})
