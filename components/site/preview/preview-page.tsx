import { DocumentBody } from '@/components/document/document-body'
import type { Printing } from '@/components/document/printing'
import type { Preview } from '@/lib/outsiders/readers'
import { ArticleHeader } from '../article-header'
import { Frame } from '../frame'
import { readPaper } from '../paper'
import { SourceLine } from '../source-line'
import { PreviewAnswer } from './preview-answer'

type PreviewPageProps = {
  preview: Preview
  /** What the reader has just sent from here. */
  sent: 'comment' | null
}

/** An article as readers would get it, for one person, before they do. */
export async function PreviewPage({ preview, sent }: PreviewPageProps) {
  const { settings } = await readPaper()
  const { document, fields, mainImage, section, resolved, label } = preview
  const printing: Printing = { resolved, time: settings, path: '/', dateline: fields.dateline, isPreview: true }
  const article = {
    document,
    kicker: fields.kicker,
    bylines: fields.bylines,
    section,
    metadata: { mainImage },
    publishedAt: null,
    updatedAt: null,
  }
  return (
    <Frame section={section?.slug}>
      <title>{`Not published | ${settings.name}`}</title>
      <meta name="robots" content="noindex, nofollow" />
      <p className="preview-banner" role="note">
        <strong>Not published.</strong> For {label} only.
      </p>
      <article className="article">
        <ArticleHeader article={article} printing={printing} />
        <div className="article-body">
          <DocumentBody document={document} printing={printing} />
        </div>
        {fields.source === null ? null : (
          <footer className="article-footer">
            <SourceLine source={fields.source} />
          </footer>
        )}
        <PreviewAnswer preview={preview} sent={sent} time={settings} />
      </article>
    </Frame>
  )
}
