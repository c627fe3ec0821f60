import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ARTICLE_STATES, isPossible, MOVES, type Move, moveBetween, stateAfter } from '@/lib/articles/state'
import { Conflict } from '@/lib/errors'
import { workflowTables } from '@/tests/support/workflow-tables'

const moves = Object.keys(MOVES) as Move[]
const at = (state: (typeof ARTICLE_STATES)[number], stateBefore: (typeof ARTICLE_STATES)[number] | null = null) => ({
  state,
  stateBefore,
})

describe('The states of an article', () => {
  test('docs/workflow.md says what the machine does', () => {
    const cells = (text: string) => text.replace(/-{3,}/g, '---').replace(/ +/g, ' ')
    const page = cells(readFileSync('docs/workflow.md', 'utf8'))
    for (const table of workflowTables()) expect(page).toContain(table)
  })

  test('every state can be reached, and every one but killed can be left', () => {
    const reached = new Set(moves.map((move) => MOVES[move].to as string))
    expect(ARTICLE_STATES.filter((state) => !reached.has(state))).toEqual(['PITCHED'])
    expect(ARTICLE_STATES.filter((state) => !moves.some((move) => isPossible(move, state)))).toEqual(['KILLED'])
  })

  test('what readers never had cannot be killed, and what they had cannot be spiked', () => {
    for (const state of ARTICLE_STATES) {
      const wasPublic = state === 'PUBLISHED' || state === 'UNPUBLISHED'
      expect(isPossible('kill', state), state).toBe(wasPublic)
      if (wasPublic || state === 'KILLED' || state === 'SCHEDULED')
        expect(isPossible('spike', state), state).toBe(false)
    }
  })

  test('a jump that the machine does not know is refused in words', () => {
    expect(() => stateAfter('approve', at('DRAFT'))).toThrow(Conflict)
    expect(() => stateAfter('unpublish', at('DRAFT'))).toThrow(/Only a published/)
  })

  test('what waits comes back to where it was, through two kinds of waiting', () => {
    const held = stateAfter('pause', at('SUBBING'))
    expect(held).toEqual(at('ON_HOLD', 'SUBBING'))
    const spiked = stateAfter('spike', held)
    expect(spiked).toEqual(at('SPIKED', 'SUBBING'))
    expect(stateAfter('bringBack', spiked)).toEqual(at('SUBBING'))
    expect(stateAfter('unschedule', stateAfter('schedule', at('APPROVED')))).toEqual(at('APPROVED'))
    expect(stateAfter('schedule', stateAfter('schedule', at('APPROVED')))).toEqual(at('SCHEDULED', 'APPROVED'))
  })

  test('a card that is dragged finds its move, or none', () => {
    expect(moveBetween(at('FILED'), 'SUBBING')).toBe('sub')
    expect(moveBetween(at('FILED'), 'DRAFT')).toBe('sendBack')
    expect(moveBetween(at('SPIKED', 'FILED'), 'FILED')).toBe('bringBack')
    expect(moveBetween(at('SPIKED', 'FILED'), 'APPROVED')).toBeNull()
    expect(moveBetween(at('PITCHED'), 'PUBLISHED')).toBeNull()
    expect(moveBetween(at('DRAFT'), 'DRAFT')).toBeNull()
  })
})
