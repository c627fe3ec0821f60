'use client'

import './editor.css'
import './suggesting/suggesting.css'
import { useCallback, useEffect, useState } from 'react'
import { type DeskArticle, putField, readArticle } from './api/article'
import type { Newsletter, Section } from './api/shelves'
import { FieldSaver, type FieldValues } from './around/field-saver'
import type { ArticleFacts } from './article-facts'
import { EditorSkeleton } from './editor-skeleton'
import { keepInTab } from './session/kept-fields'
import { useDocumentSession } from './session/use-document-session.client'
import { Workplace } from './workplace.client'

export type ArticleEditorProps = {
  initial: DeskArticle
  personId: string
  sections: readonly Section[]
  newsletters: readonly Newsletter[]
  mayCreateTopics: boolean
  /** The language that the paper is written in, BCP 47. */
  language: string
}

/**
 * The editor of one article: opens the session that saves its text and the saver of the fields around it, keeps what is
 * known of the article up to date, and hands all of it to the workplace.
 */
export function ArticleEditor({
  initial,
  personId,
  sections,
  newsletters,
  mayCreateTopics,
  language,
}: ArticleEditorProps) {
  const [facts, setFacts] = useState<ArticleFacts>(initial)
  const [saver] = useState(
    () =>
      new FieldSaver(
        fieldValues(initial),
        initial.fieldVersions,
        (change) => putField(initial.id, personId, change, document.visibilityState === 'hidden'),
        keepInTab(initial.id, personId),
      ),
  )

  const refresh = useCallback(async () => {
    // Offline or signed out: what is known stays, and the status says so already.
    const fresh = await readArticle(initial.id).catch(() => null)
    if (fresh === null) return
    setFacts(fresh)
    saver.receive(fieldValues(fresh), fresh.fieldVersions)
    // From the first publication on the slug that the headline gave is the article's own.
    if (fresh.firstPublishedAt !== null) saver.adopt('slug', fresh.fields.slug)
  }, [initial.id, saver])

  const session = useDocumentSession({
    articleId: initial.id,
    personId,
    initial: { version: initial.version, document: initial.document },
    onArticleChanged: refresh,
  })

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => saver.hasUnsaved() && event.preventDefault()
    const send = () => document.visibilityState === 'hidden' && saver.leave()
    const retry = () => saver.retry()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', retry)
    window.addEventListener('focus', retry)
    document.addEventListener('visibilitychange', send)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', retry)
      window.removeEventListener('focus', retry)
      document.removeEventListener('visibilitychange', send)
      saver.leave()
    }
  }, [saver])

  if (!session.ready) return <EditorSkeleton />
  return (
    <Workplace
      key={session.clientId}
      personId={personId}
      session={session}
      saver={saver}
      facts={facts}
      sections={sections}
      newsletters={newsletters}
      mayCreateTopics={mayCreateTopics}
      language={language}
      refresh={refresh}
    />
  )
}

/** A slug that still follows the headline is nobody's value yet. */
function fieldValues({ fields, isSlugByHand, firstPublishedAt }: DeskArticle): FieldValues {
  return isSlugByHand || firstPublishedAt !== null ? fields : { ...fields, slug: '' }
}
