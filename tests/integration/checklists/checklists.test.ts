import { beforeAll, describe, expect, test } from 'vitest'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { addQuestion } from '@/lib/checklists/add-question'
import { changeQuestion } from '@/lib/checklists/change-question'
import type { CheckName, Level } from '@/lib/checklists/checks'
import { deleteQuestion } from '@/lib/checklists/delete-question'
import { EditionChecklist } from '@/lib/checklists/edition-checklist'
import { moveQuestion } from '@/lib/checklists/move-question'
import { getChecklist } from '@/lib/checklists/readers'
import { setLevel } from '@/lib/checklists/set-level'
import { tickQuestion } from '@/lib/checklists/tick'
import { untickQuestion } from '@/lib/checklists/untick'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { localTime } from '@/lib/schedule/zoned-time'
import { createTemplateFromArticle } from '@/lib/templates/create-template-from-article'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let administrator: PersonActor
let section: { id: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Edwin Editor')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection()
})

const REASON = 'It is known and goes out all the same.'

/** A kind of story of the test's own, so that no other test is asked its questions. */
async function aKind(): Promise<string> {
  const articleId = await anArticle(editor)
  const name = `Kind ${newId().slice(-8)}`
  const about = { name, description: '', fields: [], requiredFields: [] }
  return (await createTemplateFromArticle(editor, { ...about, articleId })).id
}

async function aStory(templateId: string | null, document = aDocument(`Harbour ${Math.random()}`)): Promise<string> {
  const id = await anArticle(reporter, { sectionId: section.id, document })
  await database().article.update({ where: { id }, data: { templateId } })
  return id
}

const ask = (templateId: string | null, question: string, level: Level = 'BLOCK') =>
  addQuestion(administrator, { templateId, question, level })
const weigh = (templateId: string | null, check: CheckName, level: Level | null, seen: Level | null = null) =>
  setLevel(administrator, { templateId, check, level, seen })
const issuesOf = async (id: string) => (await listPublishIssues(editor, id)).issues
const tick = async (id: string, ruleId: string, actor = editor) =>
  tickQuestion(actor, { articleId: id, ruleId, version: await versionOf(id) })
const publishAnyway = async (id: string, overrideReason?: string) =>
  publishArticle(editor, { articleId: id, version: await versionOf(id), overrideReason })
const inAMinute = () => ({ local: localTime(new Date(Date.now() + 120_000), 'UTC'), zone: 'UTC' })
const schedule = async (id: string, overrideReason?: string) =>
  schedulePublication(editor, { articleId: id, time: inAMinute(), version: await versionOf(id), overrideReason })
const isDue = (id: string) =>
  database().article.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } })
const stateOf = (id: string) =>
  database().article.findUniqueOrThrow({ where: { id }, select: { state: true, scheduleFailure: true } })
async function recordOf(articleId: string) {
  const record = await database().editionRecord.findFirstOrThrow({
    where: { edition: { articleId } },
    orderBy: { edition: { number: 'desc' } },
  })
  return { ...EditionChecklist.parse(record.checklist), overrideReason: record.overrideReason }
}
const eventsOf = async (thingId: string) =>
  (await database().auditEvent.findMany({ where: { thingId }, orderBy: { id: 'asc' } })).map(({ action }) => action)

/** A picture that was uploaded, on a page, without words. */
async function wordlessPicture() {
  const id = newId()
  await database().mediaAsset.create({
    data: {
      id,
      fileName: 'a.png',
      width: 10,
      height: 10,
      widths: [10],
      uploadedById: editor.id,
      createdAt: new Date(),
    },
  })
  return aDocument(`Harbour ${Math.random()}`, 'Words.', schema.nodes.image.create({ mediaId: id }))
}

describe('Built-in checks', () => {
  test('hold back, warn or say nothing as the paper weighs them for a kind of story', async () => {
    const kind = await aKind()
    const id = await aStory(kind, aDocument(`Ferry ${Math.random()}`, 'The master is TK years old.'))
    expect(await issuesOf(id)).toMatchObject([{ code: 'tk', severity: 'override' }])
    await weigh(kind, 'toDo', 'WARN')
    expect(await issuesOf(id)).toMatchObject([{ code: 'tk', severity: 'warning' }])
    await weigh(kind, 'toDo', 'OFF', 'WARN')
    await weigh(kind, 'mainImage', 'BLOCK')
    await weigh(kind, 'trailText', 'WARN')
    expect(await issuesOf(id)).toMatchObject([
      { code: 'no-main-image', field: 'mainImage', severity: 'override' },
      { code: 'no-trail-text', field: 'trailText', severity: 'warning' },
    ])
    expect(await issuesOf(await aStory(null))).toEqual([])
  })

  test('a kind goes before all kinds', async () => {
    const kind = await aKind()
    const id = await aStory(kind)
    await weigh(null, 'trailText', 'BLOCK')
    try {
      expect(await issuesOf(id)).toMatchObject([{ code: 'no-trail-text', severity: 'override' }])
      await weigh(kind, 'trailText', 'OFF')
      expect(await issuesOf(id)).toEqual([])
      expect(await issuesOf(await aStory(null))).toMatchObject([{ code: 'no-trail-text' }])
    } finally {
      await weigh(null, 'trailText', null, 'BLOCK')
    }
  })

  test('pictures without alternative text go out only with a reason, and with none where the paper only warns', async () => {
    const kind = await aKind()
    const id = await aStory(kind, await wordlessPicture())
    expect(await issuesOf(id)).toMatchObject([
      { code: 'no-alt', severity: 'override' },
      { code: 'no-credit', severity: 'warning' },
    ])
    await expect(publishNow(editor, id)).rejects.toThrow(Invalid)
    await weigh(kind, 'alt', 'WARN')
    await publishNow(editor, id)
  })

  test('length is weighed against what was commissioned, a tenth more allowed', async () => {
    const long = (words: number) => aDocument(`Ferry ${Math.random()}`, Array(words).fill('word').join(' '))
    const [fits, exceeds] = [await aStory(null, long(110)), await aStory(null, long(111))]
    for (const articleId of [fits, exceeds])
      await saveField(editor, { articleId, field: 'commissionedWords', value: 100, baseVersion: 0 })
    expect(await issuesOf(fits)).toEqual([])
    expect(await issuesOf(exceeds)).toMatchObject([
      {
        code: 'over-length',
        field: 'commissionedWords',
        message: 'It has 111 words, and 100 were commissioned.',
        severity: 'warning',
      },
    ])
  })

  test('headlines that are cut off are named, each with its box', async () => {
    const id = await aStory(null, aDocument('x'.repeat(102)))
    await saveField(editor, { articleId: id, field: 'mailHeadline', value: 'y'.repeat(41), baseVersion: 0 })
    await saveField(editor, { articleId: id, field: 'searchHeadline', value: 'z'.repeat(60), baseVersion: 0 })
    expect((await issuesOf(id)).map(({ code, field }) => [code, field])).toEqual([
      ['long-headline', 'headline'],
      ['long-headline', 'mailHeadline'],
    ])
  })

  test('what can never go out is weighed by nobody', async () => {
    const kind = await aKind()
    const id = await anArticle(reporter, { document: aDocument('', 'Words.') })
    await database().article.update({ where: { id }, data: { templateId: kind } })
    for (const check of ['no-headline', 'no-section', 'embargo']) {
      const at = new Date()
      await database().checklistRule.create({
        data: { id: newId(), templateId: kind, check, level: 'OFF', createdAt: at, updatedAt: at },
      })
    }
    expect(await issuesOf(id)).toMatchObject([
      { code: 'no-headline', severity: 'blocking' },
      { code: 'no-section', severity: 'blocking' },
      { code: 'no-slug', severity: 'blocking' },
    ])
    await expect(publishAnyway(id, REASON)).rejects.toThrow('not ready')
  })

  test('of two people who change a level, the second is told', async () => {
    const kind = await aKind()
    await weigh(kind, 'credit', 'BLOCK')
    await expect(weigh(kind, 'credit', 'OFF')).rejects.toThrow(Conflict)
    await weigh(kind, 'credit', 'BLOCK')
    await Promise.allSettled([weigh(kind, 'alt', 'OFF'), weigh(kind, 'alt', 'WARN')])
    expect(await database().checklistRule.count({ where: { templateId: kind, check: 'alt' } })).toBe(1)
    await expect(weigh(newId(), 'credit', 'OFF')).rejects.toThrow(NotFound)
  })
})

describe('Questions of the paper', () => {
  test('hold an article back at every door until somebody ticks them', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    const expected = {
      field: `checklist:${ruleId}`,
      code: `question:${ruleId}`,
      message: 'Was the family told?',
      severity: 'override',
    }
    expect(await issuesOf(id)).toEqual([expected])
    for (const door of [() => publishNow(editor, id), () => schedule(id)]) {
      const refusal = await door().catch((error: Invalid) => error)
      expect(refusal).toBeInstanceOf(Invalid)
      expect((refusal as Invalid).issues).toEqual([expected])
    }
    await tick(id, ruleId)
    expect(await issuesOf(id)).toEqual([])
    const { questions } = await listPublishIssues(editor, id)
    expect(questions).toMatchObject([
      { ruleId, question: 'Was the family told?', level: 'BLOCK', tick: { personId: editor.id, name: 'Edwin Editor' } },
    ])
    await publishNow(editor, id)
    expect(await recordOf(id)).toMatchObject({
      issues: [],
      questions: [{ ruleId, level: 'BLOCK', tick: { personId: editor.id, name: 'Edwin Editor' } }],
      levels: { toDo: 'BLOCK', trailText: 'OFF' },
      overrideReason: null,
    })
  })

  test('are passed over with a reason by whoever may, and the record says so', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the court asked?')
    const { id: minor } = await ask(kind, 'Is there a map?', 'WARN')
    await ask(kind, 'Nobody asks this', 'OFF')
    const id = await aStory(kind)
    await publishAnyway(id, REASON)
    expect(await recordOf(id)).toMatchObject({
      issues: [
        { code: `question:${ruleId}`, message: 'Was the court asked?', severity: 'override' },
        { code: `question:${minor}`, severity: 'warning' },
      ],
      questions: [
        { ruleId, tick: null },
        { ruleId: minor, tick: null },
      ],
      overrideReason: REASON,
    })
  })

  test('of all kinds and of the kind are both asked, in their order', async () => {
    const kind = await aKind()
    const [first, second] = [await ask(kind, 'First?', 'WARN'), await ask(kind, 'Second?', 'WARN')]
    const general = await ask(null, 'Of everybody?', 'WARN')
    try {
      await moveQuestion(administrator, { id: second.id, to: 'up' })
      await moveQuestion(administrator, { id: second.id, to: 'up' })
      const { questions } = await listPublishIssues(editor, await aStory(kind))
      expect(questions.map(({ question }) => question)).toEqual(['Of everybody?', 'Second?', 'First?'])
      expect(await eventsOf(second.id)).toEqual(['checklist.addQuestion', 'checklist.moveQuestion'])
      expect(await getChecklist(administrator, kind)).toMatchObject({
        kind: { id: kind },
        questions: [{ id: second.id }, { id: first.id }],
        generalQuestions: [{ id: general.id }],
      })
    } finally {
      await deleteQuestion(administrator, { id: general.id })
    }
  })

  test('a tick is taken back by anybody who may edit, and both are written down', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    await tick(id, ruleId, reporter)
    await tick(id, ruleId)
    expect((await listPublishIssues(editor, id)).questions[0]?.tick).toMatchObject({ name: 'Ada Writer' })
    await untickQuestion(editor, { articleId: id, ruleId })
    await untickQuestion(editor, { articleId: id, ruleId })
    await expect(publishNow(editor, id)).rejects.toThrow(Invalid)
    expect((await eventsOf(id)).filter((action) => action.startsWith('checklist'))).toEqual([
      'checklist.tick',
      'checklist.untick',
    ])
  })

  test('are ticked by nobody who may not edit, and only where they are asked', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    const other = await aStory(null)
    for (const stranger of [await aPerson('REPORTER'), await aPerson('LAWYER')]) {
      await expect(tick(id, ruleId, stranger)).rejects.toThrow(Forbidden)
      await expect(untickQuestion(stranger, { articleId: id, ruleId })).rejects.toThrow(Forbidden)
    }
    await expect(tick(other, ruleId)).rejects.toThrow(NotFound)
    await expect(tick(id, newId())).rejects.toThrow(NotFound)
    await expect(tickQuestion(editor, { articleId: id, ruleId, version: 99 })).rejects.toThrow(Conflict)
    expect(await database().checklistTick.count({ where: { ruleId } })).toBe(0)
  })

  test('with other words are asked anew; with another weight they are not', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    await tick(id, ruleId)
    const seen = async () => (await database().checklistRule.findUniqueOrThrow({ where: { id: ruleId } })).updatedAt
    const first = await seen()
    await changeQuestion(administrator, { id: ruleId, seenAt: first, question: 'Was the family told?', level: 'WARN' })
    expect(await issuesOf(id)).toEqual([])
    await expect(
      changeQuestion(administrator, { id: ruleId, seenAt: first, question: 'Late', level: 'WARN' }),
    ).rejects.toThrow(Conflict)
    await changeQuestion(administrator, {
      id: ruleId,
      seenAt: await seen(),
      question: 'Was everybody told?',
      level: 'WARN',
    })
    expect(await issuesOf(id)).toMatchObject([{ message: 'Was everybody told?', severity: 'warning' }])
  })

  test('that are deleted leave the records of editions as they were', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    await tick(id, ruleId)
    await publishNow(editor, id)
    await deleteQuestion(administrator, { id: ruleId })
    await deleteQuestion(administrator, { id: ruleId })
    expect((await recordOf(id)).questions).toMatchObject([{ question: 'Was the family told?' }])
    expect(await issuesOf(id)).toEqual([])
  })
})

describe('At the time of a schedule', () => {
  test('the ticks of that time count', async () => {
    const kind = await aKind()
    const { id: ruleId } = await ask(kind, 'Was the family told?')
    const id = await aStory(kind)
    await tick(id, ruleId)
    await schedule(id)
    await untickQuestion(editor, { articleId: id, ruleId })
    await isDue(id)
    await runDue()
    expect(await stateOf(id)).toEqual({ state: 'SCHEDULED', scheduleFailure: 'Was the family told?' })
    await tick(id, ruleId)
    await database().article.update({ where: { id }, data: { scheduleFailure: null } })
    await runDue()
    expect((await stateOf(id)).state).toBe('PUBLISHED')
    expect((await recordOf(id)).questions).toMatchObject([{ ruleId, tick: { name: 'Edwin Editor' } }])
  })

  test('a reason passes over what it was given for, and nothing that came later', async () => {
    const kind = await aKind()
    const { id: first } = await ask(kind, 'Was the family told?')
    const [goes, stays] = [await aStory(kind), await aStory(kind)]
    for (const id of [goes, stays]) await schedule(id, REASON)
    await isDue(goes)
    await runDue()
    expect((await stateOf(goes)).state).toBe('PUBLISHED')
    expect(await recordOf(goes)).toMatchObject({
      issues: [{ code: `question:${first}`, severity: 'override' }],
      overrideReason: REASON,
    })
    await ask(kind, 'Was the court asked?')
    await isDue(stays)
    await runDue()
    expect((await stateOf(stays)).scheduleFailure).toContain('Was the court asked?')
  })

  test('fields that were frozen are looked at, not those of the next edition', async () => {
    const kind = await aKind()
    await weigh(kind, 'trailText', 'BLOCK')
    const id = await aStory(kind)
    await saveField(editor, { articleId: id, field: 'trailText', value: 'What cards say.', baseVersion: 0 })
    await schedule(id)
    await saveField(editor, { articleId: id, field: 'trailText', value: '', baseVersion: 1 })
    await isDue(id)
    await runDue()
    expect((await stateOf(id)).state).toBe('PUBLISHED')
  })
})

test('only administrators touch the checklists', async () => {
  const kind = await aKind()
  const { id } = await ask(kind, 'Was the family told?')
  const { updatedAt } = await database().checklistRule.findUniqueOrThrow({ where: { id } })
  const change = { id, seenAt: updatedAt, question: 'Mine now', level: 'OFF' } as const
  for (const actor of [reporter, editor, await aPerson('LAWYER')]) {
    await expect(setLevel(actor, { templateId: kind, check: 'alt', level: 'OFF', seen: null })).rejects.toThrow(
      Forbidden,
    )
    await expect(addQuestion(actor, { templateId: kind, question: 'Mine?', level: 'WARN' })).rejects.toThrow(Forbidden)
    await expect(changeQuestion(actor, change)).rejects.toThrow(Forbidden)
    await expect(moveQuestion(actor, { id, to: 'up' })).rejects.toThrow(Forbidden)
    await expect(deleteQuestion(actor, { id })).rejects.toThrow(Forbidden)
    await expect(getChecklist(actor, kind)).rejects.toThrow(Forbidden)
  }
  await expect(deleteQuestion({ kind: 'nobody' }, { id })).rejects.toThrow(NotSignedIn)
  await expect(tickQuestion({ kind: 'nobody' }, { articleId: id, ruleId: id, version: 0 })).rejects.toThrow()
  expect((await getChecklist(administrator, kind)).questions).toMatchObject([{ question: 'Was the family told?' }])
})
