import { z } from 'zod'
import type { ApiOperation } from '../http/api-route'
import { ArticlePage, ArticleWhole, AuditPage, WithdrawalPage } from './shapes'

// Every address of the public API: what it takes and answers. The routes are made of these, and so is its description.

const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'Give an instant such as 2026-11-28T09:30:00Z, or a day.')
  .describe('ISO 8601; a day alone begins at midnight UTC.')
const limit = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'Give a number.')
    .pipe(z.coerce.number<string>().int().min(1, 'At least 1.').max(100, 'At most 100.'))
    .default(usual)
    .describe(`How many at most; ${usual} unless you say so.`)
const cursor = z
  .string()
  .regex(/^[\w-]{1,200}$/, 'This cursor is none of ours.')
  .describe('Where to go on, as the answer before said.')
const slug = z.string().min(1).max(200)

export const LIST_ARTICLES = {
  path: '/api/v1/articles',
  name: 'listArticles',
  summary: 'What readers have, newest first',
  description:
    'By first publication; with updatedSince by the last change that readers could see. Embargoed and scheduled articles are in it from the instant on at which readers have them.',
  scope: 'published:read',
  params: z.object({}),
  query: z.strictObject({
    section: slug.optional().describe('The slug of a section; those below it are in it.'),
    topic: slug.optional().describe('The slug of a topic; those below it are in it.'),
    author: slug.optional().describe('The slug of a byline.'),
    since: instant.optional(),
    updatedSince: instant.optional(),
    limit: limit(20),
    cursor: cursor.optional(),
  }),
  answer: ArticlePage,
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

export const GET_ARTICLE = {
  path: '/api/v1/articles/{id}',
  name: 'getArticle',
  summary: 'An article whole, as readers have it now',
  description: '410 where readers had it once: delete your copy. The message says why, as its page does.',
  scope: 'published:read',
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({}),
  answer: ArticleWhole,
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

export const LIST_EVENTS = {
  path: '/api/v1/events',
  name: 'listEvents',
  summary: 'What was withdrawn, in the order in which it happened',
  description:
    'Whoever keeps copies asks here and deletes what is named. It goes by id alone: addresses are made of headlines. An article that came back is among the articles again.',
  scope: 'published:read',
  params: z.object({}),
  query: z.strictObject({ limit: limit(100), cursor: cursor.optional() }),
  answer: WithdrawalPage,
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

export const LIST_AUDIT = {
  path: '/api/v1/audit',
  name: 'listAudit',
  summary: 'Who did what in the newsroom, newest first',
  description: 'No headline and no word of a draft is in it.',
  scope: 'audit:read',
  params: z.object({}),
  query: z.strictObject({
    since: instant.optional(),
    until: instant.optional(),
    limit: limit(100),
    cursor: cursor.optional(),
  }),
  answer: AuditPage,
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

/** Asked for without a token, so it says of the paper what everybody knows. */
export const DESCRIBE = {
  path: '/api/v1/openapi.json',
  name: 'describeApi',
  summary: 'This description',
  description: '',
  scope: 'anyone',
  params: z.object({}),
  query: z.strictObject({}),
  answer: z.record(z.string(), z.unknown()),
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

/** Whatever else is asked for below /api/v1: a refusal in the shape of all others. */
export const ELSEWHERE = {
  path: '/api/v1/…',
  name: 'elsewhere',
  summary: 'Nothing',
  description: '',
  scope: 'anyone',
  params: z.object({}),
  query: z.record(z.string(), z.string()),
  answer: z.never(),
} satisfies ApiOperation<z.ZodType, z.ZodType, z.ZodType>

/** Those that the description lists. */
export const OPERATIONS: readonly ApiOperation<z.ZodType, z.ZodType, z.ZodType>[] = [
  LIST_ARTICLES,
  GET_ARTICLE,
  LIST_EVENTS,
  LIST_AUDIT,
]
