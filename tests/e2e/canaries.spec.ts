import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withToken } from '@/tests/support/api-token'
import { appRoutes } from '@/tests/support/app-routes'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, test } from '@/tests/support/browser-test'
import {
  isPrivate,
  privateAddresses,
  publicAddresses,
  tokenAddresses,
  unanswered,
} from '@/tests/support/canaries/addresses'
import { ask, askAll, canariesIn, HEADERS, leaks, newMark, withoutQuestion } from '@/tests/support/canaries/asking'
import { overHttp, taken } from '@/tests/support/canaries/over-http'
import { placeAll } from '@/tests/support/canaries/place-all'
import { type Placed, Placing } from '@/tests/support/canaries/placing'
import { crawl } from '@/tests/support/crawl'
import { linked, readMore } from '@/tests/support/documents'
import { SERVER_LOG } from '@/tests/support/e2e-server'

// One canary for each state that readers do not have, in every field that a person can type, against every address of the app. What is only
// suggested in a published article: leak.spec.ts.

const url = process.env.E2E_URL ?? ''

/** What was written to readers; whoever is of the newsroom is told of articles by name. */
async function lettersToReaders(reader: string): Promise<string[]> {
  const administrator = await overHttp('ADMINISTRATOR')
  const list = await (await taken(await administrator.get('/admin/mail'))).text()
  const ids = [...new Set([...list.matchAll(/\/admin\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id))]
  const letters = await Promise.all(ids.map(async (id) => (await administrator.get(`/admin/mail/${id}`)).text()))
  const outside = letters.filter((letter) => letter.includes('/newsletters/confirm/'))
  expect(outside.some((letter) => letter.includes(reader))).toBe(true)
  return outside
}

/** A topic and an author of whom nothing is left but tombstones: their feeds say so, and name nobody beyond the address itself. */
async function lookAtTombstones(mark: string): Promise<void> {
  for (const slug of [`${mark}topic-${mark}gone`, `${mark}byline-${mark}gone`]) {
    const folder = slug.includes('topic') ? `/topic/${slug}` : `/author/${slug}`
    expect((await ask('GET', folder)).status).toBe(404)
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const { status, bytes } = await ask('GET', `${folder}/${file}`)
      expect(status).toBe(200)
      expect(bytes).toContain('Under review.')
      expect(canariesIn(bytes.replaceAll(slug, ''), mark), `${folder}/${file}`).toEqual([])
    }
  }
}

test('a canary in every state and every field is in no byte that leaves the newsroom', async ({ browser, page }) => {
  test.setTimeout(600_000)
  const mark = newMark()
  const all = await placeAll(page, mark)
  const reader = `${crypto.randomUUID()}@reader.example`
  const form = await (await fetch(`${url}/newsletters`)).text()
  const newsletter = form.match(/name="newsletter" value="([^"]+)"/)?.[1] ?? ''
  const signedUp = await fetch(`${url}/api/newsletters/subscribe`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams({ email: reader, newsletter, from: '/newsletters', website: '' }),
  })
  await taken(signedUp, 303)

  // The control: whoever may, finds them.
  const editor = await overHttp('EDITOR')
  expect(await (await editor.get(`/api/articles/search?q=${mark}draftheadline`)).text()).toContain(mark)

  const addresses = publicAddresses(all)
  expect(all.placing.files).toHaveLength(2)
  expect(Object.keys(addresses).sort()).toEqual(appRoutes().filter((route) => !isPrivate(route)))
  const found: string[] = []
  const looking = (method: string, path: string, headers: Record<string, string>) => async () => {
    for (const leak of await leaks(method, path, mark, headers))
      found.push(`${method} ${path} ${JSON.stringify(headers)}: ${leak}`)
  }
  const open = [...Object.values(addresses).flat(), ...unanswered(all)]
  const token = await withToken(browser)
  const withTokens = tokenAddresses(all)
  // The control: the token opens them.
  expect((await ask('GET', `/api/v1/articles/${all.openId}`, token)).status).toBe(200)
  // Every trick for each kind of address, in its last form, which is a guess where there are guesses; every address as it is.
  const ofEachKind = [...Object.values(addresses).flatMap((paths) => paths.slice(-1)), ...unanswered(all)]
  const [first, ...others] = all.placing.placed.toReversed()
  await askAll([
    ...open.flatMap((path) => ['GET', 'HEAD'].map((method) => looking(method, path, {}))),
    ...open.map((path) => looking('GET', `${path}${path.includes('?') ? '&' : '?'}_rsc=abc`, { RSC: '1' })),
    ...ofEachKind.flatMap((path) => HEADERS.slice(1).map((headers) => looking('GET', path, headers))),
    ...ofEachKind.flatMap((path) => ['POST', 'OPTIONS'].map((method) => looking(method, path, {}))),
    ...privateAddresses(first as Placed).flatMap((path) => HEADERS.map((headers) => looking('GET', path, headers))),
    ...withTokens.flatMap((path) => HEADERS.map((headers) => looking('GET', path, { ...headers, ...token }))),
    ...all.placing.files.flatMap((id) => HEADERS.map((headers) => looking('GET', `/api/claims/files/${id}`, headers))),
    ...others.flatMap(({ id }) =>
      [`/desk/articles/${id}`, `/api/documents/${id}`].map((path) => looking('GET', path, { RSC: '1' })),
    ),
  ])
  expect(found).toEqual([])

  await lookAtTombstones(mark)
  const { sightings, pages } = await crawl([mark, mark.toUpperCase()], [])
  expect(sightings).toEqual([])
  expect(pages).toBeGreaterThan(40)

  for (const letter of await lettersToReaders(reader)) expect(canariesIn(letter, mark)).toEqual([])
  const folder = process.env.E2E_DATA_DIR ?? ''
  for (const file of [SERVER_LOG, 'postgres.log'].map((name) => join(folder, name)))
    if (existsSync(file)) expect(canariesIn(readFileSync(file, 'utf8'), mark), file).toEqual([])
  if (process.env.E2E_OWN_SERVER) expect(existsSync(join(folder, SERVER_LOG))).toBe(true)
})

for (const [verb, state] of [
  ['unpublish', 'unpublished'],
  ['kill', 'killed'],
] as const) {
  test(`what is ${state} is gone from every warm page with the answer, and does not come back`, async ({ page }) => {
    test.setTimeout(240_000)
    const mark = newMark()
    const placing = await Placing.begin(page, mark)
    await placing.openShelves('live')
    const id = await placing.draft('live')
    const path = await publishOn(page, id)
    const pointing = await anArticleOn(
      page,
      `Pointing ${crypto.randomUUID()}`,
      'Words.',
      readMore(id),
      linked('this', { articleId: id }),
    )
    const folders = ['', '/news', `/topic/${mark}topic-${mark}live`, `/author/${mark}byline-${mark}live`]
    const picture = `/media/${placing.mediaId}/w320.webp`
    const warm = [
      path,
      await publishOn(page, pointing),
      '/',
      ...folders.slice(1),
      ...folders.flatMap((folder) => ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${folder}/${file}`)),
      '/sitemaps/1.xml',
      '/search?q=paragraph',
      `/search?q=${mark}liveheadline`,
    ]
    const lookAll = () => Promise.all(warm.map(async (each) => [each, await leaks('GET', each, mark, {})] as const))
    const before = await lookAll()
    // The control: they are warm and have it. (A search for other words need not.)
    for (const [each, seen] of before.filter(([each]) => each !== '/search?q=paragraph'))
      expect(seen.length, each).toBeGreaterThan(0)
    expect((await ask('GET', picture)).status).toBe(200)

    await placing.post(id, verb, { reason: 'Under review.' })
    const answeredAt = Date.now()
    // Whoever asks after the answer gets nothing of it, and whatever is rendered again within the next second brings nothing back.
    do {
      for (const each of warm) expect(await withoutQuestion(each, mark), each).toEqual([])
      expect((await ask('GET', picture)).status).toBe(404)
    } while (Date.now() - answeredAt < 1000)
    for (const method of ['GET', 'HEAD']) expect((await ask(method, path)).status).toBe(410)
    const gone = await ask('GET', path)
    expect(gone.bytes).toContain('Under review.')
    expect(gone.bytes).toMatch(/took it down on <time dateTime="\d{4}-\d\d-\d\dT/i)
    expect((await ask('GET', '/atom.xml')).bytes).toContain(`ref="urn:uuid:${id}"`)
    expect((await ask('GET', '/feed.xml')).bytes.includes(`urn:uuid:${id}`)).toBe(verb === 'kill')
    const { etag } = await fetch(`${url}/atom.xml`).then(({ headers }) => ({ etag: headers.get('etag') ?? '' }))
    expect((await fetch(`${url}/atom.xml`, { headers: { 'If-None-Match': etag } })).status).toBe(304)
  })
}
