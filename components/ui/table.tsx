import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

/** A table on a wide screen, a list of cards on a narrow one. Each cell may carry the label that its column had. */
export function Table({
  label,
  className,
  children,
}: {
  /** What the rows are, for those who listen to the page. */
  label: string
  className?: string | undefined
  children: ReactNode
}) {
  return (
    <table className={classes('block w-full border-collapse text-left text-sm md:table', className)}>
      <caption className="sr-only">{label}</caption>
      {children}
    </table>
  )
}

/** The row of column names: hidden on a narrow screen, where each cell says its own. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sr-only md:not-sr-only md:table-header-group">
      <tr>{children}</tr>
    </thead>
  )
}

export function TableHeading({ className, children, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={classes(
        'border-line border-b px-3 py-2 font-medium text-ink-faint text-xs first:pl-0 last:pr-0',
        className,
      )}
    >
      {children}
    </th>
  )
}

export function TableBody({ className, children, ...rest }: ComponentProps<'tbody'>) {
  return (
    <tbody {...rest} className={classes('flex flex-col gap-3 md:table-row-group', className)}>
      {children}
    </tbody>
  )
}

/** A row; a card on a narrow screen. `relative`, so that a link inside may stretch over all of it with `after:inset-0`. */
export function TableRow({ className, children, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      {...rest}
      className={classes(
        'relative block rounded-lg border border-line bg-raised p-4 shadow-rest transition-colors duration-100',
        'md:table-row md:rounded-none md:border-0 md:border-line md:border-b md:bg-transparent md:p-0 md:shadow-none md:hover:bg-side',
        className,
      )}
    >
      {children}
    </tr>
  )
}

/** @param label shown before the cell's content on a narrow screen, where the column's name is not */
export function TableCell({
  label,
  className,
  children,
  ...rest
}: ComponentProps<'td'> & { label?: string | undefined }) {
  return (
    <td
      {...rest}
      className={classes(
        'py-0.5 align-middle md:table-cell md:px-3 md:py-3 md:first:pl-0 md:last:pr-0',
        label ? 'grid grid-cols-[7rem_minmax(0,1fr)] gap-x-2' : 'block',
        className,
      )}
    >
      {label ? (
        <>
          <span className="text-ink-faint md:hidden">{label}</span>
          <div className="min-w-0 md:contents">{children}</div>
        </>
      ) : (
        children
      )}
    </td>
  )
}
