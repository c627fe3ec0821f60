import { GonePage } from '@/components/site/gone-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { ThanksPage } from '@/components/site/question/thanks-page'
import { isId } from '@/lib/document/addresses'
import { findQuestioned } from '@/lib/reader-reports/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ articleId: string }> }

export default async function ThanksAddress({ params }: Props) {
  const { articleId } = await params
  if (!isId(articleId)) return <NotFoundPage />
  const found = await findQuestioned(articleId)
  if (found.kind === 'gone') return <GonePage reason={found.reason} at={found.at} />
  return found.kind === 'unknown' ? <NotFoundPage /> : <ThanksPage article={found.article} />
}
