import { beforeAll, describe, expect, test } from 'vitest'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Forbidden, Invalid } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let section: { id: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER')
  editor = await aPerson('EDITOR')
  section = await aSection()
})

const toDo = schema.marks.toDo.create({ note: 'Check the date' })
const unfinished = () =>
  anArticle(reporter, {
    sectionId: section.id,
    document: aDocument(
      `Ferry ${Math.random()}`,
      'The master is TK years old, of TKTK.',
      schema.nodes.paragraph.create(null, schema.text('Monday', [toDo])),
    ),
  })
const publish = async (id: string, overrideReason?: string) =>
  publishArticle(editor, { articleId: id, version: await versionOf(id), overrideReason })

describe('What is left to do', () => {
  test('is on the checklist with its number and the first place', async () => {
    const id = await unfinished()
    const { issues } = await listPublishIssues(editor, id)
    expect(issues).toMatchObject([
      {
        code: 'tk',
        message: '2 TK marks are left.',
        severity: 'override',
        field: expect.stringMatching(/^document:\d+$/),
      },
      { code: 'to-do', message: '1 to-do is left.', severity: 'override' },
    ])
  })

  test('is found in the fields around the text too', async () => {
    const id = await anArticle(reporter, { sectionId: section.id })
    await saveField(reporter, { articleId: id, field: 'kicker', value: 'TK', baseVersion: 0 })
    expect((await listPublishIssues(editor, id)).issues).toMatchObject([
      { field: 'kicker', code: 'tk', message: 'There is a TK in the kicker.', severity: 'override' },
    ])
  })

  test('holds the article back until somebody says why it goes out all the same', async () => {
    const id = await unfinished()
    const refusal = await publishNow(editor, id).catch((error: Invalid) => error)
    expect(refusal).toBeInstanceOf(Invalid)
    expect((refusal as Invalid).issues.map(({ code }) => code)).toEqual(['tk', 'to-do'])
    await publish(id, '  The age comes with the next edition. ')
    const [event] = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.publish' } })
    expect(event?.detail).toMatchObject({
      overrideReason: 'The age comes with the next edition.',
      overridden: ['tk', 'to-do'],
    })
  })

  test('a reason of a few letters is none', async () => {
    const id = await unfinished()
    await expect(publish(id, 'because')).rejects.toThrow('Say why in 10 to 500 characters.')
    await expect(publish(id, `${' '.repeat(20)}x`)).rejects.toThrow(Invalid)
    await expect(publish(id, 'x'.repeat(501))).rejects.toThrow(Invalid)
    expect(await database().publication.count({ where: { articleId: id } })).toBe(0)
  })

  test('a reason does not help against what is blocking', async () => {
    const id = await anArticle(reporter, { document: aDocument('No section', 'It is TK.') })
    await expect(publish(id, 'It has to go out now.')).rejects.toThrow('not ready')
  })

  test('a reason without anything to pass over is not written down', async () => {
    const id = await anArticle(reporter, { sectionId: section.id })
    await publish(id, 'It has to go out now.')
    const [event] = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.publish' } })
    expect(event?.detail).not.toHaveProperty('overrideReason')
  })

  test('a reason is not enough for whoever may publish but not override', async () => {
    const id = await unfinished()
    const bound: PersonActor = { ...editor, grants: { ...editor.grants, 'article.override': 'no' } }
    await expect(
      publishArticle(bound, { articleId: id, version: 0, overrideReason: 'It has to go out now.' }),
    ).rejects.toThrow(Forbidden)
    await expect(
      publishArticle(reporter, { articleId: id, version: 0, overrideReason: 'It has to go out now.' }),
    ).rejects.toThrow(Forbidden)
  })
})
