import { now } from '../clock'
import type { Prisma, Transaction } from '../db/database'
import { parseDocument, toJson } from '../document/document'
import { newId } from '../ids'
import { STARTER_TEMPLATES, type StarterTemplate } from './starter-templates'

/**
 * Gives a newsroom that has no template our four, in the name of the person who begins it. What they are is theirs to change.
 * @param personId who is said to have made them
 */
export async function openStarterTemplates(tx: Transaction, personId: string): Promise<void> {
  if ((await tx.template.count()) > 0) return
  const sections = new Map((await tx.section.findMany()).map(({ id, slug }) => [slug, id]))
  const at = now()
  await tx.template.createMany({
    data: STARTER_TEMPLATES.map((template) => ({
      id: newId(),
      name: template.name,
      description: template.description,
      document: documentOf(template),
      fields: fieldsOf(template, sections),
      requiredFields: template.requiredFields,
      createdById: personId,
      createdAt: at,
      updatedAt: at,
    })),
    // Another process that begins at the same moment gives the same ones.
    skipDuplicates: true,
  })
}

function documentOf({ body }: StarterTemplate): Prisma.InputJsonObject {
  const document = { type: 'doc', content: [{ type: 'headline' }, { type: 'standfirst' }, ...body] }
  return toJson(parseDocument(document)) as Prisma.InputJsonObject
}

function fieldsOf(
  { kicker, commissionedWords, sectionSlug }: StarterTemplate,
  sections: ReadonlyMap<string, string>,
): Prisma.InputJsonObject {
  const sectionId = sectionSlug === undefined ? undefined : sections.get(sectionSlug)
  return {
    commissionedWords,
    ...(kicker === undefined ? {} : { kicker }),
    ...(sectionId === undefined ? {} : { sectionId }),
  }
}
