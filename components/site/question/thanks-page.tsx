import { ADDRESS_DAYS } from '@/lib/reader-reports/limits'
import { thanksPath } from '@/lib/reader-reports/question-path'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { PlainPage } from '../plain-page'

/** What happens next. */
export function ThanksPage({ article }: { article: QuestionedArticle }) {
  return (
    <PlainPage title="Thank you" path={thanksPath(article.id)}>
      <p>The newsroom has your report, with the words that it is about.</p>
      <p>
        A person looks at it. If something is wrong, the article is corrected. If you left an address, you get an answer
        by mail; the address is removed {ADDRESS_DAYS} days after that. Nothing that you wrote is published.
      </p>
      <p>
        Back to <a href={article.path}>{article.headline}</a>
      </p>
    </PlainPage>
  )
}
