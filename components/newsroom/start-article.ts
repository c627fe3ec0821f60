import type { ActionResult } from '@/lib/http/action'

/** Starts an article, empty or as a template begins, and leads to it: what answers is a problem. */
export type StartArticle = (input: { templateId?: string }) => Promise<ActionResult<never>>
