import type { Prisma, Transaction } from '../db/database'
import type { ShelfKind } from './shelf'

/** Templates that begin with a shelf begin with the one that took it in. */
export async function moveTemplates(tx: Transaction, kind: ShelfKind, id: string, intoId: string): Promise<void> {
  const templates = await tx.template.findMany({ select: { id: true, fields: true } })
  for (const template of templates) {
    const fields = movedFields(template.fields as Prisma.JsonObject, kind, id, intoId)
    if (fields !== null) await tx.template.update({ where: { id: template.id }, data: { fields } })
  }
}

/** The fields with the other shelf in place of the first, or null where the first is not among them. */
function movedFields(
  fields: Prisma.JsonObject,
  kind: ShelfKind,
  id: string,
  intoId: string,
): Prisma.InputJsonObject | null {
  if (kind === 'section')
    return fields.sectionId === id ? ({ ...fields, sectionId: intoId } as Prisma.InputJsonObject) : null
  const { topics } = fields
  if (!Array.isArray(topics) || !topics.includes(id)) return null
  const moved = [...new Set(topics.map((topic) => (topic === id ? intoId : topic)))]
  return { ...fields, topics: moved } as Prisma.InputJsonObject
}
