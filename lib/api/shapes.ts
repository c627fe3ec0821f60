import { z } from 'zod'

// What the public API answers. Each field that is not here does not leave the server, whatever was read: lib/http/api-route.ts.

const instant = z.iso.datetime().describe('An instant in UTC, ISO 8601.')
const id = z.uuid().describe('Never changes, whatever becomes of the address.')
const url = z.string().describe('A whole address.')

const shelf = z.object({ id, slug: z.string(), name: z.string(), url })
const byline = shelf.extend({ role: z.string().describe('What they did for it; empty for the writer.') })

const picture = z.object({
  id,
  isMain: z.boolean(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string().describe('Has to stand beside the picture.'),
  width: z.number().int().describe('Of the original, in pixels.'),
  height: z.number().int(),
  renditions: z.array(z.object({ width: z.number().int(), url })),
})

const source = z
  .object({
    name: z.string(),
    url: z.string(),
    origin: z.enum(['own', 'wire', 'partner', 'rewritten']).describe('Whose words these are.'),
    licence: z.string(),
    whatWeAdded: z.string(),
  })
  .describe('Who is credited; has to stand beside the words.')

/** An article as the list has it. */
export const ArticleSummary = z.object({
  id,
  url: url.describe('Where readers find it now. It may move; the id stays.'),
  slug: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  kicker: z.string(),
  trailText: z.string().describe('What cards and lists say about it.'),
  bylines: z.array(byline),
  section: shelf,
  topics: z.array(shelf),
  publishedAt: instant.describe('When readers first had it.'),
  updatedAt: instant.nullable().describe('When readers last got something else to read; null while they never did.'),
  isLive: z.boolean().describe('Whether it covers what goes on: it changes every few minutes.'),
  standing: z
    .enum(['asPublished', 'corrected', 'retracted'])
    .describe('Whether it was wrong somewhere and put right, or the paper does not stand by it any more.'),
  edition: z.number().int().describe('Goes up by one with each publication.'),
  language: z.string().describe('BCP 47.'),
})

/** An article whole, as readers have it now. */
export const ArticleWhole = ArticleSummary.extend({
  dateline: z.string(),
  editionPublishedAt: instant,
  canonicalUrl: url.describe('The page that search engines should take for the original.'),
  source: source.nullable(),
  corrections: z
    .array(
      z.object({
        id,
        kind: z.enum(['correction', 'clarification', 'update', 'retraction']),
        text: z.string(),
        publishedAt: instant,
        url,
      }),
    )
    .describe('What readers were told of what changed, the newest first; has to stand beside the words.'),
  mayBeRepublished: z.boolean().describe('Whether the paper lets anybody reprint it.'),
  pictures: z.array(picture),
  document: z.object({
    html: z.string().describe('Without the headline. Links are whole addresses.'),
    text: z.string().describe('Headline, standfirst and text without any mark-up.'),
    json: z.looseObject({ type: z.literal('doc'), content: z.array(z.unknown()) }),
  }),
})

const nextCursor = z.string().nullable().describe('Goes into "cursor" for what follows; null at the end.')

export const ArticlePage = z.object({ articles: z.array(ArticleSummary), nextCursor })

export const WithdrawalPage = z.object({
  events: z.array(
    z.object({
      id,
      event: z.enum(['article.unpublished', 'article.killed']),
      time: instant,
      articleId: id,
      reason: z.string().describe('The sentence that readers find at the address.'),
    }),
  ),
  cursor: z.string().describe('Goes into "cursor" the next time, also where nothing has happened yet.'),
  hasMore: z.boolean(),
})

export const AuditPage = z.object({
  events: z.array(
    z.object({
      id,
      time: instant,
      action: z.string().describe('What was done: article.publish.'),
      thing: z.string().describe('To what kind of thing: article.'),
      thingId: z.string().nullable(),
      person: z.object({ id, name: z.string() }).nullable().describe('Null for a reader or the system itself.'),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  nextCursor,
})

/** Every refusal. */
export const Problem = z.object({
  error: z.object({
    code: z.string().describe('For programs: INVALID, NO_TOKEN, FORBIDDEN, NOT_FOUND, GONE, RATE_LIMITED.'),
    message: z.string().describe('For whoever writes them.'),
    parameters: z.array(z.object({ parameter: z.string(), message: z.string() })).optional(),
    id: z.string().optional().describe('Stands in our log too, where something went wrong on our side.'),
  }),
})
