import { describe, expect, test } from 'vitest'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { BUILT_IN_ROLES, type BuiltInRole, type PersonActor } from '@/lib/policy/actor'
import { exceeding } from '@/lib/policy/exceeding'
import { authorise, can, scope } from '@/lib/policy/policy'
import { builtInGrants, grantsOf } from '@/lib/policy/role-grants'
import { type Action, CHOICES, policy } from '@/lib/policy/table'
import { personActor } from '@/tests/support/a-person-actor'

const person = (role: BuiltInRole, of: Partial<PersonActor> = {}) => personActor(role, of)
const mine = { ownerIds: ['me', 'another'] }
const led = { ownerIds: ['another'], leadIds: ['me'] }
const theirs = { ownerIds: ['another'], leadIds: ['another'] }

describe('The policy', () => {
  test('nobody may do nothing, on nothing', () => {
    for (const action of Object.keys(policy) as Action[]) {
      expect(can({ kind: 'nobody' }, action), action).toBe(false)
      expect(can({ kind: 'nobody' }, action, mine), action).toBe(false)
      expect(scope({ kind: 'nobody' }, action), action).toEqual({ kind: 'none' })
    }
  })

  test('what is said of one thing is said of lists of them', () => {
    for (const action of Object.keys(policy) as Action[]) {
      for (const role of BUILT_IN_ROLES) {
        const kind = scope(person(role), action).kind
        expect(
          {
            any: can(person(role), action, theirs),
            own: can(person(role), action, mine),
            lead: can(person(role), action, led),
          },
          `${role} ${action}`,
        ).toEqual({ any: kind === 'all', own: kind === 'all' || kind === 'own', lead: kind !== 'none' })
      }
    }
  })

  test('a reporter writes and files their own and publishes nothing', () => {
    expect(can(person('REPORTER'), 'article.edit', mine)).toBe(true)
    expect(can(person('REPORTER'), 'article.edit', theirs)).toBe(false)
    expect(can(person('REPORTER'), 'article.publish', mine)).toBe(false)
    expect(can(person('REPORTER'), 'people.invite')).toBe(false)
  })

  test('an editor publishes and does not manage people', () => {
    expect(can(person('EDITOR'), 'article.publish', theirs)).toBe(true)
    expect(can(person('EDITOR'), 'people.list')).toBe(false)
  })

  test('refusals tell signed out from not allowed', () => {
    expect(() => authorise({ kind: 'nobody' }, 'article.read')).toThrow(NotSignedIn)
    expect(() => authorise(person('REPORTER'), 'article.publish', mine)).toThrow(Forbidden)
  })

  test('a built-in role reaches no further than its rights can', () => {
    for (const action of Object.keys(policy) as Action[])
      for (const role of BUILT_IN_ROLES) expect(CHOICES[action], `${role} ${action}`).toContain(policy[action][role])
  })

  test('who may not enter the newsroom may nothing in it', () => {
    const actor = { ...person('EDITOR'), grants: { ...builtInGrants('EDITOR'), 'newsroom.enter': 'no' } as const }
    for (const action of Object.keys(policy) as Action[]) {
      expect(can(actor, action), action).toBe(false)
      expect(scope(actor, action), action).toEqual({ kind: 'none' })
    }
  })

  test('a right on one’s desks is one on their things, and on one’s own where that is a choice', () => {
    const grants = { 'newsroom.enter': 'any', 'article.publish': 'desk', 'article.edit': 'desk' } as const
    const actor = { ...person('REPORTER', { deskIds: ['sport'] }), grants }
    const onSport = { ownerIds: ['another'], leadIds: [], deskId: 'sport' }
    const ownOnNews = { ownerIds: ['me'], leadIds: [], deskId: 'news' }
    expect(can(actor, 'article.publish')).toBe(true)
    expect(can(actor, 'article.publish', onSport)).toBe(true)
    expect(can(actor, 'article.publish', ownOnNews)).toBe(false)
    expect(can(actor, 'article.publish', { ...onSport, deskId: null })).toBe(false)
    expect(can(actor, 'article.edit', onSport)).toBe(true)
    expect(can(actor, 'article.edit', ownOnNews)).toBe(true)
    expect(can(actor, 'article.edit', { ...ownOnNews, ownerIds: ['another'] })).toBe(false)
    expect(scope(actor, 'article.publish')).toEqual({ kind: 'desk', personId: 'me' })
  })
})

describe('What a role may', () => {
  const own = { id: 'r', isBuiltIn: false }

  test('is what its row says, and nothing that the row cannot mean', () => {
    const grants = {
      'article.edit': 'desk',
      'source.reveal': 'any',
      'people.fly': 'any',
      'mail.read': 7,
      __proto__: 'any',
    }
    expect(grantsOf({ ...own, grants })).toEqual({ 'article.edit': 'desk' })
    for (const odd of [null, 'any', [], 3]) expect(grantsOf({ ...own, grants: odd })).toEqual({})
  })

  test('a built-in one may what the table says where its row says nothing', () => {
    const editor = { id: 'EDITOR', isBuiltIn: true }
    expect(grantsOf({ ...editor, grants: {} })).toEqual(builtInGrants('EDITOR'))
    expect(grantsOf({ ...editor, grants: { 'article.kill': 'no' } })).toEqual({
      ...builtInGrants('EDITOR'),
      'article.kill': 'no',
    })
  })

  test('administrators may all of it, whatever stands in their row', () => {
    const grants = { 'people.changeRole': 'no', 'role.edit': 'no' }
    expect(grantsOf({ id: 'ADMINISTRATOR', isBuiltIn: true, grants })).toEqual(builtInGrants('ADMINISTRATOR'))
  })

  test('one of the paper’s own with the id of a built-in one is still its own', () => {
    expect(grantsOf({ id: 'ADMINISTRATOR ', isBuiltIn: false, grants: {} })).toEqual({})
  })

  test('nobody gives what they lack', () => {
    const editor = person('EDITOR')
    expect(exceeding(editor, builtInGrants('REPORTER'))).toEqual([])
    expect(exceeding(editor, { 'people.invite': 'any', 'article.edit': 'any' })).toEqual(['people.invite'])
    expect(exceeding({ ...editor, grants: { 'article.edit': 'own' } }, { 'article.edit': 'desk' })).toEqual([
      'article.edit',
    ])
    expect(exceeding({ kind: 'nobody' }, { 'article.read': 'any' })).toEqual(['article.read'])
    expect(exceeding({ kind: 'system', name: 'set-up' }, builtInGrants('ADMINISTRATOR'))).toEqual([])
  })
})
