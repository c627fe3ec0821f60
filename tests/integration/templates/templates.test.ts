import { beforeAll, describe, expect, test } from 'vitest'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { startFromTemplate } from '@/lib/articles/start-from-template'
import { database, transaction } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { changeTemplate } from '@/lib/templates/change-template'
import { createTemplateFromArticle } from '@/lib/templates/create-template-from-article'
import { deleteTemplate } from '@/lib/templates/delete-template'
import { openStarterTemplates } from '@/lib/templates/open-starter-templates'
import { getTemplate, listKeptTemplates, listTemplates } from '@/lib/templates/readers'
import { replaceTemplateFromArticle } from '@/lib/templates/replace-template-from-article'
import type { TemplateFromArticle } from '@/lib/templates/template-input'
import { anArticle } from '@/tests/support/articles'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Edwin Editor')
})

const words = (text: string, marks: object[] = []) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })

function shaped() {
  const comment = { type: 'comment', attrs: { threadId: newId() } }
  const toDo = { type: 'toDo', attrs: { note: 'ask the court' } }
  const inserted = {
    type: 'inserted',
    attrs: { suggestionId: newId(), personId: newId(), at: '2026-11-23T09:00:00.000Z', what: 'words' },
  }
  return {
    type: 'doc',
    content: [
      { type: 'headline' },
      { type: 'standfirst' },
      { type: 'paragraph', content: [words('The charge', [comment]), words(' suggested', [inserted]), words('.')] },
      { type: 'crosshead', content: [words('The plea', [toDo])] },
    ],
  }
}

function wanted(name: string, more: Partial<TemplateFromArticle> = {}): TemplateFromArticle {
  return { name, description: 'Who is charged with what.', fields: [], requiredFields: [], ...more }
}

const named = () => `Court report ${newId().slice(-6)}`

describe('Templates', () => {
  test('an article that is started from a template has its blocks, its fields and what it asks for', async () => {
    const [section, topic] = await Promise.all([aSection(), aTopic()])
    const articleId = await anArticle(editor, { document: shaped() as never })
    for (const [field, value] of Object.entries({
      sectionId: section.id,
      topics: [topic.id],
      kicker: 'Court',
      commissionedWords: 450,
      trailText: 'Of this article alone',
    }))
      await saveField(editor, { articleId, field: field as 'kicker', value, baseVersion: 0 })
    const template = await createTemplateFromArticle(editor, {
      ...wanted(named(), {
        fields: ['sectionId', 'topics', 'kicker', 'commissionedWords'],
        requiredFields: ['dateline', 'kicker', 'topics'],
      }),
      articleId,
    })

    const { id } = await startFromTemplate(reporter, { templateId: template.id })
    const article = await getArticleForDesk(reporter, id)
    expect(article.fields).toMatchObject({
      sectionId: section.id,
      topics: [topic.id],
      kicker: 'Court',
      commissionedWords: 450,
      trailText: '',
    })
    expect(article.createdBy).toBe('Ada Writer')
    expect(article.names.bylines).toHaveLength(1)
    expect(JSON.stringify(article.document)).toContain('The charge')
    const { issues } = await listPublishIssues(reporter, id)
    const asked = issues.filter(({ code }) => code.startsWith('template-needs'))
    expect(asked.map(({ field, severity }) => ({ field, severity }))).toEqual([
      { field: 'dateline', severity: 'override' },
    ])
    await saveField(reporter, { articleId: id, field: 'dateline', value: 'ALDERMOUTH', baseVersion: 0 })
    expect((await listPublishIssues(reporter, id)).issues.map(({ field }) => field)).not.toContain('dateline')
  })

  test('comments, to-do marks and suggestions stay with the article', async () => {
    const articleId = await anArticle(editor, { document: shaped() as never })
    const { id } = await createTemplateFromArticle(editor, { ...wanted(named()), articleId })
    const { document } = await getTemplate(reporter, id)
    expect(JSON.stringify(document)).not.toMatch(/comment|toDo|inserted|suggested/)
    expect(document.textContent).toBe('The charge.The plea')
  })

  test('a reporter uses templates and looks after none', async () => {
    const articleId = await anArticle(reporter)
    const { id } = await createTemplateFromArticle(editor, { ...wanted(named()), articleId })
    const about = wanted(named())
    await expect(createTemplateFromArticle(reporter, { ...about, articleId })).rejects.toThrow(Forbidden)
    await expect(replaceTemplateFromArticle(reporter, { ...about, articleId, templateId: id })).rejects.toThrow(
      Forbidden,
    )
    await expect(changeTemplate(reporter, { ...about, id })).rejects.toThrow(Forbidden)
    await expect(deleteTemplate(reporter, { id })).rejects.toThrow(Forbidden)
    await expect(async () => listKeptTemplates(reporter)).rejects.toThrow(Forbidden)
    await expect(async () => listTemplates({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
    await expect(startFromTemplate({ kind: 'nobody' }, { templateId: id })).rejects.toThrow(NotSignedIn)
    expect((await listTemplates(reporter)).map((template) => template.id)).toContain(id)
  })

  test('two templates cannot have one name, however it is written', async () => {
    const articleId = await anArticle(editor)
    const name = named()
    await createTemplateFromArticle(editor, { ...wanted(name), articleId })
    const other = await createTemplateFromArticle(editor, { ...wanted(named()), articleId })
    await expect(createTemplateFromArticle(editor, { ...wanted(name.toUpperCase()), articleId })).rejects.toThrow(
      Conflict,
    )
    await expect(changeTemplate(editor, { ...wanted(name), id: other.id })).rejects.toThrow(Conflict)
  })

  test('of two who give one name at once, one is told', async () => {
    const articleId = await anArticle(editor)
    const name = named()
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => createTemplateFromArticle(editor, { ...wanted(name), articleId })),
    )
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
    expect(refused).toHaveLength(2)
    for (const reason of refused) expect(reason).toBeInstanceOf(Conflict)
  })

  test('a template is renamed, asks for other fields, and takes the shape of another article', async () => {
    const first = await anArticle(editor, { document: shaped() as never })
    const { id } = await createTemplateFromArticle(editor, { ...wanted(named()), articleId: first })
    const article = await startFromTemplate(reporter, { templateId: id })
    const name = named()
    const { fields: _, ...about } = wanted(name, { requiredFields: ['trailText'] })
    await changeTemplate(editor, { ...about, id })
    const codes = (await listPublishIssues(editor, article.id)).issues.map(({ code }) => code)
    expect(codes).toContain('template-needs-trailText')

    const second = await anArticle(editor)
    await saveField(editor, { articleId: second, field: 'kicker', value: 'Inquest', baseVersion: 0 })
    await replaceTemplateFromArticle(editor, {
      ...wanted(name, { fields: ['kicker'] }),
      articleId: second,
      templateId: id,
    })
    const template = await getTemplate(reporter, id)
    expect(template).toMatchObject({ name, fields: { kicker: 'Inquest' }, requiredFields: [] })
    expect(template.document.textContent).not.toContain('The charge')
    const events = await database().auditEvent.findMany({ where: { thingId: id }, orderBy: { at: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual(['template.create', 'template.change', 'template.replace'])
  })

  test('a deleted template leaves its articles, asks nothing of them, and starts none', async () => {
    const articleId = await anArticle(editor)
    const { id } = await createTemplateFromArticle(editor, {
      ...wanted(named(), { requiredFields: ['dateline'] }),
      articleId,
    })
    const article = await startFromTemplate(reporter, { templateId: id })
    await deleteTemplate(editor, { id })
    const { issues } = await listPublishIssues(editor, article.id)
    expect(issues.filter(({ code }) => code.startsWith('template-needs'))).toEqual([])
    await expect(startFromTemplate(reporter, { templateId: id })).rejects.toThrow(NotFound)
    await expect(deleteTemplate(editor, { id })).rejects.toThrow(NotFound)
  })

  test('what a template says of a section that is gone is left out', async () => {
    const articleId = await anArticle(editor)
    const section = await aSection()
    await saveField(editor, { articleId, field: 'sectionId', value: section.id, baseVersion: 0 })
    const { id } = await createTemplateFromArticle(editor, { ...wanted(named(), { fields: ['sectionId'] }), articleId })
    await saveField(editor, { articleId, field: 'sectionId', value: null, baseVersion: 1 })
    await database().section.delete({ where: { id: section.id } })
    const article = await startFromTemplate(reporter, { templateId: id })
    expect((await getArticleForDesk(reporter, article.id)).fields.sectionId).toBeNull()
  })

  test('a newsroom without templates begins with four; one that has some keeps its own', async () => {
    await database().template.deleteMany()
    await transaction((tx) => openStarterTemplates(tx, editor.id))
    expect((await listTemplates(reporter)).map(({ name }) => name)).toEqual([
      'Court report',
      'Match report',
      'News report',
      'Obituary',
    ])
    for (const { id } of await listTemplates(reporter)) await startFromTemplate(reporter, { templateId: id })
    await transaction((tx) => openStarterTemplates(tx, editor.id))
    expect(await listTemplates(reporter)).toHaveLength(4)
  })
})
