import { questionPath } from '@/lib/reader-reports/question-path'
import type { QuestionedArticle } from '@/lib/reader-reports/readers'
import { Frame } from '../frame'
import { PageHead } from '../page-head'
import { readPaper } from '../paper'
import { QuestionForm } from './question-form'

/** The paragraph as readers have it, and what to say about it. */
export async function QuestionPage({ article, number }: { article: QuestionedArticle; number: number }) {
  const { settings } = await readPaper()
  return (
    <Frame section={article.section.slug}>
      <PageHead title="Question this" paper={settings.name} path={questionPath(article.id, number)} isIndexed={false} />
      <div className="notice question">
        <p className="label">Question this</p>
        <h1>Is something wrong in this paragraph?</h1>
        <blockquote className="notice-reason">{article.paragraphs[number - 1]?.words}</blockquote>
        <p>
          From <a href={article.path}>{article.headline}</a>. A person in the newsroom reads what you send. If you are
          right, the article is corrected.
        </p>
        <QuestionForm article={article} number={number} />
      </div>
    </Frame>
  )
}
