import { said } from '@/components/document/said'
import type { SiteWords } from '@/lib/site-words/en'

/** The way on from a page that says what came of a newsletter. */
export function AllNewsletters({ words }: { words: SiteWords }) {
  return (
    <p>
      {said(
        words.newsletters.goOn(
          (all) => <a href="/newsletters">{all}</a>,
          (front) => <a href="/">{front}</a>,
        ),
      )}
    </p>
  )
}
