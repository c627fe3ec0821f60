import { now } from '../clock'
import type { Transaction } from '../db/database'
import { env } from '../env'
import { newId } from '../ids'
import { queueMail } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'
import type { Actor } from '../policy/actor'
import { readSettings } from '../settings/settings'
import { NOTICE_KINDS, NOTICE_WORDS, type NoticeKind } from './kinds'

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
}

/** A subject is one short line. */
const HEADLINE_MOST = 150

/**
 * Tells people what happened, in the transaction of what happened: in the app and by mail, as each of them chose, once. After the
 * commit call `nudgeMail`.
 */
export async function tell(tx: Transaction, { kind, article, by, about, to, text = '' }: News): Promise<void> {
  const byId = by.kind === 'person' ? by.id : null
  const people = await tx.person.findMany({
    where: { id: { in: [...new Set(to)].filter((id) => id !== byId) }, status: 'ACTIVE' },
    select: { id: true, name: true, email: true, noticeChoices: { where: { kind } } },
    orderBy: { id: 'asc' },
  })
  for (const { id: personId, name, email, noticeChoices } of people) {
    const { inApp, mail } = noticeChoices[0] ?? NOTICE_KINDS[kind]
    const { count } = await tx.notification.createMany({
      data: [
        {
          id: newId(),
          personId,
          kind,
          articleId: article.id,
          byId,
          createdAt: now(),
          about: `${kind} ${about}`,
          text,
          inApp,
          digestDue: mail === 'DIGEST',
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0 || mail !== 'NOW') continue
    await queueMail(
      tx,
      noticeMail({ to: email, name, kind, article, by, text, paperName: (await readSettings(tx)).name }),
    )
  }
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
  const title = oneLine(of.article.headline || of.article.slugline) || 'an article without a headline'
  const headline = title.length <= HEADLINE_MOST ? title : `${title.slice(0, HEADLINE_MOST - 1)}…`
  const sentence = noticeInWords(of.kind, of.by.kind === 'person' ? oneLine(of.by.name) : null, headline)
  return writeMail(of.to, sentence, [
    `Hello ${of.name},`,
    `At ${of.paperName}: ${sentence}.`,
    ...(of.text === '' ? [] : [of.text]),
    { link: `${env().SITE_URL}/desk/articles/${of.article.id}` },
    'You choose what you are told, and how, under Notices.',
  ])
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
