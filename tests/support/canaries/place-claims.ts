import { expect, type Page } from '@playwright/test'
import { schema } from '@/lib/document/schema'
import { anArticleOn, publishOn, send } from '@/tests/support/articles-in-browser'
import { callAction } from '@/tests/support/server-actions'
import type { Placing } from './placing'

const url = process.env.E2E_URL ?? ''

type Telling = {
  words: string
  kind: string
  speaker: string
  claimId: string | null
  evidence?: string
  file?: string
}

/** Puts words at the end of a story that tell of a claim. @returns the id of the claim */
export async function tellOn(
  placing: Pick<Placing, 'page' | 'files' | 'post' | 'steps'>,
  id: string,
  telling: Telling,
): Promise<string> {
  const { words, kind, speaker, claimId, evidence = '', file } = telling
  const eventId = crypto.randomUUID()
  const said = { eventId, claimId, kind, words, speaker: { name: speaker, kind: 'PERSON' }, evidenceUrl: evidence }
  const marked = (await placing.post(id, 'claims', said)) as { claimId: string }
  if (file !== undefined) placing.files.push(await keepFileOn(placing.page, eventId, file))
  const text = schema.text(words, [schema.marks.claim.create({ eventId })])
  await placing.steps(id, (transform) => {
    transform.insert(transform.doc.content.size, schema.nodes.paragraph.create(null, text))
  })
  return marked.claimId
}

/** A file behind an event, with the word in its name and in its bytes. Taken once, as somebody of the newsroom would. @returns its id */
async function keepFileOn(page: Page, eventId: string, word: string): Promise<string> {
  const buffer = Buffer.from(`%PDF-1.7 ${word}bytes`)
  const kept = await page.request.post(`/api/claims/events/${eventId}/files`, {
    headers: { Origin: new URL(url).origin },
    multipart: { file: { name: `${word}name.pdf`, mimeType: 'application/pdf', buffer } },
  })
  expect(kept.ok(), await kept.text()).toBe(true)
  const { id } = (await kept.json()) as { id: string }
  const taken = await page.request.get(`/api/claims/files/${id}`)
  expect(await taken.text()).toContain(`${word}bytes`)
  return id
}

export const showClaimsOn = (page: Page, id: string) =>
  send(page, 'PUT', `/api/documents/${id}/claims/readers`, { shows: true })

/**
 * A public story that shows its readers who says what, of a claim that began in a draft and of which drafts and the register know more.
 * @returns the path of the claim
 */
export async function placeClaims(placing: Placing): Promise<{ claimPath: string }> {
  const { page, mark } = placing
  const word = (name: string) => `${mark}${name}`
  const draft = await placing.draft('claimdraft')
  const claimId = await tellOn(placing, draft, {
    ...{ words: word('claimstatement'), kind: 'ASSERTED', speaker: word('claimspeaker'), claimId: null },
    evidence: `https://example.org/${word('claimevidence')}`,
    file: word('draftfile'),
  })
  await tellOn(placing, draft, { words: word('claimdenial'), kind: 'DENIED', speaker: word('claimdenier'), claimId })
  await showClaimsOn(page, draft)
  const event = { claimId, kind: 'CONFIRMED', speaker: { name: word('registerspeaker') }, quote: word('registerquote') }
  const button = { path: `/desk/claims/${claimId}`, file: '/desk/claims/actions.ts', name: 'add' }
  expect(await (await callAction(page, button, event)).text()).toContain('"ok":true')

  const open = await anArticleOn(page, `Claims ${crypto.randomUUID()}`, 'What readers have.')
  const words = `the lighthouse ${crypto.randomUUID()} is for sale`
  // Readers are told of the event, and of its file nothing.
  const told = { words, kind: 'REPEATED', speaker: 'Ines Moor', claimId, file: word('openfile') }
  await tellOn(placing, open, told)
  await showClaimsOn(page, open)
  const storyPath = await publishOn(page, open)
  // More of it, in the draft of the public story.
  await tellOn(placing, open, { words: word('laterclaim'), kind: 'WITHDRAWN', speaker: word('laterspeaker'), claimId })
  placing.placed.push({ id: open, slug: storyPath.split('/').at(-1) ?? '', state: 'live' })
  // The control: readers are told something.
  const story = await (await fetch(url + storyPath)).text()
  expect(story).toContain('Who says what')
  const claimPath = /href="(\/claims\/[^"]+)"/.exec(story)?.[1] ?? ''
  expect(await (await fetch(url + claimPath)).text()).toContain('Not confirmed, and said again')
  return { claimPath }
}
