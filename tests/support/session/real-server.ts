// The real use cases and the real database as a session's server, without HTTP in between.
import type { Failure, FetchAnswer, SendAnswer, SentStep, StepBatch } from '@/components/editor/session/protocol'
import { applySteps } from '@/lib/articles/apply-steps'
import { listSteps } from '@/lib/articles/list-steps'
import { watchArticle } from '@/lib/articles/watch-article'
import { KnownError } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'

export class RealServer {
  private readonly actor: PersonActor
  private readonly articleId: string
  /** What was thrown and is no known error: a real server would have answered 500. */
  readonly defects: unknown[] = []

  constructor(actor: PersonActor, articleId: string) {
    this.actor = actor
    this.articleId = articleId
  }

  async apply(batch: StepBatch): Promise<SendAnswer> {
    try {
      const result = await applySteps(this.actor, { articleId: this.articleId, ...batch })
      return result
    } catch (error) {
      return this.failureOf(error)
    }
  }

  async list(since: number): Promise<FetchAnswer> {
    try {
      return { kind: 'steps', steps: (await listSteps(this.actor, this.articleId, since)).steps }
    } catch (error) {
      return this.failureOf(error)
    }
  }

  listen(listener: (since: number, steps: SentStep[]) => void, since: number): () => void {
    let isOver = false
    const watching = watchArticle(this.actor, { articleId: this.articleId, since }, (event) => {
      if (event.kind === 'steps' && !isOver) listener(event.version - event.steps.length, event.steps)
    })
    return () => {
      isOver = true
      void watching.then((stop) => stop())
    }
  }

  private failureOf(error: unknown): Failure {
    if (error instanceof KnownError) return failureOf(error)
    this.defects.push(error)
    return { kind: 'unreachable', cause: 'server', retryAfterSeconds: null }
  }
}

function failureOf(error: KnownError): Failure {
  switch (error.status) {
    case 400:
      return { kind: 'invalid', message: error.message }
    case 401:
      return { kind: 'signed-out', message: error.message }
    case 403:
    case 404:
      return { kind: 'refused', message: error.message }
    case 413:
      return { kind: 'too-large', message: error.message }
    default:
      return { kind: 'unreachable', cause: 'server', retryAfterSeconds: null }
  }
}
