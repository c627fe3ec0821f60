import { database } from '../db/database'
import { type Document, parseDocument } from '../document/document'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { REQUIRED_FIELDS, type RequiredField } from './field-words'
import { TemplateFields } from './template-fields'

/** A template as a menu offers it. */
export type OfferedTemplate = { id: string; name: string; description: string }

/** Templates by name, for whoever starts an article. */
export function listTemplates(actor: Actor): Promise<OfferedTemplate[]> {
  authorise(actor, 'article.create')
  return database().template.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, description: true },
  })
}

/** A template as those who look after it see it. */
export type KeptTemplate = OfferedTemplate & {
  requiredFields: RequiredField[]
  updatedAt: Date
  /** How many articles were started from it. */
  articles: number
}

export async function listKeptTemplates(actor: Actor): Promise<KeptTemplate[]> {
  authorise(actor, 'template.edit')
  const rows = await database().template.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      description: true,
      requiredFields: true,
      updatedAt: true,
      _count: { select: { articles: true } },
    },
  })
  return rows.map(({ _count, requiredFields, ...row }) => ({
    ...row,
    requiredFields: knownFields(requiredFields),
    articles: _count.articles,
  }))
}

export type Template = OfferedTemplate & {
  document: Document
  fields: TemplateFields
  requiredFields: RequiredField[]
}

/** For whoever starts articles from it, and whoever looks after it. @throws NotFound */
export async function getTemplate(actor: Actor, id: string): Promise<Template> {
  if (!can(actor, 'template.edit')) authorise(actor, 'article.create')
  const row = await database().template.findUnique({ where: { id } })
  if (row === null) throw new NotFound('This template does not exist any more.')
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    document: parseDocument(row.document),
    fields: TemplateFields.parse(row.fields),
    requiredFields: knownFields(row.requiredFields),
  }
}

/** The fields that there are; in the order in which the desk shows them. */
export function knownFields(names: readonly string[]): RequiredField[] {
  return REQUIRED_FIELDS.filter((name) => names.includes(name))
}
