import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'
import { createTemplateFromArticle } from '@/lib/templates/create-template-from-article'
import { replaceTemplateFromArticle } from '@/lib/templates/replace-template-from-article'
import { TemplateFromArticle } from '@/lib/templates/template-input'
import { articleParams } from '../article-params'

const Body = TemplateFromArticle.extend({
  /** The template that gets this shape instead of its own. */
  replaces: z.string().refine(isId, 'This is not an id.').optional(),
})

export const POST = route(
  { permission: 'template.edit', params: articleParams, body: Body, mostBytes: 10_000 },
  async ({ actor, params, body: { replaces, ...input } }) =>
    replaces === undefined
      ? createTemplateFromArticle(actor, { ...input, articleId: params.id })
      : replaceTemplateFromArticle(actor, { ...input, articleId: params.id, templateId: replaces }),
)
