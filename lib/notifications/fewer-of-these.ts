import { env } from '../env'
import type { MailPart } from '../mail/write-mail'
import type { NoticeKind } from './kinds'

/** The end of every mail of ours: where its receiver chooses to have fewer such mails. */
export function fewerOfThese(kind?: NoticeKind): MailPart[] {
  const place = `${env().SITE_URL}/desk/notices/choices`
  return ['Fewer of these:', { link: kind === undefined ? place : `${place}#${kind}` }]
}
