import { expect, type Page } from '@playwright/test'
import { Transform } from 'prosemirror-transform'
import sharp from 'sharp'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { anArticleOn, read, send } from '@/tests/support/articles-in-browser'
import { callAction } from '@/tests/support/server-actions'
import { signIn } from '@/tests/support/sign-in'

/** Text in every kind of block that has some, under a headline and a standfirst of its own. */
function wordsOf(word: (field: string) => string, mediaId: string) {
  const { nodes: n } = schema
  const text = (field: string) => schema.text(word(field))
  return [
    n.paragraph.create(null, text('paragraph')),
    n.crosshead.create(null, text('crosshead')),
    n.quotation.create({ speaker: word('speaker'), role: word('role') }, [n.paragraph.create(null, text('quotation'))]),
    n.pullQuote.create({ speaker: word('pullspeaker'), role: '' }, text('pullquote')),
    n.image.create({ mediaId, alt: word('alt'), caption: word('caption'), credit: word('credit') }),
    n.keyPoints.create({ heading: word('keyheading') }, [n.keyPoint.create(null, text('keypoint'))]),
    n.factBox.create({ heading: word('factheading') }, [n.paragraph.create(null, text('fact'))]),
    n.paragraph.create(null, [schema.text('Noted'), n.footnote.create(null, text('footnote'))]),
  ]
}

export type Placed = { id: string; slug: string; state: string }

/** Places articles as the editor who is signed in on the page. */
export class Placing {
  readonly placed: Placed[] = []
  /** The ids of files that were kept as evidence. */
  readonly files: string[] = []
  readonly page: Page
  readonly mark: string
  readonly mediaId: string
  private readonly sectionId: string
  private shelves = { topicId: '', bylineId: '' }

  private constructor(page: Page, mark: string, mediaId: string, sectionId: string) {
    this.page = page
    this.mark = mark
    this.mediaId = mediaId
    this.sectionId = sectionId
  }

  static async begin(page: Page, mark: string): Promise<Placing> {
    await signIn(page, 'EDITOR')
    const buffer = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2a6' } })
      .jpeg()
      .toBuffer()
    const upload = await page.request.post('/api/media', {
      headers: { Origin: new URL(page.url()).origin },
      multipart: { file: { name: `${mark}filename.jpg`, mimeType: 'image/jpeg', buffer } },
    })
    expect(upload.ok(), await upload.text()).toBe(true)
    const media = (await upload.json()) as { id: string }
    const { sections } = (await (await page.request.get('/api/sections')).json()) as { sections: { id: string }[] }
    return new Placing(page, mark, media.id, sections[0]?.id ?? '')
  }

  /** Draws up a topic and a name that no article had before. A slug has hyphens where they have spaces. */
  async openShelves(name: string): Promise<void> {
    const { page, mark } = this
    const topic = await send(page, 'POST', '/api/topics', { name: `${mark}topic ${mark}${name}` })
    const byline = await send(page, 'POST', '/api/bylines', { name: `${mark}byline ${mark}${name}` })
    this.shelves = { topicId: (topic as { id: string }).id, bylineId: (byline as { id: string }).id }
  }

  /** A draft with a canary in every field that may be filled in without stopping a publication. */
  async draft(state: string): Promise<string> {
    const word = (field: string) => `${this.mark}${state}${field}`
    const id = await anArticleOn(this.page, word('headline'), ...wordsOf(word, this.mediaId))
    await this.retypeStandfirst(id, word('standfirst'))
    await this.fields(id, {
      slug: word('slug'),
      sectionId: this.sectionId,
      kicker: word('kicker'),
      trailText: word('trail'),
      dateline: word('dateline'),
      shortHeadline: word('short'),
      searchHeadline: word('search'),
      socialHeadline: word('social'),
      mailHeadline: word('mail'),
      mainImage: {
        mediaId: this.mediaId,
        alt: word('mainalt'),
        caption: word('maincaption'),
        credit: word('maincredit'),
      },
      topics: [this.shelves.topicId],
      bylines: [{ bylineId: this.shelves.bylineId, role: word('bylinerole') }],
    })
    this.placed.push({ id, slug: word('slug'), state })
    return id
  }

  async fields(id: string, values: Record<string, unknown>): Promise<void> {
    const { fieldVersions } = await read(this.page, id)
    for (const [field, value] of Object.entries(values))
      await send(this.page, 'PUT', `/api/documents/${id}/fields`, {
        field,
        value,
        baseVersion: fieldVersions[field] ?? 0,
      })
  }

  private async retypeStandfirst(id: string, words: string): Promise<void> {
    await this.steps(id, (transform) => {
      const from = transform.doc.child(0).nodeSize + 1
      transform.replaceWith(from, from + transform.doc.child(1).content.size, schema.text(words))
    })
  }

  async steps(id: string, change: (transform: Transform) => void): Promise<void> {
    const { version, document } = await read(this.page, id)
    const transform = new Transform(parseDocument(document))
    change(transform)
    const steps = transform.steps.map((step) => step.toJSON())
    await this.post(id, 'steps', { version, clientId: crypto.randomUUID(), steps })
  }

  async post(id: string, path: string, body: unknown): Promise<unknown> {
    return send(this.page, 'POST', `/api/documents/${id}/${path}`, body)
  }

  async version(id: string): Promise<number> {
    return (await read(this.page, id)).version
  }

  /** Somebody was asked about it and answered. */
  async asked(id: string): Promise<void> {
    const hoursAway = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16)
    await this.post(id, 'replies', {
      replyId: crypto.randomUUID(),
      party: { name: `${this.mark}asked ${id}`, kind: 'PERSON' },
      contact: `${this.mark}contact`,
      question: `${this.mark}question`,
      ...{ way: 'MAIL', askedAt: hoursAway(-2), deadline: hoursAway(2), zone: 'UTC' },
      ...{ answer: 'ANSWERED', answerText: `${this.mark}answer` },
    })
  }

  /** Gives the text as it stands a name in its history. */
  async named(articleId: string, name: string): Promise<void> {
    await this.act(`/desk/articles/${articleId}/history`, '/history/actions.ts', 'nameThisVersion', {
      articleId,
      revisionId: null,
      name,
    })
  }

  /** A series that has only this part. */
  async inSeries(articleId: string, name: string): Promise<void> {
    const does = (action: string, input: object) => this.act('/desk/series', '/desk/series/actions.ts', action, input)
    const said = await does('create', { name, slug: '', description: `${name}description` })
    const [, seriesId] = /"id":"([0-9a-f-]{36})"/.exec(said) ?? []
    await does('add', { seriesId, articleId })
  }

  /** A confidential source, behind no claim: what is sealed of it, and what the newsroom calls it. */
  async source(name: string): Promise<void> {
    const word = (field: string) => `${this.mark}${name}${field}`
    const said = await this.act('/desk/sources/new', '/desk/sources/actions.ts', 'create', {
      ...{ codeName: word('code'), kind: 'PERSON', terms: 'BACKGROUND', isConfidential: true, isKnown: true },
      ...{ sameOriginAs: null, readerIds: [], name: word('name'), contact: word('contact'), notes: word('notes') },
    })
    const [, id] = /"id":"([0-9a-f-]{36})"/.exec(said) ?? []
    // Looked at and looked for, as people do.
    const shown = await this.act('/desk/sources', '/desk/sources/actions.ts', 'reveal', { id })
    expect(shown).toContain(word('name'))
    const found = await this.act('/desk/sources', '/desk/sources/actions.ts', 'find', { words: word('name') })
    expect(found).toContain(word('code'))
  }

  private async act(path: string, file: string, name: string, input: object): Promise<string> {
    const said = await (await callAction(this.page, { path, file, name }, input)).text()
    expect(said).toContain('"ok":true')
    return said
  }

  async line(state: string): Promise<void> {
    const { page } = this
    const word = (field: string) => `${this.mark}${state}${field}`
    await page.goto('/desk/plan')
    await page.getByRole('button', { name: 'Pitch a line' }).click()
    const form = page.getByRole('dialog', { name: 'Pitch a line' })
    await form.getByLabel('Slugline').fill(word('slugline'))
    await form.getByLabel('Note').fill(word('note'))
    await form.getByLabel('Pictures wanted').fill(word('pictures'))
    await form.getByRole('button', { name: 'Put it on the plan' }).click()
    await expect(form).toBeHidden()
    const href = await page
      .getByRole('link', { name: word('slugline'), exact: true })
      .first()
      .getAttribute('href')
    this.placed.push({ id: href?.match(/[0-9a-f-]{36}/)?.[0] ?? '', slug: word('slug'), state })
  }
}
