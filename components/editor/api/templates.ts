import type { RequiredField, TemplateField } from '@/lib/templates/field-words'
import { request } from './request'

export type ListedTemplate = { id: string; name: string; description: string; requiredFields: RequiredField[] }

/** The templates that there are, by name. For those who look after them. */
export async function listTemplates(): Promise<ListedTemplate[]> {
  return (await request<{ templates: ListedTemplate[] }>('/api/templates')).templates
}

/** Makes a template of the article as it is saved, or gives its shape to one that exists. */
export function saveAsTemplate(
  articleId: string,
  input: {
    name: string
    description: string
    fields: TemplateField[]
    requiredFields: RequiredField[]
    replaces?: string
  },
): Promise<{ id: string }> {
  return request(`/api/documents/${articleId}/template`, { method: 'POST', body: input })
}
