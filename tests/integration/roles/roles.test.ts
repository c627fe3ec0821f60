import { beforeEach, describe, expect, test } from 'vitest'
import { checkSession } from '@/lib/auth/check-session'
import { database } from '@/lib/db/database'
import { createDesk } from '@/lib/desks/create-desk'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { changeRole } from '@/lib/people/change-role'
import { invitePerson } from '@/lib/people/invite-person'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { ACTIONS } from '@/lib/policy/role-grants'
import { CHOICES, type Grants } from '@/lib/policy/table'
import { listEvents } from '@/lib/record/list-events'
import { createRole } from '@/lib/roles/create-role'
import { deleteRole } from '@/lib/roles/delete-role'
import { editRole } from '@/lib/roles/edit-role'
import { previewRole } from '@/lib/roles/preview-role'
import { getRightsOf, getRole, listKeptRoles, listRolesToCopy } from '@/lib/roles/readers'
import { resetRole } from '@/lib/roles/reset-role'
import { freshDatabase } from '@/tests/support/database'
import { enter, NOBODY } from '../people/newsroom'
import { administrator, aForm, aRole, editor, reporter, whole, withRole } from './a-role'

let admin: PersonActor

beforeEach(async () => {
  await freshDatabase()
  admin = await enter('ADMINISTRATOR', 'Ada Park')
})

/** What the form of a role would send if it were saved as it is. */
async function formOf(id: string, actor: Actor = admin) {
  const { name, description, grants, needsSecondFactor, graceDays, version } = await getRole(actor, id)
  return { id, version, name, description, grants, needsSecondFactor, graceDays }
}

async function lastEvent(action: string) {
  return database().auditEvent.findFirstOrThrow({ where: { action }, orderBy: { id: 'desc' } })
}

/** Somebody who may change roles, and besides only this. */
async function keeper(grants: Grants = {}): Promise<PersonActor & { secret: string }> {
  const { id } = await aRole({ 'newsroom.enter': 'any', 'role.edit': 'any', ...grants })
  return withRole(id, 'Kim Osei')
}

describe('A role of the paper’s own', () => {
  test('is made, given, and holds on the next request', async () => {
    const { id } = await createRole(admin, aForm({ 'newsroom.enter': 'any', 'article.publish': 'desk' }))
    const ada = await enter('REPORTER')
    await changeRole(admin, { id: ada.id, role: id })
    expect(await checkSession(ada.secret)).toMatchObject({
      role: id,
      grants: { 'newsroom.enter': 'any', 'article.publish': 'desk' },
    })
    expect(await lastEvent('role.create')).toMatchObject({
      personId: admin.id,
      thingId: id,
      detail: { rights: { 'article.publish': { from: 'no', to: 'desk' } } },
    })
    expect((await lastEvent('people.changeRole')).detail).toMatchObject({
      from: 'REPORTER',
      fromName: 'Reporter',
      to: id,
    })
  })

  test('a change holds on the next request, bumps the version and is recorded right by right', async () => {
    const role = await aRole({ 'newsroom.enter': 'any', 'article.edit': 'own' })
    const idris = await withRole(role.id)
    const form = await formOf(role.id)
    await editRole(admin, {
      ...form,
      grants: { ...form.grants, 'article.edit': 'any', 'newsroom.enter': 'no' },
      description: 'For sport.',
    })
    expect((await checkSession(idris.secret)) as PersonActor).toMatchObject({ grants: { 'article.edit': 'any' } })
    expect(await getRole(admin, role.id)).toMatchObject({
      version: 1,
      description: 'For sport.',
      changedBy: 'Ada Park',
    })
    expect((await lastEvent('role.edit')).detail).toEqual({
      name: role.name,
      rights: { 'article.edit': { from: 'own', to: 'any' }, 'newsroom.enter': { from: 'any', to: 'no' } },
      description: { from: '', to: 'For sport.' },
    })
    const { events } = await listEvents(admin, { thing: 'role', id: role.id })
    expect(events[0]).toMatchObject({ name: role.name, isThere: true, words: { did: 'changed the role' } })
  })

  test('saving what is saved changes nothing and records nothing', async () => {
    const role = await aRole({ 'newsroom.enter': 'any' })
    await editRole(admin, await formOf(role.id))
    expect(await getRole(admin, role.id)).toMatchObject({ version: 0 })
    expect(await database().auditEvent.count({ where: { action: 'role.edit' } })).toBe(0)
  })

  test('has a name of its own, whatever the letters’ case', async () => {
    const role = await aRole({}, { name: 'Sport editor' })
    await expect(createRole(admin, aForm({}, { name: 'sport Editor' }))).rejects.toThrow('There is a role')
    await expect(createRole(admin, aForm({}, { name: 'REPORTER' }))).rejects.toThrow(Invalid)
    const other = await aRole({})
    await expect(editRole(admin, { ...(await formOf(other.id)), name: 'SPORT EDITOR' })).rejects.toThrow(Invalid)
    await editRole(admin, { ...(await formOf(role.id)), name: 'Sport Editor' })
    expect((await getRole(admin, role.id)).name).toBe('Sport Editor')
    // What the question before overlooks, the database refuses.
    await expect(
      database().role.create({ data: { id: 'twin', name: 'sport EDITOR', createdAt: new Date() } }),
    ).rejects.toThrow()
  })

  test('is listed after those that came with the app, with how many have it', async () => {
    const role = await aRole({}, { needsSecondFactor: true, graceDays: 3 })
    await withRole(role.id)
    await invitePerson(admin, { name: 'New Hand', email: 'new@newsroom.test', role: role.id })
    const gone = await withRole(role.id)
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    const form = await formOf('EDITOR')
    await editRole(admin, { ...form, grants: { ...form.grants, 'people.list': 'any' } })
    const roles = await listKeptRoles(admin)
    expect(roles.map(({ id }) => id)).toEqual(['ADMINISTRATOR', 'EDITOR', 'LAWYER', 'REPORTER', role.id])
    expect(roles.find(({ id }) => id === 'EDITOR')).toMatchObject({ changed: 1, isBuiltIn: true })
    expect(roles.at(-1)).toMatchObject({ people: 2, changed: null, needsSecondFactor: true, graceDays: 3 })
    expect((await listRolesToCopy(admin)).roles).toHaveLength(5)
  })
})

describe('The need of a second factor', () => {
  test('counts from when it was switched on, and not from a later change', async () => {
    const role = await aRole({})
    await editRole(admin, { ...(await formOf(role.id)), needsSecondFactor: true })
    const { secondFactorSince } = await database().role.findUniqueOrThrow({ where: { id: role.id } })
    expect(secondFactorSince).toBeInstanceOf(Date)
    await editRole(admin, { ...(await formOf(role.id)), graceDays: 1 })
    expect((await database().role.findUniqueOrThrow({ where: { id: role.id } })).secondFactorSince).toEqual(
      secondFactorSince,
    )
    await editRole(admin, { ...(await formOf(role.id)), needsSecondFactor: false })
    expect((await database().role.findUniqueOrThrow({ where: { id: role.id } })).secondFactorSince).toBeNull()
    expect((await lastEvent('role.edit')).detail).toMatchObject({ needsSecondFactor: { from: true, to: false } })
  })
})

describe('Administrators', () => {
  test('may everything: only their second factor can be chosen', async () => {
    const form = await formOf('ADMINISTRATOR')
    expect(form.grants).toEqual(administrator())
    await expect(editRole(admin, { ...form, name: 'Chief' })).rejects.toThrow(Invalid)
    await expect(editRole(admin, { ...form, grants: { ...form.grants, 'article.publish': 'no' } })).rejects.toThrow(
      Invalid,
    )
    await editRole(admin, { ...form, needsSecondFactor: true, graceDays: 2 })
    expect(await getRole(admin, 'ADMINISTRATOR')).toMatchObject({ needsSecondFactor: true, graceDays: 2 })
    expect(await getRole(admin, 'ADMINISTRATOR')).toMatchObject({ grants: administrator() })
  })

  test('are not reached by whoever may change roles and less besides', async () => {
    const kim = await keeper()
    await expect(editRole(kim, { ...(await formOf('ADMINISTRATOR')), needsSecondFactor: true })).rejects.toThrow(
      Forbidden,
    )
  })
})

describe('A built-in role', () => {
  test('can be as it came again; what it needs of a second factor stays', async () => {
    const form = await formOf('REPORTER')
    await editRole(admin, {
      ...form,
      name: 'Writer',
      description: '',
      needsSecondFactor: true,
      grants: { ...form.grants, 'article.publish': 'any', 'article.create': 'no' },
    })
    const nadia = await enter('REPORTER')
    expect((await checkSession(nadia.secret)) as PersonActor).toMatchObject({
      roleName: 'Writer',
      grants: { 'article.publish': 'any', 'article.create': 'no' },
    })
    await resetRole(admin, { id: 'REPORTER', version: 1 })
    expect(await getRole(admin, 'REPORTER')).toMatchObject({
      name: 'Reporter',
      description: 'Writes articles and files them.',
      grants: reporter(),
      needsSecondFactor: true,
      version: 2,
    })
    expect((await database().role.findUniqueOrThrow({ where: { id: 'REPORTER' } })).grants).toEqual({})
    expect((await lastEvent('role.reset')).detail).toMatchObject({
      formerName: 'Writer',
      rights: { 'article.publish': { from: 'any', to: 'lead' }, 'article.create': { from: 'no', to: 'any' } },
    })
  })

  test('does not take its name back from another role, and is not deleted', async () => {
    const form = await formOf('REPORTER')
    await editRole(admin, { ...form, name: 'Writer' })
    await aRole({}, { name: 'reporter' })
    await expect(resetRole(admin, { id: 'REPORTER', version: 1 })).rejects.toThrow('There is a role')
    await expect(deleteRole(admin, { id: 'REPORTER', version: 1, moveTo: null })).rejects.toThrow(Invalid)
    await expect(deleteRole(admin, { id: 'ADMINISTRATOR', version: 0, moveTo: 'EDITOR' })).rejects.toThrow(Invalid)
    expect(await database().person.count({ where: { role: 'ADMINISTRATOR' } })).toBe(1)
  })

  test('a role of the paper’s own cannot be as it came', async () => {
    const role = await aRole({})
    await expect(resetRole(admin, { id: role.id, version: 0 })).rejects.toThrow(Invalid)
  })
})

describe('Nobody gives what they lack', () => {
  test('whatever the right: neither in a new role, nor in one that exists, nor in a role that is theirs', async () => {
    const kim = await keeper()
    const own = await formOf(kim.role, kim)
    const weak = await aRole({ 'newsroom.enter': 'any' })
    const weakForm = await formOf(weak.id)
    const lacking = ACTIONS.filter((action) => action !== 'role.edit' && action !== 'newsroom.enter')
    for (const action of lacking) {
      const [, least] = CHOICES[action]
      const grants = { ...weak.grants, [action]: least }
      await expect(createRole(kim, aForm(grants)), action).rejects.toThrow(Forbidden)
      await expect(editRole(kim, { ...weakForm, grants }), action).rejects.toThrow(Forbidden)
      await expect(previewRole(kim, { ...weakForm, grants }), action).rejects.toThrow(Forbidden)
      await expect(editRole(kim, { ...own, grants: { ...own.grants, [action]: least } }), action).rejects.toThrow(
        Forbidden,
      )
    }
    expect(await database().role.count()).toBe(6)
  })

  test('nor further than their own reaches', async () => {
    const kim = await keeper({ 'article.publish': 'lead', 'article.edit': 'desk' })
    for (const grants of [
      { 'article.publish': 'desk' },
      { 'article.publish': 'any' },
      { 'article.edit': 'any' },
    ] as const)
      await expect(createRole(kim, aForm(grants))).rejects.toThrow(Forbidden)
    await createRole(kim, aForm({ 'article.publish': 'lead', 'article.edit': 'own' }))
  })

  test('nor does anybody take, rename or delete what may more than they', async () => {
    const kim = await keeper({ 'people.changeRole': 'any' })
    const strong = await aRole({ 'article.kill': 'any' })
    const form = await formOf(strong.id)
    await expect(editRole(kim, { ...form, grants: whole({}) })).rejects.toThrow(Forbidden)
    await expect(editRole(kim, { ...form, name: 'Harmless' })).rejects.toThrow(Forbidden)
    await expect(deleteRole(kim, { id: strong.id, version: 0, moveTo: null })).rejects.toThrow(Forbidden)
    await expect(resetRole(kim, { id: 'EDITOR', version: 0 })).rejects.toThrow(Forbidden)
    expect((await getRole(kim, strong.id)).canEdit).toBe(false)
    // Nor do people get a role by way of one that is deleted.
    const weak = await aRole({})
    await withRole(weak.id)
    await expect(deleteRole(kim, { id: weak.id, version: 0, moveTo: strong.id })).rejects.toThrow(Forbidden)
  })

  test('without the right there is no way in at all', async () => {
    const role = await aRole({})
    const form = await formOf(role.id)
    for (const actor of [await enter('EDITOR'), await enter('REPORTER')]) {
      await expect(createRole(actor, aForm({}))).rejects.toThrow(Forbidden)
      await expect(editRole(actor, form)).rejects.toThrow(Forbidden)
      await expect(previewRole(actor, form)).rejects.toThrow(Forbidden)
      await expect(resetRole(actor, { id: 'REPORTER', version: 0 })).rejects.toThrow(Forbidden)
      await expect(deleteRole(actor, { id: role.id, version: 0, moveTo: null })).rejects.toThrow(Forbidden)
      await expect(listKeptRoles(actor)).rejects.toThrow(Forbidden)
      await expect(getRole(actor, role.id)).rejects.toThrow(Forbidden)
      await expect(getRightsOf(actor, admin.id)).rejects.toThrow(Forbidden)
    }
    await expect(createRole(NOBODY, aForm({}))).rejects.toThrow(NotSignedIn)
    await expect(editRole(NOBODY, form)).rejects.toThrow(NotSignedIn)
  })

  test('whoever may change roles, and not give them, does not move people by deleting one', async () => {
    const kim = await keeper()
    const role = await aRole({})
    await withRole(role.id)
    await expect(deleteRole(kim, { id: role.id, version: 0, moveTo: kim.role })).rejects.toThrow(Forbidden)
  })
})

describe('Deleting a role', () => {
  test('waits until nobody has it, or gives everybody another in the same moment', async () => {
    const role = await aRole({ 'newsroom.enter': 'any' }, { name: 'Stringer' })
    const idris = await withRole(role.id)
    const gone = await withRole(role.id)
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    await expect(deleteRole(admin, { id: role.id, version: 0, moveTo: null })).rejects.toThrow('2 people have the role')
    await expect(deleteRole(admin, { id: role.id, version: 0, moveTo: role.id })).rejects.toThrow(Invalid)
    await expect(deleteRole(admin, { id: role.id, version: 0, moveTo: 'no-such' })).rejects.toThrow(Invalid)
    await expect(deleteRole(admin, { id: role.id, version: 7, moveTo: 'REPORTER' })).rejects.toThrow(Conflict)
    await deleteRole(admin, { id: role.id, version: 0, moveTo: 'REPORTER' })
    expect(await checkSession(idris.secret)).toMatchObject({ role: 'REPORTER' })
    expect(await database().person.count({ where: { role: 'REPORTER' } })).toBe(2)
    expect((await lastEvent('role.delete')).detail).toEqual({
      name: 'Stringer',
      moved: 2,
      to: 'REPORTER',
      toName: 'Reporter',
    })
    expect(await database().auditEvent.count({ where: { action: 'people.changeRole' } })).toBe(2)
    await expect(getRole(admin, role.id)).rejects.toThrow(NotFound)
    await expect(deleteRole(admin, { id: role.id, version: 0, moveTo: null })).rejects.toThrow(NotFound)
    // Its name is free again, and the log still says what it was called.
    await aRole({}, { name: 'Stringer' })
    const { events } = await listEvents(admin, { thing: 'role', id: role.id })
    expect(events.map(({ name }) => name)).toEqual(['Stringer', 'Stringer'])
  })
})

describe('What changes for whom', () => {
  test('is said by person and desk, and nothing is saved', async () => {
    const role = await aRole({ 'newsroom.enter': 'any', 'article.publish': 'lead', 'article.edit': 'own' })
    const idris = await withRole(role.id, 'Idris Fenner')
    const lena = await withRole(role.id, 'Lena Ortiz')
    const sport = { personId: idris.id, isLead: true }
    await createDesk(admin, {
      name: 'Sport',
      slug: '',
      members: [sport, { personId: lena.id, isLead: false }],
      sectionIds: [],
    })
    const form = await formOf(role.id)
    const grants = { ...form.grants, 'article.publish': 'no', 'article.edit': 'desk' } as const
    const seen = await previewRole(admin, { ...form, grants, needsSecondFactor: true })
    expect(seen).toMatchObject({ holders: 2, secondFactor: 'asks' })
    expect(seen.people).toEqual([
      {
        id: idris.id,
        name: 'Idris Fenner',
        gains: [],
        loses: ['publish articles on desks they lead (Sport)'],
      },
      { id: lena.id, name: 'Lena Ortiz', gains: ['edit articles on their desks (Sport)'], loses: [] },
    ])
    expect(seen.rights).toEqual([
      { label: 'Edit articles', from: 'Their own', to: 'Their desks' },
      { label: 'Publish articles', from: 'Desks they lead', to: 'Nowhere' },
    ])
    expect(await formOf(role.id)).toEqual(form)
    expect((await getRightsOf(admin, idris.id)).may).toContain('may publish on Sport')
    expect((await getRightsOf(admin, lena.id)).mayNot).toContain('may not publish articles')
  })

  test('of a new role says its rights, and refuses what saving refuses', async () => {
    const form = aForm({ 'newsroom.enter': 'any' }, { name: 'Sport editor' })
    expect(await previewRole(admin, { ...form, id: null, version: 0 })).toMatchObject({
      holders: 0,
      people: [],
      rights: [{ label: 'Enter the newsroom' }],
    })
    await expect(previewRole(admin, { ...form, name: 'editor', id: null, version: 0 })).rejects.toThrow(Invalid)
    expect(await database().role.count()).toBe(4)
  })
})

describe('Two at the same moment', () => {
  test('two who change a role: one is first, the other is told who, and nothing of the first is lost', async () => {
    const other = await enter('ADMINISTRATOR', 'Mara Lind')
    const role = await aRole({ 'newsroom.enter': 'any' })
    const form = await formOf(role.id)
    const outcomes = await Promise.allSettled([
      editRole(admin, { ...form, description: 'One' }),
      editRole(other, { ...form, description: 'Two' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason
    expect(refused).toBeInstanceOf(Conflict)
    const first = outcomes[0]?.status === 'fulfilled'
    expect(String(refused)).toContain(first ? 'Ada Park changed the role' : 'Mara Lind changed the role')
    expect(await getRole(admin, role.id)).toMatchObject({ description: first ? 'One' : 'Two', version: 1 })
    await expect(previewRole(admin, form)).rejects.toThrow(Conflict)
  })

  test('two who make a role of one name: there is one', async () => {
    const outcomes = await Promise.allSettled(
      ['Night desk', 'night desk', 'NIGHT DESK'].map((name) => createRole(admin, aForm({}, { name }))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Invalid)
  })

  test('a role that is deleted while somebody gets it: either they have it and it is there, or neither', async () => {
    for (let round = 0; round < 8; round++) {
      const role = await aRole({ 'newsroom.enter': 'any' })
      const nadia = await enter('REPORTER')
      const [given, deleted, invited] = await Promise.allSettled([
        changeRole(admin, { id: nadia.id, role: role.id }),
        deleteRole(admin, { id: role.id, version: 0, moveTo: null }),
        invitePerson(admin, { name: 'New Hand', email: `new-${round}@newsroom.test`, role: role.id }),
      ])
      const isThere = (await database().role.count({ where: { id: role.id } })) === 1
      expect(deleted.status).toBe(isThere ? 'rejected' : 'fulfilled')
      expect(given.status === 'fulfilled' || invited.status === 'fulfilled').toBe(isThere)
      for (const outcome of [given, invited])
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Invalid)
      if (deleted.status === 'rejected') expect(deleted.reason).toBeInstanceOf(Conflict)
    }
  })

  test('a role that gets more rights while somebody gives it who lacks them: it was given before, or not at all', async () => {
    const kim = await keeper({ 'people.changeRole': 'any', 'people.list': 'any' })
    for (let round = 0; round < 8; round++) {
      const [role, former] = [await aRole({}), await aRole({})]
      const idris = await withRole(former.id)
      const form = await formOf(role.id)
      const [given] = await Promise.allSettled([
        changeRole(kim, { id: idris.id, role: role.id }),
        editRole(admin, { ...form, grants: editor() }),
      ])
      const after = await changeRole(kim, { id: (await withRole(former.id)).id, role: role.id }).catch((error) => error)
      expect(after).toBeInstanceOf(Forbidden)
      if (given.status === 'rejected') expect(given.reason).toBeInstanceOf(Forbidden)
    }
  })

  test('people are moved and given roles at once without anybody waiting for ever', async () => {
    const [one, two] = [await aRole({}), await aRole({})]
    const people = [await withRole(one.id), await withRole(one.id), await withRole(two.id), await withRole(two.id)]
    await Promise.allSettled([
      deleteRole(admin, { id: one.id, version: 0, moveTo: two.id }),
      ...people.map(({ id }, index) => changeRole(admin, { id, role: index % 2 === 0 ? two.id : one.id })),
      deleteRole(admin, { id: two.id, version: 0, moveTo: 'REPORTER' }),
      editRole(admin, { ...(await formOf('REPORTER')), description: 'Writes.' }),
    ])
    const roles = new Set((await database().role.findMany({ select: { id: true } })).map(({ id }) => id))
    for (const { id } of people)
      expect(roles).toContain((await database().person.findUniqueOrThrow({ where: { id } })).role)
  })

  test('two who take the right to change roles from each other: one keeps it', async () => {
    const [left, right] = [
      await aRole({ 'newsroom.enter': 'any', 'role.edit': 'any' }),
      await aRole({ 'newsroom.enter': 'any', 'role.edit': 'any' }),
    ]
    const [kim, lena] = [await withRole(left.id), await withRole(right.id)]
    const without = whole({ 'newsroom.enter': 'any' })
    const [leftForm, rightForm] = [await formOf(left.id), await formOf(right.id)]
    const outcomes = await Promise.allSettled([
      editRole(kim, { ...rightForm, grants: without }),
      editRole(lena, { ...leftForm, grants: without }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(Forbidden)
  })
})
