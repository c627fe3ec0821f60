import { expect, type Page } from '@playwright/test'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { aDocument } from './documents'
import { callAction } from './server-actions'

const ORIGIN = new URL(process.env.E2E_URL ?? '').origin

/** Opens a new article of whoever is signed in on the page in the editor. @returns its id */
export async function openNewArticle(page: Page): Promise<string> {
  const id = await begin(page)
  await page.goto(`/desk/articles/${id}`)
  return id
}

/** A new article of whoever is signed in on the page, with these words: over HTTP, and the page stays where it is. */
export async function anArticleOn(page: Page, headline: string, ...blocks: (string | Node)[]): Promise<string> {
  const id = await begin(page)
  const { version, document } = await read(page, id)
  const transform = new Transform(parseDocument(document))
  transform.replaceWith(0, transform.doc.content.size, parseDocument(aDocument(headline, ...blocks)).content)
  await send(page, 'POST', `/api/documents/${id}/steps`, {
    version,
    clientId: crypto.randomUUID(),
    steps: transform.steps.map((step) => step.toJSON()),
  })
  return id
}

/** What the button “New article” does. */
async function begin(page: Page): Promise<string> {
  const button = { path: '/desk/articles', file: '/desk/articles/actions.ts', name: 'startArticle' }
  const answer = await callAction(page, button, {})
  const [id] = /[0-9a-f-]{36}/.exec(answer.headers()['x-action-redirect'] ?? '') ?? []
  expect(id, `${answer.status()} ${await answer.text()}`).toBeDefined()
  return id as string
}

/** Publishes it as it is saved, in the first section where it has none. @returns its path */
export async function publishOn(page: Page, id: string): Promise<string> {
  const { version, fields, fieldVersions } = await read(page, id)
  if (fields.sectionId === null) {
    const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
    await send(page, 'PUT', `/api/documents/${id}/fields`, {
      field: 'sectionId',
      value: sections[0]?.id,
      baseVersion: fieldVersions.sectionId ?? 0,
    })
  }
  return ((await send(page, 'POST', `/api/documents/${id}/publish`, { version })) as { path: string }).path
}

type Opened = {
  version: number
  document: unknown
  fields: { sectionId: string | null }
  fieldVersions: Record<string, number>
}

/** The article as the editor opens it. */
export async function read(page: Page, id: string): Promise<Opened> {
  return (await (await page.request.get(`/api/documents/${id}`)).json()) as Opened
}

/** Sends something to the server as whoever is signed in on the page, and wants it taken. */
export async function send(page: Page, method: 'POST' | 'PUT', path: string, data: unknown): Promise<unknown> {
  const answer = await page.request.fetch(path, { method, data, headers: { Origin: ORIGIN } })
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json()
}
