import { LinkIfMay } from '@/components/newsroom/may.client'
import { Badge } from '@/components/ui/badge'
import type { ArticleWithBrokenLinks, BrokenLink } from '@/lib/outside-links/list-broken-links'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import { type LinkActions, LinkButtons } from './link-buttons.client'

/** Articles with the links in them that lead nowhere. */
export function BrokenLinks({
  articles,
  time,
  actions,
}: {
  articles: ArticleWithBrokenLinks[]
  time: PaperTime
  actions: LinkActions
}) {
  return (
    <ul className="space-y-8">
      {articles.map((article) => (
        <li key={article.articleId}>
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b pb-2 font-semibold">
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${article.articleId}`}
              className="min-w-0 hover:underline"
            >
              {article.headline}
            </LinkIfMay>
            <Badge tone={article.isPublic ? 'good' : 'neutral'}>{article.isPublic ? 'Public' : 'Not public'}</Badge>
          </h2>
          <ul className="divide-y divide-line">
            {article.links.map((link) => (
              <li key={link.id} className="py-4">
                <LinkFacts link={link} time={time} />
                <ElsewhereThanInWords link={link} article={article} />
                {article.mayEdit ? <LinkButtons articleId={article.articleId} link={link} actions={actions} /> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const STATUSES = {
  DEAD: { tone: 'danger', words: 'Dead' },
  FAILING: { tone: 'warn', words: 'Failing' },
  UNCHECKABLE: { tone: 'neutral', words: 'Cannot be checked' },
} as const

/** What cannot be turned into text, and what there is to do instead. */
function ElsewhereThanInWords({ link, article }: { link: BrokenLink; article: ArticleWithBrokenLinks }) {
  const { isInWords, isSource, isInPost } = link
  const isBroken = link.status !== 'UNCHECKABLE'
  return (
    <div className="mt-1 space-y-1 text-ink-soft text-sm">
      {isSource ? (
        <p>
          It is the source line of the article.{' '}
          {article.mayEdit ? (
            <LinkIfMay
              needs="article.read"
              href={`/desk/articles/${article.articleId}?field=sourceUrl`}
              className="whitespace-nowrap text-ink underline underline-offset-2"
            >
              Open the field
            </LinkIfMay>
          ) : null}
        </p>
      ) : null}
      {isInPost ? (
        <p>It is the original of a quoted post.{isBroken ? ' There is nothing to do: its words are kept.' : ''}</p>
      ) : null}
      {isInWords || isSource || isInPost ? null : (
        <p>The draft does not link there any more. Readers lose the link when it is published again.</p>
      )}
    </div>
  )
}

function LinkFacts({ link, time }: { link: BrokenLink; time: PaperTime }) {
  return (
    <div className="min-w-0 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={STATUSES[link.status].tone} dot>
          {STATUSES[link.status].words}
        </Badge>
        {link.words ? <span className="min-w-0 break-words font-medium">“{link.words}”</span> : null}
      </p>
      <p className="mt-1.5 break-all">
        <a href={link.url} rel="noopener noreferrer" target="_blank" className="text-ink underline underline-offset-2">
          {link.url}
        </a>
      </p>
      <p className="mt-1 text-ink-soft">
        Since {printDate(link.since, time)}: {link.why}.{' '}
        <a
          href={link.archiveUrl}
          rel="noopener noreferrer"
          target="_blank"
          className="whitespace-nowrap underline underline-offset-2"
        >
          Look in the archive
        </a>
      </p>
    </div>
  )
}
