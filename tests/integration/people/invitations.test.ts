import { afterEach, expect, test, vi } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound, NotSignedIn } from '@/lib/errors'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { findLink } from '@/lib/people/find-link'
import { invitePerson } from '@/lib/people/invite-person'
import { listPeople } from '@/lib/people/list-people'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { revokeInvitation } from '@/lib/people/revoke-invitation'
import { enter, hoursLater, linkFromMail, NOBODY, PASSWORD, recordedAbout, secretOf } from './newsroom'

afterEach(() => {
  vi.useRealTimers()
})

const visit = { address: '198.51.100.1', userAgent: 'Tests/1.0', formerSecret: null }
let number = 0

async function invited(name = 'Dara Quill') {
  const admin = await enter('ADMINISTRATOR')
  const email = `invited-${++number}@newsroom.test`
  const { id } = await invitePerson(admin, { name, email, role: 'REPORTER' })
  return { admin, id, email, name, token: await linkFromMail(email) }
}

test('an invitation writes the person, a byline, one mail to the stored address and the record', async () => {
  const { admin, id, email } = await invited()
  const person = await database().person.findUniqueOrThrow({ where: { id }, include: { byline: true } })
  expect(person).toMatchObject({ email, role: 'REPORTER', status: 'INVITED', passwordHash: null })
  expect(person.byline).toMatchObject({ name: 'Dara Quill' })
  const mails = await database().mail.findMany({ where: { to: email } })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ state: 'KEPT' })
  const [event] = await database().auditEvent.findMany({ where: { thingId: id } })
  expect(event).toMatchObject({ action: 'people.invite', personId: admin.id, detail: { role: 'REPORTER' } })
})

test('looking at an invitation does not use it up; accepting does', async () => {
  const { id, email, token } = await invited()
  for (let time = 0; time < 3; time++) {
    expect(await findLink(['JOIN'], token)).toMatchObject({ state: 'open', email, name: 'Dara Quill' })
  }
  expect(await acceptInvitation({ token, name: 'Dara Quill', password: PASSWORD })).toEqual({ email })
  expect(await findLink(['JOIN'], token)).toEqual({ state: 'used' })
  const signedIn = await signIn(visit, { email, password: PASSWORD })
  expect(await checkSession(secretOf(signedIn))).toMatchObject({ kind: 'person', id, role: 'REPORTER' })
  expect(await recordedAbout(id)).toEqual(['people.invite', 'people.acceptInvitation', 'session.start'])
})

test('an invitation accepted twice at the same moment is accepted once', async () => {
  const { id, token } = await invited()
  const outcomes = await Promise.allSettled([
    acceptInvitation({ token, name: 'First Comer', password: PASSWORD }),
    acceptInvitation({ token, name: 'Second Comer', password: 'another long password' }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Conflict)
  expect(await recordedAbout(id)).toEqual(['people.invite', 'people.acceptInvitation'])
})

test('an invitation is void after 48 hours, and another one can be sent', async () => {
  const { admin, id, email, token } = await invited()
  hoursLater(49)
  expect(await findLink(['JOIN'], token)).toEqual({ state: 'expired' })
  await expect(acceptInvitation({ token, name: 'Late', password: PASSWORD })).rejects.toThrow(Conflict)
  await resendInvitation(admin, { id })
  const second = await linkFromMail(email)
  expect(second).not.toBe(token)
  expect(await findLink(['JOIN'], token)).toEqual({ state: 'unknown' })
  await acceptInvitation({ token: second, name: 'Late', password: PASSWORD })
  await expect(resendInvitation(admin, { id })).rejects.toThrow(Conflict)
})

test('unknown links, links for another purpose and NUL bytes are unknown', async () => {
  const { token } = await invited()
  expect(await findLink(['RESET'], token)).toEqual({ state: 'unknown' })
  expect(await findLink(['SET_UP'], token)).toEqual({ state: 'unknown' })
  for (const odd of ['', 'x', 'a'.repeat(43), '\u0000', '%00', '../..', 'Ａ'.repeat(43)]) {
    expect(await findLink(['JOIN'], odd)).toEqual({ state: 'unknown' })
    await expect(acceptInvitation({ token: odd, name: 'Odd', password: PASSWORD })).rejects.toThrow(Conflict)
  }
})

test('a corrected name changes the byline, and its slug while no article carries it', async () => {
  const { id, token } = await invited('Dara Quil')
  await acceptInvitation({ token, name: 'Dara Quillfeather', password: PASSWORD })
  const byline = await database().byline.findUniqueOrThrow({ where: { personId: id } })
  expect(byline).toMatchObject({ name: 'Dara Quillfeather', slug: 'dara-quillfeather' })
})

test('a revoked invitation takes the person off the list and stops the link', async () => {
  const { admin, id, token } = await invited()
  await revokeInvitation(admin, { id })
  expect(await findLink(['JOIN'], token)).toEqual({ state: 'unknown' })
  expect((await listPeople(admin, { limit: 500 })).people.map((person) => person.id)).not.toContain(id)
  expect(await database().byline.count({ where: { personId: id } })).toBe(0)
  await expect(revokeInvitation(admin, { id })).rejects.toThrow(NotFound)
  await expect(resendInvitation(admin, { id })).rejects.toThrow(NotFound)
})

test('a byline that an article carries outlives a revoked invitation', async () => {
  const { admin, id } = await invited()
  const byline = await database().byline.findUniqueOrThrow({ where: { personId: id } })
  const articleId = crypto.randomUUID()
  const at = new Date()
  await database().article.create({
    data: { id: articleId, state: 'DRAFT', createdById: admin.id, createdAt: at, editedAt: at },
  })
  await database().articleByline.create({ data: { articleId, bylineId: byline.id, position: 0 } })
  await revokeInvitation(admin, { id })
  expect(await database().byline.findUnique({ where: { id: byline.id } })).toMatchObject({
    personId: null,
    name: 'Dara Quill',
  })
})

test('an address is invited once, also by two administrators at the same moment', async () => {
  const { admin, email } = await invited()
  await expect(invitePerson(admin, { name: 'Twin', email, role: 'EDITOR' })).rejects.toThrow(Conflict)
  const other = 'both@newsroom.test'
  const outcomes = await Promise.allSettled([
    invitePerson(admin, { name: 'Twin', email: other, role: 'EDITOR' }),
    invitePerson(admin, { name: 'Twin', email: other, role: 'EDITOR' }),
  ])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await database().mail.count({ where: { to: other } })).toBe(1)
})

test('people of one name get bylines with slugs of their own, also at the same moment', async () => {
  const admin = await enter('ADMINISTRATOR')
  await Promise.all(
    [1, 2, 3].map((one) =>
      invitePerson(admin, { name: 'Ærin Żółć', email: `zolc-${one}@newsroom.test`, role: 'EDITOR' }),
    ),
  )
  const slugs = await database().byline.findMany({ where: { name: 'Ærin Żółć' }, select: { slug: true } })
  expect(slugs.map(({ slug }) => slug).sort()).toEqual(['aerin-zolc', 'aerin-zolc-2', 'aerin-zolc-3'])
})

test('only an administrator invites, sends again and revokes', async () => {
  const { id } = await invited()
  for (const actor of [await enter('REPORTER'), await enter('EDITOR')]) {
    const input = { name: 'Friend', email: 'friend@newsroom.test', role: 'ADMINISTRATOR' as const }
    await expect(invitePerson(actor, input)).rejects.toThrow(Forbidden)
    await expect(resendInvitation(actor, { id })).rejects.toThrow(Forbidden)
    await expect(revokeInvitation(actor, { id })).rejects.toThrow(Forbidden)
    await expect(listPeople(actor)).rejects.toThrow(Forbidden)
  }
  await expect(resendInvitation(NOBODY, { id })).rejects.toThrow(NotSignedIn)
  expect(await database().person.count({ where: { email: 'friend@newsroom.test' } })).toBe(0)
})
