import { type KnownError, RateLimited } from '../errors'
import { escaped } from '../http/escaped'
import { directionOf } from '../settings/text-direction'
import type { SiteWords } from '../site-words/en'
import { wordsFor } from '../site-words/words-for'
import { REPORT_ADDRESS, type ReportField, reportFields } from './report-fields'

const style = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1b1917; --soft: #5f5a52; --accent: #8f1d21; --on-accent: #fff }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151413; --ink: #ebe7df; --soft: #a8a196; --accent: #f0948b; --on-accent: #2a0b0a }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 Georgia, 'Times New Roman', serif }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.75rem }
p { margin: 0 0 1rem }
a { color: var(--accent) }
label { display: block; margin-top: 1.5rem; font-weight: 600 }
.hint, .wrong { margin: 0.15rem 0 0.4rem; font-size: 0.9375rem; color: var(--soft) }
.wrong { color: var(--accent); font-weight: 600 }
input, textarea { width: 100%; padding: 0.6rem 0.8rem; border: 1px solid var(--soft); border-radius: 3px; background: var(--paper); color: inherit; font: inherit }
[aria-invalid] { border: 2px solid var(--accent) }
button { margin-top: 1.5rem; padding: 0.7rem 1.4rem; border: 0; border-radius: 3px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600 }
.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
`

const HIDDEN = ['article', 'edition', 'paragraph'] as const

/**
 * Says why a report was not sent, with the form as it was filled in, so that nobody writes it twice. It says nothing of the article: what
 * was asked for may not be public.
 *
 * @param typed what the form had, as it came
 * @param language that of the paper, BCP 47
 * @param days how long the address would be kept
 */
export function notSentPage(
  error: KnownError,
  typed: Record<string, unknown>,
  { language, days }: { language: string; days: number },
): Response {
  const problems = new Map(error.issues.map(({ field, message }) => [field, message]))
  const words = wordsFor(language)
  const { notSent } = words.question
  const fields = reportFields(words.question, days)
  const isInForm = fields.some(({ name }) => problems.has(name))
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
<h1>${escaped(notSent.title)}</h1>
<p role="alert">${escaped(isInForm ? notSent.putRight : reasonOf(error, words))}</p>
${formOf(fields, typed, problems, words)}
<p style="margin-top:2rem"><a href="/">${escaped(notSent.front)}</a></p>
</main>
</body>
</html>
`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds))
  return new Response(html, { status: error.status, headers })
}

function reasonOf(error: KnownError, { question }: SiteWords): string {
  return error instanceof RateLimited ? question.tooMany(Math.ceil(error.retryAfterSeconds / 60)) : error.message
}

function formOf(
  fields: readonly ReportField[],
  typed: Record<string, unknown>,
  problems: ReadonlyMap<string, string>,
  words: SiteWords,
): string {
  const value = (name: string) => escaped(typeof typed[name] === 'string' ? typed[name].slice(0, 10_000) : '')
  const hidden = HIDDEN.map((name) => `<input type="hidden" name="${name}" value="${value(name)}">`)
  const asked = fields.map(({ name, label, hint }) => {
    const problem = problems.get(name)
    const wrong = problem === undefined ? '' : `<p class="wrong" id="${name}-wrong">${escaped(problem)}</p>\n`
    const about = problem === undefined ? `${name}-hint` : `${name}-wrong ${name}-hint`
    return `<label for="${name}">${escaped(label)}</label>
<p class="hint" id="${name}-hint">${escaped(hint)}</p>
${wrong}${controlOf(name, value(name), `aria-describedby="${about}"${problem === undefined ? '' : ' aria-invalid="true"'}`)}`
  })
  return `<form method="post" action="${REPORT_ADDRESS}">
${hidden.join('\n')}
${asked.join('\n')}
<div class="trap" aria-hidden="true"><label>${escaped(words.newsletters.form.trap)} <input name="website" tabindex="-1" autocomplete="off"></label></div>
<button type="submit">${escaped(words.question.send)}</button>
</form>`
}

// No lengths and types here: the sentences of the server say what a browser would say, and more.
function controlOf(name: ReportField['name'], value: string, attributes: string): string {
  if (name === 'text') return `<textarea id="text" name="text" rows="7" required ${attributes}>\n${value}</textarea>`
  const purpose = name === 'mail' ? 'autocomplete="email" inputmode="email"' : 'autocomplete="off" inputmode="url"'
  return `<input dir="ltr" id="${name}" name="${name}" ${purpose} value="${value}" ${attributes}>`
}
