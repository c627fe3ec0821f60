import { describe, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import { killArticle } from '@/lib/articles/kill-article'
import { pathOf } from '@/lib/articles/paths'
import { findArticleByPath, listNewest, listSection, listTopic } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { saveField } from '@/lib/articles/save-field'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { printHtml } from '@/lib/document/print-html'
import { referencesOf } from '@/lib/document/resolved'
import { KnownError } from '@/lib/errors'
import { listRevisions } from '@/lib/history/list-revisions'
import { restoreRevision } from '@/lib/history/restore-revision'
import { rewireInbound } from '@/lib/links/rewire-inbound'
import type { PersonActor } from '@/lib/policy/actor'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'
import { seeded } from '@/tests/support/seeded'
import { aShelf, changeNow, shelfInput } from '@/tests/support/shelves'

const KINDS = ['section', 'topic'] as const satisfies ShelfKind[]

const OPERATIONS = 150

const UNPUBLISHED = 'Under review.'
const KILLED = 'A court forbade it.'

/** How often at least what is rarer happens. */
const LEAST: Record<string, number> = { unpublished: 1, republished: 0, killed: 1 }

/** A newsroom in which things happen by chance, and every address that readers ever had. */
class RandomNewsroom {
  readonly articles: string[] = []
  /** Every address at which readers had an article, and whose it was last. */
  readonly addresses = new Map<string, string>()
  /** Every slug that a shelf of this newsroom had. */
  readonly slugs: Record<ShelfKind, Set<string>> = { section: new Set(), topic: new Set() }
  readonly done = { merged: 0, renamed: 0, unpublished: 0, republished: 0, killed: 0 }
  private readonly shelves: Record<ShelfKind, string[]> = { section: [], topic: [] }
  private readonly seed: number
  private readonly random: () => number
  private readonly editor: PersonActor
  private readonly administrator: PersonActor
  private count = 0

  constructor(seed: number, editor: PersonActor, administrator: PersonActor) {
    this.seed = seed
    this.random = seeded(seed)
    this.editor = editor
    this.administrator = administrator
  }

  /** What cannot be done now (an address that is taken, something that is not public) is refused, and that is that. */
  async step(): Promise<void> {
    const operations = [
      () => this.create(),
      ...Array.from({ length: 6 }, () => () => this.publish()),
      () => this.rename(),
      () => this.move(),
      () => this.retitle(),
      () => this.unpublish(),
      () => this.republish(),
      () => this.kill(),
      () => this.rewire(),
      () => this.restore(),
      () => this.retag(),
      () => this.openShelf(this.one(KINDS)),
      () => this.renameShelf(this.one(KINDS)),
      () => this.renameShelf(this.one(KINDS)),
      () => this.merge(this.one(KINDS)),
      () => this.merge(this.one(KINDS)),
    ]
    try {
      // Enough to choose from, also after merges.
      for (const kind of KINDS) if (this.shelves[kind].length < 3) await this.openShelf(kind)
      await (this.articles.length < 4 ? this.create() : this.one(operations)())
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
    }
    await this.remember()
  }

  private async remember(): Promise<void> {
    const live = await database().publication.findMany({
      where: { articleId: { in: this.articles } },
      select: { articleId: true, slug: true, section: { select: { slug: true } } },
    })
    for (const { articleId, slug, section } of live) this.addresses.set(pathOf(section.slug, slug), articleId)
  }

  private one<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)] as Item
  }

  private async create(): Promise<void> {
    const some = () => this.one(this.articles)
    const blocks =
      this.articles.length < 2
        ? ['Words.']
        : [linked('the vote', { articleId: some() }), readMore(some()), related(...new Set([some(), some()]))]
    const headline = `Headline${String.fromCharCode(65 + (this.count % 26))}${this.count++} canary`
    const id = await anArticle(this.editor, {
      sectionId: this.one(this.shelves.section),
      topics: this.someTopics(),
      // Few slugs, so that articles want each other's addresses.
      slug: `slug-${Math.floor(this.random() * 7)}`,
      document: aDocument(headline, ...blocks),
    })
    this.articles.push(id)
  }

  private async publish(): Promise<void> {
    await this.publishOne(this.one(this.articles))
  }

  private async publishOne(articleId: string): Promise<void> {
    const { state } = await database().article.findUniqueOrThrow({ where: { id: articleId } })
    await publishNow(this.editor, articleId)
    if (state === 'UNPUBLISHED') this.done.republished++
  }

  private rename(): Promise<void> {
    return this.change('slug', `slug-${Math.floor(this.random() * 7)}`)
  }

  private move(): Promise<void> {
    return this.change('sectionId', this.one(this.shelves.section))
  }

  private retag(): Promise<void> {
    return this.change('topics', this.someTopics())
  }

  private someTopics(): string[] {
    return [...new Set([this.one(this.shelves.topic), this.one(this.shelves.topic)])]
  }

  /** Few addresses, so that shelves want each other's, and now and then one that nobody had; each name once. */
  private someShelf(kind: ShelfKind, isNew = this.random() < 0.3) {
    const number = this.count++
    const slug = `${kind}-${this.seed}-${isNew ? `n${number}` : Math.floor(this.random() * 20)}`
    return shelfInput({ kind, slug, name: `Shelf ${this.seed} ${number}` })
  }

  private async openShelf(kind: ShelfKind): Promise<void> {
    const { id, slug } = await aShelf(this.editor, this.someShelf(kind, true))
    this.shelves[kind].push(id)
    this.slugs[kind].add(slug)
  }

  private async renameShelf(kind: ShelfKind): Promise<void> {
    const input = this.someShelf(kind)
    await changeNow(this.editor, this.one(this.shelves[kind]), input)
    this.slugs[kind].add(input.slug)
    this.done.renamed++
  }

  private async merge(kind: ShelfKind): Promise<void> {
    const id = this.one(this.shelves[kind])
    const intoId = this.one(this.shelves[kind].filter((each) => each !== id))
    await mergeShelves(this.administrator, { kind, id, intoId })
    this.shelves[kind] = this.shelves[kind].filter((each) => each !== id)
    this.done.merged++
  }

  private async change(field: 'slug' | 'sectionId' | 'topics', value: unknown): Promise<void> {
    const articleId = this.one(this.articles)
    const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id: articleId } })
    const baseVersion = (fieldVersions as Record<string, { version: number }>)[field]?.version ?? 0
    await saveField(this.editor, { articleId, field, value, baseVersion })
  }

  private retitle(): Promise<void> {
    return retype(this.editor, this.one(this.articles), 0, `Headline${this.count++} canary`)
  }

  private async unpublish(): Promise<void> {
    const articleId = await this.oneThatIs('PUBLISHED')
    if (articleId === undefined) return
    await unpublishArticle(this.editor, { articleId, reason: UNPUBLISHED })
    this.done.unpublished++
  }

  private async republish(): Promise<void> {
    const articleId = await this.oneThatIs('UNPUBLISHED')
    if (articleId !== undefined) await this.publishOne(articleId)
  }

  /** Not always: what is killed is lost to everything that would be drawn later. */
  private async kill(): Promise<void> {
    if (this.random() < 0.4) return
    const articleId = await this.oneThatIs('PUBLISHED', 'UNPUBLISHED')
    if (articleId === undefined) return
    await killArticle(this.editor, { articleId, reason: KILLED })
    this.done.killed++
  }

  private async oneThatIs(...states: ('PUBLISHED' | 'UNPUBLISHED')[]): Promise<string | undefined> {
    const rows = await database().article.findMany({
      where: { id: { in: this.articles }, state: { in: states } },
      orderBy: { createdAt: 'asc' },
      select: { id: true },
    })
    return this.one(rows)?.id
  }

  private async rewire(): Promise<void> {
    const to = this.random() < 0.5 ? null : this.one(this.articles)
    await rewireInbound(this.editor, {
      articleId: this.one(this.articles),
      to,
      fromArticleIds: this.articles.slice(0, 8),
    })
  }

  private async restore(): Promise<void> {
    const articleId = this.one(this.articles)
    const { revisions } = await listRevisions(this.editor, { articleId })
    const revisionId = this.one(revisions)?.id
    if (revisionId !== undefined) await restoreRevision(this.editor, { articleId, revisionId })
  }
}

function partsOf(path: string): [string, string] {
  const [, section = '', slug = ''] = path.split('/')
  return [section, slug]
}

/**
 * Every address of a shelf is its page, or one step from it. A topic of which readers have nothing is not to be found, and neither is
 * what leads to it.
 */
async function checkShelves(slugs: RandomNewsroom['slugs']): Promise<void> {
  for (const slug of slugs.section) {
    const moved = await findMovedShelf('section', slug)
    expect(await listSection(moved === null ? slug : moved.slice(1), 1), slug).not.toBeNull()
  }
  for (const slug of slugs.topic) {
    const row = await database().topicSlug.findUniqueOrThrow({ where: { slug } })
    const isPublic = (await database().publicationTopic.count({ where: { topicId: row.topicId } })) > 0
    const moved = await findMovedShelf('topic', slug)
    const found = await listTopic(moved === null ? slug : moved.slice('/topic/'.length), 1)
    expect(found !== null, slug).toBe(isPublic)
    for (const { path } of found?.articles ?? [])
      expect((await findArticleByPath(...partsOf(path))).kind, path).toBe('live')
  }
}

/** Everything that readers were ever told about holds, now. @returns how many links were looked at */
async function checkReaders(addresses: ReadonlyMap<string, string>): Promise<number> {
  const live = await database().publication.findMany({ include: { edition: true } })
  const headlines = new Map(live.map(({ articleId, headline }) => [articleId, headline]))
  const secret = (await database().article.findMany({ select: { id: true, headline: true } }))
    .filter(({ id, headline }) => !headlines.has(id) && headline !== '')
    .map(({ headline }) => headline.split(' ')[0] ?? '')
    .filter((word) => ![...headlines.values()].some((headline) => headline.startsWith(word)))

  for (const [address, articleId] of addresses) {
    const found = await findArticleByPath(...partsOf(address))
    expect(found.kind, address).not.toBe('unknown')
    if (found.kind === 'gone') {
      const { state } = await database().article.findUniqueOrThrow({ where: { id: articleId } })
      expect(found.reason, address).toBe(state === 'KILLED' ? KILLED : UNPUBLISHED)
      expect(headlines.has(articleId), address).toBe(false)
      continue
    }
    // One hop, and no more, to the article that readers had there last.
    const end = found.kind === 'moved' ? await findArticleByPath(...partsOf(found.path)) : found
    expect(end.kind === 'live' && end.article.id, address).toBe(articleId)
  }

  let links = 0
  for (const { articleId, slug, sectionId } of live) {
    const section = await database().section.findUniqueOrThrow({ where: { id: sectionId } })
    const found = await findArticleByPath(section.slug, slug)
    if (found.kind !== 'live') throw new Error(`${articleId} is public and not to be found`)
    const { document, metadata } = found.article
    for (const topic of metadata.topics) expect((await listTopic(topic.slug, 1))?.subject.name).toBe(topic.name)
    const resolved = await resolveReferences(document)
    for (const id of referencesOf(document).articleIds) {
      links++
      const target = resolved.articles.get(id)
      expect(target?.headline).toBe(headlines.get(id))
      if (target !== undefined) expect((await findArticleByPath(...partsOf(target.path))).kind).toBe('live')
    }
    const page = printHtml(document, { resolved, origin: 'https://paper.example', language: 'en-GB' } as Parameters<
      typeof printHtml
    >[1])
    for (const word of secret) expect(page).not.toContain(word)
  }
  const listed = JSON.stringify(await listNewest(100))
  for (const word of secret) expect(listed).not.toContain(word)
  await checkFeeds(secret)
  return links
}

/** A feed tells of what was killed, and Atom of all that readers have lost: by id, and without a word of it. */
async function checkFeeds(secret: readonly string[]): Promise<void> {
  const gone = await database().article.findMany({
    where: { unpublishedAt: { not: null } },
    select: { id: true, state: true },
  })
  for (const format of ['rss', 'atom', 'json'] as const) {
    const text = await (await feedResponse(format)).text()
    for (const word of secret) expect(text, format).not.toContain(word)
    for (const { id, state } of gone)
      expect(text.includes(`urn:uuid:${id}`), `${format} ${state}`).toBe(format === 'atom' || state === 'KILLED')
  }
}

/** The public layer of the graph is what the live editions say, and the draft layer what the drafts say: by id, in order. */
async function checkGraph(): Promise<void> {
  const links = await database().link.findMany({ where: { layer: 'PUBLIC' }, select: { fromArticleId: true } })
  const live = new Set((await database().publication.findMany()).map(({ articleId }) => articleId))
  for (const { fromArticleId } of links) expect(live.has(fromArticleId)).toBe(true)
  const notices = await database().linkNotice.findMany({ where: { clearedAt: null }, select: { targetId: true } })
  for (const { targetId } of notices) expect(live.has(targetId), 'nobody is told of what is public').toBe(false)
  // What is killed does not come back.
  const killed = await database().article.findMany({ where: { state: 'KILLED' }, select: { id: true } })
  for (const { id } of killed) expect(live.has(id)).toBe(false)
}

describe('Whatever happens in a newsroom', () => {
  test.each([1, 2, 3])(
    'every link of a public page leads to one, no address is lost, nothing else is named (seed %i)',
    async (seed) => {
      const editor = await aPerson('EDITOR')
      const newsroom = new RandomNewsroom(seed, editor, await aPerson('ADMINISTRATOR'))
      let links = 0
      for (let operation = 0; operation < OPERATIONS; operation++) {
        await newsroom.step()
        if (operation % 50 !== 49) continue
        links += await checkReaders(newsroom.addresses)
        await checkShelves(newsroom.slugs)
        await checkGraph()
      }
      expect(newsroom.addresses.size).toBeGreaterThan(4)
      expect(links).toBeGreaterThan(5)
      for (const [what, times] of Object.entries(newsroom.done)) expect(times, what).toBeGreaterThan(LEAST[what] ?? 4)
    },
    120_000,
  )
})
