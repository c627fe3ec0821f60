import { describe, expect, test } from 'vitest'
import { findArticleByPath, listNewest } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { printHtml } from '@/lib/document/print-html'
import { referencesOf } from '@/lib/document/resolved'
import { KnownError } from '@/lib/errors'
import { listRevisions } from '@/lib/history/list-revisions'
import { restoreRevision } from '@/lib/history/restore-revision'
import { rewireInbound } from '@/lib/links/rewire-inbound'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const OPERATIONS = 150

/** The same numbers for the same seed: mulberry32, Tommy Ettinger, public domain. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A newsroom in which things happen by chance, and every address that readers ever had. */
class RandomNewsroom {
  readonly articles: string[] = []
  readonly addresses = new Set<string>()
  private readonly random: () => number
  private readonly editor: PersonActor
  private readonly sections: readonly string[]
  private count = 0

  constructor(seed: number, editor: PersonActor, sections: readonly string[]) {
    this.random = randomFrom(seed)
    this.editor = editor
    this.sections = sections
  }

  /** What cannot be done now (an address that is taken, something that is not public) is refused, and that is that. */
  async step(): Promise<void> {
    const operations = [
      () => this.create(),
      () => this.publish(),
      () => this.publish(),
      () => this.rename(),
      () => this.move(),
      () => this.retitle(),
      () => this.unpublish(),
      () => this.rewire(),
      () => this.restore(),
    ]
    try {
      await (this.articles.length < 4 ? this.create() : this.one(operations)())
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
    }
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
      sectionId: this.one(this.sections),
      // Few slugs, so that articles want each other's addresses.
      slug: `slug-${Math.floor(this.random() * 12)}`,
      document: aDocument(headline, ...blocks),
    })
    this.articles.push(id)
  }

  private async publish(): Promise<void> {
    const { path } = await publishNow(this.editor, this.one(this.articles))
    this.addresses.add(path)
  }

  private rename(): Promise<void> {
    return this.change('slug', `slug-${Math.floor(this.random() * 12)}`)
  }

  private move(): Promise<void> {
    return this.change('sectionId', this.one(this.sections))
  }

  private async change(field: 'slug' | 'sectionId', value: string): Promise<void> {
    const articleId = this.one(this.articles)
    const { fieldVersions } = await database().article.findUniqueOrThrow({ where: { id: articleId } })
    const baseVersion = (fieldVersions as Record<string, { version: number }>)[field]?.version ?? 0
    await saveField(this.editor, { articleId, field, value, baseVersion })
  }

  private retitle(): Promise<void> {
    return retype(this.editor, this.one(this.articles), 0, `Headline${this.count++} canary`)
  }

  private unpublish(): Promise<void> {
    return unpublishArticle(this.editor, { articleId: this.one(this.articles), reason: 'Under review.' })
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

/** Everything that readers were ever told about holds, now. @returns how many links were looked at */
async function checkReaders(addresses: ReadonlySet<string>): Promise<number> {
  const live = await database().publication.findMany({ include: { edition: true } })
  const headlines = new Map(live.map(({ articleId, headline }) => [articleId, headline]))
  const secret = (await database().article.findMany({ select: { id: true, headline: true } }))
    .filter(({ id, headline }) => !headlines.has(id) && headline !== '')
    .map(({ headline }) => headline.split(' ')[0] ?? '')
    .filter((word) => ![...headlines.values()].some((headline) => headline.startsWith(word)))

  for (const address of addresses) {
    const found = await findArticleByPath(...partsOf(address))
    expect(found.kind, address).not.toBe('unknown')
    // One hop, and no more.
    if (found.kind === 'moved') expect((await findArticleByPath(...partsOf(found.path))).kind, address).toBe('live')
    if (found.kind === 'gone') expect(found.reason).toBe('Under review.')
  }

  let links = 0
  for (const { articleId, slug, sectionId } of live) {
    const section = await database().section.findUniqueOrThrow({ where: { id: sectionId } })
    const found = await findArticleByPath(section.slug, slug)
    if (found.kind !== 'live') throw new Error(`${articleId} is public and not to be found`)
    const { document } = found.article
    const resolved = await resolveReferences(document)
    for (const id of referencesOf(document).articleIds) {
      links++
      const target = resolved.articles.get(id)
      expect(target?.headline).toBe(headlines.get(id))
      if (target !== undefined) expect((await findArticleByPath(...partsOf(target.path))).kind).toBe('live')
    }
    const page = printHtml(document, { resolved, origin: 'https://paper.example' } as Parameters<typeof printHtml>[1])
    for (const word of secret) expect(page).not.toContain(word)
  }
  const listed = JSON.stringify(await listNewest(100))
  for (const word of secret) expect(listed).not.toContain(word)
  return links
}

/** The public layer of the graph is what the live editions say, and the draft layer what the drafts say: by id, in order. */
async function checkGraph(): Promise<void> {
  const links = await database().link.findMany({ where: { layer: 'PUBLIC' }, select: { fromArticleId: true } })
  const live = new Set((await database().publication.findMany()).map(({ articleId }) => articleId))
  for (const { fromArticleId } of links) expect(live.has(fromArticleId)).toBe(true)
  const notices = await database().linkNotice.findMany({ where: { clearedAt: null }, select: { targetId: true } })
  for (const { targetId } of notices) expect(live.has(targetId), 'nobody is told of what is public').toBe(false)
}

describe('Whatever happens in a newsroom', () => {
  test.each([1, 2, 3])(
    'every link of a public page leads to one, no address is lost, nothing else is named (seed %i)',
    async (seed) => {
      const editor = await aPerson('EDITOR')
      const sections = [await aSection(`one-${seed}`), await aSection(`two-${seed}`)].map(({ id }) => id)
      const newsroom = new RandomNewsroom(seed, editor, sections)
      let links = 0
      for (let operation = 0; operation < OPERATIONS; operation++) {
        await newsroom.step()
        if (operation % 15 !== 14) continue
        links += await checkReaders(newsroom.addresses)
        await checkGraph()
      }
      expect(newsroom.addresses.size).toBeGreaterThan(4)
      expect(links).toBeGreaterThan(10)
    },
    120_000,
  )
})
