import './question.css'
import { GonePage } from '@/components/site/gone-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { QuestionPage } from '@/components/site/question/question-page'
import { isId } from '@/lib/document/addresses'
import { findQuestioned } from '@/lib/reader-reports/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ articleId: string; paragraph: string }> }

/** Where a reader says what is wrong in a paragraph. */
export default async function QuestionAddress({ params }: Props) {
  const { articleId, paragraph } = await params
  if (!isId(articleId) || !/^[1-9][0-9]{0,3}$/.test(paragraph)) return <NotFoundPage />
  const found = await findQuestioned(articleId)
  if (found.kind === 'gone') return <GonePage reason={found.reason} at={found.at} />
  if (found.kind === 'unknown' || found.article.paragraphs[Number(paragraph) - 1] === undefined) return <NotFoundPage />
  return <QuestionPage article={found.article} number={Number(paragraph)} />
}
