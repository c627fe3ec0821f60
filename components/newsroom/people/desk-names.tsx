import type { ListedPerson } from '@/lib/people/readers'

/** The desks of a person; those that they lead say so. */
export function DeskNames({ desks }: Pick<ListedPerson, 'desks'>) {
  if (desks.length === 0) return <span className="text-ink-faint">None</span>
  return (
    <span className="wrap-anywhere text-ink-soft">
      {desks.map(({ name, isLead }) => (isLead ? `${name} (lead)` : name)).join(', ')}
    </span>
  )
}
