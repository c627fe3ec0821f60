import './republish.css'
import { GonePage } from '@/components/site/gone-page'
import { MovedPage } from '@/components/site/moved-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { RepublishPage } from '@/components/site/republish/republish-page'
import { findRepublished } from '@/lib/republishing/readers'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ section: string; slug: string }> }

/** Where another publisher takes the text of an article. */
export default async function RepublishAddress({ params }: Props) {
  const { section, slug } = await params
  const found = await findRepublished(section, slug)
  switch (found.kind) {
    case 'live':
      return <RepublishPage article={found.article} />
    case 'moved':
      return <MovedPage path={found.path} />
    case 'gone':
      return <GonePage reason={found.reason} at={found.at} />
    case 'unknown':
      return <NotFoundPage />
  }
}
