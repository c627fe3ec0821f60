import { now } from '../clock'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { env } from '../env'
import { newId } from '../ids'
import { type MailToQueue, queueMail } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'
import type { Actor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import { fewerOfThese } from './fewer-of-these'
import { NOTICE_KINDS, NOTICE_WORDS, type NoticeKind } from './kinds'
import { noticePath } from './notice-path'

type News = {
  kind: NoticeKind
  article: { id: string; headline: string; slugline: string }
  /** Who did it: they are not told. */
  by: Actor
  /** What it is about, for ever: nobody is told of the same thing twice. */
  about: string
  to: readonly string[]
  /** A sentence more: the note of whoever sent it back, the reason why something failed. */
  text?: string
  /** The comment that it is about: the notice leads there, and a person has one notice of each comment. */
  commentId?: string
  /** The mail, where it says more than the notice. */
  mailTo?: (person: { name: string; email: string }) => MailToQueue
  /** The caller writes one mail about several: none for each. */
  isMailedTogether?: boolean
}

type Told = { personId: string; inApp: boolean; mail: 'NOW' | 'DIGEST' | 'OFF' }

/** A subject is one short line. */
const HEADLINE_MOST = 150

/**
 * Tells people what happened, in the transaction of what happened: in the app and by mail, as each of them chose, once. After the
 * commit call `nudgeMail`.
 *
 * @returns how many mails wait
 */
export async function tell(tx: Transaction, news: News): Promise<number> {
  const { kind, article, by, to, text = '' } = news
  const byId = by.kind === 'person' ? by.id : null
  const people = await sqlOn(tx)<{ personId: string; name: string; email: string; inApp: boolean; mail: Told['mail'] }>`
    SELECT p.id AS "personId", p.name, p.email,
      coalesce(c."inApp", ${NOTICE_KINDS[kind].inApp}) AS "inApp", coalesce(c.mail::text, ${NOTICE_KINDS[kind].mail}) AS mail
    FROM "Person" p LEFT JOIN "NoticeChoice" c ON c."personId" = p.id AND c.kind = ${kind}::"NotificationKind"
    WHERE p.id = ANY(${[...new Set(to)].filter((id) => id !== byId)}::uuid[]) AND p.status = 'ACTIVE' ORDER BY p.id`
  let mails = 0
  for (const { personId, name, email, inApp, mail } of people) {
    if (!(await isNews(tx, news, { personId, inApp, mail }))) continue
    if (mail !== 'NOW' || news.isMailedTogether === true) continue
    await queueMail(
      tx,
      news.mailTo?.({ name, email }) ??
        noticeMail({ to: email, name, kind, article, by, text, paperName: (await readSettings(tx)).name }),
    )
    mails++
  }
  return mails
}

/** Writes the notice. False where the person was told before. */
async function isNews(tx: Transaction, news: News, told: Told): Promise<boolean> {
  const { kind, article, by, about, text = '', commentId } = news
  const { personId, inApp, mail } = told
  const added = await sqlOn(tx)`
    INSERT INTO "Notification"
      (id, "personId", kind, "articleId", "commentId", "byId", "createdAt", about, text, "inApp", "digestDue")
    VALUES (${newId()}::uuid, ${personId}::uuid, ${kind}::"NotificationKind", ${article.id}::uuid, ${commentId ?? null}::uuid,
      ${by.kind === 'person' ? by.id : null}::uuid, ${now()}::timestamptz, ${`${kind} ${about}`}, ${text}, ${inApp},
      ${mail === 'DIGEST'})
    ON CONFLICT DO NOTHING RETURNING id`
  if (added.length > 0) return true
  return kind === 'MENTION' && commentId !== undefined ? isRaised(tx, about, commentId, told) : false
}

/** Told of the comment as a reply before; an edit names them now. */
async function isRaised(
  tx: Transaction,
  about: string,
  commentId: string,
  { personId, inApp, mail }: Told,
): Promise<boolean> {
  const { count } = await tx.notification.updateMany({
    where: { personId, commentId, kind: 'REPLY' },
    data: {
      kind: 'MENTION',
      about: `MENTION ${about}`,
      createdAt: now(),
      readAt: null,
      inApp,
      digestDue: mail === 'DIGEST',
    },
  })
  return count > 0
}

/** "Idris Fenner sent back “Bridge to close”": what the notice says in one line. */
export function noticeInWords(kind: NoticeKind, by: string | null, headline: string): string {
  const { by: after, alone } = NOTICE_WORDS[kind]
  return by === null ? `${alone} “${headline}”` : `${by} ${after} “${headline}”`
}

function noticeMail(of: {
  to: string
  name: string
  kind: NoticeKind
  article: News['article']
  by: Actor
  text: string
  paperName: string
}) {
  const headline = cutHeadline(of.article.headline || of.article.slugline)
  const sentence = noticeInWords(of.kind, of.by.kind === 'person' ? oneLine(of.by.name) : null, headline)
  return writeMail(of.to, sentence, [
    `Hello ${of.name},`,
    `At ${of.paperName}: ${sentence}.`,
    ...(of.text === '' ? [] : [of.text]),
    { link: `${env().SITE_URL}${noticePath({ articleId: of.article.id, threadId: null, kind: of.kind })}` },
    ...fewerOfThese(of.kind),
  ])
}

/** A headline as a line of a mail has room for it. */
export function cutHeadline(headline: string): string {
  const title = oneLine(headline) || 'an article without a headline'
  return title.length <= HEADLINE_MOST ? title : `${title.slice(0, HEADLINE_MOST - 1)}…`
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
