import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db/database'
import { env } from '@/lib/env'
import { queueMail } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { fewerOfThese } from '@/lib/notifications/fewer-of-these'
import { NOTICE_KINDS } from '@/lib/notifications/kinds'
import { tell } from '@/lib/notifications/tell'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import type { HandedOver } from './hand-over'

/** The mail names so many articles; all of them stand in the notices. */
const NAMED_MOST = 20

/** Tells whoever takes over: a notice of each article, and one mail of all of it. Whoever takes over what they hand over knows. */
export async function tellSuccessor(
  tx: Transaction,
  actor: Actor,
  of: { from: { id: string; name: string }; to: PersonActor; handed: HandedOver },
): Promise<void> {
  const { from, to, handed } = of
  if (actor.kind === 'person' && actor.id === to.id) return
  const at = now().getTime()
  const scheduled = [...handed.publications, ...handed.unpublishings]
  const articles = new Map([...handed.articles, ...scheduled].map((article) => [article.id, article]))
  for (const { id, headline } of articles.values())
    await tell(tx, {
      kind: 'ASSIGNED',
      article: { id, headline, slugline: '' },
      by: actor,
      about: `${id} ${to.id} ${at}`,
      to: [to.id],
      text: `It was ${from.name}’s. ${scheduled.some((each) => each.id === id) ? 'What is scheduled happens in your name.' : ''}`.trim(),
      isMailedTogether: true,
    })
  await mailAll(tx, { ...of, headlines: [...articles.values()].map(({ headline }) => headline) })
}

async function mailAll(
  tx: Transaction,
  { from, to, handed, headlines }: { from: { name: string }; to: PersonActor; handed: HandedOver; headlines: string[] },
): Promise<void> {
  const choice = await tx.noticeChoice.findUnique({ where: { personId_kind: { personId: to.id, kind: 'ASSIGNED' } } })
  if ((choice?.mail ?? NOTICE_KINDS.ASSIGNED.mail) !== 'NOW') return
  const { desks, events } = handed
  if (headlines.length + desks.length + events === 0) return
  const more = headlines.length - NAMED_MOST
  await queueMail(
    tx,
    writeMail(to.email, `You take over from ${from.name}`, [
      `Hello ${to.name},`,
      `What was ${from.name}’s at the newsroom is yours now.`,
      ...headlines.slice(0, NAMED_MOST).map((headline) => `“${headline || 'An article without a headline'}”`),
      ...(more > 0 ? [`And ${more} more.`] : []),
      ...(desks.length === 0 ? [] : [`You lead: ${desks.map(({ name }) => name).join(', ')}.`]),
      ...(events === 0 ? [] : [`${events} ${events === 1 ? 'event' : 'events'} of the diary.`]),
      { link: `${env().SITE_URL}/desk` },
      ...fewerOfThese('ASSIGNED'),
    ]),
  )
}
