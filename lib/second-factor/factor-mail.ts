import { env } from '@/lib/env'
import type { MailToQueue } from '@/lib/mail/queue-mail'
import { type MailPart, writeMail } from '@/lib/mail/write-mail'

type To = { email: string; name: string }

/** What changed about how somebody signs in, as a mail says it: "An app for codes was added." */
export function factorMail(to: To, subject: string, what: string): MailToQueue {
  return mailTo(to, subject, [what, 'Every other device that was signed in has been signed out.'])
}

/** An administrator took somebody's second factor away. */
export function resetFactorMail(to: To, by: string | null): MailToQueue {
  const who = by === null ? 'An administrator' : by
  return mailTo(to, 'Your second factor was reset', [
    `${who} has removed the second factor of your account: codes of an app, passkeys and recovery codes. You have been signed out everywhere.`,
    'Sign in with your password, and set a new one up at “Your account”.',
  ])
}

export function renewedCodesMail(to: To): MailToQueue {
  return mailTo(to, 'New recovery codes were made', [
    'Ten new recovery codes were made for your account at the newsroom. The ones of before work no longer.',
  ])
}

/** @param left how many codes have not been used */
export function recoveryCodeMail(to: To, left: number): MailToQueue {
  const isFew = left <= FEW_CODES
  return mailTo(to, isFew ? 'Few recovery codes are left' : 'A recovery code was used', [
    `Somebody, we hope you, signed in to the newsroom with one of your recovery codes. ${leftInWords(left)}`,
    ...(isFew ? ['Make new ones before they run out:', { link: `${env().SITE_URL}/desk/account` }] : []),
  ])
}

/** So few that it is time for new ones. */
const FEW_CODES = 3

function leftInWords(left: number): string {
  if (left === 0) return 'None is left.'
  return left === 1 ? 'One is left.' : `${left} are left.`
}

function mailTo(to: To, subject: string, parts: readonly MailPart[]): MailToQueue {
  return writeMail(to.email, subject, [
    `Hello ${to.name},`,
    ...parts,
    'If it was not you, set a new password at once, and tell an administrator:',
    { link: `${env().SITE_URL}/reset` },
  ])
}
