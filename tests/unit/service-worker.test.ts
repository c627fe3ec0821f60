import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

type Listener = (event: object) => void

/** The worker as a browser would run it. Browsers without a screen show no notices, so what it asks for is looked at. */
function startWorker() {
  const listeners = new Map<string, Listener>()
  const shown: unknown[][] = []
  const opened: string[] = []
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    location: { origin: 'https://paper.example' },
    registration: { showNotification: (...given: unknown[]) => shown.push(given) },
    clients: { openWindow: (address: string) => opened.push(address) },
  }
  runInNewContext(readFileSync('public/service-worker.js', 'utf8'), { self, URL })
  return { say: (kind: string, event: object) => listeners.get(kind)?.(event), shown, opened }
}

test('the service worker shows an alert once by its tag, and opens its article on our own site', () => {
  const worker = startWorker()
  const waited: unknown[] = []
  const message = {
    title: 'Breaking news',
    body: 'Bridge closed',
    path: '/news/bridge',
    tag: 'a1',
    lang: 'en-GB',
    dir: 'ltr',
  }
  worker.say('push', { data: { json: () => message }, waitUntil: (work: unknown) => waited.push(work) })
  expect(worker.shown).toEqual([
    ['Breaking news', { body: 'Bridge closed', tag: 'a1', lang: 'en-GB', dir: 'ltr', data: { path: '/news/bridge' } }],
  ])
  let isClosed = false
  const notification = { data: { path: '/news/bridge' }, close: () => (isClosed = true) }
  worker.say('notificationclick', { notification, waitUntil: (work: unknown) => waited.push(work) })
  expect(isClosed).toBe(true)
  expect(worker.opened).toEqual(['https://paper.example/news/bridge'])
  expect(waited).toHaveLength(2)
})
