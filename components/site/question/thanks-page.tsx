import { said } from '@/components/document/said'
import { addressDays } from '@/lib/reader-reports/address-days'
import { thanksPath } from '@/lib/reader-reports/question-path'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { readPaper } from '../paper'
import { PlainPage } from '../plain-page'

/** What happens next. */
export async function ThanksPage({ article }: { article: QuestionedArticle }) {
  const { thanks } = (await readPaper()).words.question
  return (
    <PlainPage title={thanks.title} path={thanksPath(article.id)}>
      <p>{thanks.kept}</p>
      <p>{thanks.next(await addressDays())}</p>
      <p>{said(thanks.back(<a href={article.path}>{article.headline}</a>))}</p>
    </PlainPage>
  )
}
