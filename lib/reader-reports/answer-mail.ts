import { EditionMetadata } from '../articles/edition-metadata'
import { pathOf } from '../articles/paths'
import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { type MailPart, writeMail } from '../mail/write-mail'
import { ADDRESS_DAYS } from './limits'

type Answered = {
  quote: string
  text: string
  edition: { metadata: unknown }
  article: { publication: { slug: string; section: { slug: string } } | null }
}

/** What a reader gets who reported an error and left an address. The headline is the one that readers had. */
export function answerMail(to: string, paper: string, report: Answered, answer: string): MailToQueue {
  const { headline } = EditionMetadata.parse(report.edition.metadata)
  const { publication } = report.article
  const parts: MailPart[] = [
    `Thank you for telling ${paper} what you found in “${headline}”. You were writing about these words:`,
    `“${report.quote}”`,
    'This is what you wrote:',
    `“${report.text}”`,
    'And this is our answer:',
    ...paragraphsIn(answer),
  ]
  if (publication !== null) {
    parts.push('The article is here:', { link: env().SITE_URL + pathOf(publication.section.slug, publication.slug) })
  }
  parts.push(
    `The newsroom of ${paper}`,
    `You get this mail because you left your address for an answer. We remove it within ${ADDRESS_DAYS} days and use it for nothing else.`,
  )
  return writeMail(to, `${paper}: about “${shortened(headline)}”`, parts)
}

function paragraphsIn(answer: string): string[] {
  return answer
    .split(/\n{2,}/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
}

function shortened(headline: string): string {
  const line = headline.replace(/[\p{Cc}\s]+/gu, ' ')
  return line.length <= 120 ? line : `${line.slice(0, 119).trimEnd()}…`
}
