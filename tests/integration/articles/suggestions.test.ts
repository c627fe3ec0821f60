import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { indexDrafts } from '@/lib/articles/index-drafts'
import { loadDraft } from '@/lib/articles/load-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { type Suggester, suggestChange } from '@/lib/document/suggesting/suggest-change'
import { acceptSuggestions, listSuggestions, rejectSuggestions } from '@/lib/document/suggestions'
import { Forbidden } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const CANARY = 'zanzibarcanary'

let reporter: PersonActor
let stranger: PersonActor
let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  stranger = await aPerson('REPORTER', 'Bo Stranger')
  editor = await aPerson('EDITOR')
  section = await aSection('quay')
})

const suggester = (personId: string): Suggester => ({ personId, at: '2026-11-20T10:00:00.000Z', newId })
const anOwn = () => anArticle(reporter, { document: aDocument('Ferry returns'), sectionId: section.id })

async function draft(articleId: string): Promise<Node> {
  return (await loadDraft(database(), articleId)).document
}

/** Sends what a change of the draft makes of it. */
async function send(actor: PersonActor, articleId: string, change: (tr: Transform) => void): Promise<void> {
  const { document, version } = await loadDraft(database(), articleId)
  const tr = new Transform(document)
  change(tr)
  const result = await applySteps(actor, {
    articleId,
    version,
    clientId: 'test',
    steps: tr.steps.map((step) => step.toJSON()),
  })
  if (result.kind !== 'applied') throw new Error('The test was behind')
}

/** Suggests, in one's own name or in another, what an ordinary change would do. */
function suggest(actor: PersonActor, articleId: string, change: (tr: Transform) => void, as = actor): Promise<void> {
  return send(actor, articleId, (tr) => {
    const wanted = new Transform(tr.doc)
    change(wanted)
    const made = suggestChange(tr.doc, wanted.doc, suggester(as.id), { cursorBefore: null, head: 0 })
    for (const step of made?.transform.steps ?? []) tr.step(step)
  })
}

const headlineEnd = (tr: Transform) => tr.doc.child(0).nodeSize - 1
const insertInHeadline = (tr: Transform) => tr.insert(headlineEnd(tr), tr.doc.type.schema.text(` ${CANARY}`))
const insertBlock = (tr: Transform) =>
  tr.insert(tr.doc.content.size, tr.doc.type.schema.node('paragraph', null, tr.doc.type.schema.text(CANARY)))
const removeFirstWords = (tr: Transform) => {
  const start = tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize + 1
  return tr.delete(start, start + tr.doc.child(2).content.size)
}

describe('Suggestions', () => {
  test('never reach an edition, a publication, the lists of the desk or search, and are a line on the checklist', async () => {
    const id = await anOwn()
    await suggest(reporter, id, insertInHeadline)
    await suggest(reporter, id, insertBlock)
    await suggest(reporter, id, removeFirstWords)
    const { issues } = await listPublishIssues(editor, id)
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'open-suggestions',
        severity: 'warning',
        message: '3 suggestions are open. Readers get the text without them.',
      }),
    )
    await publishNow(editor, id)
    await indexDrafts()
    const live = await database().publication.findUniqueOrThrow({
      where: { articleId: id },
      include: { edition: true },
    })
    expect(live).toMatchObject({ headline: 'Ferry returns', slug: 'ferry-returns' })
    expect(live.words).toContain('The council met on Tuesday.')
    expect(JSON.stringify(live)).not.toContain(CANARY)
    expect(JSON.stringify(live)).not.toContain('suggestionId')
    parseDocument(live.edition.document)
    const article = await database().article.findUniqueOrThrow({ where: { id }, include: { draft: true } })
    expect(article).toMatchObject({ headline: 'Ferry returns' })
    expect(article.draft?.words).not.toContain(CANARY)
    expect(String(await draft(id))).toContain(CANARY)
  })

  test('what is wrong in the text for readers is said of its place in the draft', async () => {
    const id = await anOwn()
    const { schema } = (await draft(id)).type
    await send(reporter, id, (tr) => tr.insert(tr.doc.content.size, schema.node('crosshead')))
    await suggest(reporter, id, (tr) =>
      tr.insert(
        tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize,
        schema.node('crosshead', null, schema.text('New')),
      ),
    )
    const { issues } = await listPublishIssues(editor, id)
    const empty = issues.filter(({ code }) => code === 'empty-crosshead')
    expect(empty).toHaveLength(1)
    const position = Number(empty[0]?.field.slice('document:'.length))
    expect((await draft(id)).nodeAt(position)?.type.name).toBe('crosshead')
    expect((await draft(id)).nodeAt(position)?.content.size).toBe(0)
  })

  test('whoever may only comment suggests, takes own suggestions back, and does nothing else', async () => {
    const id = await anOwn()
    await suggest(reporter, id, insertInHeadline)
    await suggest(stranger, id, insertBlock)
    await suggest(stranger, id, removeFirstWords)
    const [inHeadline, ...own] = listSuggestions(await draft(id))
    expect(own.map(({ personId }) => personId)).toEqual([stranger.id, stranger.id])
    const others = new Set([inHeadline?.id ?? ''])
    await expect(send(stranger, id, insertBlock)).rejects.toThrow(Forbidden)
    await expect(send(stranger, id, (tr) => rejectSuggestions(tr, others))).rejects.toThrow(Forbidden)
    const mine = new Set(own.map(({ id }) => id))
    await expect(send(stranger, id, (tr) => acceptSuggestions(tr, mine))).rejects.toThrow(Forbidden)
    await expect(suggest(stranger, id, insertInHeadline, reporter)).rejects.toThrow(Forbidden)
    await send(stranger, id, (tr) => rejectSuggestions(tr, mine))
    expect(listSuggestions(await draft(id)).map(({ personId }) => personId)).toEqual([reporter.id])
  })

  test('nobody suggests in somebody else’s name, but an answer to them can be undone', async () => {
    const id = await anOwn()
    await expect(suggest(editor, id, insertBlock, stranger)).rejects.toThrow(Forbidden)
    await suggest(stranger, id, insertBlock)
    const before = await draft(id)
    const ids = new Set(listSuggestions(before).map(({ id }) => id))
    await send(editor, id, (tr) => rejectSuggestions(tr, ids))
    expect(listSuggestions(await draft(id))).toEqual([])
    const undo = rejectSuggestions(new Transform(before), ids)
    await send(editor, id, (tr) => {
      for (let index = undo.steps.length - 1; index >= 0; index -= 1)
        tr.step((undo.steps[index] as (typeof undo.steps)[number]).invert(undo.docs[index] as Node))
    })
    expect((await draft(id)).eq(before)).toBe(true)
  })
})
