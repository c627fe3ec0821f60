import { readableText } from '../comments/mention-text'
import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { type MailPart, writeMail } from '../mail/write-mail'
import { fewerOfThese } from './fewer-of-these'
import { noticePath } from './notice-path'
import type { Notice } from './readers'
import { cutHeadline, noticeInWords } from './tell'

/** More than this nobody reads in a mail; the page has them all. */
const MOST = 50

/** What a person was told in a day, in one mail. */
export function digestMail(of: {
  to: string
  name: string
  notices: readonly Notice[]
  paperName: string
}): MailToQueue {
  const { to, name, notices, paperName } = of
  const count = notices.length === 1 ? 'One notice' : `${notices.length} notices`
  const parts: MailPart[] = notices.slice(0, MOST).flatMap((notice) => partsOf(notice))
  const more = notices.length - MOST
  return writeMail(to, `${count} of the day`, [
    `Hello ${name},`,
    `This happened at ${paperName}:`,
    ...parts,
    ...(more > 0 ? [`And ${more} more, under Notices:`, { link: `${env().SITE_URL}/desk/notices` }] : []),
    ...fewerOfThese(),
  ])
}

function partsOf(notice: Notice): MailPart[] {
  const { kind, by, headline, text } = notice
  return [
    `${noticeInWords(kind, by, cutHeadline(headline))}.${text === null ? '' : ` ${readableText(text)}`}`,
    { link: `${env().SITE_URL}${noticePath(notice)}` },
  ]
}
