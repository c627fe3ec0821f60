import { expect, type Page } from '@playwright/test'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { parseDocument } from '@/lib/document/document'
import { aDocument } from './documents'

/** A new article of whoever is signed in on the page, with these words. Begun in the browser, written over HTTP. */
export async function anArticleOn(page: Page, headline: string, ...blocks: (string | Node)[]): Promise<string> {
  await page.goto('/desk/articles')
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/)
  const id = page.url().slice(-36)
  await page.goto('/desk')
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
  const answer = await page.request.fetch(path, { method, data, headers: { Origin: new URL(page.url()).origin } })
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json()
}
