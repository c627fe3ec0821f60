import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import pg from 'pg'
import { listStories } from '@/lib/board/list-stories'
import { closeDatabase } from '@/lib/db/database'
import { findBrowser } from '@/scripts/browser.mjs'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { readSignIns, type ServerProcess, type SignIn, startServer } from '@/tests/support/server-process'
import { percentile } from './percentile'

const DESKS = 10
const BOARDS = 20
const CHANGE_LIMIT_MILLISECONDS = 15_000

/**
 * The board of a newsroom with five thousand open stories on ten desks beside an archive: how soon /desk answers and is painted, by every
 * filter, and how soon another browser shows what somebody moves, starts, holds or opens while twenty boards are open.
 */
export async function board(isSmall: boolean): Promise<Record<string, number>> {
  const sizes = isSmall ? { open: 1_000, archive: 2_000, rounds: 4 } : { open: 5_000, archive: 50_000, rounds: 20 }
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
  const server = await startServer({ folder }, 900)
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  const client = new pg.Client(connectionOf(folder))
  await client.connect()
  try {
    const signIns = readSignIns(folder)
    const editor = signIns.find(({ role }) => role === 'EDITOR')
    const reporter = signIns.find(({ role }) => role === 'REPORTER')
    if (editor === undefined || reporter === undefined) throw new Error('The sample newsroom lacks somebody.')
    await fill(client, sizes)
    console.log(`${sizes.open} open stories on ${DESKS} desks, ${sizes.archive} published ones`)
    const person = await signInOverHttp(server.url, editor)
    return {
      ...sizes,
      ...(await answers(person, sizes.rounds)),
      ...(await paints(browser, server, editor, Math.ceil(sizes.rounds / 2))),
      ...(await changes(browser, server, client, { watcher: editor, worker: reporter, person }, sizes.rounds)),
      ...(await query(connectionOf(folder))),
    }
  } finally {
    await client.end()
    await browser.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function connectionOf(folder: string): pg.ClientConfig {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as {
    port: number
    password: string
  }
  return { host: '127.0.0.1', port, user: 'standfirst', password, database: 'standfirst' }
}

/** Stories in every state with owners, authors, due times, holds and embargoes, spread over the desks; and what was published long ago. */
async function fill(client: pg.Client, { open, archive }: { open: number; archive: number }): Promise<void> {
  await client.query(
    `
    INSERT INTO "Desk" (id, slug, name, position, "createdAt")
    SELECT gen_random_uuid(), 'bench-' || n, 'Bench desk ' || n, 100 + n, now() FROM generate_series(1, $1::int) n`,
    [DESKS],
  )
  await client.query(
    `INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", slug, "sectionId", headline, slugline, "deskId", "ownerId",
                            "stateChangedAt", "dueAt", "publishAt", "heldById", "heldAt", "isLegalRequired", "firstPublishedAt")
     SELECT gen_random_uuid(), (states.s)[1 + n % 10]::"ArticleState", p.id, now() - n * interval '1 minute', now() - n * interval '1 minute',
            'bench-story-' || n, s.id, 'Bench story ' || n || ' about the harbour and its long repair', '', d.id,
            CASE WHEN n % 3 > 0 THEN p.id END, now() - (n % 1400) * interval '1 minute',
            CASE WHEN n % 2 = 0 THEN now() + (n % 2000 - 500) * interval '1 minute' END,
            CASE WHEN n % 10 = 7 THEN now() + (60 + n % 9000) * interval '1 minute' END,
            CASE WHEN n % 10 = 4 AND n % 3 = 0 THEN p.id END, CASE WHEN n % 10 = 4 AND n % 3 = 0 THEN now() END, n % 17 = 0, NULL
     FROM generate_series(1, $1::int) n
     CROSS JOIN (SELECT ARRAY['PITCHED','COMMISSIONED','DRAFT','FILED','SUBBING','LEGAL','APPROVED','SCHEDULED','PUBLISHED','ON_HOLD'] AS s) states
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM "Person") p ON p.place = n % p.many
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many FROM "Section") s ON s.place = n % s.many
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM "Desk" WHERE slug LIKE 'bench-%') d ON d.place = (n / 10) % ${DESKS}`,
    [open],
  )
  await client.query(
    `INSERT INTO "Article" (id, state, "createdById", "createdAt", "editedAt", slug, "sectionId", headline, "deskId", "stateChangedAt", "firstPublishedAt")
     SELECT gen_random_uuid(), 'PUBLISHED', p.id, at, at, 'bench-old-' || n, s.id, 'Bench archive ' || n, d.id, at, at
     FROM (SELECT n, now() - interval '2 days' - n * interval '10 minutes' AS at FROM generate_series(1, $1::int) n) AS old
     CROSS JOIN LATERAL (SELECT id FROM "Person" ORDER BY id LIMIT 1) p
     CROSS JOIN LATERAL (SELECT id FROM "Section" ORDER BY id LIMIT 1) s
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM "Desk" WHERE slug LIKE 'bench-%') d ON d.place = old.n % ${DESKS}`,
    [archive],
  )
  await client.query(`
    INSERT INTO "Draft" ("articleId", version, document, "updatedAt", words, "indexedVersion")
    SELECT id, 0, jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
             jsonb_build_object('type', 'headline', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', headline))),
             jsonb_build_object('type', 'standfirst'),
             jsonb_build_object('type', 'paragraph'))), now(), headline, 0
    FROM "Article" WHERE slug LIKE 'bench-story-%'`)
  await client.query(`
    INSERT INTO "ArticleByline" ("articleId", "bylineId", position)
    SELECT a.id, b.id, 0 FROM "Article" a JOIN "Byline" b ON b."personId" = a."createdById" WHERE a.slug LIKE 'bench-story-%'`)
  await client.query('ANALYZE')
}

const VIEWS = {
  all: '/desk?desk=all',
  desk: '/desk?desk=bench-3',
  noDesk: '/desk?desk=none',
  mine: '/desk?desk=all&whose=mine',
}

/** The server's whole answer to each view, one at a time. */
async function answers(person: HttpPerson, rounds: number): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const [name, path] of Object.entries(VIEWS)) {
    const times: number[] = []
    let kilobytes = 0
    for (let round = 0; round < rounds + 3; round++) {
      const startedAt = performance.now()
      const answer = await person.get(path)
      const text = await answer.text()
      if (!answer.ok || !text.includes('Bench story'))
        if (name !== 'noDesk') throw new Error(`${path}: ${answer.status}`)
      kilobytes = Math.round(text.length / 1000)
      if (round >= 3) times.push(performance.now() - startedAt)
    }
    figures[`${name}AnswerMillisecondsMedian`] = percentile(times, 50)
    figures[`${name}AnswerMillisecondsP95`] = percentile(times, 95)
    figures[`${name}Kilobytes`] = kilobytes
  }
  return figures
}

/** From the address to the first paint, in a browser that has been there before. */
async function paints(
  browser: Browser,
  { url }: ServerProcess,
  signIn: SignIn,
  rounds: number,
): Promise<Record<string, number>> {
  const page = await aDesk(browser, url, signIn)
  const figures: Record<string, number> = {}
  for (const [name, path] of Object.entries(VIEWS)) {
    const times: number[] = []
    for (let round = 0; round < rounds + 1; round++) {
      // What the page before asked for when it opened is answered.
      await pass(1_500)
      await page.goto(path, { waitUntil: 'load' })
      const paint = await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      )
      if (round > 0) times.push((await paint.jsonValue()) as number)
    }
    figures[`${name}PaintMillisecondsMedian`] = percentile(times, 50)
    figures[`${name}PaintMillisecondsP95`] = percentile(times, 95)
  }
  await page.context().close()
  return figures
}

async function aDesk(browser: Browser, baseURL: string, { email, password }: SignIn): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/desk')
  return page
}

/** From what somebody presses to its sight on the board of another browser; nineteen others have boards open and read them anew, too. */
async function changes(
  browser: Browser,
  { url }: ServerProcess,
  client: pg.Client,
  { watcher, worker, person }: { watcher: SignIn; worker: SignIn; person: HttpPerson },
  rounds: number,
): Promise<Record<string, number>> {
  const views = await queriesOf(client)
  const others = Array.from({ length: BOARDS - 1 }, (_, index) =>
    openBoard(url, person, views[index % views.length] ?? ''),
  )
  const page = await aDesk(browser, url, watcher)
  await page.goto('/desk?desk=bench-3')
  const working = await aDesk(browser, url, worker)
  const board = page.getByRole('region', { name: 'Board' })
  const times: Record<string, number[]> = { move: [], hold: [], people: [], newStory: [] }
  const seen = async (name: string, sight: Locator, press: () => Promise<unknown>) => {
    const startedAt = performance.now()
    const watching = sight
      .waitFor({ state: 'attached', timeout: CHANGE_LIMIT_MILLISECONDS })
      .then(() => times[name]?.push(performance.now() - startedAt))
    await Promise.all([press(), watching])
    // What is told together is over, and nobody reads any more.
    await pass(1_000)
  }
  const { rows } = await client.query<{ id: string; headline: string }>(
    `SELECT a.id, a.headline FROM "Article" a JOIN "Desk" d ON d.id = a."deskId"
     WHERE d.slug = 'bench-3' AND a.state = 'DRAFT' AND a."heldById" IS NULL
     ORDER BY a."dueAt" NULLS LAST, a."stateChangedAt" LIMIT $1`,
    [rounds],
  )
  const post = async (path: string, body: unknown) => {
    const answer = await person.send('POST', path, body)
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
  }
  await board.getByRole('article').first().waitFor()
  for (const { id } of rows) {
    const link = page.locator(`a[href="/desk/articles/${id}"]`)
    const card = board.getByRole('article').filter({ has: link })
    await seen('people', card.filter({ hasText: 'in this article' }), () =>
      post(`/api/documents/${id}/presence`, { clientId: `bench-${id.slice(0, 8)}`, version: 0, selection: null }),
    )
    await seen('move', board.locator(`section[aria-label="Filed"] a[href="/desk/articles/${id}"]`), () =>
      post(`/api/documents/${id}/move`, { move: 'file' }),
    )
    await seen('hold', card.filter({ hasText: 'Held by' }), () => post(`/api/documents/${id}/hold`, {}))
  }
  await page.goto('/desk?desk=none')
  const drafts = board.getByRole('heading', { name: /^Drafts/ })
  await drafts.waitFor()
  for (let round = 0; round < Math.ceil(rounds / 2); round++) {
    await working.goto('/desk')
    const before = (await drafts.textContent()) ?? ''
    await drafts.filter({ hasText: before }).waitFor()
    await Promise.all([
      drafts.filter({ hasNotText: before }).waitFor({ timeout: CHANGE_LIMIT_MILLISECONDS }),
      working.getByRole('button', { name: 'New article' }).first().click(),
    ])
    const seenAt = Date.now()
    // From the story's beginning: before it the other browser sends what was pressed.
    const { rows } = await client.query<{ at: Date }>('SELECT max("createdAt") AS at FROM "Article"')
    times.newStory?.push(seenAt - (rows[0]?.at.getTime() ?? 0))
    await pass(1_000)
  }
  for (const other of others) other.close()
  await Promise.all([page.context().close(), working.context().close()])
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, values]) => [
      [`${name}SeenMillisecondsMedian`, percentile(values, 50)],
      [`${name}SeenMillisecondsP95`, percentile(values, 95)],
    ]),
  )
}

async function queriesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM "Desk" ORDER BY position DESC LIMIT 4`)
  return ['', '?deskId=none', ...rows.map(({ id }) => `?deskId=${id}`)]
}

/** What an open board does on the network: it hears of changes, and reads itself anew. */
function openBoard(url: string, person: HttpPerson, query: string): { close(): void } {
  const end = new AbortController()
  const follow = async () => {
    const response = await fetch(`${url}/api/desk/events`, { headers: person.headers(), signal: end.signal })
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      if (decoder.decode(chunk as Uint8Array).includes('event: changed'))
        void person.get(`/api/desk/board${query}`).then((answer) => answer.text())
    }
  }
  follow().catch(() => undefined)
  return { close: () => end.abort() }
}

/** The one query behind the board, for all desks, without the server around it. */
async function query({ host, port, user, password, database: name }: pg.ClientConfig): Promise<Record<string, number>> {
  process.env.DATABASE_URL = `postgresql://${user}:${password}@${host}:${port}/${name}`
  const times: number[] = []
  for (let round = 0; round < 40; round++) {
    const startedAt = performance.now()
    await listStories({}, 40)
    times.push(performance.now() - startedAt)
  }
  await closeDatabase()
  return { queryMillisecondsMedian: percentile(times, 50), queryMillisecondsP95: percentile(times, 95) }
}
