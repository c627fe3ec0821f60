import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { indexDrafts } from '@/lib/articles/index-drafts'
import { loadDraft } from '@/lib/articles/load-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { exportQuotes } from '@/lib/quotes/export-quotes'
import { listDifferingQuotes } from '@/lib/quotes/list-article-quotes'
import { listQuotes } from '@/lib/quotes/list-quotes'
import { QuotesQuery } from '@/lib/quotes/quotes-query'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let lawyer: PersonActor
let sectionId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  lawyer = await aPerson('LAWYER')
  sectionId = (await aSection()).id
})
beforeEach(async () => {
  await database().quote.deleteMany()
})

type Noted = { speaker?: string; origin?: string; saidOn?: string; form?: string }
const said = (words: string, noted: Noted = {}): Node =>
  schema.nodes.paragraph.create(null, [
    schema.text(`“${words}”`, [schema.marks.quote.create({ speaker: 'Ines Moor', ...noted })]),
    schema.text(' she said.'),
  ])
const whole = { origin: 'interview', saidOn: '2026-03-04' }

/** A story that quotes somebody. */
const aStory = (...blocks: (Node | string)[]) =>
  anArticle(editor, { sectionId, document: aDocument(`Quay ${newId()}`, ...blocks) })

const rowsOf = (articleId: string, layer: 'DRAFT' | 'PUBLIC' = 'DRAFT') =>
  database().quote.findMany({ where: { articleId, layer }, orderBy: { position: 'asc' } })
const wordsOf = async (articleId: string, layer: 'DRAFT' | 'PUBLIC' = 'DRAFT') =>
  (await rowsOf(articleId, layer)).map(({ words }) => words)

async function change(articleId: string, work: (transform: Transform) => void): Promise<void> {
  const { document, version } = await loadDraft(database(), articleId)
  const transform = new Transform(document)
  work(transform)
  const steps = transform.steps.map((step) => step.toJSON())
  const result = await applySteps(editor, { articleId, version, clientId: newId(), steps })
  expect(result.kind).toBe('applied')
}

/** Where the n-th block begins; 2 is the first paragraph. */
function startOf(document: Node, block: number): number {
  return document.children.slice(0, block).reduce((sum, node) => sum + node.nodeSize, 0)
}

const found = async (query: object) =>
  (await listQuotes(lawyer, QuotesQuery.parse(query))).speakers.map(({ speaker, count, quotes }) => [
    speaker,
    count,
    ...quotes.map(({ words }) => words),
  ])

describe('What a story quotes', () => {
  test('stands in the ledger from its first save, follows its words and notes, and keeps its row as long as the words stay', async () => {
    const id = await aStory('Before.', said('The quay will not move'))
    const [first] = await rowsOf(id)
    expect(first).toMatchObject({
      ...{ words: '“The quay will not move”', plainWords: 'the quay will not move', speaker: 'Ines Moor' },
      ...{ plainSpeaker: 'ines moor', form: 'direct', origin: '', saidOn: null, position: 0, paragraph: 2 },
    })
    await change(id, (tr) => {
      const from = startOf(tr.doc, 3) + 1
      tr.addMark(from, from + 24, schema.marks.quote.create({ speaker: 'Ines Moor', ...whole }))
    })
    const [noted, ...none] = await rowsOf(id)
    expect(none).toEqual([])
    expect(noted).toMatchObject({ id: first?.id, origin: 'interview', saidOn: new Date('2026-03-04') })
    await change(id, (tr) => tr.insert(startOf(tr.doc, 2), said('It is old')))
    expect((await rowsOf(id)).map(({ words, paragraph }) => [words, paragraph])).toEqual([
      ['“It is old”', 1],
      ['“The quay will not move”', 3],
    ])
    expect((await rowsOf(id))[1]?.id).toBe(first?.id)
    // A plain paragraph above moves it without a change to any quotation.
    await change(id, (tr) => tr.insert(startOf(tr.doc, 2), schema.nodes.paragraph.create(null, schema.text('New.'))))
    expect((await rowsOf(id)).map(({ paragraph }) => paragraph)).toEqual([2, 4])
    await retype(editor, id, 3, 'Nothing said.')
    expect(await wordsOf(id)).toEqual(['“The quay will not move”'])
  })

  test('counts set-apart words and paraphrases, but no pull quote that repeats them and nothing that is only suggested', async () => {
    const suggestion = { suggestionId: newId(), personId: editor.id, at: '2026-03-04T10:00:00.000Z' }
    const inserted = schema.marks.inserted.create(suggestion)
    const id = await aStory(
      said('We will go, and go soon', { form: 'paraphrase' }),
      schema.nodes.quotation.create({ speaker: 'Tom Arden', saidOn: '2026-03-01' }, [
        schema.nodes.paragraph.create(null, schema.text('Nobody asked the boats.')),
      ]),
      schema.nodes.pullQuote.create({ speaker: 'Tom Arden' }, schema.text('Nobody asked the boats')),
      schema.nodes.pullQuote.create({ speaker: 'Tom Arden' }, schema.text('I was there')),
      schema.nodes.paragraph.create(null, [
        schema.text('Perhaps.', [inserted, schema.marks.quote.create({ speaker: 'Eve' })]),
      ]),
    )
    expect((await rowsOf(id)).map(({ speaker, words, form }) => [speaker, words, form])).toEqual([
      ['Ines Moor', '“We will go, and go soon”', 'paraphrase'],
      ['Tom Arden', 'Nobody asked the boats.', 'direct'],
      ['Tom Arden', 'I was there', 'direct'],
    ])
  })

  test('is listed for readers from publication to withdrawal, and readers get none of the notes', async () => {
    const id = await aStory(said('The quay will not move', { ...whole, form: 'paraphrase' }))
    expect(await wordsOf(id, 'PUBLIC')).toEqual([])
    await publishNow(editor, id)
    expect(await rowsOf(id, 'PUBLIC')).toMatchObject([{ words: '“The quay will not move”', origin: 'interview' }])
    const edition = await database().edition.findFirstOrThrow({ where: { articleId: id } })
    expect(JSON.stringify(edition.document)).not.toMatch(/interview|2026-03-04|paraphrase/)
    expect((await listQuotes(editor, {})).speakers[0]?.quotes).toMatchObject([{ isPublic: true, isPublicAlone: false }])
    await retype(editor, id, 2, 'Nothing said.')
    expect((await listQuotes(editor, {})).speakers[0]?.quotes).toMatchObject([{ isPublic: true, isPublicAlone: true }])
    await unpublishArticle(editor, { articleId: id, reason: 'It was wrong.' })
    expect(await rowsOf(id, 'PUBLIC')).toEqual([])
    expect(await found({})).toEqual([])
  })

  test('is derived of articles from before there was a ledger', async () => {
    const id = await aStory(said('The quay will not move'))
    await publishNow(editor, id)
    await database().quote.deleteMany({ where: { articleId: id } })
    await database().draft.update({ where: { articleId: id }, data: { indexedVersion: -1 } })
    while ((await indexDrafts()) > 0);
    expect([await wordsOf(id), await wordsOf(id, 'PUBLIC')]).toEqual([
      ['“The quay will not move”'],
      ['“The quay will not move”'],
    ])
  })

  test('asks on the checklist, without holding anything back, for origins and dates', async () => {
    const id = await aStory(said('One thing'), said('Another thing', { origin: 'court' }), said('Whole', whole))
    const { issues } = await listPublishIssues(editor, id)
    expect(issues.filter(({ code }) => code === 'no-origin' || code === 'no-said-on')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: 'A quotation does not say where we have the words from.',
      }),
      expect.objectContaining({
        severity: 'warning',
        message: '2 quotations do not say when the words were said.',
      }),
    ])
    await expect(publishNow(editor, id)).resolves.toMatchObject({ edition: 1 })
  })
})

describe('The ledger', () => {
  test('finds by person, words, origin and what is missing, by person with counts, newest day first, page by page', async () => {
    await aStory(said('The old quay leaks'), said('We paid for it twice', { ...whole, speaker: 'Óscar Vell' }))
    await aStory(
      said('It was rebuilt in spring', { origin: 'court', saidOn: '2026-05-01' }),
      said('Not one boat was lost', whole),
      said('No name here', { speaker: '' }),
    )
    const moor = ['“It was rebuilt in spring”', '“Not one boat was lost”', '“The old quay leaks”']
    expect(await found({})).toEqual([
      ['', 1, '“No name here”'],
      ['Ines Moor', 3, ...moor],
      ['Óscar Vell', 1, '“We paid for it twice”'],
    ])
    expect(await found({ who: 'oscar' })).toEqual([['Óscar Vell', 1, '“We paid for it twice”']])
    expect(await found({ q: 'leaks quay' })).toEqual([['Ines Moor', 1, '“The old quay leaks”']])
    expect(await found({ q: 'OLD quay' })).toEqual([['Ines Moor', 1, '“The old quay leaks”']])
    expect(await found({ q: '100%' })).toEqual([])
    expect(await found({ origin: 'court' })).toEqual([['Ines Moor', 1, moor[0]]])
    expect(await found({ missing: 'speaker' })).toEqual([['', 1, '“No name here”']])
    expect(await found({ missing: 'date', who: 'moor' })).toEqual([['Ines Moor', 1, moor[2]]])
    expect(await found({ missing: 'anything' })).toHaveLength(2)

    const words: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listQuotes(editor, { limit: 2, ...(cursor === undefined ? {} : { cursor }) })
      for (const { quotes } of page.speakers) words.push(...quotes.map((quote) => quote.words))
      cursor = page.nextCursor
    }
    expect(words).toEqual(['“No name here”', ...moor, '“We paid for it twice”'])
    await expect(listQuotes(editor, { cursor: 'nonsense' })).rejects.toThrow(Invalid)
  })

  test('shows nothing to who is not of the newsroom', async () => {
    const id = await aStory(said('The old quay leaks'))
    await expect(listQuotes({ kind: 'nobody' }, {})).rejects.toThrow(NotSignedIn)
    expect(() => exportQuotes({ kind: 'nobody' }, {}, '')).toThrow(NotSignedIn)
    await expect(listDifferingQuotes({ kind: 'nobody' }, id)).rejects.toThrow(NotSignedIn)
    await expect(listDifferingQuotes(editor, newId())).rejects.toThrow(NotFound)
  })

  test('goes out as CSV that spreadsheets read and do not run', async () => {
    const id = await aStory(
      said('Say "no", they said', { ...whole, form: 'paraphrase', speaker: '=HYPERLINK("x")' }),
      said('Another', { speaker: 'Zoe' }),
    )
    let file = ''
    for await (const piece of exportQuotes(lawyer, QuotesQuery.parse({}), 'https://paper.example')) file += piece
    const lines = file.split('\r\n')
    expect(lines[0]).toBe('\uFEFFSpeaker,Words,Form,Origin,Said on,Story,Block,Readers have it,Address')
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")","“Say ""no"", they said”",Paraphrase,Interview,2026-03-04,Quay`)
    expect(lines[1]).toContain(`,1,No,https://paper.example/desk/articles/${id}?quote=0`)
    expect(lines).toHaveLength(4)
  })

  test('is read by its indexes', async () => {
    const plan = await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN
        SELECT id FROM "Quote" WHERE "plainWords" % 'the quay leaks' AND similarity("plainWords", 'the quay leaks') >= 0.5`
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('Quote_words_part')
  })
})

describe('The same words, quoted otherwise', () => {
  const spoken = 'We never promised that the ferry would come back'

  test('are shown as a pair from both sides, with what differs, until they agree', async () => {
    const one = await aStory(said(spoken))
    const other = await aStory(said('We have never promised that the ferry would come back'))
    // Less of it, the same with other signs, other words, and the same words of somebody else are no difference.
    await aStory(said('the ferry would come back'), said(`${spoken}!`), said('The mayor should go home today'))
    await aStory(said('We have never promised that the ferry would come back', { speaker: 'Tom Arden' }))
    await aStory(said('We had never promised that a ferry would come back', { form: 'paraphrase' }))

    const here = await listDifferingQuotes(editor, one)
    expect(here.quotes).toMatchObject([{ words: `“${spoken}”`, differences: [{ articleId: other, position: 0 }] }])
    expect(here.quotes[0]?.differences[0]?.pieces.filter(({ change }) => change !== 'same')).toEqual([
      { change: 'added', text: 'have ' },
    ])
    expect(
      (await listDifferingQuotes(editor, other)).quotes[0]?.differences.map(({ articleId }) => articleId),
    ).toContain(one)
    const differing = (await listQuotes(lawyer, { show: 'differing' })).speakers
    expect(differing).toHaveLength(1)
    const pairs = differing.flatMap(({ quotes }) =>
      quotes.flatMap(({ articleId, differences }) =>
        differences.map((each) => [articleId, each.articleId].sort().join()),
      ),
    )
    expect(pairs).toContain([one, other].sort().join())
    expect(new Set(pairs).size).toBe(pairs.length)

    await change(other, (tr) => {
      const at = startOf(tr.doc, 2) + 1 + '“We '.length
      tr.delete(at, at + 'have '.length)
    })
    expect((await listDifferingQuotes(editor, one)).quotes).toEqual([])
    expect(await found({ show: 'differing' })).toEqual([])
  })

  test('are found when both stories are saved at once', async () => {
    const [one, other] = await Promise.all([aStory('Nothing yet.'), aStory('Nothing yet.')])
    await Promise.all([
      change(one, (tr) => tr.insert(startOf(tr.doc, 2), said(spoken))),
      change(other, (tr) => tr.insert(startOf(tr.doc, 2), said(`${spoken} soon, never`.replace('never ', '')))),
    ])
    expect((await listDifferingQuotes(editor, one)).quotes).toHaveLength(1)
    expect((await listDifferingQuotes(editor, other)).quotes).toHaveLength(1)
  })
})
