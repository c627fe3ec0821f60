import type { Metadata } from 'next'
import { articlesHref } from '@/components/newsroom/articles-address'
import { ArticlesShelf } from '@/components/newsroom/articles-shelf'
import { NewArticleButton } from '@/components/newsroom/new-article-button.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { PresencePoll } from '@/components/newsroom/presence-poll.client'
import { listArticles, listLatestPublished } from '@/lib/articles/list-articles'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { printLongDate } from '@/lib/settings/paper-time'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { startArticle } from './articles/actions'

export const metadata: Metadata = { title: 'Desk' }

const SHELF = 6

/** What waits for me. */
export default async function DeskPage() {
  const actor = await pageActor('newsroom.enter', '/desk')
  const canPublish = can(actor, 'article.publish')
  const [drafts, filed, published, look, settings, templates] = await Promise.all([
    listArticles(actor, { state: 'DRAFT', personId: actor.id, limit: SHELF }),
    listArticles(actor, { state: 'FILED', limit: SHELF }),
    listLatestPublished(actor, SHELF),
    listArticles(actor, { wantsLook: true, limit: SHELF, ...(canPublish ? {} : { personId: actor.id }) }),
    readSettings(),
    listTemplates(actor),
  ])
  const at = now()
  const mine = (
    <ArticlesShelf
      title="My drafts"
      articles={drafts.articles}
      now={at}
      allHref={articlesHref({ state: 'DRAFT' })}
      empty="You have no drafts. What you start appears here."
    />
  )
  const waiting = (
    <ArticlesShelf
      title="Filed, waiting for an editor"
      articles={filed.articles}
      now={at}
      allHref={articlesHref({ state: 'FILED' })}
      empty="Nothing is waiting."
    />
  )
  return (
    <PageBody width="normal">
      <PageHeader
        title="Desk"
        aside={can(actor, 'article.create') ? <NewArticleButton start={startArticle} templates={templates} /> : null}
      >
        {printLongDate(at, settings)}
      </PageHeader>
      <PresencePoll
        articleIds={[...new Set([...drafts.articles, ...filed.articles, ...published].map(({ id }) => id))]}
      >
        <div className="grid items-start gap-8 lg:grid-cols-2 lg:gap-10">
          <div className="space-y-8">
            {look.articles.length === 0 ? null : (
              <ArticlesShelf
                title="Wants a look"
                articles={look.articles}
                now={at}
                allHref={articlesHref({ look: 'links' })}
                empty="Nothing wants a look."
              />
            )}
            {canPublish ? waiting : mine}
            {canPublish ? mine : waiting}
          </div>
          <ArticlesShelf
            title="Latest published"
            articles={published}
            now={at}
            allHref={articlesHref({ state: 'PUBLISHED' })}
            empty="Nothing has been published yet."
            dateOf={(article) => article.firstPublishedAt ?? article.editedAt}
          />
        </div>
      </PresencePoll>
    </PageBody>
  )
}
