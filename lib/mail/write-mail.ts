import { directionOf } from '../settings/text-direction'
import type { MailToQueue } from './queue-mail'

/** A paragraph, or a link that stands alone. */
export type MailPart = string | { link: string }

/**
 * A mail of plain sentences, as text and as the same in simple HTML.
 * @param language of the sentences, BCP 47; the newsroom's are English
 */
export function writeMail(to: string, subject: string, parts: readonly MailPart[], language = 'en'): MailToQueue {
  return { to, subject, text: `${parts.map(textOf).join('\n\n')}\n`, html: htmlOf(parts, language) }
}

function textOf(part: MailPart): string {
  return typeof part === 'string' ? part.replace(/\s+/gu, ' ') : part.link
}

function htmlOf(parts: readonly MailPart[], language: string): string {
  const direction = directionOf(language) === 'rtl' ? ' dir="rtl"' : ''
  const body = parts.map((part) => {
    if (typeof part === 'string') return `<p>${escaped(part)}</p>`
    return `<p><a href="${escaped(part.link)}">${escaped(part.link)}</a></p>`
  })
  return [
    '<!doctype html>',
    `<html lang="${language}"${direction}><head><meta charset="utf-8"></head>`,
    '<body style="margin:24px;max-width:560px;font:16px/1.5 system-ui,sans-serif;color:#1a1a1a">',
    ...body,
    '</body></html>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
