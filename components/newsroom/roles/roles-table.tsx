import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import type { ListedRole } from '@/lib/roles/readers'

/** Every role, what it is for, how many have it. */
export function RolesTable({ roles }: { roles: readonly ListedRole[] }) {
  return (
    <Table label="Roles">
      <TableHead>
        <TableHeading>Role</TableHeading>
        <TableHeading>People</TableHeading>
        <TableHeading>Rights</TableHeading>
        <TableHeading>Second factor</TableHeading>
      </TableHead>
      <TableBody>
        {roles.map((role) => (
          <TableRow key={role.id}>
            <TableCell>
              <Link
                href={`/admin/roles/${role.id}`}
                className="wrap-anywhere font-medium after:absolute after:inset-0 hover:underline"
              >
                {role.name}
              </Link>
              {role.isBuiltIn ? null : (
                <Badge tone="accent" className="ml-2">
                  Made here
                </Badge>
              )}
              {role.description === '' ? null : (
                <p className="wrap-anywhere mt-0.5 text-pretty text-ink-faint text-xs">{role.description}</p>
              )}
            </TableCell>
            <TableCell label="People" className="tabular text-ink-soft">
              {role.people}
            </TableCell>
            <TableCell label="Rights" className="text-ink-soft">
              {rightsWords(role)}
            </TableCell>
            <TableCell label="Second factor" className="text-ink-soft">
              {role.needsSecondFactor ? `Needed, within ${inDays(role.graceDays)}` : 'Not needed'}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function rightsWords({ id, changed }: ListedRole): string {
  if (id === 'ADMINISTRATOR') return 'All of them'
  if (changed === null) return 'Chosen one by one'
  if (changed === 0) return 'Unchanged'
  return changed === 1 ? 'One is different' : `${changed} are different`
}

function inDays(days: number): string {
  return days === 1 ? 'a day' : `${days} days`
}
