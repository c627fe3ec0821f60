import { type KnownError, RateLimited } from '../errors'
import { escaped } from '../http/escaped'

const style = `
:root { color-scheme: light dark }
body { margin: 0; background: Canvas; color: CanvasText; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif }
main { max-width: 38rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.75rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-inline-start: 3px solid; padding-inline-start: 1rem }
`

/** Says why nothing was sent, and gives back what was written, so that nobody writes it twice. It says nothing of the article. */
export function notSentPage(error: KnownError, words: string): Response {
  const given = words.trim() === '' ? '' : `<p>This is what you wrote:</p>\n<pre>${escaped(words)}</pre>\n`
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>Not sent</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Nothing was sent</h1>
<p>${escaped(error.message)}</p>
${given}<p>Go back in your browser to try again, or write to whoever sent you the link.</p>
</main>
</body>
</html>
`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds))
  return new Response(html, { status: error.status, headers })
}
