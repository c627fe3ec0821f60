import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { changeReply } from '@/lib/replies/change-reply'
import { listReplies } from '@/lib/replies/list-replies'
import { logReply } from '@/lib/replies/log-reply'
import { remindOfReplies } from '@/lib/replies/remind-of-replies'
import { ChangeReply, LogReply } from '@/lib/replies/reply-input'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

const MINUTE = 60_000
const local = (at: number) => new Date(at).toISOString().slice(0, 16)

let owner: PersonActor
let editor: PersonActor

beforeAll(async () => {
  owner = await aPerson('REPORTER', 'Nadia Verhoeve')
  editor = await aPerson('EDITOR', 'Idris Fenner')
})

const fields = (name: string, askedAgo: number, left: number) => {
  const now = Date.now()
  const times = { askedAt: local(now - askedAgo * MINUTE), deadline: local(now + left * MINUTE), zone: 'UTC' }
  return { party: { name, kind: 'ORGANISATION' as const }, question: 'Is it so?', way: 'MAIL' as const, ...times }
}

/** The editor asked somebody about the owner's article, so many minutes ago, and they have so many left. */
async function asked(askedAgo: number, left: number) {
  const name = `Harbour Board ${newId().slice(-8)}`
  const articleId = await anArticle(owner, { document: aDocument('Quay is unsafe') })
  await logReply(editor, { articleId, ...LogReply.parse({ replyId: newId(), ...fields(name, askedAgo, left) }) })
  const [reply] = (await listReplies(editor, articleId)).replies
  return { articleId, name, replyId: reply?.id ?? '' }
}

const toldOf = async (articleId: string) => {
  const rows = await database().notification.findMany({ where: { articleId }, orderBy: { id: 'asc' } })
  return rows.map(
    ({ kind, personId }) => `${kind} ${personId === owner.id ? 'owner' : personId === editor.id ? 'asker' : '?'}`,
  )
}
const logged = (articleId: string) =>
  database().auditEvent.findMany({ where: { thingId: articleId, action: 'reply.pass' } })
const mailsTo = async ({ email }: PersonActor, name: string) =>
  (await database().mail.findMany({ where: { to: email } })).filter(({ text }) => text.includes(name))

const everybody = (kind: string) => [`${kind} owner`, `${kind} asker`].sort()

describe('When the deadline has passed', () => {
  test('whoever asked and whose article it is are told once, and the record says so once', async () => {
    const { articleId, name } = await asked(120, -30)
    await Promise.all([remindOfReplies(), remindOfReplies(), remindOfReplies()])
    await remindOfReplies()
    expect((await toldOf(articleId)).sort()).toEqual(everybody('REPLY_PASSED'))
    const [event, ...more] = await logged(articleId)
    expect(more).toEqual([])
    expect(event).toMatchObject({ thing: 'article', personId: null, detail: { party: name } })
    for (const person of [owner, editor]) {
      const [mail, ...others] = await mailsTo(person, name)
      expect(others).toEqual([])
      expect(mail?.subject).toBe('No reply came in time on “Quay is unsafe”')
      expect(mail?.text).toMatch(new RegExp(`${name} did not respond by \\d\\d:\\d\\d on \\d+ \\w+`))
      expect(mail?.text).toContain(`/desk/articles/${articleId}?field=reply`)
    }
  })

  test('nobody is told where there was an answer, or the article was spiked', async () => {
    const answered = await asked(120, -30)
    const spiked = await asked(120, -30)
    await database().article.update({ where: { id: spiked.articleId }, data: { state: 'SPIKED' } })
    const input = { ...fields(answered.name, 120, -30), baseVersion: 0, answer: 'DECLINED' }
    await changeReply(editor, { ...answered, ...ChangeReply.parse(input) })
    await remindOfReplies()
    for (const { articleId } of [answered, spiked]) {
      expect(await toldOf(articleId)).toEqual([])
      expect(await logged(articleId)).toEqual([])
    }
  })

  test('and is put off, it passes once more', async () => {
    const { articleId, name, replyId } = await asked(120, -30)
    await remindOfReplies()
    const input = { ...fields(name, 120, -10), baseVersion: 0 }
    expect(await changeReply(editor, { articleId, replyId, ...ChangeReply.parse(input) })).toEqual({ kind: 'saved' })
    await remindOfReplies()
    await remindOfReplies()
    expect(await toldOf(articleId)).toHaveLength(4)
    expect(await logged(articleId)).toHaveLength(2)
  })
})

describe('Before the deadline', () => {
  test.each([
    ['an hour before it', 600, 55, true],
    ['not earlier', 600, 65, false],
    ['in the second half of a short time', 20, 15, true],
    ['not in its first half', 10, 30, false],
  ])('they are reminded %s', async (_, askedAgo, left, isTold) => {
    const { articleId } = await asked(askedAgo, left)
    await Promise.all([remindOfReplies(), remindOfReplies()])
    await remindOfReplies()
    expect((await toldOf(articleId)).sort()).toEqual(isTold ? everybody('REPLY_DUE') : [])
    expect(await logged(articleId)).toEqual([])
  })

  test('a reminder does not stand in for the word that it passed', async () => {
    const { articleId, replyId } = await asked(600, 30)
    await remindOfReplies()
    const deadline = new Date(Date.now() - MINUTE)
    await database().replyRequest.update({ where: { id: replyId }, data: { deadline } })
    await remindOfReplies()
    expect((await toldOf(articleId)).sort()).toEqual([...everybody('REPLY_DUE'), ...everybody('REPLY_PASSED')])
  })
})
