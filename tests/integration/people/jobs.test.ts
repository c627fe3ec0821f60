import { expect, test } from 'vitest'
import { database, transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import { startJobs } from '@/lib/jobs/start-jobs'
import { tidyUp } from '@/lib/jobs/tidy-up'
import { invitePerson } from '@/lib/people/invite-person'
import { enter, enterAgain } from './newsroom'

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)

test('tidying removes sessions that ended, counters that ran out and old links, and nothing else', async () => {
  const admin = await enter('ADMINISTRATOR')
  const [old, idle] = [await enterAgain(admin.email), await enterAgain(admin.email)]
  await database().session.update({ where: { id: old.sessionId }, data: { expiresAt: daysAgo(1) } })
  await database().session.update({ where: { id: idle.sessionId }, data: { lastSeenAt: daysAgo(15) } })
  const { id: invitedId } = await invitePerson(admin, {
    name: 'New Hand',
    email: 'new@newsroom.test',
    role: 'REPORTER',
  })
  await database().invitation.updateMany({ data: { expiresAt: daysAgo(30) } })
  await database().invitation.create({
    data: {
      id: newId(),
      purpose: 'RESET',
      personId: admin.id,
      tokenHash: 'old',
      createdAt: daysAgo(9),
      expiresAt: daysAgo(8),
    },
  })
  await database().rateLimit.create({ data: { key: 'old', points: 3, expire: BigInt(Date.now() - 1) } })
  await database().rateLimit.create({ data: { key: 'new', points: 3, expire: BigInt(Date.now() + 60_000) } })
  await tidyUp()
  const sessions = await database().session.findMany({ where: { personId: admin.id } })
  expect(sessions.map((session) => session.id)).toEqual([admin.sessionId])
  const links = await database().invitation.findMany()
  expect(links.map((link) => link.personId)).toEqual([invitedId])
  const counters = await database().rateLimit.findMany({ where: { key: { in: ['old', 'new'] } } })
  expect(counters.map((counter) => counter.key)).toEqual(['new'])
})

test('tidying forgets sign-ups that nobody confirmed within a week, and addresses that are then of no use', async () => {
  const newsletterId = newId()
  await database().newsletter.create({ data: { id: newsletterId, slug: 'morning', name: 'Morning', position: 1 } })
  const otherId = newId()
  await database().newsletter.create({ data: { id: otherId, slug: 'evening', name: 'Evening', position: 2 } })
  const signUp = async (email: string, states: ['PENDING' | 'CONFIRMED', Date][]) => {
    const subscriberId = newId()
    await database().subscriber.create({ data: { id: subscriberId, email, createdAt: daysAgo(20) } })
    for (const [index, [state, requestedAt]] of states.entries()) {
      const letter = index === 0 ? newsletterId : otherId
      await database().subscription.create({
        data: { id: newId(), newsletterId: letter, subscriberId, state, requestedAt },
      })
    }
  }
  await signUp('forgot@reader.test', [['PENDING', daysAgo(8)]])
  await signUp('thinking@reader.test', [['PENDING', daysAgo(6)]])
  await signUp('reads@reader.test', [['CONFIRMED', daysAgo(8)]])
  await signUp('half@reader.test', [
    ['CONFIRMED', daysAgo(20)],
    ['PENDING', daysAgo(8)],
  ])
  await tidyUp()
  const left = await database().subscriber.findMany({ orderBy: { email: 'asc' }, include: { subscriptions: true } })
  expect(left.map((one) => [one.email, one.subscriptions.map((subscription) => subscription.state)])).toEqual([
    ['half@reader.test', ['CONFIRMED']],
    ['reads@reader.test', ['CONFIRMED']],
    ['thinking@reader.test', ['PENDING']],
  ])
})

test('a nudge has waiting mail looked at within seconds, and two processes may run the jobs', async () => {
  const jobs = await startJobs()
  const others = await startJobs()
  try {
    const id = newId()
    const at = new Date()
    const mail = { to: 'reader@newsroom.test', subject: 'x', text: 'x', html: 'x', nextTryAt: at, createdAt: at }
    await transaction((tx) => tx.mail.create({ data: { id, ...mail, state: 'QUEUED' } }))
    await nudgeMail()
    // Without a mail server the delivery keeps what it finds: that is how it shows here.
    await expect
      .poll(() => database().mail.findUniqueOrThrow({ where: { id } }), { timeout: 15_000 })
      .toMatchObject({ state: 'KEPT' })
  } finally {
    await jobs.stop()
    await others.stop()
  }
  await expect(nudgeMail()).resolves.toBeUndefined()
})
