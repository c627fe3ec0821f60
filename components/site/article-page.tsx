import { DocumentBody } from '@/components/document/document-body'
import type { Printing } from '@/components/document/printing'
import { entryTimes } from '@/lib/articles/live-coverage'
import type { PublicArticle } from '@/lib/articles/readers'
import { listEarlierInSection } from '@/lib/articles/readers'
import { newsArticle, printForScript } from '@/lib/articles/structured-data'
import { findSocialPicture } from '@/lib/cards/social-picture'
import { findClaims } from '@/lib/claims/readers'
import { claimsAsData } from '@/lib/claims/structured-data'
import { env } from '@/lib/env'
import { resolveOnStory } from '@/lib/promos/sensitive'
import { paragraphsOf } from '@/lib/reader-reports/paragraphs'
import { takesReports } from '@/lib/reader-reports/question-switch'
import { mayRepublish } from '@/lib/republishing/may-republish'
import { findSeriesOf } from '@/lib/series/readers'
import { findThread } from '@/lib/threads/readers'
import { AgeNote } from './age-note'
import { ArticleFooter } from './article-footer'
import { ArticleHead } from './article-head'
import { ArticleHeader } from './article-header'
import { ArticleUses } from './article-uses'
import { ClaimsBox } from './claims-box'
import { CorrectionsBox } from './corrections-box'
import { Frame } from './frame'
import { readPaper } from './paper'
import { RetractionNotice } from './retraction-notice'
import { SectionStrip } from './section-strip'
import { SeriesBox } from './series-box'
import { StorySoFar, ThreadLines } from './thread-lines'

/** How many articles of the section follow. */
const NEXT_LENGTH = 4

type Props = {
  article: PublicArticle
  /** Those that it tells, in the order in which it does. */
  claimIds: readonly string[]
}

export async function ArticlePage({ article, claimIds }: Props) {
  const { path, section, metadata } = article
  const filed = { sectionId: section.id, topicIds: metadata.topics.map(({ id }) => id) }
  const paper = readPaper()
  const [{ settings, look, words }, resolved, isGivenAway, next, thread, series, claims, questions] = await Promise.all(
    [
      paper,
      resolveOnStory(article.document, filed),
      paper.then(({ settings }) => mayRepublish(article, settings)),
      listEarlierInSection(article, NEXT_LENGTH),
      findThread(article.id),
      findSeriesOf(article.id),
      findClaims(claimIds),
      findQuestions(article),
    ],
  )
  const printing: Printing = {
    ...{ resolved, time: settings, path, dateline: metadata.dateline, ...questions },
    entries: entryTimes(article.document, metadata),
  }
  const card = article.picture === null ? findSocialPicture(article, settings, look) : null
  return (
    <Frame section={article.section.slug}>
      <ArticleHead article={article} settings={settings} look={look} series={series} />
      <script type="application/ld+json">
        {printForScript(newsArticle(article, settings, env().SITE_URL, thread.follows, series, look.logo, card))}
      </script>
      {claims.length === 0 ? null : (
        <script type="application/ld+json">{printForScript(claimsAsData(claims, settings, env().SITE_URL))}</script>
      )}
      <article className="article" {...(article.isLive ? { 'data-live': words.article.newEntry } : {})}>
        <RetractionNotice article={article} paper={settings.name} time={settings} />
        <ThreadLines thread={thread} words={words} />
        <SeriesBox series={series} words={words} />
        <AgeNote article={article} time={settings} />
        <ArticleHeader article={article} printing={printing} />
        <div className="article-body">
          <DocumentBody document={article.document} printing={printing} />
        </div>
        <CorrectionsBox notes={article.corrections} time={settings} />
        <ClaimsBox claims={claims} time={settings} />
        <StorySoFar articles={thread.soFar} time={settings} />
        <ArticleFooter article={article} words={words}>
          <ArticleUses path={path} isGivenAway={isGivenAway} words={words} />
        </ArticleFooter>
      </article>
      {article.isLive ? <script src="/live.js" defer data-first-party="" /> : null}
      {next.length === 0 ? null : (
        <SectionStrip
          section={{ slug: article.section.slug, name: words.article.moreIn(article.section.name) }}
          articles={next}
          time={settings}
        />
      )}
    </Frame>
  )
}

/** Which paragraphs readers can question: none where the paper does not let them. */
async function findQuestions({ id, document }: PublicArticle): Promise<Pick<Printing, 'questions'>> {
  if (!(await takesReports())) return {}
  const numbers = new Map(paragraphsOf(document).map(({ node }, index) => [node, index + 1]))
  return { questions: { articleId: id, numbers } }
}
