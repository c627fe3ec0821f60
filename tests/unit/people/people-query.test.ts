import { expect, test } from 'vitest'
import { isPeopleFiltered, PeopleQuery, peopleHref } from '@/components/newsroom/people/people-query'
import { readPeopleCursor, writePeopleCursor } from '@/lib/people/people-cursor'

const DESK = '0196f0a0-0000-7000-8000-000000000001'

test('a filter is an address, and the address the filter again', () => {
  const query = {
    words: 'ada & tom',
    role: 'EDITOR',
    desk: DESK,
    state: 'ranOut',
    seen: 'quarter',
    factor: 'none',
  } as const
  const href = peopleHref(query)
  expect(href).toBe(`/admin/people?words=ada+%26+tom&role=EDITOR&desk=${DESK}&state=ranOut&seen=quarter&factor=none`)
  expect(PeopleQuery.parse(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(query)
  expect(isPeopleFiltered(query)).toBe(true)
  expect(peopleHref({})).toBe('/admin/people')
})

test.each([
  ['words', ''],
  ['words', '   '],
  ['words', 'a\0b'],
  ['words', 'x'.repeat(201)],
  ['words', ['ada', 'tom']],
  ['role', "' OR 1=1"],
  ['role', ''],
  ['desk', 'foreign'],
  ['desk', ['none', 'none']],
  ['state', 'ACTIVE'],
  ['state', 'toString'],
  ['seen', '30'],
  ['factor', 'sms'],
  ['cursor', ''],
])('%s=%j is left out, and nothing breaks', (name, value) => {
  const query = PeopleQuery.parse({ [name]: value, strange: 'x' })
  expect(Object.values(query).filter((each) => each !== undefined)).toEqual([])
  expect(isPeopleFiltered(query)).toBe(false)
})

test('a place in the list is read again, whatever the name', () => {
  for (const name of ['Ada', 'Ada  Park ', 'Ängela 李 🙂', '=1']) {
    const place = { id: DESK, name }
    expect(readPeopleCursor(writePeopleCursor(place))).toEqual(place)
  }
  for (const cursor of [
    '',
    '????',
    Buffer.from('no id').toString('base64url'),
    Buffer.from(DESK).toString('base64url'),
  ])
    expect(readPeopleCursor(cursor)).toBeNull()
})
