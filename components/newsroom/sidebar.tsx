import { ExternalLink, Signature, UserRound } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { PersonActor } from '@/lib/policy/actor'
import { SignOutButton } from './people/sign-out-button.client'

/** The way to what readers see: another layout, so the page is loaded whole. */
export function SiteLink({ className }: { className?: string | undefined }) {
  return (
    <a
      href="/"
      className={classes(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-ink-soft text-sm transition-colors duration-100 hover:bg-pressed/60 hover:text-ink touch:h-11',
        className,
      )}
    >
      <ExternalLink aria-hidden="true" className="size-4 text-ink-faint" />
      View site
    </a>
  )
}

/** Who is signed in here, and the way out. */
export function WhoIAm({ actor }: { actor: PersonActor }) {
  return (
    <div className="border-line border-t pt-3">
      <div className="flex items-center gap-2.5 px-2.5 py-1.5">
        <Avatar name={actor.name} />
        <div className="min-w-0">
          <p className="truncate font-medium text-sm leading-5">{actor.name}</p>
          <p className="truncate text-ink-faint text-xs">{actor.roleName}</p>
        </div>
      </div>
      <Link
        href="/desk/bylines/mine"
        className="mt-1 flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-ink-soft text-sm transition-colors duration-100 hover:bg-pressed/60 hover:text-ink touch:h-11"
      >
        <Signature aria-hidden="true" className="size-4 text-ink-faint" />
        Your byline
      </Link>
      <Link
        href="/desk/account"
        className="flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-ink-soft text-sm transition-colors duration-100 hover:bg-pressed/60 hover:text-ink touch:h-11"
      >
        <UserRound aria-hidden="true" className="size-4 text-ink-faint" />
        Your account
      </Link>
      <SignOutButton personId={actor.id} size="small" className="w-full justify-start gap-2.5! px-2.5!" />
    </div>
  )
}
