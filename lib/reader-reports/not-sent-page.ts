import { type KnownError, RateLimited } from '../errors'
import { escaped } from '../http/escaped'
import { mastheadLogo } from '../look/logo-image'
import type { Look } from '../look/look'
import { lookPath } from '../look/print-look'
import type { MenuLink } from '../menus/readers'
import { directionOf } from '../settings/text-direction'
import type { SiteWords } from '../site-words/en'
import { wordsFor } from '../site-words/words-for'
import { REPORT_ADDRESS, type ReportField, reportFields } from './report-fields'

// As readers' pages look, without their files: their names have the mark of a build, which no route knows. Colours and type of the paper's
// own come from its sheet, which goes by the same names.
const style = `
:root { color-scheme: light dark; --paper: #fdfcf9; --raised: #f5f2ea; --ink: #1b1917; --soft: #5f5a52; --rule: #ddd7ca; --accent: #8f1d21; --on-accent: #fff; --serif: Georgia, 'Times New Roman', serif; --sans: -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; --gutter: clamp(1.125rem, 4vw, 2.5rem) }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151413; --raised: #201e1c; --ink: #ebe7df; --soft: #a8a196; --rule: #38342f; --accent: #f0948b; --on-accent: #2a0b0a }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 var(--serif); overflow-wrap: break-word }
a { color: inherit; text-underline-offset: 0.2em }
header, main { max-width: 78rem; margin-inline: auto; padding-inline: var(--gutter) }
header a { text-decoration: none }
.name { margin: 0; padding-block: 1.1rem 0.85rem; font-size: clamp(1.25rem, 5.2vw, 2.125rem); font-weight: 700; letter-spacing: -0.03em; line-height: 1.05 }
.name img { display: block; width: auto; max-width: 100%; height: clamp(1.75rem, 6vw, 2.75rem) }
nav { border-block: 1px solid var(--ink); margin-inline: calc(-1 * var(--gutter)); padding-inline: var(--gutter); overflow-x: auto; scrollbar-width: none }
nav ul { display: flex; gap: 0 1.5rem; margin: 0; padding: 0; list-style: none }
nav a { display: block; padding-block: 0.7rem; font: 550 0.9375rem/1.5 var(--sans); white-space: nowrap }
.notice { max-width: 42rem; padding-block: 2.5rem 3.5rem }
.label { margin: 0 0 0.6rem; color: var(--accent); font: 650 0.75rem/1.5 var(--sans); letter-spacing: 0.07em; text-transform: uppercase }
h1 { margin: 0 0 1.1rem; font-size: clamp(1.75rem, 5vw, 2.375rem); line-height: 1.1; letter-spacing: -0.02em; text-wrap: balance }
.reason { margin: 0 0 1.75rem; padding: 1rem 1.25rem; border-inline-start: 3px solid var(--accent); background: var(--raised); font-size: 1.125rem }
form { display: grid; gap: 1.25rem; justify-items: start }
form > div:not(.trap) { width: 100% }
label { font: 600 1rem/1.5 var(--sans) }
.hint, .wrong { margin: 0 0 0.4rem; color: var(--soft); font: 0.875rem/1.45 var(--sans) }
.wrong { color: var(--accent); font-weight: 600 }
input, textarea { display: block; width: 100%; min-width: 0; padding: 0.6rem 0.8rem; border: 1px solid color-mix(in srgb, var(--soft) 75%, transparent); border-radius: 3px; background: var(--paper); color: inherit; font: 1rem/1.5 var(--sans) }
textarea { resize: vertical }
[aria-invalid] { border: 2px solid var(--accent) }
button { min-height: 2.75rem; padding: 0.6rem 1.4rem; border: 0; border-radius: 3px; background: var(--accent); color: var(--on-accent); font: 600 0.9375rem/1.3 var(--sans); cursor: pointer }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.back { margin: 2rem 0 0 }
[dir="rtl"] * { letter-spacing: 0 !important; text-transform: none !important }
.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
`

/** What stands around the form, as on every page for readers. */
type Paper = { name: string; language: string; look: Look; links: readonly MenuLink[] }

const HIDDEN = ['article', 'edition', 'paragraph'] as const

/**
 * Says why a report was not sent, with the form as it was filled in, so that nobody writes it twice. It says nothing of the article: what
 * was asked for may not be public.
 *
 * @param typed what the form had, as it came
 * @param paper its language is BCP 47
 * @param days how long the address would be kept
 */
export function notSentPage(error: KnownError, typed: Record<string, unknown>, paper: Paper, days: number): Response {
  const { language } = paper
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
<title>${escaped(`${notSent.title} · ${paper.name}`)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${style}</style>
${sheetOf(paper.look)}
</head>
<body>
${mastheadOf(paper, words)}
<main>
<div class="notice">
<p class="label">${escaped(words.question.title)}</p>
<h1>${escaped(notSent.title)}</h1>
<p class="reason" role="alert">${escaped(isInForm ? notSent.putRight : reasonOf(error, words))}</p>
${formOf(fields, typed, problems, words)}
<p class="back"><a href="/">${escaped(notSent.front)}</a></p>
</div>
</main>
</body>
</html>
`
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
  if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds))
  return new Response(html, { status: error.status, headers })
}

function sheetOf(look: Look): string {
  const path = lookPath(look)
  const scheme = look.scheme === 'device' ? 'light dark' : look.scheme
  const sheet = path === null ? '' : `\n<link rel="stylesheet" href="${escaped(path)}">`
  return `<meta name="color-scheme" content="${scheme}">${sheet}`
}

function mastheadOf({ name, look, links }: Paper, words: SiteWords): string {
  const items = links.map((link) => `<li><a href="${escaped(link.path)}">${escaped(link.name)}</a></li>`)
  const bar =
    items.length === 0 ? '' : `\n<nav aria-label="${escaped(words.frame.sections)}"><ul>${items.join('')}</ul></nav>`
  return `<header>
<p class="name"><a href="/">${nameplateOf(name, look)}</a></p>${bar}
</header>`
}

function nameplateOf(name: string, { logo, logoDark, scheme }: Look): string {
  const image = logo === null ? null : mastheadLogo(logo)
  if (image === null) return escaped(name)
  const dark = logoDark === null || scheme === 'light' ? null : mastheadLogo(logoDark)
  const media = scheme === 'dark' ? 'screen' : 'screen and (prefers-color-scheme: dark)'
  const source = dark === null ? '' : `<source media="${media}" srcset="${escaped(dark.src)}">`
  return `<picture>${source}<img src="${escaped(image.src)}" width="${image.width}" height="${image.height}" alt="${escaped(name)}"></picture>`
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
    return `<div>
<label for="${name}">${escaped(label)}</label>
<p class="hint" id="${name}-hint">${escaped(hint)}</p>
${wrong}${controlOf(name, value(name), `aria-describedby="${about}"${problem === undefined ? '' : ' aria-invalid="true"'}`)}
</div>`
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
