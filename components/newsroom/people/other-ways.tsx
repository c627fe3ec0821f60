import { buttonClasses } from '@/components/ui/button-classes'
import { ButtonLink } from '@/components/ui/button-link'
import { classes } from '@/components/ui/classes'

/**
 * The ways in besides a password, as far as the paper offers them.
 * @param next a path of ours, already checked
 * @param house what people call the other house; null where there is none
 */
export function OtherWays({ next, house, byMail }: { next: string; house: string | null; byMail: boolean }) {
  if (house === null && !byMail) return null
  const query = new URLSearchParams({ next })
  return (
    <div className="mt-6 flex flex-col gap-3 border-line border-t pt-6">
      {house === null ? null : (
        // No link of ours: it leads away from here, and nothing may ask for it before it is pressed.
        <a href={`/login/sso?${query}`} className={classes(buttonClasses({ size: 'large' }), 'w-full')}>
          Sign in with {house}
        </a>
      )}
      {byMail ? (
        <ButtonLink href={`/login/link?${query}`} size="large" className="w-full">
          Mail me a link
        </ButtonLink>
      ) : null}
    </div>
  )
}
