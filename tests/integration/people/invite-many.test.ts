import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { inviteMany } from '@/lib/people/invite-many/invite-many'
import { previewInvitations } from '@/lib/people/invite-many/preview-invitations'
import { invitePerson } from '@/lib/people/invite-person'
import { resendInvitations, revokeInvitations } from '@/lib/people/many-invitations'
import type { PersonActor } from '@/lib/policy/actor'
import { enter, linkFromMail, PASSWORD, recordedAbout } from './newsroom'

let admin: PersonActor
let mark: string

beforeEach(async () => {
  admin = await enter('ADMINISTRATOR', 'Ines Calder')
  mark = newId().slice(-8)
})

const email = (name: string) => `${name}-${mark}@newsroom.test`
const personOf = (name: string) => database().person.findUnique({ where: { email: email(name) } })

async function aDesk(): Promise<string> {
  const id = newId()
  await database().desk.create({
    data: { id, slug: `desk-${mark}`, name: `Desk ${mark}`, position: 0, createdAt: new Date() },
  })
  return id
}

describe('A list of people', () => {
  test('is looked at without writing or sending anything', async () => {
    const before = await database().mail.count()
    const { lines } = await previewInvitations(admin, {
      text: `Ada Park,${email('ada')},Reporter\nTom Reyes,tom,Editor\n`,
    })
    expect(lines).toMatchObject([
      { line: 1, problem: null },
      { line: 2, problem: expect.stringContaining('e-mail') },
    ])
    expect(await personOf('ada')).toBeNull()
    expect(await database().mail.count()).toBe(before)
  })

  test('invites the good lines and gives the others back as a list to be mended', async () => {
    const deskId = await aDesk()
    const bad = `Tom Reyes;tom;Editor;`
    const outcome = await inviteMany(admin, {
      text: `\uFEFFName;E-mail;Role;Desk\nAda Park;${email('ada')};reporter;Desk ${mark}\n${bad}\nJo Wu;${email('jo')};Editor;\n`,
    })
    expect(outcome.invited).toEqual([
      { name: 'Ada Park', email: email('ada') },
      { name: 'Jo Wu', email: email('jo') },
    ])
    expect(outcome.left).toMatchObject([{ line: 3, problem: expect.any(String) }])
    expect(outcome.rest).toBe(`Name;E-mail;Role;Desk\n${bad}`)
    const ada = await personOf('ada')
    expect(ada).toMatchObject({ status: 'INVITED', role: 'REPORTER' })
    expect(await database().deskMember.findMany({ where: { personId: ada?.id ?? '' } })).toMatchObject([
      { deskId, isLead: false },
    ])
    expect(await recordedAbout(ada?.id ?? '')).toEqual(['people.invite'])
    expect(await database().byline.count({ where: { personId: ada?.id ?? '' } })).toBe(1)
    await acceptInvitation({ token: await linkFromMail(email('ada')), name: 'Ada Park', password: PASSWORD })
    // What came back, mended.
    const mended = await inviteMany(admin, { text: outcome.rest.replace('tom', email('tom')) })
    expect(mended).toMatchObject({ left: [], rest: '', invited: [{ name: 'Tom Reyes' }] })
  })

  test('sent twice invites nobody twice', async () => {
    const text = `Ada Park,${email('ada')},Reporter`
    const [one, two] = await Promise.all([inviteMany(admin, { text }), inviteMany(admin, { text })])
    expect(one.invited.length + two.invited.length).toBe(1)
    expect(await database().mail.count({ where: { to: email('ada') } })).toBe(1)
  })

  test('says which line failed when somebody took its e-mail at the same moment', async () => {
    const many = Array.from({ length: 20 }, (_, n) => `P${n},${email(`p${n}`)},Reporter`)
    const [outcome] = await Promise.all([
      inviteMany(admin, { text: many.join('\n') }),
      invitePerson(admin, { name: 'First', email: email('p7'), role: 'EDITOR' }).catch(() => undefined),
    ])
    expect(outcome.invited.length + outcome.left.length).toBe(20)
    expect(await database().person.count({ where: { email: { endsWith: `${mark}@newsroom.test` } } })).toBe(20)
  })

  test('gives nobody a role that may more than whoever invites, nor a desk where they may not', async () => {
    await aDesk()
    const roleId = `inviters-${mark}`
    await database().role.create({
      data: {
        ...{ id: roleId, name: `Inviters ${mark}`, createdAt: new Date() },
        grants: { 'people.invite': 'any', 'people.list': 'any', 'newsroom.enter': 'any' },
      },
    })
    const inviter = {
      ...admin,
      role: roleId,
      grants: { 'people.invite': 'any', 'newsroom.enter': 'any' },
    } as PersonActor
    const outcome = await inviteMany(inviter, {
      text: `A,${email('a')},Administrator\nB,${email('b')},Editor\nC,${email('c')},Inviters ${mark}\n`,
    })
    expect(outcome.invited).toEqual([])
    expect(outcome.left.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('may do what you may not'),
      expect.stringContaining('may do what you may not'),
      expect.stringContaining('may do what you may not'),
    ])
    const lister = { ...inviter, grants: { ...inviter.grants, 'people.list': 'any' } } as PersonActor
    expect((await inviteMany(lister, { text: `C,${email('c')},Inviters ${mark},` })).invited).toHaveLength(1)
    const withDesk = await inviteMany(lister, { text: `D,${email('d')},Inviters ${mark},Desk ${mark}` })
    expect(withDesk.left[0]?.problem).toContain('which desk')
  })

  test('of five hundred is invited in one go', async () => {
    const many = Array.from({ length: 500 }, (_, n) => `Person ${n % 90},${email(`x${n}`)},Reporter`)
    const { invited } = await inviteMany(admin, { text: many.join('\n') })
    expect(invited).toHaveLength(500)
    const slugs = await database().byline.findMany({ where: { name: 'Person 7' }, select: { slug: true } })
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(slugs.length)
  })

  test('is refused when it is none, and from whoever may not invite', async () => {
    await expect(inviteMany(admin, { text: '' })).rejects.toThrow(Invalid)
    await expect(inviteMany(admin, { text: 'A,"b' })).rejects.toThrow(/Line 1/)
    const editor = await enter('EDITOR')
    const text = `Ada Park,${email('ada')},Reporter`
    await expect(previewInvitations(editor, { text })).rejects.toThrow(Forbidden)
    await expect(inviteMany(editor, { text })).rejects.toThrow(Forbidden)
  })
})

describe('Several invitations at once', () => {
  const invited = async (name: string) =>
    (await invitePerson(admin, { name, email: email(name.toLowerCase()), role: 'REPORTER' })).id

  test('are sent again, each with a link that works; who has accepted meanwhile is named', async () => {
    const [ada, tom] = [await invited('Ada'), await invited('Tom')]
    const old = await linkFromMail(email('ada'))
    await acceptInvitation({ token: await linkFromMail(email('tom')), name: 'Tom', password: PASSWORD })
    const gone = newId()
    expect(await resendInvitations(admin, { ids: [ada, tom, gone, ada] })).toEqual({
      done: 1,
      left: expect.arrayContaining([
        { name: 'Tom', why: 'has accepted' },
        { name: 'somebody', why: 'no longer in the list' },
      ]),
    })
    await expect(acceptInvitation({ token: old, name: 'Ada', password: PASSWORD })).rejects.toThrow()
    await acceptInvitation({ token: await linkFromMail(email('ada')), name: 'Ada', password: PASSWORD })
  })

  test('are revoked, and nobody who is in is touched', async () => {
    const [ada, tom] = [await invited('Ada'), await invited('Tom')]
    await acceptInvitation({ token: await linkFromMail(email('tom')), name: 'Tom', password: PASSWORD })
    expect(await revokeInvitations(admin, { ids: [ada, tom] })).toMatchObject({ done: 1, left: [{ name: 'Tom' }] })
    expect(await personOf('ada')).toBeNull()
    expect(await personOf('tom')).toMatchObject({ status: 'ACTIVE' })
  })

  test('are for those who invite', async () => {
    const ids = [await invited('Ada')]
    const editor = await enter('EDITOR')
    await expect(resendInvitations(editor, { ids })).rejects.toThrow(Forbidden)
    await expect(revokeInvitations(editor, { ids })).rejects.toThrow(Forbidden)
    expect(await personOf('ada')).not.toBeNull()
  })
})
