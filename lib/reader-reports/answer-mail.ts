import { EditionMetadata } from '../articles/edition-metadata'
import { pathOf } from '../articles/paths'
import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { type MailPart, writeMail } from '../mail/write-mail'
import type { Settings } from '../settings/settings'
import { siteLanguageOf } from '../site-words/site-languages'
import { wordsFor } from '../site-words/words-for'

type Answered = {
  /** How long their address is kept from now on. */
  days: number
  quote: string
  text: string
  edition: { metadata: unknown }
  article: { publication: { slug: string; section: { slug: string } } | null }
}

/** What a reader gets who reported an error and left an address. The headline is the one that readers had. */
export function answerMail(to: string, { name, language }: Settings, report: Answered, answer: string): MailToQueue {
  const { headline } = EditionMetadata.parse(report.edition.metadata)
  const { publication } = report.article
  const say = wordsFor(language).question.answer
  const parts: MailPart[] = [
    say.thanks(name, headline),
    say.quoted(report.quote),
    say.wrote,
    say.quoted(report.text),
    say.answer,
    ...paragraphsIn(answer),
  ]
  if (publication !== null) {
    parts.push(say.article, { link: env().SITE_URL + pathOf(publication.section.slug, publication.slug) })
  }
  parts.push(say.newsroom(name), say.why(report.days))
  return writeMail(to, say.subject(name, shortened(headline)), parts, siteLanguageOf(language))
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
