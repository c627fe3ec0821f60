import { now } from '../clock'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'
import { newId } from '../ids'
import type { PersonActor } from '../policy/actor'

type RevisionInput = {
  articleId: string
  version: number
  document: Document
  reason: 'FILED' | 'APPROVED' | 'SCHEDULED' | 'PUBLISHED' | 'UNPUBLISHED' | 'KILLED' | 'SIGNED' | 'SUBBED'
}

/**
 * Keeps the whole document as it was at a moment worth naming.
 * @param actor whose moment it is; for what an outsider signs, whoever made the link
 */
export async function cutRevision(
  tx: Transaction,
  actor: Pick<PersonActor, 'id'>,
  { articleId, version, document, reason }: RevisionInput,
) {
  await sqlOn(tx)`
    INSERT INTO "Revision" (id, "articleId", version, reason, document, "personId", "createdAt")
    VALUES (${newId()}::uuid, ${articleId}::uuid, ${version}, ${reason}::"RevisionReason", ${JSON.stringify(document)}::jsonb,
      ${actor.id}::uuid, ${now()}::timestamptz)`
}
