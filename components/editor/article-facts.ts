import type { DeskArticle } from './api/article'

/** What the page knows of an article beside its text and its fields: refreshed whenever the server says that it changed. */
export type ArticleFacts = Omit<DeskArticle, 'document' | 'version'>
