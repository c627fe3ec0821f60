import { beforeAll, describe, expect, test } from 'vitest'
import { CommentText, StartThread } from '@/lib/comments/comment-input'
import { deleteComment } from '@/lib/comments/delete-comment'
import { editComment } from '@/lib/comments/edit-comment'
import { listThreads } from '@/lib/comments/list-threads'
import { mentionOf } from '@/lib/comments/mention-text'
import { reopenThread } from '@/lib/comments/reopen-thread'
import { reply } from '@/lib/comments/reply'
import { resolveThread } from '@/lib/comments/resolve-thread'
import { startThread } from '@/lib/comments/start-thread'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { countUnread } from '@/lib/notifications/readers'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

const nobody: Actor = { kind: 'nobody' }
let reporter: PersonActor
let editor: PersonActor
let articleId: string
let otherArticleId: string

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Idris Editor')
  articleId = await anArticle(editor, { document: aDocument('Ferry returns to the quay') })
  otherArticleId = await anArticle(editor)
})

async function started(by: PersonActor, text = 'Is this right?'): Promise<string> {
  return (await startThread(by, { articleId, threadId: newId(), quote: 'the quay', text })).id
}

async function threadOf(threadId: string, as: Actor = editor) {
  const thread = (await listThreads(as, articleId)).find(({ id }) => id === threadId)
  if (thread === undefined) throw new Error('The thread is not listed')
  return thread
}

const firstOf = async (threadId: string) => (await threadOf(threadId)).comments[0]?.id ?? ''
const mailsTo = (person: PersonActor) => database().mail.findMany({ where: { to: person.email } })
const noticesOf = (person: PersonActor) =>
  database().notification.findMany({ where: { personId: person.id }, orderBy: { id: 'asc' } })

describe('Starting a conversation', () => {
  test('a reporter comments on words of an article that is not theirs', async () => {
    const threadId = await started(reporter, 'Which quay?')
    expect(await threadOf(threadId, reporter)).toMatchObject({
      quote: 'the quay',
      isResolved: false,
      comments: [{ name: 'Ada Writer', text: 'Which quay?', isEdited: false, can: { edit: true, delete: true } }],
    })
    expect((await threadOf(threadId, editor)).comments[0]?.can).toEqual({ edit: false, delete: true })
  })

  test('nobody who is signed out comments or reads comments', async () => {
    const input = { articleId, threadId: newId(), quote: 'x', text: 'y' }
    await expect(startThread(nobody, input)).rejects.toThrow(NotFound)
    await expect(listThreads(nobody, articleId)).rejects.toThrow(NotFound)
    const system: Actor = { kind: 'system', name: 'jobs' }
    await expect(startThread(system, input)).rejects.toThrow(Forbidden)
  })

  test('on an article that does not exist is a 404', async () => {
    const input = { articleId: newId(), threadId: newId(), quote: 'x', text: 'y' }
    await expect(startThread(editor, input)).rejects.toThrow(NotFound)
  })

  test('the same sent twice, also at once, makes one conversation with one comment and one mail', async () => {
    const named = await aPerson('EDITOR', 'Nell Named')
    const input = { articleId, threadId: newId(), quote: 'the quay', text: `See ${mentionOf(named)}` }
    await Promise.all([startThread(editor, input), startThread(editor, input)])
    await startThread(editor, input)
    expect((await threadOf(input.threadId)).comments).toHaveLength(1)
    expect(await mailsTo(named)).toHaveLength(1)
  })

  test('an id that is somebody else’s conversation, or one of another article, is refused', async () => {
    const threadId = await started(reporter)
    const input = { articleId, threadId, quote: 'x', text: 'Mine now' }
    await expect(startThread(editor, input)).rejects.toThrow(Conflict)
    await expect(startThread(reporter, { ...input, articleId: otherArticleId })).rejects.toThrow(Conflict)
    expect(await threadOf(threadId)).toMatchObject({ quote: 'the quay', comments: [{ text: 'Is this right?' }] })
  })

  test('empty, endless and unreadable input does not pass the door', () => {
    const input = { threadId: newId(), quote: 'the quay', text: 'Words' }
    expect(StartThread.safeParse(input).success).toBe(true)
    expect(StartThread.safeParse({ ...input, threadId: '12abc' }).success).toBe(false)
    expect(StartThread.safeParse({ ...input, quote: 'q'.repeat(501) }).success).toBe(false)
    expect(StartThread.safeParse({ ...input, quote: '  ' }).success).toBe(false)
    expect(CommentText.safeParse(' \n ').success).toBe(false)
    expect(CommentText.safeParse('w'.repeat(5_000)).success).toBe(true)
    expect(CommentText.safeParse('w'.repeat(5_001)).success).toBe(false)
    expect(CommentText.parse('a\r\nb\u0000c')).toBe('a\nbc')
  })
})

describe('Answering', () => {
  test('tells who began and who answered, by a notice and not by mail, and never the author', async () => {
    const [starter, second, third] = [await aPerson('REPORTER'), await aPerson('EDITOR'), await aPerson('EDITOR')]
    const threadId = await started(starter)
    await reply(second, { articleId, threadId, commentId: newId(), text: 'Yes.' })
    await reply(third, { articleId, threadId, commentId: newId(), text: 'No.' })
    expect((await noticesOf(starter)).map(({ kind, byId }) => [kind, byId])).toEqual([
      ['REPLY', second.id],
      ['REPLY', third.id],
    ])
    expect(await noticesOf(second)).toMatchObject([{ kind: 'REPLY', byId: third.id, articleId }])
    expect(await noticesOf(third)).toEqual([])
    expect(await mailsTo(starter)).toEqual([])
    expect((await threadOf(threadId, starter)).hasNews).toBe(true)
  })

  test('the same answer sent twice is one, and opens a resolved conversation again', async () => {
    const threadId = await started(reporter)
    await resolveThread(editor, { articleId, threadId })
    const input = { articleId, threadId, commentId: newId(), text: 'One more thing' }
    await Promise.all([reply(editor, input), reply(editor, input)])
    expect(await threadOf(threadId)).toMatchObject({ isResolved: false, resolvedBy: null })
    expect((await threadOf(threadId)).comments.map(({ text }) => text)).toEqual(['Is this right?', 'One more thing'])
    await expect(reply(reporter, input)).rejects.toThrow(Conflict)
  })

  test('in a conversation of another article is a 404', async () => {
    const threadId = await started(reporter)
    const input = { articleId: otherArticleId, threadId, commentId: newId(), text: 'x' }
    await expect(reply(editor, input)).rejects.toThrow(NotFound)
    await expect(resolveThread(editor, input)).rejects.toThrow(NotFound)
    await expect(reopenThread(editor, input)).rejects.toThrow(NotFound)
    expect(await threadOf(threadId)).toMatchObject({ isResolved: false, comments: [{ text: 'Is this right?' }] })
  })
})

describe('Naming somebody', () => {
  test('gives them one notice and one mail that leads to the words', async () => {
    const named = await aPerson('REPORTER', 'Rex Reader')
    const threadId = await started(editor, `Ask ${mentionOf(named)}, really ${mentionOf(named)}.`)
    const mails = await mailsTo(named)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('Idris Editor named you in a comment on “Ferry returns to the quay”')
    expect(mails[0]?.text).toContain('The words: “the quay”')
    expect(mails[0]?.text).toContain('The comment: Ask @Rex Reader, really @Rex Reader.')
    expect(mails[0]?.text).toContain(`/desk/articles/${articleId}?thread=${threadId}`)
    expect(await noticesOf(named)).toMatchObject([{ kind: 'MENTION', byId: editor.id }])
    expect(await countUnread(named)).toBe(1)
  })

  test('in an answer gives somebody who takes part one notice, not two', async () => {
    const starter = await aPerson('REPORTER')
    const threadId = await started(starter)
    await reply(editor, { articleId, threadId, commentId: newId(), text: `${mentionOf(starter)} look` })
    expect(await noticesOf(starter)).toMatchObject([{ kind: 'MENTION' }])
    expect(await mailsTo(starter)).toHaveLength(1)
  })

  test('oneself sends nothing', async () => {
    const loner = await aPerson('EDITOR')
    await started(loner, `Note to ${mentionOf(loner)}`)
    expect(await mailsTo(loner)).toEqual([])
    expect(await noticesOf(loner)).toEqual([])
  })

  test('whoever left, or an id that is nobody, is refused and nothing is kept', async () => {
    const gone = await aPerson('EDITOR')
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    for (const mention of [mentionOf(gone), mentionOf({ id: newId(), name: 'No One' })]) {
      const threadId = newId()
      const input = { articleId, threadId, quote: 'x', text: mention }
      await expect(startThread(editor, input)).rejects.toThrow(Invalid)
      expect((await listThreads(editor, articleId)).some(({ id }) => id === threadId)).toBe(false)
    }
    expect(await mailsTo(gone)).toEqual([])
  })

  test('by another name than theirs shows their real name', async () => {
    const named = await aPerson('EDITOR', 'Real [Name]')
    const threadId = await started(editor, `@[The Owner](${named.id}) must know`)
    expect((await threadOf(threadId)).comments[0]?.text).toBe(`@[Real  Name ](${named.id}) must know`)
  })
})

describe('Editing a comment', () => {
  test('marks it, mails only people who are newly named, and is its author’s alone', async () => {
    const [first, second] = [await aPerson('EDITOR'), await aPerson('EDITOR')]
    const threadId = await started(reporter, `${mentionOf(first)} see`)
    const commentId = await firstOf(threadId)
    const edit = (by: Actor, text: string) => editComment(by, { articleId, threadId, commentId, text })
    await edit(reporter, `${mentionOf(first)} and ${mentionOf(second)} see`)
    await edit(reporter, `${mentionOf(second)} see`)
    expect(await mailsTo(first)).toHaveLength(1)
    expect(await mailsTo(second)).toHaveLength(1)
    expect((await threadOf(threadId)).comments[0]).toMatchObject({ isEdited: true, text: `${mentionOf(second)} see` })
    await expect(edit(editor, 'Theirs')).rejects.toThrow(Forbidden)
    await expect(
      editComment(reporter, { articleId, threadId: await started(reporter), commentId, text: 'x' }),
    ).rejects.toThrow(NotFound)
  })

  test('so that it names somebody who was told of it as an answer mails them once', async () => {
    const starter = await aPerson('REPORTER')
    const threadId = await started(starter)
    const commentId = newId()
    await reply(editor, { articleId, threadId, commentId, text: 'Hm' })
    await editComment(editor, { articleId, threadId, commentId, text: `Hm ${mentionOf(starter)}` })
    await editComment(editor, { articleId, threadId, commentId, text: `Hm! ${mentionOf(starter)}` })
    expect(await noticesOf(starter)).toMatchObject([{ kind: 'MENTION', readAt: null }])
    expect(await mailsTo(starter)).toHaveLength(1)
  })

  test('a comment that names somebody who left since can still be edited', async () => {
    const leaver = await aPerson('EDITOR')
    const threadId = await started(editor, `${mentionOf(leaver)} see`)
    await database().person.update({ where: { id: leaver.id }, data: { status: 'DEACTIVATED' } })
    await editComment(editor, {
      articleId,
      threadId,
      commentId: await firstOf(threadId),
      text: `${mentionOf(leaver)} saw`,
    })
    expect((await threadOf(threadId)).comments[0]?.isEdited).toBe(true)
  })
})

describe('Deleting a comment', () => {
  test('takes its words, keeps the conversation and its answers, and takes the notices back', async () => {
    const named = await aPerson('EDITOR')
    const threadId = await started(reporter, `Slander, ${mentionOf(named)}`)
    await reply(editor, { articleId, threadId, commentId: newId(), text: 'No.' })
    await deleteComment(reporter, { articleId, threadId, commentId: await firstOf(threadId) })
    expect((await threadOf(threadId)).comments).toMatchObject([{ isDeleted: true, text: '' }, { text: 'No.' }])
    expect(await countUnread(named)).toBe(0)
  })

  test('an editor deletes anybody’s, a reporter only their own, and nobody twice', async () => {
    const threadId = await started(editor)
    const commentId = await firstOf(threadId)
    await expect(deleteComment(reporter, { articleId, threadId, commentId })).rejects.toThrow(Forbidden)
    await expect(deleteComment(editor, { articleId: otherArticleId, threadId, commentId })).rejects.toThrow(NotFound)
    await deleteComment(await aPerson('EDITOR'), { articleId, threadId, commentId })
    await expect(deleteComment(editor, { articleId, threadId, commentId })).rejects.toThrow(NotFound)
  })
})

describe('Resolving', () => {
  test('two at once resolve it once, and opening it again takes it back', async () => {
    const threadId = await started(reporter)
    const thread = { articleId, threadId }
    await Promise.all([resolveThread(editor, thread), resolveThread(reporter, thread)])
    const events = () =>
      database().auditEvent.findMany({
        where: {
          action: { in: ['comment.resolve', 'comment.reopen'] },
          detail: { path: ['threadId'], equals: threadId },
        },
        orderBy: { id: 'asc' },
      })
    expect(await events()).toHaveLength(1)
    expect((await threadOf(threadId)).isResolved).toBe(true)
    expect((await threadOf(threadId)).resolvedBy).not.toBeNull()
    await reopenThread(reporter, thread)
    await reopenThread(editor, thread)
    expect(await threadOf(threadId)).toMatchObject({ isResolved: false, resolvedBy: null })
    expect((await events()).map(({ action }) => action)).toEqual(['comment.resolve', 'comment.reopen'])
  })

  test('nobody who is signed out resolves, edits or deletes', async () => {
    const threadId = await started(reporter)
    const ids = { articleId, threadId, commentId: await firstOf(threadId) }
    await expect(resolveThread(nobody, ids)).rejects.toThrow(NotFound)
    await expect(reopenThread(nobody, ids)).rejects.toThrow(NotFound)
    await expect(deleteComment(nobody, ids)).rejects.toThrow(NotFound)
    await expect(editComment(nobody, { ...ids, text: 'x' })).rejects.toThrow(NotFound)
  })
})
