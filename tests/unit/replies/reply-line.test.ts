import { describe, expect, test } from 'vitest'
import { replyLine, timeInWords } from '@/lib/replies/reply-line'

const paper = { language: 'en-GB', timeZone: 'Europe/London' }
const deadline = new Date('2026-11-28T14:00:00Z')
const later = new Date('2026-11-29T09:00:00Z')
const moor = (more = {}) => ({ name: 'Ines Moor', deadline, answer: 'NONE' as const, ...more })

describe('The line about somebody who was asked', () => {
  test('says by when there was no answer, once that time is there', () => {
    expect(replyLine(moor(), later, paper)).toBe(
      'Ines Moor did not respond to a request for comment by 14:00 on 28 November.',
    )
    expect(replyLine(moor(), deadline, paper)).toContain('did not respond')
    expect(replyLine(moor(), new Date(deadline.getTime() - 1), paper)).toBeNull()
  })

  test('says that somebody declined, whatever the time', () => {
    expect(replyLine(moor({ answer: 'DECLINED' }), new Date(0), paper)).toBe('Ines Moor declined to comment.')
  })

  test('says nothing where there is an answer to quote', () => {
    expect(replyLine(moor({ answer: 'ANSWERED' }), later, paper)).toBeNull()
  })

  test('begins with a capital', () => {
    expect(replyLine(moor({ name: ' the harbour board' }), later, paper)).toMatch(/^The harbour board did/)
    expect(replyLine(moor({ name: 'élan plc' }), later, paper)).toMatch(/^Élan plc did/)
  })
})

describe('The time in the line', () => {
  test.each([
    ['Europe/London', '2026-11-28T14:00:00Z', '14:00 on 28 November'],
    ['Europe/London', '2026-07-01T14:00:00Z', '15:00 on 1 July'],
    ['Asia/Kathmandu', '2026-11-28T14:00:00Z', '19:45 on 28 November'],
    ['Pacific/Auckland', '2026-11-28T14:00:00Z', '03:00 on 29 November'],
    ['America/Los_Angeles', '2026-11-28T02:30:00Z', '18:30 on 27 November'],
    ['Europe/London', '2026-11-28T00:00:00Z', '00:00 on 28 November'],
    ['Europe/Berlin', '2026-11-27T23:00:00Z', '00:00 on 28 November'],
    ['Europe/London', '2026-11-27T23:59:59Z', '23:59 on 27 November'],
    // Clocks go back over it: 01:30 comes twice, and both are said alike.
    ['Europe/London', '2026-10-25T00:30:00Z', '01:30 on 25 October'],
    ['Europe/London', '2026-10-25T01:30:00Z', '01:30 on 25 October'],
  ])('is that of %s: %s is %s', (timeZone, at, words) => {
    expect(timeInWords(new Date(at), later, { language: 'en-GB', timeZone })).toBe(words)
  })

  test('has the year where it is another in the paper’s zone', () => {
    const end = new Date('2026-12-31T23:30:00Z')
    expect(timeInWords(end, new Date('2027-01-02T09:00:00Z'), paper)).toBe('23:30 on 31 December 2026')
    expect(timeInWords(end, new Date('2026-12-31T23:45:00Z'), paper)).toBe('23:30 on 31 December')
    const tokyo = { language: 'en-GB', timeZone: 'Asia/Tokyo' }
    expect(timeInWords(end, new Date('2027-01-02T09:00:00Z'), tokyo)).toBe('08:30 on 1 January')
  })

  test('is as the paper’s English says it, and English where the paper is not', () => {
    expect(timeInWords(deadline, later, { ...paper, language: 'en-US' })).toBe('14:00 on November 28')
    expect(timeInWords(deadline, later, { ...paper, language: 'de-DE' })).toBe('14:00 on 28 November')
  })
})
