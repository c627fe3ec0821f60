import { newId } from '@/lib/ids'
import { inDatabase } from '@/tests/support/server-database'

const DAY = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * DAY)

/** The reader whom /admin/privacy is asked for. */
export const READER = 'marguerite.delacroix-okonjo@lighthouse-keepers.example'

/** Whom screens are taken of besides the sample newsroom: people in every state, a reader of whom there is much, a webhook with a log. */
export async function placeNewsroom(): Promise<{ webhookId: string; personId: string; bylineId: string }> {
  await placeReader()
  const personId = await placePeople()
  return { webhookId: await placeWebhook(), personId, bylineId: await placeByline() }
}

async function placeReader(): Promise<void> {
  const subscriber = newId()
  await inDatabase('INSERT INTO "Subscriber" (id, email, "createdAt") VALUES ($1, $2, $3)', [
    ...[subscriber, READER, ago(400)],
  ])
  for (const { id } of await inDatabase('SELECT id FROM "Newsletter" WHERE NOT "isAlert" LIMIT 2'))
    await inDatabase(
      `INSERT INTO "Subscription" (id, "newsletterId", "subscriberId", state, "requestedAt", "confirmedAt")
       VALUES ($1, $2, $3, 'CONFIRMED', $4, $4)`,
      [newId(), id, subscriber, ago(400)],
    )
  const [edition] = await inDatabase('SELECT id, "articleId" FROM "Edition" LIMIT 1')
  await inDatabase(
    `INSERT INTO "ReaderReport" (id, "articleId", "editionId", paragraph, quote, text, mail, "createdAt")
     VALUES ($1, $2, $3, 2, 'The harbour closed', 'It closed on the Monday, not on the Tuesday: I was on the quay.', $4, $5)`,
    [newId(), edition?.articleId, edition?.id, READER, ago(3)],
  )
  for (let day = 1; day < 13; day++)
    await inDatabase(
      `INSERT INTO "Mail" (id, "to", subject, text, html, state, "nextTryAt", "createdAt")
       VALUES ($1, $2, $3, 'Good morning', '<p>Good morning</p>', 'KEPT', $4, $4)`,
      [newId(), READER, `The Morning Bell: what the tide brought in, number ${day}`, ago(day)],
    )
}

async function placePeople(): Promise<string> {
  const people = [
    ['Konstantinos Papadopoulos-Featherstonehaugh', 'EDITOR', 'ACTIVE', 2],
    ['Bea Lund', 'REPORTER', 'DEACTIVATED', 90],
    ['Ines Vaz', 'REPORTER', 'INVITED', 2],
    ['Otto Brandt', 'EDITOR', 'INVITED', 30],
  ] as const
  const ids: string[] = []
  for (const [name, role, status, days] of people) {
    const id = newId()
    ids.push(id)
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@aldermouth-courier.example`
    await inDatabase(
      `INSERT INTO "Person" (id, name, email, role, status, "roleSince", "createdAt", "lastSeenAt", "passwordHash")
       VALUES ($1, $2, $3, $4, $5::"PersonStatus", $6, $6, $7, 'none')`,
      [id, name, email, role, status, ago(days), status === 'INVITED' ? null : ago(days / 2)],
    )
    if (status === 'INVITED')
      await inDatabase(
        `INSERT INTO "Invitation" (id, purpose, "personId", "tokenHash", "createdAt", "expiresAt")
         VALUES ($1, 'JOIN', $2, $3, $4, $5)`,
        [newId(), id, newId(), ago(days), new Date(ago(days).getTime() + 7 * DAY)],
      )
  }
  const [keep] = ids
  for (const agent of [SAFARI, FIREFOX])
    await inDatabase(
      `INSERT INTO "Session" (id, "personId", "tokenHash", "userAgent", address, "createdAt", "lastSeenAt", "expiresAt", "provenAt", method)
       VALUES ($1, $2, $6, $3, '2001:db8:77:1200:0:f3a9:51:8a2e', $4, $4, $5, $4, 'passkey')`,
      [newId(), keep, agent, ago(1), new Date(Date.now() + DAY), newId()],
    )
  const [desk] = await inDatabase('SELECT id FROM "Desk" LIMIT 1')
  const [article] = await inDatabase('SELECT id FROM "Article" WHERE state = $1 LIMIT 1', ['DRAFT'])
  await inDatabase('UPDATE "Article" SET "ownerId" = $1 WHERE id = $2', [keep, article?.id])
  await inDatabase('INSERT INTO "DeskMember" ("deskId", "personId", "isLead") VALUES ($1, $2, true)', [desk?.id, keep])
  return keep as string
}

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'

async function placeWebhook(): Promise<string> {
  const id = newId()
  await inDatabase(
    `INSERT INTO "Webhook" (id, url, kinds, secret, "createdAt", "failingSince")
     VALUES ($1, 'https://hooks.partner-of-the-courier.example/standfirst/incoming/v2?newsroom=aldermouth', $2, 'sealed', $3, $4)`,
    [id, ['article.published', 'article.updated', 'article.unpublished', 'article.killed'], ago(40), ago(1)],
  )
  const [article] = await inDatabase('SELECT "articleId" FROM "Publication" LIMIT 1')
  for (const [index, state] of ['WAITING', 'FAILED', 'DELIVERED', 'DROPPED'].entries()) {
    const delivery = newId()
    await inDatabase(
      `INSERT INTO "WebhookDelivery" (id, "webhookId", "eventId", kind, "articleId", at, state, attempts, "nextTryAt", "createdAt")
       VALUES ($1, $2, $3, 'article.published', $4, $5, $6::"WebhookDeliveryState", 2, $7, $5)`,
      [delivery, id, newId(), article?.articleId, ago(index), state, state === 'WAITING' ? ago(-1) : null],
    )
    if (state === 'DROPPED') continue
    await inDatabase(
      `INSERT INTO "WebhookAttempt" (id, "deliveryId", at, status, milliseconds, answer) VALUES ($1, $2, $3, $4, 312, $5)`,
      [
        newId(),
        delivery,
        ago(index),
        state === 'DELIVERED' ? 200 : 503,
        state === 'DELIVERED' ? 'ok' : '<h1>Service Unavailable</h1>',
      ],
    )
  }
  return id
}

async function placeByline(): Promise<string> {
  const [byline] = await inDatabase(`SELECT id FROM "Byline" WHERE slug = 'kestria-wire'`)
  return byline?.id as string
}
