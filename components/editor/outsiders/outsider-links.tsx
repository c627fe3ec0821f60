import { RelativeTime } from '@/components/newsroom/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { now } from '@/lib/clock'
import type { ListedLink } from '../api/outsiders'
import { sayTime } from '../workflow/say-time'
import { PURPOSE_WORDS } from './purpose-words'

export function OutsiderLinks({
  links,
  zone,
  mayRevoke,
  onRevoke,
}: {
  links: readonly ListedLink[]
  zone: string
  mayRevoke: boolean
  onRevoke: (link: ListedLink) => void
}) {
  return (
    <ul aria-label="Links" className="divide-y divide-line border-line border-y text-sm">
      {links.map((link) => (
        <li key={link.id} className="py-2.5">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="min-w-0 break-words font-medium">{link.label}</span>
            {link.state === 'open' ? null : (
              <Badge tone={link.state === 'revoked' ? 'danger' : 'neutral'}>
                {link.state === 'revoked' ? 'Revoked' : 'Ended'}
              </Badge>
            )}
          </div>
          <p className="text-ink-faint">
            {PURPOSE_WORDS[link.purpose]},{' '}
            {link.version === null ? 'the draft as it changes' : `version ${link.version}`}
            {link.state === 'open' ? `, until ${sayTime(link.expiresAt, zone, now())}` : ''}. Made by {link.madeBy}.
          </p>
          <p className="text-ink-faint">
            <Opened link={link} />
          </p>
          {mayRevoke && link.state === 'open' ? (
            <Button size="small" variant="quiet" className="-ml-2 mt-1" onClick={() => onRevoke(link)}>
              Revoke…<VisuallyHidden> the link for {link.label}</VisuallyHidden>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Opened({ link: { opened, lastOpenedAt } }: { link: ListedLink }) {
  if (opened === 0 || lastOpenedAt === null) return 'Not opened yet.'
  return (
    <>
      Opened {opened === 1 ? 'once' : `${opened} times`}, last <RelativeTime at={new Date(lastOpenedAt)} now={now()} />.
    </>
  )
}
