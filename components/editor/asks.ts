import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'

/** What the text asks of the forms around it: a key, a toolbar button and the slash menu all ask in the same words. */
export type Ask =
  | { kind: 'link words' }
  | { kind: 'quote speaker'; place?: { from: number; to: number } }
  | { kind: 'mark claim'; eventId?: string | undefined }
  | { kind: 'reader reports'; reports: readonly ArticleReport[] }
  | { kind: 'comment' }
  | { kind: 'explain words' }
  | { kind: 'read more'; position?: number | undefined }
  | { kind: 'related'; position?: number | undefined }
  | { kind: 'image' }
  | { kind: 'to-do' }
  | { kind: 'who wrote' }
  | { kind: 'toolbar' }
  | { kind: 'keys' }
