import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import type { CheckedLine } from '@/lib/people/invite-many/check-lines'

/** Each line of a list of people: whom it invites, or what is wrong with it. What is wrong stands first. */
export function CheckedLines({ lines }: { lines: readonly CheckedLine[] }) {
  const inOrder = [...lines].sort((one, other) => Number(one.problem === null) - Number(other.problem === null))
  return (
    <Table label="Lines of the list">
      <TableHead>
        <TableHeading>Line</TableHeading>
        <TableHeading>Who</TableHeading>
        <TableHeading>Role</TableHeading>
        <TableHeading>Desk</TableHeading>
        <TableHeading>What happens</TableHeading>
      </TableHead>
      <TableBody>
        {inOrder.map((line) => {
          const { name, email, role, desk } = shown(line)
          return (
            <TableRow key={line.line}>
              <TableCell label="Line" className="tabular text-ink-faint">
                {line.line}
              </TableCell>
              <TableCell>
                <span className="wrap-anywhere font-medium">{name || 'No name'}</span>
                <span className="wrap-anywhere block text-ink-faint text-xs">{email || 'No e-mail'}</span>
              </TableCell>
              <TableCell label="Role" className="wrap-anywhere text-ink-soft">
                {role}
              </TableCell>
              <TableCell label="Desk" className="wrap-anywhere text-ink-soft">
                {desk}
              </TableCell>
              <TableCell>
                {line.problem === null ? (
                  <Badge tone="good">Will be invited</Badge>
                ) : (
                  <span className="text-danger-ink text-sm">
                    Line {line.line}: {line.problem}
                  </span>
                )}
              </TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}

function shown(line: CheckedLine): { name: string; email: string; role: string; desk: string } {
  if (line.problem !== null) return line.typed
  const { name, email, roleName, deskName } = line.person
  return { name, email, role: roleName, desk: deskName ?? '' }
}
