import { describe, expect, test } from 'vitest'
import { articlesHref, isFiltered } from '@/components/newsroom/articles-address'
import { ArticlesQuery } from '@/components/newsroom/articles-query'
import { navGroupsFor } from '@/components/newsroom/nav-items'
import { sayAgo } from '@/components/newsroom/relative-time'
import type { BuiltInRole } from '@/lib/policy/actor'
import { personActor } from '@/tests/support/a-person-actor'

describe('how long ago', () => {
  const now = new Date('2026-11-22T12:00:00Z')

  test.each([
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T12:00:20Z', 'just now'],
    ['2026-11-22T11:59:00Z', '1 min ago'],
    ['2026-11-22T11:00:01Z', '59 min ago'],
    ['2026-11-22T11:00:00Z', '1 h ago'],
    ['2026-11-21T12:00:01Z', '23 h ago'],
    ['2026-11-21T12:00:00Z', 'yesterday'],
    ['2026-11-20T12:00:00Z', '2 days ago'],
    ['2026-11-15T12:00:00Z', '15 Nov'],
    ['2025-11-15T12:00:00Z', '15 Nov 2025'],
    ['2026-12-24T12:00:00Z', '24 Dec'],
  ])('%s is said as "%s"', (at, words) => {
    expect(sayAgo(new Date(at), now)).toBe(words)
  })
})

describe('the address of the list', () => {
  const id = '01a2035a-f3e9-75c7-a0da-8dd72888bc92'

  test('it holds what is filtered, in one order, and nothing empty', () => {
    expect(articlesHref({})).toBe('/desk/articles')
    expect(articlesHref({ section: id, words: 'river & sea', state: 'FILED' })).toBe(
      `/desk/articles?words=river+%26+sea&state=FILED&section=${id}`,
    )
  })

  test('what makes no sense in it is left out', () => {
    const query = {
      words: '  ',
      state: 'WRITTEN',
      section: ['a', 'b'],
      author: "' OR 1=1",
      cursor: '',
      role: 'ADMINISTRATOR',
    }
    expect(articlesHref(ArticlesQuery.parse(query))).toBe('/desk/articles')
    expect(isFiltered(ArticlesQuery.parse(query))).toBe(false)
    expect(isFiltered(ArticlesQuery.parse({ author: id }))).toBe(true)
    expect(isFiltered(ArticlesQuery.parse({ topic: id }))).toBe(true)
  })
})

test('the menu holds what the policy allows', () => {
  const hrefs = (role: BuiltInRole) =>
    navGroupsFor(personActor(role)).flatMap(({ items }) => items.map(({ href }) => href))
  expect(hrefs('REPORTER')).toEqual([
    '/desk',
    '/desk/articles',
    '/desk/plan',
    '/desk/fronts',
    '/desk/series',
    '/desk/bylines',
    '/desk/claims',
    '/desk/sources',
    '/desk/reports',
    '/desk/reports/links',
  ])
  expect(hrefs('EDITOR')).toEqual([
    '/desk',
    '/desk/articles',
    '/desk/plan',
    '/desk/fronts',
    '/desk/series',
    '/desk/bylines',
    '/desk/claims',
    '/desk/sources',
    '/desk/reports',
    '/desk/reports/links',
    '/admin/sections',
    '/admin/topics',
    '/admin/templates',
    '/admin/style',
  ])
  expect(hrefs('ADMINISTRATOR')).toEqual([
    '/desk',
    '/desk/articles',
    '/desk/plan',
    '/desk/fronts',
    '/desk/series',
    '/desk/bylines',
    '/desk/claims',
    '/desk/sources',
    '/desk/reports',
    '/desk/reports/links',
    '/admin/people',
    '/admin/roles',
    '/admin/desks',
    '/admin/sections',
    '/admin/topics',
    '/admin/templates',
    '/admin/checklists',
    '/admin/workflow',
    '/admin/claims',
    '/admin/style',
    '/admin/settings',
    '/admin/privacy',
    '/admin/mail',
    '/admin/tokens',
    '/admin/audit',
  ])
  expect(navGroupsFor({ kind: 'nobody' })).toEqual([])
})
