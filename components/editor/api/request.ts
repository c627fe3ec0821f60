import type { Issue } from '@/lib/errors'

/** A request that did not do what it should. `status` 0: no answer came at all. */
export class RequestFailed extends Error {
  readonly status: number
  readonly issues: readonly Issue[]
  /** The whole answer, for those that carry more than an error. */
  readonly answer: unknown

  constructor(status: number, message: string, issues: readonly Issue[] = [], answer: unknown = null) {
    super(message)
    this.status = status
    this.issues = issues
    this.answer = answer
  }
}

type Question = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal | undefined
  keepalive?: boolean
  /** Whose words these are; the server looks whether it is still they who are signed in. */
  personId?: string
}

/**
 * Asks our own server and gives its JSON. The sentence of a failure can be shown as it is.
 * @throws RequestFailed; an abort is passed on as it comes
 */
export async function request<Answer>(
  path: string,
  { method = 'GET', body, signal, keepalive = false, personId }: Question = {},
): Promise<Answer> {
  const headers = {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(personId === undefined ? {} : { 'X-Standfirst-Person': personId }),
  }
  let response: Response
  try {
    response = await fetch(path, {
      method,
      keepalive,
      cache: 'no-store',
      ...(signal === undefined ? {} : { signal }),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new RequestFailed(0, 'There is no connection. Try again when you are back online.')
  }
  const answer: unknown = await response.json().catch((error: unknown) => {
    if (signal?.aborted) throw error
    return null
  })
  if (response.ok) return answer as Answer
  throw failureOf(response.status, answer)
}

/** What went wrong, from the answer of one of our routes. */
export function failureOf(status: number, answer: unknown): RequestFailed {
  const error = (answer as { error?: { message?: string; issues?: readonly Issue[] } } | null)?.error
  return new RequestFailed(status, error?.message ?? sentenceFor(status), error?.issues ?? [], answer)
}

/** What to tell the person, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'Something went wrong. Try again.'
}

function sentenceFor(status: number): string {
  if (status === 401) return 'You are signed out. Sign in again to go on.'
  if (status === 413) return 'This is more than we take.'
  if (status >= 500) return 'The server did not manage this. Try again in a moment.'
  return 'This did not work. Try again.'
}
