import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { answerBlock, insertWritten, lineBlock } from '@/components/editor/replies/insert-reply'
import { formOf, inputOf, localIn, newForm, usualDeadlines } from '@/components/editor/replies/reply-form'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { aDocument } from '@/tests/support/documents'

const board = { id: '01900000-0000-7000-8000-000000000001', name: 'Harbour Board', kind: 'ORGANISATION' as const }

describe('Times of the form', () => {
  test.each([
    ['Europe/London', '2026-11-28T00:00:00Z', '2026-11-28T00:00'],
    ['Europe/Berlin', '2026-11-27T23:00:00Z', '2026-11-28T00:00'],
    ['Asia/Kathmandu', '2026-12-31T20:00:00Z', '2027-01-01T01:45'],
    ['America/Los_Angeles', '2026-07-01T03:05:59Z', '2026-06-30T20:05'],
  ])('are those of the newsroom in %s: %s is %s', (zone, at, local) => {
    expect(localIn(zone, new Date(at))).toBe(local)
  })

  test('offer deadlines that people give, tomorrow being that of the newsroom', () => {
    const late = new Date('2026-12-31T11:30:00Z')
    expect(usualDeadlines('Pacific/Auckland', late).map(({ local }) => local)).toEqual([
      '2027-01-01T01:30',
      '2027-01-01T04:30',
      '2027-01-02T12:00',
    ])
  })
})

describe('The form', () => {
  test('begins with what the story claims of somebody', () => {
    const form = newForm({ party: board, statements: ['the quay sinks', 'nobody was told'] }, 'UTC', new Date(0))
    expect(form).toMatchObject({
      question: 'the quay sinks\nnobody was told',
      askedAt: '1970-01-01T00:00',
      deadline: '',
    })
    expect(inputOf(form, 'UTC')).toMatchObject({ party: { id: board.id }, answer: 'NONE', answeredAt: null })
    expect(inputOf({ ...form, party: null }, 'UTC')).toBeNull()
  })

  test('sends back what it was opened with', () => {
    const values = {
      ...{ party: board, contact: 'A clerk', question: 'Is it so?', way: 'MAIL' as const },
      ...{ askedAt: '2026-11-28T09:00:00.000Z', deadline: '2026-11-28T14:00:00.000Z' },
      ...{ answer: 'DECLINED' as const, answerText: '', answeredAt: '2026-11-28T10:00:00.000Z' },
    }
    expect(inputOf(formOf(values, 'Europe/Berlin'), 'Europe/Berlin')).toEqual({
      ...values,
      party: { id: board.id },
      askedAt: '2026-11-28T10:00',
      deadline: '2026-11-28T15:00',
      answeredAt: '2026-11-28T11:00',
      zone: 'Europe/Berlin',
    })
  })
})

describe('What goes into the text', () => {
  /** The editor with the cursor in the first paragraph, before its last word. */
  const state = () => {
    const doc = parseDocument(aDocument('Quay', 'One two', 'Three'))
    const at = doc.child(0).nodeSize + doc.child(1).nodeSize + 1
    return EditorState.create({ doc, selection: TextSelection.create(doc, at + 4) })
  }

  test('is a paragraph after the one with the cursor, and the cursor stands behind it', () => {
    const tr = insertWritten(state(), lineBlock(schema, 'They declined to comment.'))
    expect(tr.doc.children.map(({ textContent }) => textContent).slice(2)).toEqual([
      'One two',
      'They declined to comment.',
      'Three',
    ])
    expect(tr.selection.$from.parent.textContent).toBe('They declined to comment.')
    expect(tr.selection.$from.parentOffset).toBe('They declined to comment.'.length)
  })

  test('is a quotation of whoever answered, with its paragraphs', () => {
    const tr = insertWritten(
      state(),
      answerBlock(schema, { name: 'Harbour Board', words: 'It is safe.\n\n We looked. ' }),
    )
    const quotation = tr.doc.child(3)
    tr.doc.check()
    expect(quotation.type.name).toBe('quotation')
    expect(quotation.attrs.speaker).toBe('Harbour Board')
    expect(quotation.children.map(({ textContent }) => textContent)).toEqual(['It is safe.', 'We looked.'])
    expect(tr.selection.$from.parent.textContent).toBe('We looked.')
  })
})
