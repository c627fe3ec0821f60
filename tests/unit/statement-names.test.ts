import { describe, expect, test } from 'vitest'
import { statementNames } from '@/lib/db/statement-names'

const often = (name: ReturnType<typeof statementNames>, sql: string) => {
  for (let times = 0; times < 10; times++) name({ sql })
  return name({ sql })
}

describe('Statements that come again and again', () => {
  test('have a name from the third time on, by their text', () => {
    const name = statementNames()
    const sql = 'SELECT "id" FROM "Article" WHERE "id" = $1'
    expect([name({ sql }), name({ sql })]).toEqual(['', ''])
    expect(name({ sql })).toMatch(/^standfirst_[0-9a-f]{32}$/)
    expect(name({ sql })).toBe(often(statementNames(), sql))
    expect(often(name, `${sql} `)).not.toBe(name({ sql }))
  })

  test('are planned anew for each words that are looked for', () => {
    for (const found of ['words @@ $1', 'a <% b', 'name ILIKE $1', 'name::text LIKE $1', 'similarity(a, $1) > 0.3'])
      expect(often(statementNames(), `SELECT id FROM things WHERE ${found}`)).toBe('')
    expect(often(statementNames(), 'SELECT "likes" FROM things')).not.toBe('')
  })

  test('are so many that each connection can hold them: neither all lists of ids nor very long ones are among them', () => {
    const name = statementNames()
    expect(often(name, `SELECT id FROM things WHERE id IN (${'$1,'.repeat(5_000)}$2)`)).toBe('')
    const named = new Set<string>()
    for (let nth = 0; nth < 1_000; nth++) named.add(often(name, `SELECT ${nth}`))
    named.delete('')
    expect(named.size).toBe(400)
    expect(name({ sql: 'SELECT 0' })).not.toBe('')
  })
})
