import { ImageIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { PlanDay, ShownLine } from './plan-day'

type BudgetDayProps = {
  day: PlanDay
  /** What can be done with a line. */
  buttonsOf: (line: ShownLine) => ReactNode
  /** Above the lines: what the diary has. */
  children?: ReactNode
}

/** The budget of one day, desk by desk. */
export function BudgetDay({ day, buttonsOf, children }: BudgetDayProps) {
  // They come in the order of their desks.
  const desks = [...new Set(day.lines.map(({ deskName }) => deskName))].map((name) => ({
    name,
    lines: day.lines.filter(({ deskName }) => deskName === name),
  }))
  return (
    <section aria-label={day.label} className="plan-day">
      <h2 className="mb-2 flex flex-wrap items-baseline gap-x-3 font-semibold text-lg">
        <span className={day.isToday ? 'text-accent-ink' : undefined}>{day.label}</span>
        <span className="font-normal text-ink-faint text-sm">{inWords(day)}</span>
      </h2>
      {children}
      {day.lines.length === 0 ? null : (
        <Table label={`Lines for ${day.label}`} className="md:table-fixed">
          <TableHead>
            <TableHeading>Line</TableHeading>
            <TableHeading className="w-36">State</TableHeading>
            <TableHeading className="w-36">For</TableHeading>
            <TableHeading className="w-32">Due</TableHeading>
            <TableHeading className="w-20">Words</TableHeading>
            <TableHeading className="plan-tools w-40">
              <VisuallyHidden>Actions</VisuallyHidden>
            </TableHeading>
          </TableHead>
          {desks.map(({ name, lines }) => (
            <TableBody key={name ?? ''} className="max-md:mt-3">
              <tr className="max-md:block">
                <th
                  scope="rowgroup"
                  colSpan={6}
                  className="pt-3 pb-1 text-left font-medium text-ink-faint text-xs uppercase tracking-wide max-md:block max-md:pt-0"
                >
                  {name ?? 'No desk'}
                </th>
              </tr>
              {lines.map((line) => (
                <LineRow key={line.id} line={line} buttons={buttonsOf(line)} />
              ))}
            </TableBody>
          ))}
        </Table>
      )}
    </section>
  )
}

function inWords({ lines }: PlanDay): string {
  if (lines.length === 0) return 'Nothing planned'
  return lines.length === 1 ? '1 line' : `${lines.length} lines`
}

function LineRow({ line, buttons }: { line: ShownLine; buttons: ReactNode }) {
  const { values } = line
  const note = [line.kind, values.planNote].filter(Boolean).join(' · ')
  return (
    <TableRow data-line={line.id}>
      <TableCell className="align-top max-md:pb-1">
        <LinkIfMay
          needs="article.read"
          href={`/desk/articles/${line.id}`}
          className="wrap-anywhere font-medium text-ink hover:underline"
        >
          {line.name}
        </LinkIfMay>
        {line.headline === '' || line.headline === line.name ? null : (
          <p className="wrap-anywhere text-ink-soft text-xs">{line.headline}</p>
        )}
        {note === '' ? null : <p className="wrap-anywhere whitespace-pre-line text-ink-faint text-xs">{note}</p>}
        {values.picturesWanted === '' ? null : (
          <p className="wrap-anywhere mt-0.5 flex items-start gap-1.5 text-ink-faint text-xs">
            <ImageIcon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span>
              <VisuallyHidden>Pictures: </VisuallyHidden>
              {values.picturesWanted}
            </span>
          </p>
        )}
      </TableCell>
      <TableCell className="align-top">
        <StateBadge state={line.state} />
      </TableCell>
      <TableCell label="For" className="wrap-anywhere align-top text-ink-soft">
        {line.ownerName ?? <span className="text-ink-faint">Nobody yet</span>}
      </TableCell>
      <TableCell label="Due" className="tabular align-top text-ink-soft">
        <Due line={line} />
      </TableCell>
      <TableCell label="Words" className="tabular align-top text-ink-soft">
        {values.commissionedWords ?? '–'}
      </TableCell>
      <TableCell className="plan-tools align-top max-md:pt-3">
        <div className="flex flex-wrap items-center gap-1 md:justify-end">{buttons}</div>
      </TableCell>
    </TableRow>
  )
}

function Due({ line: { due, isOverdue } }: { line: ShownLine }) {
  if (due === null) return '–'
  if (!isOverdue) return due
  return (
    <span className="font-medium text-danger-ink">
      {due} <span className="whitespace-nowrap">overdue</span>
    </span>
  )
}
