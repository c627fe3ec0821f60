import { ButtonLink } from '@/components/ui/button-link'
import { DoorstepHeading } from './doorstep'

const WORDS = {
  invitation: {
    used: ['This invitation was used already', 'If it was you who used it, sign in with your e-mail and password.'],
    expired: [
      'This invitation has run out',
      'Invitations are good for 48 hours. Ask whoever invited you to send another one.',
    ],
    unknown: [
      'This invitation does not work',
      'The link may be cut off, or a newer one was sent. Open the link of the newest mail, or ask for another one.',
    ],
  },
  reset: {
    used: ['This link was used already', 'Your password was set with it. Sign in, or ask for another link.'],
    expired: ['This link has run out', 'It was good for one hour. Ask for another one.'],
    unknown: [
      'This link does not work',
      'It may be cut off, or you asked for another one since. Open the link of the newest mail, or ask again.',
    ],
  },
} as const

/** What a person sees behind a link that is no good any more: why, and what to do. */
export function DeadLink({ kind, state }: { kind: keyof typeof WORDS; state: 'used' | 'expired' | 'unknown' }) {
  const [title, sentence] = WORDS[kind][state]
  const isResetAgain = kind === 'reset'
  return (
    <>
      <DoorstepHeading title={title}>{sentence}</DoorstepHeading>
      <div className="flex flex-wrap gap-3">
        {isResetAgain ? (
          <ButtonLink href="/reset" variant="primary">
            Ask for another link
          </ButtonLink>
        ) : null}
        <ButtonLink href="/login" variant={isResetAgain ? 'secondary' : 'primary'}>
          Sign in
        </ButtonLink>
      </div>
    </>
  )
}
