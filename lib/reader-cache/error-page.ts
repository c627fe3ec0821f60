import { createHash } from 'node:crypto'

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif }
main { max-width: 34rem; padding: 2rem 1.5rem }
h1 { font-size: 1.875rem; line-height: 1.2; margin: 0 0 0.75rem }
p { margin: 0 0 1.25rem }
a { color: inherit; text-underline-offset: 0.2em }
`

const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>This page cannot be shown right now</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>This page cannot be shown right now</h1>
<p>Something went wrong on our side. It has been noted. Please try again in a minute.</p>
<p><a href="/">Go to the front page</a></p>
</main>
</body>
</html>
`

/** What a reader sees when a page cannot be rendered. It needs nothing: no database, no framework, no file. */
export const errorPage = {
  body: Buffer.from(html),
  policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
}
