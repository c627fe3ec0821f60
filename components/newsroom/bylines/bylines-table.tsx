import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import type { KeptByline } from '@/lib/bylines/kept-bylines'

/** Bylines, each with what its page still lacks. */
export function BylinesTable({ bylines }: { bylines: readonly KeptByline[] }) {
  return (
    <Table label="Bylines">
      <TableHead>
        <TableHeading>Name</TableHeading>
        <TableHeading>Whose</TableHeading>
        <TableHeading>Its page lacks</TableHeading>
        <TableHeading>Public articles</TableHeading>
      </TableHead>
      <TableBody>
        {bylines.map((byline) => (
          <TableRow key={byline.id}>
            <TableCell>
              <Link href={`/desk/bylines/${byline.id}`} className="wrap-anywhere font-medium hover:underline">
                {byline.name}
              </Link>
              {byline.jobTitle === '' ? null : <p className="text-ink-soft text-sm">{byline.jobTitle}</p>}
            </TableCell>
            <TableCell label="Whose" className="text-ink-soft">
              {byline.login === 'active' ? LOGINS.active : <Badge>{LOGINS[byline.login]}</Badge>}
            </TableCell>
            <TableCell label="Its page lacks" className="text-ink-soft">
              {lacking(byline.has) || 'Nothing'}
            </TableCell>
            <TableCell label="Public articles" className="tabular text-ink-soft">
              {byline.articles}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const LOGINS: Record<KeptByline['login'], string> = { active: 'Newsroom', former: 'Has left', none: 'Guest or agency' }

function lacking({ picture, biography, contacts }: KeptByline['has']): string {
  const parts = [picture ? '' : 'photograph', biography ? '' : 'biography', contacts ? '' : 'contacts']
  const words = parts.filter((part) => part !== '').join(', ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
