import { describe, expect, test } from 'vitest'
import { ACTION_GROUPS, ACTION_WORDS } from '@/lib/policy/action-words'
import { BUILT_IN_ROLES } from '@/lib/policy/actor'
import { effectOn } from '@/lib/policy/compare-rights'
import { can } from '@/lib/policy/policy'
import { isNowhere, reachFor, type Seat, sayReach } from '@/lib/policy/reach'
import { rightsInWords } from '@/lib/policy/rights-in-words'
import { ACTIONS, builtInGrants, grantsOf, toStored } from '@/lib/policy/role-grants'
import { type Action, CHOICES, type Grant, type Grants } from '@/lib/policy/table'
import { wordsOf } from '@/lib/record/event-words'
import { RoleInput } from '@/lib/roles/role-input'
import { personActor } from '@/tests/support/a-person-actor'

const sport: Seat = { deskId: 'sport', name: 'Sport', isLead: true }
const news: Seat = { deskId: 'news', name: 'News', isLead: false }

describe('The words of rights', () => {
  test('each right stands in the list once', () => {
    const listed = ACTION_GROUPS.flatMap(({ actions }) => actions)
    expect([...listed].sort()).toEqual([...ACTIONS].sort())
  })

  test('no two rights are called the same, and none needs a second line to be told from another', () => {
    const labels = ACTIONS.map((action) => ACTION_WORDS[action].label)
    expect(new Set(labels).size).toBe(labels.length)
    for (const action of ACTIONS) expect(ACTION_WORDS[action].label, action).toMatch(/^[A-Z][^.]+$/)
  })

  test('what has a choice beyond everywhere or nowhere names its things', () => {
    for (const action of ACTIONS)
      if (CHOICES[action].some((grant) => grant === 'own' || grant === 'lead' || grant === 'desk'))
        expect(ACTION_WORDS[action].thing, action).not.toBeNull()
  })

  test('sentences are those of a newsroom', () => {
    const say = (action: Action, grant: Grant, ...seats: Seat[]) => sayReach(action, reachFor(action, grant, seats))
    expect(say('article.publish', 'lead', sport, news)).toBe('publish on Sport')
    expect(say('article.publish', 'desk', sport, news)).toBe('publish on Sport and News')
    expect(say('article.edit', 'any')).toBe('edit every article')
    expect(say('article.edit', 'own')).toBe('edit articles of their own')
    expect(say('article.edit', 'own', sport)).toBe('edit articles of their own and those on Sport')
    expect(say('embargo.set', 'desk', news)).toBe('set an embargo on articles of their own and those on News')
    expect(say('front.edit', 'lead', sport)).toBe('arrange fronts on Sport')
    expect(say('people.invite', 'no')).toBe('invite people')
    expect(say('source.reveal', 'own', sport)).toBe('see the names of sources on which they are named')
    expect(say('session.end', 'own', sport)).toBe('end their own sessions')
  })

  test('rights in words are whole, and the shortest stand first', () => {
    const { may, mayNot } = rightsInWords({ grants: builtInGrants('REPORTER'), seats: [sport] })
    expect(may.length + mayNot.length).toBe(ACTIONS.length)
    expect(may).toContain('may publish on Sport')
    expect(mayNot).toContain('may not invite people')
    expect(may.map(({ length }) => length)).toEqual(may.map(({ length }) => length).sort((one, other) => one - other))
    const without = rightsInWords({ grants: builtInGrants('REPORTER'), seats: [] })
    expect(without.mayNot).toContain('may not publish articles')
  })
})

describe('How far a right reaches', () => {
  // Every right, every choice, and things that are in each relation to the person: what is said is what the policy does.
  const things = [
    { ownerIds: ['me'], leadIds: ['another'], deskId: 'elsewhere' },
    { ownerIds: ['another'], leadIds: ['me'], deskId: 'sport' },
    { ownerIds: ['another'], leadIds: ['another'], deskId: 'news' },
    { ownerIds: ['another'], leadIds: ['another'], deskId: 'elsewhere' },
  ]

  test('is said as it is decided', () => {
    for (const action of ACTIONS) {
      for (const grant of CHOICES[action]) {
        const actor = {
          ...personActor('REPORTER', { deskIds: ['sport', 'news'] }),
          grants: { 'newsroom.enter': 'any', [action]: grant } as Grants,
        }
        const reach = reachFor(action, grant, [sport, news])
        for (const thing of CHOICES[action].some((each) => each === 'lead' || each === 'desk') ? things : []) {
          const isSaid =
            reach.isEverywhere ||
            (reach.hasOwn && thing.ownerIds.includes('me')) ||
            reach.desks.some(({ deskId }) => deskId === thing.deskId)
          expect(isSaid, `${action} ${grant} ${JSON.stringify(thing)}`).toBe(can(actor, action, thing))
        }
        expect(isNowhere(reach)).toBe(grant === 'no')
      }
    }
  })
})

describe('Who gains and loses what', () => {
  const change = (action: Action, from: Grant, to: Grant) => [{ action, from, to }]

  test('is said by desk', () => {
    expect(effectOn([sport], change('article.publish', 'lead', 'no'))).toEqual({
      gains: [],
      loses: ['publish articles on desks they lead (Sport)'],
    })
    expect(effectOn([sport, news], change('article.publish', 'lead', 'desk'))).toEqual({
      gains: ['publish articles on their desks (News)'],
      loses: [],
    })
    expect(effectOn([sport, news], change('article.publish', 'any', 'desk'))).toEqual({
      gains: [],
      loses: ['publish every article, beyond those on Sport and News'],
    })
    expect(effectOn([], change('article.edit', 'no', 'desk'))).toEqual({
      gains: ['edit articles of their own'],
      loses: [],
    })
  })

  test('what comes to the same is no change for a person', () => {
    expect(effectOn([], change('article.publish', 'lead', 'no'))).toEqual({ gains: [], loses: [] })
    expect(effectOn([sport], change('article.publish', 'lead', 'desk'))).toEqual({ gains: [], loses: [] })
  })

  test('what the one gains the other way round is lost', () => {
    for (const action of ACTIONS)
      for (const from of CHOICES[action])
        for (const to of CHOICES[action]) {
          const there = effectOn([sport, news], change(action, from, to))
          const back = effectOn([sport, news], change(action, to, from))
          expect(back, `${action} ${from} ${to}`).toEqual({ gains: there.loses, loses: there.gains })
          if (from !== to) expect(there.gains.length + there.loses.length, `${action} ${from} ${to}`).toBeGreaterThan(0)
        }
  })
})

describe('A role as it is stored', () => {
  test('a built-in one keeps only what differs, one of the paper’s own only what it may', () => {
    for (const id of BUILT_IN_ROLES) expect(toStored({ id, isBuiltIn: true }, builtInGrants(id))).toEqual({})
    const grants = { ...builtInGrants('EDITOR'), 'article.publish': 'desk', 'people.list': 'any' } as const
    const stored = toStored({ id: 'EDITOR', isBuiltIn: true }, grants)
    expect(stored).toEqual({ 'article.publish': 'desk', 'people.list': 'any' })
    expect(grantsOf({ id: 'EDITOR', isBuiltIn: true, grants: stored })).toEqual(grants)
    const taken = toStored({ id: 'EDITOR', isBuiltIn: true }, { ...grants, 'article.create': 'no' })
    expect(grantsOf({ id: 'EDITOR', isBuiltIn: true, grants: taken })['article.create']).toBe('no')
    expect(toStored({ id: 'own', isBuiltIn: false }, { 'article.read': 'any', 'article.edit': 'no' })).toEqual({
      'article.read': 'any',
    })
  })

  test('a form that names no right, or one too many, or a reach that there is not, is refused', () => {
    const grants = Object.fromEntries(ACTIONS.map((action) => [action, 'no']))
    const form = { name: 'Sport editor', description: '', grants, needsSecondFactor: false, graceDays: 7 }
    expect(RoleInput.safeParse(form).success).toBe(true)
    const { 'article.read': _, ...fewer } = grants
    const bad = [
      { ...form, grants: fewer },
      { ...form, grants: { ...grants, 'article.fly': 'any' } },
      { ...form, grants: { ...grants, 'article.read': 'own' } },
      { ...form, grants: { ...grants, 'article.publish': 'own' } },
      { ...form, isBuiltIn: true },
      { ...form, name: ' ' },
      { ...form, name: 'two\nlines' },
      { ...form, name: 'a\u202eb' },
      { ...form, name: 'x'.repeat(61) },
      { ...form, graceDays: -1 },
      { ...form, graceDays: 1.5 },
      { ...form, graceDays: 91 },
      { ...form, graceDays: Number.NaN },
      { ...form, needsSecondFactor: 'yes' },
    ]
    for (const each of bad) expect(RoleInput.safeParse(each).success, JSON.stringify(each).slice(0, 80)).toBe(false)
    expect(RoleInput.parse({ ...form, name: '  Sport   editor ' }).name).toBe('Sport editor')
  })
})

describe('What became of a role, in words', () => {
  const words = (action: string, detail: Record<string, unknown>) => {
    const { did, after } = wordsOf({ action, thing: 'role', detail, isOwn: false })
    return `${did} …${after}`
  }

  test('each changed right says before and after', () => {
    const detail = {
      formerName: 'Sport',
      rights: { 'article.publish': { from: 'lead', to: 'any' }, 'article.fly': { from: 'no', to: 'any' } },
      needsSecondFactor: { from: false, to: true },
      graceDays: { from: 7, to: 3 },
    }
    expect(words('role.edit', detail)).toBe(
      'changed the role …: called “Sport” before; publish articles (desks they lead before, everywhere now); needs a second factor; 3 days to set a second factor up (7 before)',
    )
    expect(words('role.edit', { rights: 'nonsense' })).toBe('changed the role …')
    expect(words('role.delete', { toName: 'Editor' })).toContain('whoever had it is Editor now')
  })

  test('a role that somebody got has the name that it had then', () => {
    const given = (detail: Record<string, unknown>) =>
      wordsOf({ action: 'people.changeRole', thing: 'person', detail, isOwn: false }).after
    expect(given({ from: 'REPORTER', to: 'EDITOR' })).toBe(' from reporter to editor')
    const own = { from: 'REPORTER', fromName: 'Reporter', to: '0196f0a0-0000-7000-8000-000000000001' }
    expect(given({ ...own, toName: 'Sport editor' })).toBe(' from reporter to “Sport editor”')
    expect(given(own)).toBe(' from reporter to another role')
  })
})
