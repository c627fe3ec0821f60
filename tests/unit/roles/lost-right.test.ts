import { expect, test } from 'vitest'
import { rightsThatChanged } from '@/components/editor/rights/rights-that-changed'

type Known = Parameters<typeof rightsThatChanged>[0]

const facts = (of: { edit?: boolean; publish?: boolean; state?: Known['state']; heldBy?: string }): Known => ({
  can: { edit: of.edit ?? true, publish: of.publish ?? true } as Known['can'],
  state: of.state ?? 'DRAFT',
  hold: of.heldBy === undefined ? null : { personId: of.heldBy, name: 'Mara Lind', since: '2026-11-28T10:00:00Z' },
})

test('a right that is gone was taken, and one that is new was given', () => {
  expect(rightsThatChanged(facts({}), facts({ edit: false }), 'me')).toEqual({ edit: 'lost', publish: null })
  expect(rightsThatChanged(facts({ edit: false }), facts({}), 'me')).toEqual({ edit: 'gained', publish: null })
  expect(rightsThatChanged(facts({}), facts({ publish: false }), 'me')).toEqual({ edit: null, publish: 'lost' })
  expect(rightsThatChanged(facts({}), facts({}), 'me')).toEqual({ edit: null, publish: null })
})

test('what a hold or another state does is said by them', () => {
  const held = facts({ edit: false, publish: false, heldBy: 'another' })
  expect(rightsThatChanged(facts({}), held, 'me')).toEqual({ edit: null, publish: null })
  expect(rightsThatChanged(held, facts({}), 'me')).toEqual({ edit: null, publish: null })
  const own = facts({ heldBy: 'me' })
  expect(rightsThatChanged(own, facts({ edit: false, heldBy: 'me' }), 'me').edit).toBe('lost')
  expect(rightsThatChanged(facts({}), facts({ publish: false, state: 'PITCHED' }), 'me').publish).toBeNull()
})
