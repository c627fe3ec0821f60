import { expect, test } from 'vitest'
import { openingPronoun, statementOf, withName } from '@/lib/claims/statement'

test.each([
  ['that the ferry was sold', 'the ferry was sold'],
  ['That the ferry was sold,', 'the ferry was sold'],
  ['“that the ferry was sold,”', 'the ferry was sold'],
  ['“The ferry was sold”', 'The ferry was sold'],
  ['the  ferry\nwas sold;', 'the ferry was sold'],
  // A part of it is quoted: the marks belong to that part.
  ['“the ferry” was “sold”', '“the ferry” was “sold”'],
  ['that', 'that'],
  ['thatch burns', 'thatch burns'],
  ['', ''],
])('%j is put down as %j', (words, statement) => {
  expect(statementOf(words)).toBe(statement)
  expect(statementOf(statement)).toBe(statement)
})

test.each([
  ['he sold the ferry', 'he', 'Ada Holm sold the ferry'],
  ['that She’d sold the ferry', 'She', 'Ada Holm sold the ferry'],
  ['“they sold the ferry', 'they', 'Ada Holm sold the ferry'],
  ['Hero sold the ferry', null, 'Hero sold the ferry'],
  ['the ferry was hers', null, 'the ferry was hers'],
])('of %j it is open who is meant: %j', (statement, pronoun, named) => {
  expect(openingPronoun(statement.replace(/^“/, ''))).toBe(pronoun)
  expect(withName(statement, 'Ada Holm')).toBe(named)
})
