import { said } from '@/components/document/said'
import type { SiteWords } from '@/lib/site-words/en'

/** Where to go from a page that has nothing to read. */
export function GoOn({ words }: { words: SiteWords }) {
  return (
    <p>
      {said(
        words.notices.goOn(
          (front) => <a href="/">{front}</a>,
          (search) => <a href="/search">{search}</a>,
        ),
      )}
    </p>
  )
}
