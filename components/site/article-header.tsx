import { Caption } from '@/components/document/caption'
import { CorrectedState } from '@/components/document/corrected-state'
import { DocumentNode } from '@/components/document/document-node'
import type { Printing } from '@/components/document/printing'
import { said } from '@/components/document/said'
import { sectionPath } from '@/lib/articles/paths'
import type { PublicPicture } from '@/lib/articles/public-article'
import type { PublicArticle } from '@/lib/articles/readers'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { BylineNames, printBylines } from './byline-names'
import { Picture } from './picture'

type Headed = Pick<PublicArticle, 'document' | 'kicker' | 'bylines' | 'updatedAt' | 'corrected' | 'isLive'> & {
  section: { slug: string; name: string } | null
  metadata: { mainImage: (PublicPicture & { caption: string; credit: string; folder?: string }) | null }
  /** Null for what is not published. */
  publishedAt: Date | null
}

/** Everything above the text: where it belongs, headline, standfirst, who wrote it and when, the main picture. */
export function ArticleHeader({ article, printing }: { article: Headed; printing: Printing }) {
  const { document, metadata, section, publishedAt, updatedAt, corrected } = article
  const words = wordsFor(printing.time.language).article
  // What was put right is an update, too: it is said once.
  const isUpdated = updatedAt !== null && updatedAt.getTime() !== corrected?.at.getTime()
  return (
    <header className="article-header">
      <p className="article-place">
        {article.isLive ? <strong className="live-sign">{words.live}</strong> : null}
        {section === null ? null : <a href={sectionPath(section.slug)}>{section.name}</a>}
        {article.kicker === '' ? null : <span className="kicker">{article.kicker}</span>}
      </p>
      <DocumentNode node={document.child(0)} printing={printing} />
      <DocumentNode node={document.child(1)} printing={printing} />
      {article.isLive ? <p className="visually-hidden" role="status" data-live-status="" /> : null}
      <div className="article-signed">
        <p className="byline">
          {/* A byline has a page once something of it is public. */}
          {publishedAt === null ? (
            printBylines(article.bylines, words)
          ) : (
            <BylineNames bylines={article.bylines} words={words} />
          )}
        </p>
        <p className="dates">
          {publishedAt === null ? (
            <span>{words.notPublished}</span>
          ) : (
            <span>{said(words.published(<Time at={publishedAt} time={printing.time} />))}</span>
          )}
          {isUpdated ? <span>{said(words.updated(<Time at={updatedAt} time={printing.time} />))}</span> : null}
          {corrected === null ? null : (
            <a href="#corrections">
              <CorrectedState as={corrected.as} time={printing.time}>
                <Time at={corrected.at} time={printing.time} />
              </CorrectedState>
            </a>
          )}
        </p>
      </div>
      {metadata.mainImage === null ? null : (
        <figure className="picture main-picture">
          <Picture picture={metadata.mainImage} sizes="(min-width: 64rem) 60rem, 100vw" isFirst />
          <Caption caption={metadata.mainImage.caption} credit={metadata.mainImage.credit} />
        </figure>
      )}
    </header>
  )
}

function Time({ at, time }: { at: Date; time: PaperTime }) {
  return <time dateTime={at.toISOString()}>{printDateTime(at, time)}</time>
}
