import { beforeAll, describe, expect, test } from 'vitest'
import { listArticles } from '@/lib/articles/list-articles'
import { moveArticle } from '@/lib/articles/move-article'
import { saveField } from '@/lib/articles/save-field'
import { searchForLink } from '@/lib/articles/search-for-link'
import { database } from '@/lib/db/database'
import { createDesk } from '@/lib/desks/create-desk'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { listNotices } from '@/lib/notifications/readers'
import { changeLine } from '@/lib/planning/change-line'
import { LineInput } from '@/lib/planning/line-input'
import { listLines, type PlanLine } from '@/lib/planning/list-lines'
import { pitchLine } from '@/lib/planning/pitch-line'
import type { PersonActor } from '@/lib/policy/actor'
import { draftOf, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let administrator: PersonActor
let editor: PersonActor
let reporter: PersonActor
let lead: PersonActor
let deskId: string

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
  editor = await aPerson('EDITOR', 'Edda Editor')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  lead = await aPerson('REPORTER', 'Lena Lead')
  const desk = await createDesk(administrator, {
    name: 'Planning desk',
    slug: '',
    members: [{ personId: lead.id, isLead: true }],
    sectionIds: [],
  })
  deskId = desk.id
})

const DAY = '2031-03-04'
const input = (wanted: Partial<LineInput> = {}): LineInput => ({
  slugline: `weir ${newId().slice(-12)}`,
  planNote: '',
  plannedFor: DAY,
  dueAt: null,
  deskId: null,
  ownerId: null,
  templateId: null,
  commissionedWords: null,
  picturesWanted: '',
  ...wanted,
})

async function lineOf(id: string, actor: PersonActor = editor, day = DAY): Promise<PlanLine> {
  const line = (await listLines(actor, { from: day, to: day })).find((each) => each.id === id)
  if (line === undefined) throw new Error('The plan does not list it')
  return line
}

async function change(actor: PersonActor, line: PlanLine, wanted: Partial<LineInput>) {
  const { dueAt, ...rest } = line.values
  return changeLine(actor, {
    articleId: line.id,
    base: line.values,
    line: { ...rest, dueAt: dueAt === null ? null : { local: dueAt.local }, ...wanted },
  })
}

async function aTemplate(): Promise<{ id: string; name: string; sectionId: string }> {
  const id = newId()
  const at = new Date()
  const section = await aSection()
  const row = {
    name: `Court report ${id.slice(-12)}`,
    document: JSON.parse(JSON.stringify(aDocument('', 'Who, what, where.'))),
    fields: { kicker: 'In court', commissionedWords: 350, sectionId: section.id },
    requiredFields: [],
    createdById: editor.id,
    createdAt: at,
    updatedAt: at,
  }
  await database().template.create({ data: { id, ...row } })
  return { id, name: row.name, sectionId: section.id }
}

const kindsOf = async (person: PersonActor, articleId: string) =>
  (await listNotices(person)).notices.filter((notice) => notice.articleId === articleId).map(({ kind }) => kind)

describe('A line of the plan', () => {
  test('is an article from the start, pitched, with everything that was said of it', async () => {
    const template = await aTemplate()
    const typed = LineInput.parse({
      ...input({ slugline: '  harbour dredging ', planNote: 'Ask the pilots.', deskId, templateId: template.id }),
      dueAt: { local: '2031-03-04T16:30' },
      commissionedWords: 600,
      picturesWanted: 'Dredger at work',
    })
    const { id, state } = await pitchLine(reporter, typed)
    expect(state).toBe('PITCHED')
    expect(await lineOf(id)).toMatchObject({
      name: 'harbour dredging',
      headline: '',
      state: 'PITCHED',
      deskName: 'Planning desk',
      ownerName: null,
      kind: template.name,
      values: {
        planNote: 'Ask the pilots.',
        plannedFor: DAY,
        dueAt: { local: '2031-03-04T16:30', at: '2031-03-04T16:30:00.000Z' },
        commissionedWords: 600,
        picturesWanted: 'Dredger at work',
      },
    })
    expect(JSON.stringify(await draftOf(id))).not.toContain('"text"')
    const events = await database().auditEvent.findMany({ where: { thingId: id } })
    expect(events.map(({ action }) => action)).toEqual(['article.pitch'])
  })

  test('is shown by its slugline where it has no headline: in lists, in the picker, in notices', async () => {
    const { slugline } = input()
    const { id } = await pitchLine(editor, input({ slugline, ownerId: reporter.id }))
    const { articles } = await listArticles(editor, { limit: 5 })
    expect(articles.find((article) => article.id === id)?.headline).toBe(slugline)
    expect((await searchForLink(editor, slugline, 5)).map(({ headline }) => headline)).toContain(slugline)
    const { notices } = await listNotices(reporter)
    expect(notices[0]).toMatchObject({ kind: 'ASSIGNED', articleId: id, headline: slugline, by: 'Edda Editor' })
  })

  test('is commissioned at once when somebody who may names the writer, who is told once', async () => {
    const { id, state } = await pitchLine(editor, input({ ownerId: reporter.id, planNote: 'By noon.' }))
    expect(state).toBe('COMMISSIONED')
    expect(await kindsOf(reporter, id)).toEqual(['ASSIGNED'])
    expect(await database().mail.count({ where: { to: reporter.email } })).toBeGreaterThan(0)
  })

  test('stays a pitch when a reporter names themself, and nobody else may be named by them', async () => {
    expect((await pitchLine(reporter, input({ ownerId: reporter.id }))).state).toBe('PITCHED')
    await expect(pitchLine(reporter, input({ ownerId: editor.id }))).rejects.toThrow(Forbidden)
  })

  test('is commissioned by whoever leads its desk, and not by those who lead another', async () => {
    expect((await pitchLine(lead, input({ deskId, ownerId: reporter.id }))).state).toBe('COMMISSIONED')
    await expect(pitchLine(lead, input({ ownerId: reporter.id }))).rejects.toThrow(Forbidden)
  })

  test('refuses desks, people and templates that are not there, and times that no clock shows', async () => {
    for (const wrong of [{ deskId: newId() }, { ownerId: newId() }, { templateId: newId() }])
      await expect(pitchLine(editor, input(wrong))).rejects.toThrow(Invalid)
    const gone = await aPerson('REPORTER')
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    await expect(pitchLine(editor, input({ ownerId: gone.id }))).rejects.toThrow('Choose somebody else.')
    // London goes forward on 30 March 2031, from one to two.
    await expect(pitchLine(editor, input({ dueAt: { local: '2031-03-30T01:30' } }))).rejects.toThrow(
      'Clocks go forward then',
    )
    const twice = { local: '2031-10-26T01:30' }
    await expect(pitchLine(editor, input({ dueAt: twice }))).rejects.toThrow('this time comes twice')
    const { id } = await pitchLine(editor, input({ dueAt: { ...twice, which: 'later' } }))
    expect((await lineOf(id)).values.dueAt?.at).toBe('2031-10-26T01:30:00.000Z')
  })

  test('may not be pitched by lawyers or nobody', async () => {
    const lawyer = await aPerson('LAWYER')
    await expect(pitchLine(lawyer, input())).rejects.toThrow(Forbidden)
    await expect(pitchLine({ kind: 'nobody' }, input())).rejects.toThrow(NotSignedIn)
    await expect(listLines({ kind: 'nobody' }, { from: DAY, to: DAY })).rejects.toThrow(NotSignedIn)
  })
})

describe('Changing a line', () => {
  test('writes what was changed, and tells whoever is asked from now on', async () => {
    const { id } = await pitchLine(reporter, input({ deskId }))
    expect(await change(editor, await lineOf(id), { ownerId: lead.id, plannedFor: '2031-03-05' })).toEqual({
      kind: 'saved',
    })
    expect(await lineOf(id, editor, '2031-03-05')).toMatchObject({ ownerName: 'Lena Lead', state: 'COMMISSIONED' })
    expect(await kindsOf(lead, id)).toEqual(['ASSIGNED'])
    const events = await database().auditEvent.findMany({ where: { thingId: id } })
    expect(events.map(({ action }) => action).sort()).toEqual(['article.commission', 'article.pitch', 'article.plan'])
  })

  test('shows both values to the second of two who change the same, and takes both where they do not meet', async () => {
    const { id } = await pitchLine(editor, input({ planNote: 'Tides' }))
    const seen = await lineOf(id)
    await change(editor, seen, { planNote: 'Tides and locks' })
    const second = await change(administrator, seen, { planNote: 'Locks', picturesWanted: 'Lock gate' })
    expect(second).toMatchObject({ kind: 'clash', fields: ['planNote'], by: 'Edda Editor' })
    expect(second.kind === 'clash' && second.theirs.planNote).toBe('Tides and locks')
    expect((await lineOf(id)).values).toMatchObject({ planNote: 'Tides and locks', picturesWanted: '' })
    expect(await change(administrator, seen, { picturesWanted: 'Lock gate' })).toEqual({ kind: 'saved' })
    expect((await lineOf(id)).values).toMatchObject({ planNote: 'Tides and locks', picturesWanted: 'Lock gate' })
  })

  test('lets one of two win who save the same field at the same moment', async () => {
    const { id } = await pitchLine(editor, input())
    const seen = await lineOf(id)
    const results = await Promise.all([
      change(editor, seen, { planNote: 'One' }),
      change(administrator, seen, { planNote: 'Two' }),
    ])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['clash', 'saved'])
  })

  test('leaves a due time alone that the clock shows twice', async () => {
    const { id } = await pitchLine(editor, input({ dueAt: { local: '2031-10-26T01:30', which: 'later' } }))
    await change(editor, await lineOf(id), { planNote: 'Clocks' })
    expect((await lineOf(id)).values.dueAt?.at).toBe('2031-10-26T01:30:00.000Z')
  })

  test('gives the length a new version, so that an open editor does not overwrite it unseen', async () => {
    const { id } = await pitchLine(editor, input())
    await change(editor, await lineOf(id), { commissionedWords: 500 })
    const late = await saveField(editor, { articleId: id, field: 'commissionedWords', value: 900, baseVersion: 0 })
    expect(late).toMatchObject({ kind: 'clash', value: 500, by: 'Edda Editor' })
  })

  test('is for those whose line it is, and asking somebody for those who may assign', async () => {
    const mine = await lineOf((await pitchLine(reporter, input())).id)
    const theirs = await lineOf((await pitchLine(editor, input())).id)
    expect(await change(reporter, mine, { planNote: 'Mine' })).toEqual({ kind: 'saved' })
    await expect(change(reporter, await lineOf(mine.id), { ownerId: editor.id })).rejects.toThrow(Forbidden)
    await expect(change(reporter, theirs, { planNote: 'Not mine' })).rejects.toThrow(Forbidden)
    await expect(change(editor, { ...theirs, id: newId() }, { planNote: 'x' })).rejects.toThrow(NotFound)
  })
})

describe('Starting a line', () => {
  test('fills the empty document and the empty fields from its template, and gives the byline to the owner', async () => {
    const template = await aTemplate()
    const { id } = await pitchLine(
      editor,
      input({ ownerId: reporter.id, templateId: template.id, commissionedWords: 900 }),
    )
    await moveArticle(reporter, { articleId: id, move: 'start' })
    expect(JSON.stringify(await draftOf(id))).toContain('Who, what, where.')
    const article = await database().article.findUniqueOrThrow({
      where: { id },
      include: { bylines: { include: { byline: true } } },
    })
    expect(article).toMatchObject({
      state: 'DRAFT',
      kicker: 'In court',
      commissionedWords: 900,
      sectionId: template.sectionId,
      ownerId: reporter.id,
    })
    expect(article.bylines.map(({ byline }) => byline.name)).toEqual(['Rolf Reporter'])
  })

  test('leaves alone what was typed before', async () => {
    const template = await aTemplate()
    const { id } = await pitchLine(editor, input({ ownerId: reporter.id, templateId: template.id }))
    await retype(reporter, id, 0, 'Dredger aground')
    await moveArticle(reporter, { articleId: id, move: 'start' })
    expect(JSON.stringify(await draftOf(id))).not.toContain('Who, what, where.')
    expect((await lineOf(id)).headline).toBe('Dredger aground')
  })

  test('makes a line that nobody was asked to write the starter’s own', async () => {
    const { id } = await pitchLine(reporter, input())
    await moveArticle(editor, { articleId: id, move: 'start' })
    expect(await lineOf(id)).toMatchObject({ ownerName: 'Edda Editor', state: 'DRAFT' })
  })

  test('happens once, when two do it at the same moment', async () => {
    const template = await aTemplate()
    const { id } = await pitchLine(editor, input({ ownerId: reporter.id, templateId: template.id }))
    const outcomes = await Promise.allSettled([
      moveArticle(reporter, { articleId: id, move: 'start' }),
      moveArticle(editor, { articleId: id, move: 'start' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Conflict)
  })
})

describe('The plan', () => {
  test('says what is overdue: past its time, and not filed', async () => {
    const { id } = await pitchLine(editor, input({ ownerId: reporter.id, dueAt: { local: '2020-01-01T09:00' } }))
    expect((await lineOf(id)).isOverdue).toBe(true)
    await moveArticle(reporter, { articleId: id, move: 'start' })
    expect((await lineOf(id)).isOverdue).toBe(true)
    await retype(reporter, id, 0, 'Dredger afloat')
    await moveArticle(reporter, { articleId: id, move: 'file' })
    expect((await lineOf(id)).isOverdue).toBe(false)
  })

  test('lists one desk’s lines where asked, leaves out what was spiked, and knows what each person may do', async () => {
    const ours = await pitchLine(editor, input({ deskId }))
    const other = await pitchLine(editor, input())
    const spiked = await pitchLine(editor, input({ deskId }))
    await moveArticle(editor, { articleId: spiked.id, move: 'spike', note: 'Old.' })
    const ids = (await listLines(reporter, { from: DAY, to: DAY, deskId })).map(({ id }) => id)
    expect(ids).toContain(ours.id)
    expect(ids).not.toContain(other.id)
    expect(ids).not.toContain(spiked.id)
    expect((await lineOf(ours.id, reporter)).can).toEqual({
      plan: false,
      assign: false,
      commission: false,
      start: false,
    })
    expect((await lineOf(ours.id, lead)).can).toEqual({ plan: true, assign: true, commission: true, start: true })
    await expect(listLines(editor, { from: '2031-01-01', to: '2031-12-31' })).rejects.toThrow(Invalid)
  })
})
