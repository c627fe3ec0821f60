import { DocumentBody } from '@/components/document/document-body'
import type { Printing } from '@/components/document/printing'
import { said } from '@/components/document/said'
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
  const { settings, words } = await readPaper()
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
    corrected: null,
    isLive: false,
  }
  return (
    <Frame section={section?.slug}>
      <title>{`${words.preview.title} | ${settings.name}`}</title>
      <meta name="robots" content="noindex, nofollow" />
      <p className="preview-banner" role="note">
        {said(words.preview.banner(label, (strong) => <strong>{strong}</strong>))}
      </p>
      <article className="article">
        <ArticleHeader article={article} printing={printing} />
        <div className="article-body">
          <DocumentBody document={document} printing={printing} />
        </div>
        {fields.source === null ? null : (
          <footer className="article-footer">
            <SourceLine source={fields.source} words={words} />
          </footer>
        )}
        <PreviewAnswer preview={preview} sent={sent} time={settings} />
      </article>
    </Frame>
  )
}
