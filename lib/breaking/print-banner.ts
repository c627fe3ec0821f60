import type { Banner } from '../reader-cache/banner'
import { wordsFor } from '../site-words/words-for'

/** The banner as it stands in a page: a landmark with a name, which no screen reader speaks before it is come to. */
export function printBanner({ text, path, language }: { text: string; path: string; language: string }): Banner {
  const words = escaped(text)
  return {
    path,
    html: print(language, `<a href="${escaped(path)}">${words}</a>`),
    htmlThere: print(language, `<span>${words}</span>`),
  }
}

function print(language: string, inside: string): string {
  const { breaking, breakingNews } = wordsFor(language).frame
  return `<aside class="breaking" aria-label="${escaped(breakingNews)}"><p><strong>${escaped(breaking)}</strong> ${inside}</p></aside>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
