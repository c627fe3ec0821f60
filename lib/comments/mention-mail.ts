import { env } from '../env'
import type { MailToQueue } from '../mail/queue-mail'
import { writeMail } from '../mail/write-mail'
import { fewerOfThese } from '../notifications/fewer-of-these'
import { readableText } from './mention-text'

/** A subject is one short line: what is longer ends in dots. */
const SUBJECT_MOST = 200

export function mentionMail(of: {
  to: string
  name: string
  by: string
  paperName: string
  headline: string
  quote: string
  text: string
  articleId: string
  threadId: string
}): MailToQueue {
  const headline = of.headline.trim() === '' ? 'An article without a headline' : oneLine(of.headline)
  const subject = `${oneLine(of.by)} named you in a comment on “${headline}”`
  return writeMail(of.to, cut(subject, SUBJECT_MOST), [
    `Hello ${of.name},`,
    `${of.by} named you in a comment at ${of.paperName}, on “${headline}”.`,
    `The words: “${of.quote}”`,
    ...linesOf('The comment', of.text),
    'Answer it beside the text:',
    { link: `${env().SITE_URL}/desk/articles/${of.articleId}?thread=${of.threadId}` },
    ...fewerOfThese('MENTION'),
  ])
}

/** For those who chose to have answers mailed. */
export function replyMail(of: {
  to: string
  name: string
  by: string
  headline: string
  text: string
  articleId: string
  threadId: string
}): MailToQueue {
  const headline = of.headline.trim() === '' ? 'An article without a headline' : oneLine(of.headline)
  const subject = `${oneLine(of.by)} answered in a conversation on “${headline}”`
  return writeMail(of.to, cut(subject, SUBJECT_MOST), [
    `Hello ${of.name},`,
    ...linesOf('The answer', of.text),
    'Answer it beside the text:',
    { link: `${env().SITE_URL}/desk/articles/${of.articleId}?thread=${of.threadId}` },
    ...fewerOfThese('REPLY'),
  ])
}

/** What was said, line by line. */
function linesOf(name: string, text: string): string[] {
  return readableText(text)
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line, index) => (index === 0 ? `${name}: ${line}` : line))
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
