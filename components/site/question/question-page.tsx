import { said } from '@/components/document/said'
import { addressDays } from '@/lib/reader-reports/address-days'
import { questionPath } from '@/lib/reader-reports/question-path'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { Frame } from '../frame'
import { PageHead } from '../page-head'
import { readPaper } from '../paper'
import { QuestionForm } from './question-form'

/** The paragraph as readers have it, and what to say about it. */
export async function QuestionPage({ article, number }: { article: QuestionedArticle; number: number }) {
  const { settings, words } = await readPaper()
  const days = await addressDays()
  const { question: say } = words
  return (
    <Frame section={article.section.slug}>
      <PageHead title={say.title} paper={settings.name} path={questionPath(article.id, number)} isIndexed={false} />
      <div className="notice question">
        <p className="label">{say.title}</p>
        <h1>{say.heading}</h1>
        <blockquote className="notice-reason">{article.paragraphs[number - 1]?.words}</blockquote>
        <p>{said(say.from(<a href={article.path}>{article.headline}</a>))}</p>
        <QuestionForm article={article} number={number} words={words} days={days} />
      </div>
    </Frame>
  )
}
