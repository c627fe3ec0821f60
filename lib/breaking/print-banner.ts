import type { Banner } from '../reader-cache/banner'

/** The banner as it stands in a page: a landmark with a name, which no screen reader speaks before it is come to. */
export function printBanner({ text, path }: { text: string; path: string }): Banner {
  const words = escaped(text)
  return {
    path,
    html: print(`<a href="${escaped(path)}">${words}</a>`),
    htmlThere: print(`<span>${words}</span>`),
  }
}

function print(inside: string): string {
  return `<aside class="breaking" aria-label="Breaking news"><p><strong>Breaking</strong> ${inside}</p></aside>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
