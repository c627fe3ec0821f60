import { z } from 'zod'
import { fieldSchemas } from '../articles/fields'
import type { TemplateField } from './field-words'

const shape = {
  sectionId: fieldSchemas.sectionId,
  kicker: fieldSchemas.kicker,
  topics: fieldSchemas.topics,
  dateline: fieldSchemas.dateline,
  commissionedWords: fieldSchemas.commissionedWords,
  trailText: fieldSchemas.trailText,
  sourceName: fieldSchemas.sourceName,
} satisfies Record<TemplateField, z.ZodType>

/** What a template puts into the fields around the text. */
export const TemplateFields = z.strictObject(shape).partial()
export type TemplateFields = z.infer<typeof TemplateFields>
