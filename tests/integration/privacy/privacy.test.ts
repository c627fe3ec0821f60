import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { database, transaction } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId, newSecret } from '@/lib/ids'
import { tidyUp } from '@/lib/jobs/tidy-up'
import { queueMail } from '@/lib/mail/queue-mail'
import { writeMail } from '@/lib/mail/write-mail'
import { subscribe } from '@/lib/newsletters/subscribe'
import { unsubscribe } from '@/lib/newsletters/unsubscribe'
import { unsubscribeToken } from '@/lib/newsletters/unsubscribe-token'
import type { PersonActor } from '@/lib/policy/actor'
import { EraseReader, eraseReader } from '@/lib/privacy/erase-reader'
import { exportReader } from '@/lib/privacy/export-reader'
import { hashAddress } from '@/lib/privacy/hash-address'
import { OneAddress } from '@/lib/privacy/one-address'
import { showReader } from '@/lib/privacy/show-reader'
import { answerReport } from '@/lib/reader-reports/answer-report'
import { forgetAddresses } from '@/lib/reader-reports/forget-addresses'
import { sendReport } from '@/lib/reader-reports/send-report'
import { ChangePrivacy, changePrivacy } from '@/lib/settings/change-privacy'
import { PRIVACY, type PrivacySettings } from '@/lib/settings/privacy-settings'
import { readGroup } from '@/lib/settings/setting-group'
import { NOBODY } from '@/tests/integration/people/newsroom'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const DAY = 24 * 60 * 60 * 1000

let administrator: PersonActor
let editor: PersonActor
let article: string
let edition: string
let address: string

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
  editor = await aPerson('EDITOR')
  const section = await aSection()
  article = await anArticle(editor, { sectionId: section.id, document: aDocument(`Bridge ${newId()}`, 'It closes.') })
  await publishNow(editor, article)
  edition = (await database().publication.findUniqueOrThrow({ where: { articleId: article } })).editionId
})

beforeEach(async () => {
  address = `ana.${newId()}@reader.example`
  await database().setting.deleteMany({ where: { key: { startsWith: 'privacy.' } } })
})

async function aNewsletter(isAlert = false): Promise<string> {
  const id = newId()
  await database().newsletter.create({ data: { id, slug: id, name: `Letter ${id}`, isAlert, position: 0 } })
  return id
}

async function aSubscription(email = address): Promise<{ id: string; subscriberId: string }> {
  const newsletterId = await aNewsletter(true)
  await subscribe({ email, newsletterId, network: newId() })
  return database().subscription.findFirstOrThrow({ where: { newsletterId } })
}

async function aReport(mail: string | null = address, text = 'The bridge is open, I was there.'): Promise<string> {
  const words = `${text} ${newId()}`
  await sendReport({ article, edition, paragraph: 1, text: words, url: '', mail })
  return (await database().readerReport.findFirstOrThrow({ where: { text: words } })).id
}

async function aWaitingAlert(subscriberId: string): Promise<string> {
  const alertId = newId()
  await database().breakingAlert.create({
    data: {
      ...{ id: alertId, articleId: article, text: 'The bridge is closed', startedById: editor.id },
      ...{ startedAt: new Date(), until: new Date(Date.now() + DAY) },
      deliveries: { create: { receiverId: subscriberId, channel: 'MAIL', nextTryAt: new Date(Date.now() + DAY) } },
    },
  })
  return alertId
}

/** Something of each kind, all of the same address. */
async function everything() {
  const subscription = await aSubscription()
  const alertId = await aWaitingAlert(subscription.subscriberId)
  const reportId = await aReport(address, `Write to ${address.toUpperCase()} or x${address}!`)
  await answerReport(editor, { reportId, seen: 'NEW', answer: 'Thank you.' })
  const link = { id: newId(), articleId: article, purpose: 'READ' as const, tokenHash: newSecret() }
  await database().outsiderLink.create({
    data: {
      ...{ ...link, label: `Ana <${address}>`, createdById: editor.id },
      ...{ createdAt: new Date(), expiresAt: new Date(Date.now() + DAY) },
    },
  })
  const comment = { id: newId(), articleId: article, linkId: link.id, version: 0, createdAt: new Date() }
  await database().outsiderComment.create({
    data: { ...comment, name: address, quote: 'zqunpublished words', text: 'I never said so.' },
  })
  return { subscription, alertId, reportId, linkId: link.id, commentId: comment.id }
}

const erase = (confirmation = address) => eraseReader(administrator, { address, confirmation })

async function events(action: string) {
  return database().auditEvent.findMany({
    where: { action, detail: { path: ['addressHash'], equals: hashAddress(address) } },
  })
}

describe('Who may', () => {
  test('only administrators look up, export, erase and say how long things are kept', async () => {
    const seen = await readGroup(PRIVACY)
    for (const actor of [editor, await aPerson('REPORTER'), await aPerson('LAWYER')]) {
      await expect(showReader(actor, { address })).rejects.toThrow(Forbidden)
      await expect((async () => exportReader(actor, { address }))()).rejects.toThrow(Forbidden)
      await expect((async () => eraseReader(actor, { address, confirmation: address }))()).rejects.toThrow(Forbidden)
      await expect(changePrivacy(actor, { ...seen, mailDays: 30, seen })).rejects.toThrow(Forbidden)
    }
    await expect(showReader(NOBODY, { address })).rejects.toThrow()
    expect(await readGroup(PRIVACY)).toEqual(seen)
  })

  test('one plain address is asked for, nothing else', () => {
    expect(OneAddress.parse({ address: ' Ana@Reader.Example ' })).toEqual({ address: 'ana@reader.example' })
    for (const wrong of ['', 'ana', '%', 'a@x.example,b@x.example', { contains: '' }, ['a@x.example']])
      expect(OneAddress.safeParse({ address: wrong }).success).toBe(false)
    expect(EraseReader.safeParse({ address: 'a@x.example', confirmation: 'a@x.example', isSure: true }).success).toBe(
      false,
    )
  })
})

describe('A colleague', () => {
  test('is said to be one, and is neither exported nor erased, nor is a mail of theirs removed', async () => {
    const colleague = await aPerson('REPORTER')
    address = colleague.email
    await transaction((tx) => queueMail(tx, writeMail(address, 'Hello', ['Hello.'])))
    expect(await showReader(administrator, { address })).toEqual({ kind: 'colleague', address })
    await expect(exportReader(administrator, { address })).rejects.toThrow(Conflict)
    await expect(erase()).rejects.toThrow(Conflict)
    expect(await database().mail.count({ where: { to: address } })).toBe(1)
    expect(await events('privacy.export')).toEqual([])
  })

  test('is one under the address that they are about to move to, too, and whoever was only invited', async () => {
    const colleague = await aPerson('REPORTER')
    const change = { id: newId(), personId: colleague.id, oldEmail: colleague.email, newEmail: address }
    await database().emailChange.create({
      data: { ...change, confirmHash: newSecret(), createdAt: new Date(), expiresAt: new Date(Date.now() + DAY) },
    })
    expect(await showReader(administrator, { address })).toMatchObject({ kind: 'colleague' })
    await database().person.update({ where: { id: colleague.id }, data: { status: 'INVITED' } })
    expect(await showReader(administrator, { address: colleague.email })).toMatchObject({ kind: 'colleague' })
  })
})

describe('What the paper has', () => {
  test('is nothing of somebody unknown', async () => {
    expect(await showReader(administrator, { address })).toEqual({ kind: 'reader', address, parts: [] })
  })

  test('is said in words, kind by kind', async () => {
    await everything()
    const shown = await showReader(administrator, { address })
    expect(shown.kind === 'reader' && shown.parts.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Newsletters', 1],
      ['Alerts by mail', 1],
      ['Questions about paragraphs', 1],
      ['Mails to them', 2],
      ['As a guest on articles', 2],
    ])
  })

  test('is of this address alone, not of a longer one that ends or begins with it', async () => {
    await aSubscription(`x${address}`)
    await aReport(`x${address}`, `Ask x${address} or ${address}.au`)
    expect(await showReader(administrator, { address })).toMatchObject({ parts: [] })
  })

  test('goes into the file whole, without secrets of links and what is unpublished, and that is written down without the address', async () => {
    const { reportId } = await everything()
    const data = await exportReader(administrator, { address })
    expect(data).toMatchObject({
      address,
      newsletters: [{ isBreakingNews: true, state: 'PENDING' }],
      alerts: [{ text: 'The bridge is closed', isWaiting: true }],
      questions: [{ id: reportId, state: 'ANSWERED', answer: 'Thank you.', hasAddress: true }],
      outsiderComments: [{ name: address }],
    })
    expect(data.mails).toHaveLength(2)
    const written = JSON.stringify(data)
    expect(written).not.toMatch(/confirm\/[\w-]{43}/)
    expect(written).not.toContain('zqunpublished')
    const [event] = await events('privacy.export')
    expect(event).toMatchObject({ personId: administrator.id, thing: 'reader' })
    expect(JSON.stringify(event)).not.toContain(address)
  })
})

describe('Erasing', () => {
  test('asks for the address once more', async () => {
    await aSubscription()
    for (const other of ['', 'ana@reader.example', `${address}x`])
      await expect(async () => erase(other)).rejects.toThrow(Invalid)
    expect(await database().subscriber.count({ where: { email: address } })).toBe(1)
  })

  test('leaves what was said about the article and nothing of who said it', async () => {
    const { subscription, alertId, reportId, linkId, commentId } = await everything()
    expect(await erase(` ${address.toUpperCase()} `)).toEqual({
      ...{ newsletters: 1, alerts: 1, reports: 1, outsiders: 2, mails: 2 },
    })
    expect(await database().subscriber.count({ where: { id: subscription.subscriberId } })).toBe(0)
    expect(await database().subscription.count({ where: { id: subscription.id } })).toBe(0)
    expect(await database().alertDelivery.count({ where: { alertId } })).toBe(0)
    expect(await database().mail.count({ where: { to: address } })).toBe(0)
    const report = await database().readerReport.findUniqueOrThrow({ where: { id: reportId } })
    expect(report).toMatchObject({ mail: null, answerMailId: null, state: 'ANSWERED', answerText: 'Thank you.' })
    // Another's address that ends with theirs is not theirs.
    expect(report.text).toContain(`Write to [address removed] or x${address}!`)
    expect(await database().outsiderLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      label: 'Ana <[address removed]>',
    })
    expect(await database().outsiderComment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
      ...{ name: '[address removed]', text: 'I never said so.', quote: 'zqunpublished words' },
    })
    expect(await showReader(administrator, { address })).toMatchObject({ parts: [] })
    const [event] = await events('privacy.erase')
    expect(event).toMatchObject({ personId: administrator.id, detail: { newsletters: 1, mails: 2 } })
    expect(JSON.stringify(event)).not.toContain(address)
  })

  test('twice is once, at the same moment, too', async () => {
    await everything()
    await Promise.all([erase(), erase(), erase()])
    await erase()
    expect(await events('privacy.erase')).toHaveLength(1)
  })

  test('leaves others alone', async () => {
    const other = `other.${address}`
    await aSubscription(other)
    await aReport(other)
    await aSubscription()
    await erase()
    expect(await database().subscriber.count({ where: { email: other } })).toBe(1)
    expect(await database().readerReport.count({ where: { mail: other } })).toBe(1)
    expect(await database().mail.count({ where: { to: other } })).toBe(1)
  })

  test('while the same address signs up is before or after it, never in the middle', async () => {
    const newsletterId = await aNewsletter()
    await aSubscription()
    const network = newId()
    await Promise.all([erase(), subscribe({ email: address, newsletterId, network }), erase()])
    const [subscribers, subscriptions, mails] = await Promise.all([
      database().subscriber.count({ where: { email: address } }),
      database().subscription.count({ where: { newsletterId } }),
      database().mail.count({ where: { to: address } }),
    ])
    expect([
      [0, 0, 0],
      [1, 1, 1],
    ]).toContainEqual([subscribers, subscriptions, mails])
  })

  test('leaves links in old mails that end a newsletter true: it has ended', async () => {
    const { id } = await aSubscription()
    await erase()
    await unsubscribe(unsubscribeToken(id))
    await expect(unsubscribe(`${id}.wrong`)).rejects.toThrow(NotFound)
  })

  test('says of what the record has that it stays', async () => {
    await database().auditEvent.create({
      data: {
        ...{ id: newId(), at: new Date(), action: 'outsider.invite', thing: 'article', thingId: article },
        detail: { label: `Ana, ${address}` },
      },
    })
    await erase()
    const shown = await showReader(administrator, { address })
    expect(shown).toMatchObject({ parts: [{ title: 'Audit log', onErase: expect.stringContaining('stay') }] })
  })
})

describe('How long things are kept', () => {
  const change = async (part: Partial<PrivacySettings>) => {
    const seen = await readGroup(PRIVACY)
    return changePrivacy(administrator, { ...seen, ...part, seen })
  }

  test('is ninety days until somebody says otherwise, within bounds, and of two the second is told', async () => {
    const seen = await readGroup(PRIVACY)
    expect(seen).toEqual({ mailDays: 90, reportDays: 90, networkDays: 90 })
    for (const wrong of [{ mailDays: 6 }, { reportDays: 0 }, { networkDays: 1.5 }, { mailDays: Number.NaN }])
      expect(ChangePrivacy.safeParse({ ...seen, ...wrong, seen }).success).toBe(false)
    await change({ mailDays: 30 })
    expect(await changePrivacy(administrator, { ...seen, mailDays: 60, seen })).toMatchObject({
      ...{ kind: 'clash', standing: { mailDays: 30 }, by: administrator.name },
    })
    expect(await changePrivacy(administrator, { ...seen, networkDays: 10, seen })).toEqual({ kind: 'saved' })
    expect(await readGroup(PRIVACY)).toEqual({ mailDays: 30, reportDays: 90, networkDays: 10 })
  })

  test('holds for mails, but for those that wait', async () => {
    const write = async (days: number, state: 'SENT' | 'KEPT' | 'FAILED' | 'QUEUED') => {
      const { id } = await transaction((tx) => queueMail(tx, writeMail(address, 'Hello', ['Hello.'])))
      await database().mail.update({ where: { id }, data: { state, createdAt: new Date(Date.now() - days * DAY) } })
      return id
    }
    const old = [await write(31, 'SENT'), await write(31, 'KEPT'), await write(31, 'FAILED')]
    const kept = [await write(29, 'SENT'), await write(31, 'QUEUED')]
    const there = async () => (await database().mail.findMany({ where: { to: address } })).map(({ id }) => id).sort()
    await tidyUp()
    expect(await there()).toEqual([...old, ...kept].sort())
    await change({ mailDays: 30 })
    await tidyUp()
    expect(await there()).toEqual(kept.sort())
    await tidyUp()
    expect(await there()).toEqual(kept.sort())
  })

  test('holds for where a device was, and leaves it known', async () => {
    const device = async (days: number) => {
      const id = newId()
      const at = new Date(Date.now() - days * DAY)
      const where = { personId: editor.id, tokenHash: newSecret(), address: '192.0.2.7' }
      await database().device.create({ data: { id, ...where, firstSeenAt: at, lastSeenAt: at } })
      return id
    }
    const [old, young] = [await device(91), await device(89)]
    await tidyUp()
    expect(await database().device.findUniqueOrThrow({ where: { id: old } })).toMatchObject({ address: '' })
    expect(await database().device.findUniqueOrThrow({ where: { id: young } })).toMatchObject({ address: '192.0.2.7' })
  })

  test('holds for addresses in questions: the days said now, and never more than the reader was told', async () => {
    const closed = async (days: number) => {
      const id = await aReport()
      await database().readerReport.update({
        where: { id },
        data: { closedAt: new Date(Date.now() - days * DAY), state: 'DISMISSED' },
      })
      return id
    }
    const mailOf = async (id: string) => (await database().readerReport.findUniqueOrThrow({ where: { id } })).mail
    const ofNinety = await closed(31)
    await change({ reportDays: 30 })
    const ofThirty = await closed(29)
    await forgetAddresses()
    expect([await mailOf(ofNinety), await mailOf(ofThirty)]).toEqual([null, address])
    await change({ reportDays: 200 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY })
    await forgetAddresses()
    vi.useRealTimers()
    expect(await mailOf(ofThirty)).toBeNull()
  })
})
