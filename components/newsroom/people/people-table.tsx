import { RelativeTime } from '@/components/newsroom/relative-time'
import { Avatar } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { Tick } from '@/components/ui/tick'
import type { RoleChoice } from '@/lib/people/list-roles'
import type { ListedPerson } from '@/lib/people/readers'
import { DeskNames } from './desk-names'
import type { PersonActions } from './person-actions'
import { PersonMenu } from './person-menu.client'
import { PersonState } from './person-state'
import { SecondFactor } from './second-factor'

export function PeopleTable({
  people,
  roles,
  ownId,
  now,
  actions,
  canChoose,
}: {
  people: readonly ListedPerson[]
  roles: readonly RoleChoice[]
  ownId: string
  now: Date
  actions: PersonActions
  /** A box for each invitation, for those who may do something with several. */
  canChoose: boolean
}) {
  return (
    <Table label="People">
      <TableHead>
        <TableHeading className="md:w-[36%]">Name</TableHeading>
        <TableHeading>Role</TableHeading>
        <TableHeading>Desks</TableHeading>
        <TableHeading>State</TableHeading>
        <TableHeading>Second factor</TableHeading>
        <TableHeading>Last seen</TableHeading>
        <TableHeading>
          <span className="sr-only">Actions</span>
        </TableHeading>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <TableRow key={person.id}>
            <TableCell className="max-md:pr-12">
              <div className="flex min-w-0 items-center gap-3">
                {canChoose && person.status === 'INVITED' ? (
                  <Tick
                    name="chosen"
                    value={person.id}
                    aria-label={`Choose the invitation of ${person.name}`}
                    className="touch:size-6"
                  />
                ) : null}
                <Avatar name={person.name} />
                <div className="min-w-0">
                  <p className={classes('break-words font-medium', person.status === 'DEACTIVATED' && 'text-ink-soft')}>
                    <Link href={`/admin/people/${person.id}`} className="hover:underline">
                      {person.name}
                    </Link>
                    {person.id === ownId ? <span className="font-normal text-ink-faint"> (you)</span> : null}
                  </p>
                  <p className="wrap-anywhere text-ink-faint text-xs">{person.email}</p>
                </div>
              </div>
            </TableCell>
            <TableCell label="Role">{person.roleName}</TableCell>
            <TableCell label="Desks">
              <DeskNames desks={person.desks} />
            </TableCell>
            <TableCell label="State">
              <PersonState status={person.status} invitedUntil={person.invitedUntil} now={now} />
            </TableCell>
            <TableCell label="Second factor">
              <SecondFactor secondFactor={person.secondFactor} />
            </TableCell>
            <TableCell label="Last seen" className="text-ink-soft">
              {person.lastSeenAt === null ? 'Never' : <RelativeTime at={person.lastSeenAt} now={now} />}
            </TableCell>
            <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
              <PersonMenu
                person={{ id: person.id, name: person.name, role: person.role, status: person.status }}
                roles={roles}
                actions={actions}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
