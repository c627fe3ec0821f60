/**
 * Takes the framework out of a page for readers: its scripts, the flight data, the hints to load them, and the comments and marks
 * that React needs only to find its place again. Kept are structured data (`application/ld+json`), which is not run, and scripts of
 * our own, marked `data-first-party`.
 *
 * It reads what React wrote, in which `<` and `>` are escaped wherever they are text.
 */
export function stripFramework(html: string): string {
  return html.replace(framework, (match, scriptAttributes: string | undefined) => {
    if (scriptAttributes !== undefined) return isOurs(scriptAttributes) ? match : ''
    if (match.startsWith('<link')) return isScriptHint(match) ? '' : match.replace(' data-precedence="next"', '')
    return /^(?:<(?:!--|meta|div hidden=""><!--)|[^<])/.test(match) ? '' : match
  })
}

// What stands inside style and textarea is passed over whole: a comment there is text. Last come characters that no page may have (HTML, "control"):
// they come with words that were pasted out of a terminal.
const framework =
  /<script\b([^>]*)>[\s\S]*?<\/script\s*>|<(?:style|textarea)\b[^>]*>[\s\S]*?<\/(?:style|textarea)\s*>|<link\b[^>]*>|<meta name="next-size-adjust"[^>]*>|<div hidden=""><!--\$--><!--\/\$--><\/div>|<!--(?: |\/?\$|\/?&|html|head|body|F!?)-->|(?:(?![\t\n\r])\p{Cc})+/gu

function isOurs(attributes: string): boolean {
  return /\stype="application\/ld\+json"/i.test(attributes) || /\sdata-first-party(?:[\s=]|$)/.test(attributes)
}

function isScriptHint(link: string): boolean {
  return (
    /\srel="(?:modulepreload|expect)"/i.test(link) ||
    (/\srel="(?:preload|prefetch)"/i.test(link) && /\sas="script"/i.test(link))
  )
}

/**
 * Whether the page has parts that only the framework's scripts would put in their place, or that failed while it was streamed:
 * something under app/(site) is wrapped in Suspense, has a loading.tsx, or reads what only a browser knows.
 */
export function isIncomplete(html: string): boolean {
  return /<!--\$[!?]-->|<template id="[BP]:|<div hidden id="S:/.test(html)
}
