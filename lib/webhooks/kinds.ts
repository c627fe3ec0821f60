/** What a webhook can be told of. */
export const WEBHOOK_KINDS = [
  'article.published',
  'article.updated',
  'article.unpublished',
  'article.killed',
  'front.published',
] as const
export type WebhookKind = (typeof WEBHOOK_KINDS)[number]

/** What a test is called. Nobody chooses it. */
export const TEST_KIND = 'webhook.test'

export const KIND_WORDS: Record<WebhookKind, string> = {
  'article.published': 'Readers get an article, for the first time or again.',
  'article.updated': 'Readers get a new edition of an article that they have.',
  'article.unpublished': 'An article is taken from readers, and may come back.',
  'article.killed': 'An article is withdrawn for good: whoever has a copy deletes it.',
  'front.published': 'A front is laid out anew.',
}
