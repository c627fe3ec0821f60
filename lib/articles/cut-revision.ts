import { now } from '../clock'
import type { Prisma, Transaction } from '../db/database'
import { type Document, toJson } from '../document/document'
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
  await tx.revision.create({
    data: {
      id: newId(),
      articleId,
      version,
      reason,
      document: toJson(document) as Prisma.InputJsonObject,
      personId: actor.id,
      createdAt: now(),
    },
    // Else the database sends the document back.
    select: { id: true },
  })
}
