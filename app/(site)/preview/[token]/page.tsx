import { readPaper } from '@/components/site/paper'
import './preview.css'
import { PlainPage } from '@/components/site/plain-page'
import { PreviewPage } from '@/components/site/preview/preview-page'
import { openPreview } from '@/lib/outsiders/readers'
import { answerStatus } from '@/lib/reader-cache/record'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ sent?: string | string[] }> }

/** A draft by secret link. What is unknown, too old or revoked is the same page: nobody learns which. */
export default async function PreviewAddress({ params, searchParams }: Props) {
  const [{ token }, { sent }] = await Promise.all([params, searchParams])
  const preview = await openPreview(token)
  return preview === null ? <EndedPage /> : <PreviewPage preview={preview} sent={sent === 'comment' ? sent : null} />
}

async function EndedPage() {
  answerStatus(404)
  const { ended } = (await readPaper()).words.preview
  return (
    <PlainPage title={ended.title} path="/">
      <p>
        {ended.text} {ended.another}
      </p>
    </PlainPage>
  )
}
