import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { getWorkflow } from '@/lib/articles/get-workflow'
import { moveArticle } from '@/lib/articles/move-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { setWorkflowRule } from '@/lib/articles/set-workflow-rule'
import { WORKFLOW_RULE_KEY } from '@/lib/articles/workflow-rule'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotSignedIn } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { localTime } from '@/lib/schedule/zoned-time'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let administrator: PersonActor
let section: { id: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER')
  editor = await aPerson('EDITOR')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection()
})

afterEach(async () => {
  await database().setting.deleteMany({ where: { key: WORKFLOW_RULE_KEY } })
})

async function filed(): Promise<string> {
  const articleId = await anArticle(reporter, { sectionId: section.id })
  await moveArticle(reporter, { articleId, move: 'file' })
  return articleId
}
const approve = (actor: PersonActor, articleId: string) => moveArticle(actor, { articleId, move: 'approve' })
const schedule = async (articleId: string) =>
  schedulePublication(editor, {
    articleId,
    time: { local: localTime(new Date(Date.now() + 120_000), 'UTC'), zone: 'UTC' },
    version: await versionOf(articleId),
  })
const codesOf = async (id: string) => (await listPublishIssues(editor, id)).issues.map(({ code }) => code)

describe('The rule of two people', () => {
  test('whoever changed it last cannot approve it, another can, and an edit after the approval asks again', async () => {
    await setWorkflowRule(administrator, { rule: 'TWO_PEOPLE', seen: 'NONE' })
    const id = await filed()
    await retype(editor, id, 2, 'Words of the editor.')
    await expect(approve(editor, id)).rejects.toThrow('somebody else has to approve it')
    await expect(publishNow(editor, id)).rejects.toThrow(Invalid)
    await approve(await aPerson('EDITOR'), id)
    expect(await codesOf(id)).toEqual([])
    await retype(editor, id, 2, 'Other words of the editor.')
    expect(await codesOf(id)).toEqual(['not-approved'])
    for (const door of [() => publishNow(editor, id), () => schedule(id)]) {
      const refusal = await door().catch((error: Invalid) => error)
      expect((refusal as Invalid).issues).toMatchObject([{ code: 'not-approved', severity: 'blocking' }])
    }
    await moveArticle(await aPerson('EDITOR'), { articleId: id, move: 'approveChanges' })
    await publishNow(editor, id)
  })
})

describe('Changing the rule', () => {
  test('holds for what is scheduled too, and says how much that is', async () => {
    const id = await filed()
    await schedule(id)
    const before = await getWorkflow(administrator)
    expect(before).toMatchObject({ rule: 'NONE', scheduledUnapproved: 1 })
    await setWorkflowRule(administrator, { rule: 'APPROVAL', seen: 'NONE' })
    await database().article.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } })
    await runDue()
    const article = await database().article.findUniqueOrThrow({ where: { id } })
    expect(article).toMatchObject({ state: 'SCHEDULED', scheduleFailure: 'Nobody has approved it.' })
    const [approved, waiting] = [await filed(), await filed()]
    await approve(editor, approved)
    const after = await getWorkflow(administrator)
    expect(after.approved - before.approved).toBe(1)
    expect(after.waiting - before.waiting).toBe(1)
    expect(await codesOf(waiting)).toEqual(['not-approved'])
  })

  test('is for administrators, is written down, and the second of two is told', async () => {
    for (const actor of [reporter, editor, await aPerson('LAWYER')]) {
      await expect(setWorkflowRule(actor, { rule: 'APPROVAL', seen: 'NONE' })).rejects.toThrow(Forbidden)
      await expect(getWorkflow(actor)).rejects.toThrow(Forbidden)
    }
    await expect(setWorkflowRule({ kind: 'nobody' }, { rule: 'APPROVAL', seen: 'NONE' })).rejects.toThrow(NotSignedIn)
    const chief = await aPerson('ADMINISTRATOR')
    const results = await Promise.allSettled([
      setWorkflowRule(chief, { rule: 'APPROVAL', seen: 'NONE' }),
      setWorkflowRule(chief, { rule: 'TWO_PEOPLE', seen: 'NONE' }),
    ])
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused.map(({ reason }) => reason)).toEqual([expect.any(Conflict)])
    const events = await database().auditEvent.findMany({ where: { action: 'workflow.setRule', personId: chief.id } })
    expect(events.map(({ detail }) => detail)).toEqual([{ before: 'NONE', rule: expect.any(String) }])
  })
})
