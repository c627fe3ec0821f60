import { type KnownError, RateLimited } from '../errors'
import { escaped } from '../http/escaped'
import { directionOf } from '../settings/text-direction'
import { wordsFor } from '../site-words/words-for'

const style = `
:root { color-scheme: light dark }
body { margin: 0; background: Canvas; color: CanvasText; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.75rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-inline-start: 3px solid; padding-inline-start: 1rem }
`

/**
 * Says why nothing was sent, and gives back what was written, so that nobody writes it twice. It says nothing of the article.
 * @param language that of the paper, BCP 47
 */
export function notSentPage(error: KnownError, words: string, language: string): Response {
  const { preview, question } = wordsFor(language)
  const { notSent } = preview
  const reason =
    error instanceof RateLimited ? question.tooMany(Math.ceil(error.retryAfterSeconds / 60)) : error.message
  const given = words.trim() === '' ? '' : `<p>${escaped(notSent.wrote)}</p>\n<pre>${escaped(words)}</pre>\n`
  const html = `<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escaped(notSent.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(notSent.heading)}</h1>
<p>${escaped(reason)}</p>
${given}<p>${escaped(notSent.goBack)}</p>
</main>
</body>
</html>
`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds))
  return new Response(html, { status: error.status, headers })
}
