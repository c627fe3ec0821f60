import { createHash } from 'node:crypto'
import { directionOf } from '../settings/text-direction'
import { wordsFor } from '../site-words/words-for'

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif }
main { max-width: 34rem; padding: 2rem 1.5rem }
h1 { font-size: 1.875rem; line-height: 1.2; margin: 0 0 0.75rem }
p { margin: 0 0 1.25rem }
a { color: inherit; text-underline-offset: 0.2em }
`

/** What a reader sees when a page cannot be rendered. It needs nothing: no database, no framework, no file. @param language BCP 47 */
export function errorPage(language: string): Buffer {
  return pageSaying(language, wordsFor(language).notices.broken)
}

/** What a reader is told who asked too often, by a form or by a search. @param language BCP 47 */
export function tooManyPage(language: string, retryAfterSeconds: number): Buffer {
  const { newsletters, notices, question } = wordsFor(language)
  const text = question.tooMany(Math.ceil(retryAfterSeconds / 60))
  return pageSaying(language, { title: newsletters.tooMany.title, text, front: notices.broken.front })
}

function pageSaying(language: string, { title, text, front }: { title: string; text: string; front: string }): Buffer {
  return Buffer.from(`<!DOCTYPE html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${front}</a></p>
</main>
</body>
</html>
`)
}

/** The one style of that page, and nothing else. */
export const errorPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`
