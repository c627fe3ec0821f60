import { EditionMetadata } from '../articles/edition-metadata'
import type { Transaction } from '../db/database'
import { withoutLinkSecrets } from '../mail/without-secrets'
import { hasAddress } from './address-in-words'

/**
 * All that the paper has of a reader, by their address, in the shape in which it is handed out: instants are ISO 8601 in UTC. What
 * journalists write (articles, notes, claims, replies, sources) is not looked through: decision 0056.
 */
export type ReaderData = {
  address: string
  /** When the address was first typed into a form for a newsletter. */
  signedUpAt: string | null
  newsletters: {
    name: string
    isBreakingNews: boolean
    state: 'PENDING' | 'CONFIRMED' | 'UNSUBSCRIBED'
    requestedAt: string
    confirmedAt: string | null
    unsubscribedAt: string | null
  }[]
  /** Breaking news that was to reach them by mail. `sentAt` null and `isWaiting` false: it was given up. */
  alerts: { text: string; startedAt: string; sentAt: string | null; isWaiting: boolean }[]
  /** What they asked about paragraphs. */
  questions: {
    id: string
    headline: string
    paragraph: string
    text: string
    url: string
    state: string
    createdAt: string
    closedAt: string | null
    answer: string
    hasAddress: boolean
  }[]
  mails: { id: string; subject: string; text: string; state: string; createdAt: string; sentAt: string | null }[]
  /** Where somebody without an account was let see an article, and the address stands in what it is called or in what they wrote. */
  outsiderLinks: { id: string; label: string; createdAt: string }[]
  outsiderComments: { id: string; name: string; text: string; createdAt: string }[]
  /** Stays: a lawyer's signature is evidence. */
  signatures: { id: string; name: string; signedAt: string | null }[]
  /** Stays: nobody can change the record. */
  record: { id: string; action: string; at: string }[]
}

/** @param address as EmailAddress gives it */
export async function findReader(tx: Transaction, address: string): Promise<ReaderData> {
  return {
    address,
    ...(await subscriptionsOf(tx, address)),
    questions: await questionsOf(tx, address),
    mails: await mailsOf(tx, address),
    outsiderLinks: (await linksThatHave(tx, address)).map(withInstant),
    outsiderComments: (await commentsThatHave(tx, address)).map(withInstant),
    signatures: await signaturesOf(tx, address),
    record: await recordOf(tx, address),
  }
}

async function subscriptionsOf(
  tx: Transaction,
  email: string,
): Promise<Pick<ReaderData, 'signedUpAt' | 'newsletters' | 'alerts'>> {
  const subscriber = await tx.subscriber.findUnique({
    where: { email },
    include: { subscriptions: { include: { newsletter: true }, orderBy: { newsletter: { position: 'asc' } } } },
  })
  if (subscriber === null) return { signedUpAt: null, newsletters: [], alerts: [] }
  const deliveries = await tx.alertDelivery.findMany({
    where: { receiverId: subscriber.id, channel: 'MAIL' },
    include: { alert: { select: { text: true, startedAt: true } } },
    orderBy: { alert: { startedAt: 'asc' } },
  })
  return {
    signedUpAt: said(subscriber.createdAt),
    newsletters: subscriber.subscriptions.map(({ newsletter, state, ...at }) => ({
      name: newsletter.name,
      isBreakingNews: newsletter.isAlert,
      state,
      requestedAt: said(at.requestedAt),
      confirmedAt: saidOrNot(at.confirmedAt),
      unsubscribedAt: saidOrNot(at.unsubscribedAt),
    })),
    alerts: deliveries.map(({ alert, sentAt, nextTryAt }) => ({
      text: alert.text,
      startedAt: said(alert.startedAt),
      sentAt: saidOrNot(sentAt),
      isWaiting: nextTryAt !== null,
    })),
  }
}

async function questionsOf(tx: Transaction, address: string): Promise<ReaderData['questions']> {
  const ids = await reportsThatHave(tx, address)
  const reports = await tx.readerReport.findMany({
    where: { id: { in: ids } },
    include: { edition: { select: { metadata: true } } },
    orderBy: { id: 'asc' },
  })
  return reports.map(({ id, edition, quote, text, url, state, createdAt, closedAt, answerText, mail }) => ({
    id,
    headline: EditionMetadata.parse(edition.metadata).headline,
    paragraph: quote,
    text,
    url,
    state,
    createdAt: said(createdAt),
    closedAt: saidOrNot(closedAt),
    answer: answerText,
    hasAddress: mail === address,
  }))
}

/** The ids of the reports whose reader left this address, or wrote it into their words; or was answered with it in the words. */
export async function reportsThatHave(tx: Transaction, address: string): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string; mail: string | null; words: string }[]>`
    SELECT id, mail, concat_ws(E'\n', text, url, "answerText", reason) AS words FROM "ReaderReport"
     WHERE mail = ${address} OR position(${address} IN lower(concat_ws(E'\n', text, url, "answerText", reason))) > 0`
  return found.filter(({ mail, words }) => mail === address || hasAddress(words, address)).map(({ id }) => id)
}

async function mailsOf(tx: Transaction, address: string): Promise<ReaderData['mails']> {
  const mails = await tx.mail.findMany({ where: { to: address }, orderBy: { id: 'asc' } })
  return mails.map(({ id, subject, text, state, createdAt, sentAt }) => ({
    id,
    subject,
    text: withoutLinkSecrets(text),
    state,
    createdAt: said(createdAt),
    sentAt: saidOrNot(sentAt),
  }))
}

/** Links for outsiders that are called by the address. */
export async function linksThatHave(tx: Transaction, address: string) {
  const links = await tx.outsiderLink.findMany({
    where: { label: { contains: address, mode: 'insensitive' } },
    select: { id: true, label: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  return links.filter(({ label }) => hasAddress(label, address))
}

/** Comments of outsiders who gave the address as their name, or wrote it into their words. */
export async function commentsThatHave(tx: Transaction, address: string) {
  const contains = { contains: address, mode: 'insensitive' as const }
  const comments = await tx.outsiderComment.findMany({
    where: { OR: [{ name: contains }, { text: contains }] },
    // The words of the article that it is about are not theirs, and may be a secret still.
    select: { id: true, name: true, text: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  return comments.filter(({ name, text }) => hasAddress(`${name}\n${text}`, address))
}

async function signaturesOf(tx: Transaction, address: string): Promise<ReaderData['signatures']> {
  const reviews = await tx.legalReview.findMany({
    where: { signedByName: { contains: address, mode: 'insensitive' } },
    select: { id: true, signedByName: true, signedAt: true },
    orderBy: { id: 'asc' },
  })
  return reviews
    .map(({ id, signedByName, signedAt }) => ({ id, name: signedByName ?? '', signedAt: saidOrNot(signedAt) }))
    .filter(({ name }) => hasAddress(name, address))
}

async function recordOf(tx: Transaction, address: string): Promise<ReaderData['record']> {
  const events = await tx.$queryRaw<{ id: string; action: string; at: Date; detail: string }[]>`
    SELECT id, action, at, detail::text AS detail FROM "AuditEvent"
     WHERE position(${address} IN lower(detail::text)) > 0 ORDER BY id`
  return events
    .filter(({ detail }) => hasAddress(detail, address))
    .map(({ id, action, at }) => ({ id, action, at: said(at) }))
}

function withInstant<Row extends { createdAt: Date }>(row: Row): Omit<Row, 'createdAt'> & { createdAt: string } {
  return { ...row, createdAt: said(row.createdAt) }
}

function said(at: Date): string {
  return at.toISOString()
}

function saidOrNot(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
