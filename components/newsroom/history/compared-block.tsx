import type { HeadlineOf, Row } from '@/lib/document/compare/rows'
import { Block } from './block'
import { inPlace } from './in-place'
import { WholeBlock } from './whole-block'
import { Words } from './words'

type Side = 'both' | 'before' | 'after'

/**
 * One block of a comparison: in `both`, with what came and what went; on one side, as it was or as it is, with what
 * went or came marked.
 */
export function ComparedBlock({ row, side, headlineOf }: { row: Row; side: Side; headlineOf: HeadlineOf }) {
  const node = side === 'before' ? row.before : (row.after ?? row.before)
  if (node === null) return null
  const change = row.change === 'same' ? undefined : row.change
  const { words, rows, fields } = row
  const isSided = side !== 'both'
  if (words === null && rows === null && fields.length === 0)
    return <WholeBlock node={node} headlineOf={headlineOf} change={change} />
  return (
    <Block
      type={node.type.name}
      attrs={node.attrs}
      headlineOf={headlineOf}
      change={change}
      below={<Fields fields={fields} side={side} />}
    >
      {words === null ? null : <Words words={isSided ? words.filter((piece) => isOn(side, piece.change)) : words} />}
      {inPlace(rows ?? [], (inner, place) => (
        <Inner key={place} row={inner} side={side} headlineOf={headlineOf} />
      ))}
    </Block>
  )
}

/** What changed around the words: the caption of a picture, the speaker of a quotation. */
function Fields({ fields, side }: { fields: Row['fields']; side: Side }) {
  return fields.map(({ label, pieces }) => (
    <span key={label} data-block-field>
      <span>{label}</span>{' '}
      <Words words={side === 'both' ? pieces : pieces.filter((piece) => isOn(side, piece.change))} />
    </span>
  ))
}

function Inner({ row, side, headlineOf }: { row: Row; side: Side; headlineOf: HeadlineOf }) {
  if (side === 'before' && ['added', 'moved'].includes(row.change)) return null
  if (side === 'after' && ['removed', 'left'].includes(row.change)) return null
  return (
    <>
      <ComparedBlock row={row} side={side} headlineOf={headlineOf} />
      <Notes notes={row.notes} />
    </>
  )
}

function isOn(side: Side, change: string): boolean {
  return change !== (side === 'before' ? 'added' : 'removed')
}

/** What happened beside the words, in sentences. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <span data-block-notes>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </span>
  )
}
