import { type LoadedArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import type { Prisma, Transaction } from '../db/database'
import { tell } from '../notifications/tell'
import type { OpenLink } from './find-open-link'

type News = {
  action: 'outsider.comment' | 'outsider.sign'
  /** What it is about, for ever. */
  about: string
  text: string
  detail: Prisma.InputJsonObject
}

/** Writes down what came through a link, and tells whoever made it and whose article it is. */
export async function tellOfOutsider(
  tx: Transaction,
  link: OpenLink,
  article: LoadedArticle,
  { action, about, text, detail }: News,
): Promise<void> {
  const nobody = { kind: 'nobody' } as const
  await recordEvent(tx, nobody, {
    action,
    thing: 'article',
    thingId: article.id,
    detail: { linkId: link.id, label: link.label, ...detail },
  })
  const to = [link.createdById, ...ownersOf(article).ownerIds]
  await tell(tx, { kind: 'OUTSIDER', article, by: nobody, about, to, text })
  await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${article.id})`
}
