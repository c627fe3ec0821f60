import { beforeAll, describe, expect, test } from 'vitest'
import { mentionOf } from '@/lib/comments/mention-text'
import { startThread } from '@/lib/comments/start-thread'
import { database } from '@/lib/db/database'
import { NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { markRead } from '@/lib/notifications/mark-read'
import { countUnread, listNotices } from '@/lib/notifications/readers'
import { listNames } from '@/lib/people/list-names'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let articleId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Idris Editor')
  articleId = await anArticle(editor, { document: aDocument('Ferry returns') })
})

async function named(person: PersonActor, count = 1): Promise<string[]> {
  const threads = []
  for (let index = 0; index < count; index++) {
    const text = `${mentionOf(person)} ${index}`
    threads.push((await startThread(editor, { articleId, threadId: newId(), quote: 'x', text })).id)
  }
  return threads
}

describe('Notices', () => {
  test('say who did what, where, and lead to the conversation', async () => {
    const person = await aPerson('REPORTER')
    const [threadId] = await named(person)
    expect((await listNotices(person)).notices).toMatchObject([
      { kind: 'MENTION', by: 'Idris Editor', headline: 'Ferry returns', articleId, threadId, isRead: false },
    ])
  })

  test('are read one by one, by conversation, or all at once', async () => {
    const person = await aPerson('REPORTER')
    const [, second] = await named(person, 4)
    const [newest] = (await listNotices(person)).notices
    await markRead(person, { noticeId: newest?.id ?? '' })
    expect(await countUnread(person)).toBe(3)
    await markRead(person, { threadId: second ?? '' })
    expect(await countUnread(person)).toBe(2)
    await markRead(person, { all: true })
    expect(await countUnread(person)).toBe(0)
    expect((await listNotices(person)).notices).toHaveLength(4)
  })

  test('of somebody else cannot be read, listed or marked', async () => {
    const person = await aPerson('REPORTER')
    const [threadId = ''] = await named(person)
    const stranger = await aPerson('ADMINISTRATOR')
    const [notice] = (await listNotices(person)).notices
    await markRead(stranger, { noticeId: notice?.id ?? '' })
    await markRead(stranger, { threadId })
    await markRead(stranger, { all: true })
    expect(await countUnread(person)).toBe(1)
    expect((await listNotices(stranger)).notices).toEqual([])
    await expect(listNotices({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
    await expect(countUnread({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
    await expect(markRead({ kind: 'nobody' }, { all: true })).rejects.toThrow(NotSignedIn)
  })

  test('come in pages without a gap', async () => {
    const person = await aPerson('REPORTER')
    const createdAt = new Date()
    await database().notification.createMany({
      data: Array.from({ length: 45 }, () => ({
        id: newId(),
        personId: person.id,
        kind: 'TAKEN_OVER' as const,
        articleId,
        byId: editor.id,
        createdAt,
      })),
    })
    const first = await listNotices(person)
    const second = await listNotices(person, first.nextCursor ?? '')
    expect(first.notices).toHaveLength(40)
    expect(second).toMatchObject({ nextCursor: null })
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(45)
    expect(first.notices[0]).toMatchObject({ kind: 'TAKEN_OVER', threadId: null, text: null })
  })
})

describe('Names of people', () => {
  test('everybody in the newsroom gets names and whether they are active, and nothing else', async () => {
    const reporter = await aPerson('REPORTER')
    const gone = await aPerson('EDITOR')
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    const people = await listNames(reporter)
    expect(people.find(({ id }) => id === gone.id)).toEqual({ id: gone.id, name: gone.name, isActive: false })
    expect(people.find(({ id }) => id === reporter.id)?.isActive).toBe(true)
    await expect(listNames({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
  })
})
