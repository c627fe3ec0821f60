import { database } from '@/lib/db/database'
import { NotFound } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'

export type MailState = 'QUEUED' | 'SENT' | 'FAILED' | 'KEPT'
export type ListedMail = { id: string; to: string; subject: string; state: MailState; createdAt: Date }

const PAGE = 50

/**
 * The mail that the newsroom wrote, newest first.
 *
 * @param cursor the id of the last mail of the page before
 */
export async function listMail(
  actor: Actor,
  cursor?: string,
): Promise<{ mails: ListedMail[]; nextCursor: string | null }> {
  authorise(actor, 'mail.read')
  const mails = await database().mail.findMany({
    // Ids are made in the order of time.
    where: cursor === undefined ? {} : { id: { lt: cursor } },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: { id: true, to: true, subject: true, state: true, createdAt: true },
  })
  const page = mails.slice(0, PAGE)
  return { mails: page, nextCursor: mails.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}

export type ReadMail = ListedMail & {
  text: string
  attempts: number
  lastError: string | null
  sentAt: Date | null
  nextTryAt: Date
}

/** @throws NotFound */
export async function getMail(actor: Actor, id: string): Promise<ReadMail> {
  authorise(actor, 'mail.read')
  const mail = await database().mail.findUnique({
    where: { id },
    select: {
      id: true,
      to: true,
      subject: true,
      state: true,
      createdAt: true,
      text: true,
      attempts: true,
      lastError: true,
      sentAt: true,
      nextTryAt: true,
    },
  })
  if (!mail) throw new NotFound()
  return mail
}
