import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleEditor } from '@/components/editor/article-editor.client'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { readSettings } from '@/lib/settings/settings'
import { listNewsletters, listSections } from '@/lib/shelves/list-shelves'

export const metadata: Metadata = { title: 'Article' }

export default async function ArticlePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ thread?: string | string[]; field?: string | string[] }>
}) {
  const [{ id }, { thread, field }] = await Promise.all([params, searchParams])
  // A link in a mail leads to a conversation, and one in a report to a field, also by way of the sign-in page.
  const asksField = typeof field === 'string' && /^[\w.]{1,40}$/.test(field)
  const query = isId(thread) ? `?thread=${thread}` : asksField ? `?field=${field}` : ''
  const actor = await pageActor('article.read', `/desk/articles/${id}${query}`)
  if (!isId(id)) notFound()
  const [initial, sections, newsletters, { language }] = await Promise.all([
    orNotFound(getArticleForDesk(actor, id)),
    listSections(actor),
    listNewsletters(actor),
    readSettings(),
  ])
  return (
    <ArticleEditor
      key={id}
      // A document's attributes have no prototype, and only plain objects cross to the browser.
      initial={structuredClone(initial)}
      personId={actor.id}
      sections={sections}
      newsletters={newsletters}
      mayCreateTopics={can(actor, 'topic.create')}
      language={language}
    />
  )
}
