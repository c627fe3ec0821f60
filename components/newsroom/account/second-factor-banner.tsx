import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'

/** Says until when somebody has to set a second factor up. */
export function SecondFactorBanner({ dueAt, timeZone }: { dueAt: Date; timeZone: string }) {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  })
  return (
    <div className="px-4 pt-4 md:px-10">
      <Callout
        tone="warn"
        title="Your role needs a second factor"
        actions={
          <ButtonLink href="/desk/account#second-factor" size="small">
            Set it up
          </ButtonLink>
        }
      >
        Set one up by <time dateTime={dueAt.toISOString()}>{format.format(dueAt)}</time>: after that nothing else opens
        until you have.
      </Callout>
    </div>
  )
}
