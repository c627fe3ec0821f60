import { expect, type Page } from '@playwright/test'
import { schema } from '@/lib/document/schema'
import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { linked, readMore, related } from '@/tests/support/documents'
import { overHttp, taken } from './over-http'
import { placeClaims } from './place-claims'
import { Placing } from './placing'

const url = process.env.E2E_URL ?? ''
const FAR = { local: '2099-06-01T06:00', zone: 'Europe/London' }

/**
 * `secret` is the path of a secret link, `openPath` that of a public article which points at all of them, `claimPath` that of a public
 * claim of which drafts know more.
 */
export type AllPlaced = { placing: Placing; secret: string; openId: string; openPath: string; claimPath: string }

/** An article in every state that readers do not have, and what the newsroom says about articles. */
export async function placeAll(page: Page, mark: string): Promise<AllPlaced> {
  const placing = await Placing.begin(page, mark)
  await placing.openShelves('secret')
  const move = (id: string, name: string) => placing.post(id, 'move', { move: name, note: `${mark}note${name}` })

  const draft = await placing.draft('draft')
  await placing.fields(draft, {
    sourceName: `${mark}source`,
    sourceUrl: `https://example.org/${mark}sourceurl`,
    origin: 'WIRE',
    licence: `${mark}licence`,
    whatWeAdded: `${mark}added`,
    importedText: `${mark}imported`,
  })
  await placing.post(draft, 'comments', {
    threadId: crypto.randomUUID(),
    quote: `${mark}quote`,
    text: `${mark}comment`,
  })
  await placing.asked(draft)
  await placing.named(draft, `${mark}versionname`)
  await placing.inSeries(draft, `${mark}series`)
  await placing.source('source')
  await move(await placing.draft('filed'), 'file')
  const subbing = await placing.draft('subbing')
  await move(subbing, 'file')
  await move(subbing, 'sub')
  await placing.post(subbing, 'hold', {})
  const approved = await placing.draft('approved')
  await move(approved, 'file')
  await placing.post(approved, 'move', { move: 'approve', version: await placing.version(approved) })
  const scheduled = await placing.draft('scheduled')
  await placing.post(scheduled, 'schedule', { version: await placing.version(scheduled), time: FAR })
  await move(await placing.draft('spiked'), 'spike')
  await move(await placing.draft('onhold'), 'pause')
  await placing.line('pitched')
  await placing.line('commissioned')
  await move(placing.placed.at(-1)?.id ?? '', 'commission')

  const legal = await placing.draft('legal')
  await placing.post(legal, 'legal/ask', { question: `${mark}question` })
  const lawyer = await overHttp('LAWYER')
  const { hash } = (await (await lawyer.get(`/api/documents/${legal}/legal`)).json()) as { hash: string }
  await taken(
    await lawyer.send('POST', `/api/documents/${legal}/legal/sign`, {
      verdict: 'CONDITIONS',
      words: `${mark}conditions`,
      hash,
    }),
  )

  const embargoed = await placing.draft('embargoed')
  await placing.post(embargoed, 'embargo', { time: FAR })
  const link = { purpose: 'COMMENT', label: `${mark}label`, hours: 1 }
  const { path: secret } = (await placing.post(embargoed, 'outsiders', link)) as { path: string }
  await placing.asked(embargoed)
  const form = { form: 'comment', once: crypto.randomUUID(), version: '0', name: `${mark}name`, words: `${mark}words` }
  const commented = await fetch(url + secret, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams(form),
  })
  await taken(commented, 303)
  // Nobody gets past the embargo, and what tries says nothing to readers.
  const administrator = await overHttp('ADMINISTRATOR')
  const version = await placing.version(embargoed)
  const early = { local: '2098-06-01T06:00', zone: 'Europe/London' }
  for (const [door, body] of [
    ['publish', { version, overrideReason: `${mark} because I say so` }],
    ['schedule', { version, time: early }],
    ['template', { name: `${mark}template`, description: '', fields: [], requiredFields: [] }],
  ] as const)
    expect((await administrator.send('POST', `/api/documents/${embargoed}/${door}`, body)).ok, door).toBe(false)

  await placing.openShelves('gone')
  for (const state of ['unpublished', 'killed'] as const) {
    const id = await placing.draft(state)
    await publishOn(page, id)
    const correction = { kind: 'CORRECTION', text: `${mark}${state}note` }
    await placing.post(id, 'publish', { version: await placing.version(id), correction })
    await placing.post(id, state === 'killed' ? 'kill' : 'unpublish', { reason: 'Under review.' })
  }
  // Published without a canary; what was typed since waits.
  const live = await anArticleOn(page, `Live ${crypto.randomUUID()}`, 'What readers have.')
  await publishOn(page, live)
  await placing.asked(live)
  await placing.steps(live, (transform) => {
    transform.insert(transform.doc.content.size, schema.nodes.paragraph.create(null, schema.text(`${mark}laterwords`)))
    transform.insert(transform.doc.child(0).nodeSize - 1, schema.text(` ${mark}laterheadline`))
  })
  await placing.fields(live, { kicker: `${mark}laterkicker`, slug: `${mark}laterslug`, trailText: `${mark}latertrail` })
  const note = { kind: 'CORRECTION', text: `${mark}laternote` }
  await placing.post(live, 'schedule', { version: await placing.version(live), time: FAR, correction: note })
  placing.placed.push({ id: live, slug: `${mark}laterslug`, state: 'live' })
  const { claimPath } = await placeClaims(placing)
  const { openId, openPath } = await placeOpen(placing)
  await questioned(openPath, mark)
  return { placing, secret, openId, openPath, claimPath }
}

/** A reader reports an error at a public paragraph, with an address. The newsroom alone has what was sent. */
async function questioned(path: string, mark: string): Promise<void> {
  const article = await (await fetch(url + path)).text()
  const question = /href="(\/question\/[^"]+)"/.exec(article)?.[1] ?? ''
  const page = await (await fetch(url + question)).text()
  const hidden = [...page.matchAll(/name="(article|edition|paragraph)" value="([^"]+)"/g)]
  const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value]))
  const said = { text: `${mark}readerwords are wrong`, url: `https://example.org/${mark}readerurl` }
  const sent = await fetch(`${url}/api/questions`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(url).origin },
    body: new URLSearchParams({ ...fields, ...said, mail: `${mark}readermail@reader.example` }),
  })
  await taken(sent, 303)
  const editor = await overHttp('EDITOR')
  const list = await (await taken(await editor.get('/desk/reports'))).text()
  // The control: the newsroom reads it.
  expect(list).toContain(`${mark}readerwords`)
  expect(list).not.toContain(`${mark}readermail`)
}

/** Public, and pointing at all of them; with a mark of the newsroom's in it, for which it needs a reason. */
async function placeOpen(placing: Placing): Promise<{ openId: string; openPath: string }> {
  const { page, mark } = placing
  const ids = placing.placed.map(({ id }) => id)
  const { paragraph } = schema.nodes
  const open = await anArticleOn(
    page,
    `Open ${crypto.randomUUID()}`,
    ...ids.map((articleId) => readMore(articleId)),
    ...ids.map((articleId) => linked('the report', { articleId })),
    related(...ids.slice(0, 8)),
    paragraph.create(null, schema.text('to do', [schema.marks.toDo.create({ note: `${mark}todo` })])),
  )
  const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
  await placing.fields(open, { sectionId: sections[0]?.id, followsId: ids[0] })
  await placing.asked(open)
  const { path } = (await placing.post(open, 'publish', {
    version: await placing.version(open),
    overrideReason: `${mark}override because it cannot wait`,
  })) as { path: string }
  expect(await (await fetch(url + path)).text()).toContain('the report')
  return { openId: open, openPath: path }
}
