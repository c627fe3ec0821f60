import type { z } from 'zod'
import { Forbidden, Invalid, type Issue, KnownError, RateLimited } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import type { Actor } from '@/lib/policy/actor'

/** What a person is told when something did not work. `id` is set for defects: it stands in the log too. */
export type Problem = { code: string; status: number; message: string; issues: readonly Issue[]; id?: string }

/**
 * Turns whatever was thrown into a sentence. What we did not foresee is logged once, with an id, and nothing of it is shown. Whom a door
 * turned away is logged by their id.
 */
export function problemOf(error: unknown, where: string, actor?: Actor): Problem {
  if (error instanceof KnownError) {
    if (error instanceof Forbidden || error instanceof RateLimited)
      log.info(
        { where, code: error.code, person: actor?.kind === 'person' ? actor.id : undefined },
        'a request was refused',
      )
    return { code: error.code, status: error.status, message: error.message, issues: error.issues }
  }
  const id = newId()
  log.error({
    id,
    where,
    error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error,
  })
  return {
    code: 'DEFECT',
    status: 500,
    message: `Something went wrong on our side. If you report it, give this number: ${id}.`,
    issues: [],
    id,
  }
}

/**
 * Parses input at the edge.
 * @throws Invalid with one issue for each field that is wrong
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    code: issue.code ?? 'invalid',
    message: issue.message,
    severity: 'blocking' as const,
  }))
  throw new Invalid(issues[0]?.message ?? 'This input is not valid.', issues)
}

/** The answer to a program: JSON, never kept by a cache. */
export function problemResponse(problem: Problem, error?: unknown): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  if (error instanceof RateLimited) headers.set('Retry-After', String(error.retryAfterSeconds))
  return Response.json({ error: problem }, { status: problem.status, headers })
}
