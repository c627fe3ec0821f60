import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AuditQuery, auditHref } from '@/lib/record/audit-query'
import { csvLine } from '@/lib/record/csv'
import { actionsOf, GROUP_ACTIONS } from '@/lib/record/event-groups'
import { wordsOf } from '@/lib/record/event-words'

describe('A line of CSV', () => {
  test.each([
    ['plain words', 'plain words'],
    ['', ''],
    ['a, b', '"a, b"'],
    ['she said "no"', '"she said ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['Årø Ünal 李', 'Årø Ünal 李'],
  ])('%j is written as RFC 4180 says', (cell, written) => {
    expect(csvLine([cell, 'x'])).toBe(`${written},x\r\n`)
  })

  test.each([
    ['=HYPERLINK("http://x.example")', `"'=HYPERLINK(""http://x.example"")"`],
    ['+1 555', "'+1 555"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1', "'＝1"],
  ])('%j is no formula for a spreadsheet', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`)
  })
})

describe('Events in words', () => {
  const event = (action: string, detail = {}, thing = 'article', isOwn = false) =>
    wordsOf({ action, thing, detail, isOwn })

  test('a publication says which edition, and why it went out in spite of something', () => {
    expect(event('article.publish', { edition: 3, overrideReason: 'The court is closed' })).toMatchObject({
      did: 'published',
      after: ' (edition 3), with a reason: The court is closed',
    })
  })

  test('one’s own session ends otherwise than somebody else’s', () => {
    expect(event('session.end', {}, 'person', true)).toMatchObject({ did: 'signed out', isAlone: true })
    expect(event('session.end', {}, 'person')).toMatchObject({ did: 'ended a session of', isAlone: false })
  })

  test.each([
    ['article.edit', { field: 'kicker' }, 'article', 'changed the field “Kicker” of'],
    ['desk.create', {}, 'desk', 'created the desk'],
    ['visitor.revoke', {}, 'article', 'revoked (visitor) for'],
    ['article.assign', {}, 'article', 'assigned'],
    ['article.turnUpsideDown', {}, 'article', 'did “article: turn upside down” to'],
    ['strange', {}, 'thing', 'did “strange” to'],
  ])('%s is readable', (action, detail, thing, did) => {
    expect(event(action, detail, thing).did).toBe(did)
  })
})

/** Every action that the code writes into the log. */
function written(): { action: string; thing: string }[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.startsWith('db/generated'),
  )
  return files.flatMap((path) =>
    [...readFileSync(`lib/${path}`, 'utf8').matchAll(/action: '(\w+\.\w+)',\s+thing: '(\w+)'/g)].map(
      ([, action = '', thing = '']) => ({ action, thing }),
    ),
  )
}

describe('Whatever the code writes into the log', () => {
  test('is said in a sentence of its own', () => {
    const events = written()
    expect(events.length).toBeGreaterThan(40)
    const clumsy = events.filter(({ action, thing }) => {
      const { did } = wordsOf({ action, thing, detail: {}, isOwn: false })
      return did.startsWith('did “') || did.includes('(')
    })
    expect(clumsy).toEqual([])
  })

  test('belongs to a kind that it can be found by', () => {
    const beginnings = Object.values(GROUP_ACTIONS).flat()
    const lost = written().filter(({ action }) => !beginnings.some((beginning) => action.startsWith(beginning)))
    expect(lost).toEqual([])
  })

  test('names whoever came by a secret link', () => {
    const detail = { name: 'A. Quill', label: 'Quill and Sons', verdict: 'CONDITIONS' }
    expect(wordsOf({ action: 'outsider.sign', thing: 'article', detail, isOwn: false })).toMatchObject({
      alone: 'A. Quill (link for Quill and Sons) answered for legal about',
      after: ': signs with conditions',
    })
  })
})

describe('Groups of events', () => {
  test('what a longer beginning names belongs to that group alone', () => {
    expect(actionsOf('desk').but).toContain('article.publish')
    expect(actionsOf('people').but).toContain('people.resetPassword')
    expect(actionsOf('readers').but).toEqual([])
  })
})

describe('The address of a part of the log', () => {
  test('keeps its order, and nonsense is left out', () => {
    const query = AuditQuery.parse({ to: '2026-11-27', group: 'readers', person: 'nobody', thing: "';--", from: 'x' })
    expect(auditHref(query)).toBe('/admin/audit?group=readers&to=2026-11-27')
    expect(auditHref(AuditQuery.parse({ person: '', from: '' }))).toBe('/admin/audit')
  })
})

test('a change of the paper’s settings is told in the words of the form', () => {
  const did = (detail: Record<string, unknown>) =>
    wordsOf({ action: 'settings.change', thing: 'setting', detail, isOwn: false }).did
  expect(did({ setting: 'aiUse', before: 'all', after: 'noTraining' })).toBe(
    'changed the paper’s setting “Use by AI” from “Allow everything” to “No training”',
  )
  expect(did({ setting: 'tagline', before: '', after: 'News' })).toBe(
    'changed the paper’s setting “Tagline” from nothing to “News”',
  )
})
