import { z } from 'zod'
import { REQUIRED_FIELDS, TEMPLATE_FIELDS } from './field-words'

const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u

/** How a kind of article is called: "Court report". */
const TemplateName = z
  .string()
  .trim()
  .min(1, 'Give the template a name.')
  .max(60, 'At most 60 characters fit here.')
  .regex(oneLine, 'One line, please.')

const TemplateDescription = z
  .string()
  .trim()
  .max(200, 'At most 200 characters fit here.')
  .regex(oneLine, 'One line, please.')

const RequiredFields = z.array(z.enum(REQUIRED_FIELDS)).max(REQUIRED_FIELDS.length)

/** What is said about a template, beside its text. */
export const AboutTemplate = z.strictObject({
  name: TemplateName,
  description: TemplateDescription,
  requiredFields: RequiredFields,
})
export type AboutTemplate = z.infer<typeof AboutTemplate>

/** A template made from an article: what it is called, and which of the article's fields come with it. */
export const TemplateFromArticle = AboutTemplate.extend({
  fields: z.array(z.enum(TEMPLATE_FIELDS)).max(TEMPLATE_FIELDS.length),
})
export type TemplateFromArticle = z.infer<typeof TemplateFromArticle>
