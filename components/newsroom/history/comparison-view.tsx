import { ChevronsUpDown, CornerDownRight, Minus, MoveVertical, Pencil, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HeadlineOf, Row } from '@/lib/document/compare/rows'
import { ComparedBlock, Notes } from './compared-block'
import { foldRows } from './fold-rows'
import { inPlace } from './in-place'

type ViewProps = { rows: readonly Row[]; headlineOf: HeadlineOf }

/** Both versions in one text: what went struck through, what came underlined. */
export function InlineComparison({ rows, headlineOf }: ViewProps) {
  return (
    <div className="history-text">
      {inPlace(foldRows(rows), (group, index) =>
        group.kind === 'folded' ? (
          <Folded key={index} label={group.label}>
            {inPlace(group.rows, (row, inner) => (
              <InlineRow key={inner} row={row} headlineOf={headlineOf} />
            ))}
          </Folded>
        ) : (
          inPlace(group.rows, (row, inner) => <InlineRow key={`${index}.${inner}`} row={row} headlineOf={headlineOf} />)
        ),
      )}
    </div>
  )
}

function InlineRow({ row, headlineOf }: { row: Row; headlineOf: HeadlineOf }) {
  return (
    <div className="history-row" data-change={row.change}>
      <Sign change={row.change} />
      <div className="history-cell">
        {row.change === 'left' ? null : <ComparedBlock row={row} side="both" headlineOf={headlineOf} />}
        <Notes notes={row.notes} />
      </div>
    </div>
  )
}

/** The older version at the left, the newer one at the right, block beside block. */
export function SideBySideComparison({ rows, headlineOf }: ViewProps) {
  return (
    <div className="history-text history-sides">
      {inPlace(foldRows(rows), (group, index) =>
        group.kind === 'folded' ? (
          <Folded key={index} label={group.label}>
            {inPlace(group.rows, (row, inner) => (
              <SidesRow key={inner} row={row} headlineOf={headlineOf} />
            ))}
          </Folded>
        ) : (
          inPlace(group.rows, (row, inner) => <SidesRow key={`${index}.${inner}`} row={row} headlineOf={headlineOf} />)
        ),
      )}
    </div>
  )
}

function SidesRow({ row, headlineOf }: { row: Row; headlineOf: HeadlineOf }) {
  const isHereBefore = row.change !== 'added' && row.change !== 'moved'
  const isHereAfter = row.change !== 'removed' && row.change !== 'left'
  return (
    <div className="history-row" data-change={row.change}>
      <div className="history-cell" data-side="before" data-empty={!isHereBefore || undefined}>
        {isHereBefore ? <ComparedBlock row={row} side="before" headlineOf={headlineOf} /> : null}
        {row.change === 'left' || row.change === 'removed' ? <Notes notes={row.notes} /> : null}
      </div>
      <div className="history-cell" data-side="after" data-empty={!isHereAfter || undefined}>
        {isHereAfter ? <ComparedBlock row={row} side="after" headlineOf={headlineOf} /> : null}
        {row.change === 'left' || row.change === 'removed' ? null : <Notes notes={row.notes} />}
      </div>
    </div>
  )
}

function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="history-folded">
      <summary>
        <ChevronsUpDown aria-hidden="true" />
        <span className="when-closed">Show {label}</span>
        <span className="when-open">Hide {label}</span>
      </summary>
      {children}
    </details>
  )
}

const SIGNS = {
  same: null,
  changed: { icon: Pencil, words: 'Changed' },
  added: { icon: Plus, words: 'Added' },
  removed: { icon: Minus, words: 'Removed' },
  moved: { icon: MoveVertical, words: 'Moved here' },
  left: { icon: CornerDownRight, words: 'Moved away' },
} as const

function Sign({ change }: { change: Row['change'] }) {
  const sign = SIGNS[change]
  if (sign === null) return <span className="history-sign" />
  const Icon = sign.icon
  return (
    <span className="history-sign">
      <Icon aria-hidden="true" />
      <span className="sr-only">{sign.words}:</span>
    </span>
  )
}
