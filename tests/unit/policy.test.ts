import { describe, expect, test } from 'vitest'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { type Actor, ROLES, type Role } from '@/lib/policy/actor'
import { authorise, can, scope } from '@/lib/policy/policy'
import { type Action, policy } from '@/lib/policy/table'

const person = (role: Role, id = 'me'): Actor => ({
  kind: 'person',
  id,
  name: 'A',
  email: 'a@b.example',
  role,
  sessionId: 's',
})
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
      for (const role of ROLES) {
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
})
