import type { Transaction } from '../db/database'
import { tag } from '../reader-cache/tags'
import { readGroup } from '../settings/setting-group'
import { idsOf } from './menu-entry'
import { entriesOf, MENUS } from './menu-settings'

/**
 * What has to be made anew because a topic in a menu may have got its first public article, or lost its last: every page. Nothing where no
 * menu leads to a topic of the article or to one above it, or where those have more articles.
 *
 * @param topicIds the topics that the article had for readers, and those that it has
 */
export async function menuTags(tx: Transaction, articleId: string, topicIds: readonly string[]): Promise<string[]> {
  const inMenus = idsOf(entriesOf(await readGroup(MENUS, tx)), 'topic')
  if (inMenus.length === 0 || topicIds.length === 0) return []
  // Of two who withdraw the last two articles at once each still sees the other's: fewer than two others are too few to be sure.
  const scarce = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE above AS (
      SELECT id, "parentId" FROM "Topic" WHERE id = ANY(${[...topicIds]}::uuid[])
      UNION SELECT t.id, t."parentId" FROM "Topic" t JOIN above ON t.id = above."parentId"
    ), below AS (
      SELECT id, id AS root FROM above WHERE id = ANY(${inMenus}::uuid[])
      UNION SELECT t.id, below.root FROM "Topic" t JOIN below ON t."parentId" = below.id
    )
    SELECT 1 FROM below roots
    WHERE roots.id = roots.root AND 2 > (
      SELECT count(*) FROM (
        SELECT 1 FROM below JOIN "PublicationTopic" p ON p."topicId" = below.id
        WHERE below.root = roots.root AND p."articleId" <> ${articleId}::uuid LIMIT 2
      ) others
    ) LIMIT 1`
  return scarce.length === 0 ? [] : [tag.settings]
}
