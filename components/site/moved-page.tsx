import { answerMoved } from '@/lib/reader-cache/record'
import { PlainPage } from './plain-page'

/** The answer is a redirect (301); these words are for whoever does not follow it. */
export function MovedPage({ path }: { path: string }) {
  answerMoved(path)
  return (
    <PlainPage title="This page has another address" path={path}>
      <p>
        <a href={path}>Go there</a>.
      </p>
    </PlainPage>
  )
}
