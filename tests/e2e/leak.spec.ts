import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { suggestChange } from '@/lib/document/suggesting/suggest-change'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { expect, test } from '@/tests/support/browser-test'
import { overHttp } from '@/tests/support/canaries/over-http'
import { crawl } from '@/tests/support/crawl'
import type { HttpPerson } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'
import { beSignedIn } from '@/tests/support/sign-in'

const url = process.env.E2E_URL ?? ''

type Opened = { version: number; document: unknown }

async function opened(person: HttpPerson, id: string): Promise<Opened> {
  return (await (await person.get(`/api/documents/${id}`)).json()) as Opened
}

/** Types at the end of the headline, into the standfirst and into a new last paragraph. */
async function plant(person: HttpPerson, id: string, words: string): Promise<void> {
  const { version, document } = await opened(person, id)
  const transform = new Transform(parseDocument(document))
  transform.insert(transform.doc.content.size, schema.nodes.paragraph.create(null, schema.text(words)))
  const headlineEnd = transform.doc.child(0).nodeSize - 1
  transform.insert(headlineEnd + 2 + transform.doc.child(1).content.size, schema.text(` ${words}`))
  transform.insert(headlineEnd, schema.text(` ${words}`))
  const steps = transform.steps.map((step) => step.toJSON())
  const answer = await person.send('POST', `/api/documents/${id}/steps`, { version, clientId: 'canary', steps })
  expect(answer.status, await answer.clone().text()).toBe(200)
}

/** Who the editor is, as the newsroom's list of names says. */
async function idOf(person: HttpPerson): Promise<string> {
  const name = signIns().find(({ role }) => role === 'EDITOR')?.name
  const { people } = (await (await person.get('/api/people')).json()) as { people: { id: string; name: string }[] }
  const found = people.find((one) => one.name === name)
  if (found === undefined) throw new Error(`Nobody is called ${name}.`)
  return found.id
}

test('what is published is found by the same crawl, and is gone from every byte within a second of unpublishing', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await beSignedIn(page, 'EDITOR')
  const person = await overHttp('EDITOR')
  const canary = `canaryout${crypto.randomUUID().slice(0, 8)}`
  const id = await anArticleOn(page, 'Crane falls into the basin', 'Nobody was hurt.')
  await plant(person, id, canary)
  const path = await publishOn(page, id)
  // The control: a crawl that finds nothing anywhere would pass every test.
  const before = await crawl([canary], [path, `/search?q=${canary.slice(0, 9)}`])
  expect(before.sightings.map(({ at }) => at.split(' ')[0])).toEqual(expect.arrayContaining([path, '/', '/feed.xml']))
  const withdrawn = await person.send('POST', `/api/documents/${id}/unpublish`, { reason: 'Under review.' })
  expect(withdrawn.status).toBe(200)
  const gone = await fetch(url + path)
  expect(gone.status).toBe(410)
  expect(await gone.text()).toContain('Under review.')
  // The slug of the address was made from the headline; only what stood on the page must be gone.
  const after = await crawl([` ${canary}`], [path])
  expect(after.sightings).toEqual([])
})

test('a canary that is only suggested in a published article is in no public byte', async ({ page }) => {
  test.setTimeout(180_000)
  await beSignedIn(page, 'EDITOR')
  const person = await overHttp('EDITOR')
  const id = await anArticleOn(page, `Crane is lifted ${crypto.randomUUID()}`, 'It took a day.')
  await publishOn(page, id)
  const mark = crypto.randomUUID().slice(0, 8)
  const canary = `canarysuggested${mark}`
  const public_ = `canarypublic${mark}`
  await plant(person, id, public_)
  const { version, document } = await opened(person, id)
  const personId = await idOf(person)
  const before = parseDocument(document)
  const wanted = new Transform(before)
  wanted.insert(wanted.doc.content.size, schema.nodes.paragraph.create(null, schema.text(`${canary} block`)))
  wanted.insert(wanted.doc.content.size - 1, schema.text(` ${canary} words`))
  wanted.insert(wanted.doc.child(0).nodeSize - 1, schema.text(` ${canary} headline`))
  const made = suggestChange(
    before,
    wanted.doc,
    { personId, at: new Date().toISOString(), newId: () => crypto.randomUUID() },
    { cursorBefore: null, head: 0 },
  )
  const steps = made?.transform.steps.map((step) => step.toJSON()) ?? []
  expect(steps.length).toBeGreaterThan(1)
  const sent = await person.send('POST', `/api/documents/${id}/steps`, { version, clientId: 'suggested', steps })
  expect(sent.status, await sent.clone().text()).toBe(200)
  const saved = ((await sent.json()) as { version: number }).version
  const published = await person.send('POST', `/api/documents/${id}/publish`, { version: saved })
  expect(published.status, await published.clone().text()).toBe(200)
  const { path } = (await published.json()) as { path: string }
  const guesses = [path, `/search?q=${canary.slice(0, 15)}`, `/search?q=${public_.slice(0, 12)}`]
  const { sightings } = await crawl([canary, public_], guesses)
  expect(sightings.filter((sighting) => sighting.canary === canary)).toEqual([])
  // The control: what is published beside it is found.
  expect(sightings.map(({ at }) => at.split(' ')[0])).toEqual(expect.arrayContaining([path, '/feed.xml']))
})

test('a canary that waits for legal under embargo, the label of its secret link and what came through it are in no public byte', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const canaries = ['text', 'question', 'label', 'name', 'comment'].map((what) => `canarylegal${what}${mark}`)
  const [text, question, label, name, comment] = canaries as [string, string, string, string, string]
  await beSignedIn(page, 'EDITOR')
  const id = await anArticleOn(page, `Waits for legal ${text}`, `The words ${text}.`)
  const person = await overHttp('EDITOR')
  const embargo = { time: { local: '2099-06-01T06:00', zone: 'Europe/London' } }
  expect((await person.send('POST', `/api/documents/${id}/embargo`, embargo)).status).toBe(200)
  expect((await person.send('POST', `/api/documents/${id}/legal/ask`, { question })).status).toBe(200)
  const made = await person.send('POST', `/api/documents/${id}/outsiders`, { purpose: 'COMMENT', label, hours: 1 })
  expect(made.status, await made.clone().text()).toBe(200)
  const { path } = (await made.json()) as { path: string }
  const sent = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams({ form: 'comment', once: crypto.randomUUID(), version: '0', name, words: comment }),
  })
  expect(sent.status, await sent.text()).toBe(303)
  // The control: behind the link it is there, embargo or not.
  const shown = await (await fetch(url + path)).text()
  expect(shown).toContain(text)
  expect(shown).toContain(label)

  const secret = path.slice('/preview/'.length)
  const guesses = [
    `/desk/articles/${id}`,
    `/api/documents/${id}/legal`,
    `/api/documents/${id}/outsiders`,
    `/api/preview/${secret}`,
    `/preview/${id}`,
    `/preview/${secret.slice(0, -1)}`,
    `/preview/${secret}/media/${id}/w320.webp`,
    `/search?q=${encodeURIComponent('waits for legal')}`,
  ]
  const { sightings } = await crawl([...canaries, secret.slice(0, 20)], guesses)
  // A guessed address repeats the guess; nothing of what it would open comes with it.
  expect(sightings.filter(({ canary }) => canaries.includes(canary))).toEqual([])
  expect(sightings.filter(({ at }) => !at.includes(secret.slice(0, 20)))).toEqual([])
})
