import { z } from 'zod'
import type {
  Failure,
  FetchAnswer,
  PresentTab,
  SendAnswer,
  SentStep,
  StepBatch,
  StreamListener,
  Transport,
} from './protocol'

/** A request without an answer for so long counts as lost. Sending it again is safe. */
const PATIENCE_MILLISECONDS = 15_000

/** Browsers send at most 64 KB in requests that outlive their page; more than that is refused as a whole. */
const MOST_BYTES_WHEN_LEAVING = 60_000

const Steps = z.array(z.object({ step: z.unknown(), clientId: z.string() }))
const Applied = z.object({ version: z.number(), steps: Steps.optional() })
const Behind = z.object({ steps: Steps })
const Streamed = z.object({ version: z.number(), steps: Steps })
const ProblemAnswer = z.object({ error: z.object({ message: z.string() }) })
const Ended = z.object({ reason: z.string() })

const UNANSWERED: Failure = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null }

/**
 * The real way to the server: /api/documents/{id}/steps and /events of this origin. Each request says who typed, so that
 * words are never saved in the name of somebody else who signed in on the same computer meanwhile.
 */
export function fetchTransport(articleId: string, personId: string): Transport {
  const address = `/api/documents/${articleId}`
  const headers = { 'Content-Type': 'application/json', 'X-Standfirst-Person': personId }
  return {
    async send(batch, { isLeaving }) {
      const body = JSON.stringify(batch)
      if (isLeaving && new Blob([body]).size > MOST_BYTES_WHEN_LEAVING) return UNANSWERED
      return answered(
        () => ({ method: 'POST', body, headers, keepalive: isLeaving }),
        `${address}/steps`,
        async (response) => sendAnswerOf(response, batch),
      )
    },
    async fetchSince(version) {
      return answered(
        () => ({ headers }),
        `${address}/steps?since=${version}`,
        async (response): Promise<FetchAnswer> => {
          if (!response.ok) return readingFailureOf(response)
          return { kind: 'steps', steps: Behind.parse(await response.json()).steps as SentStep[] }
        },
      )
    },
    listen: (since, listener, clientId) =>
      openStream(`${address}/events?${new URLSearchParams({ since: String(since), clientId })}`, listener),
  }
}

async function answered<Result>(
  init: () => RequestInit,
  address: string,
  read: (response: Response) => Promise<Result | Failure>,
): Promise<Result | Failure> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MILLISECONDS)
  try {
    return await read(
      await fetch(address, { ...init(), credentials: 'same-origin', cache: 'no-store', signal: patience.signal }),
    )
  } catch (error) {
    // What is not JSON of ours comes from something in between: a proxy, a hotel's sign-in page.
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      return { kind: 'unreachable', cause: 'server', retryAfterSeconds: null }
    }
    return UNANSWERED
  } finally {
    clearTimeout(timer)
  }
}

async function sendAnswerOf(response: Response, batch: StepBatch): Promise<SendAnswer> {
  if (response.ok) {
    const { version, steps } = Applied.parse(await response.json())
    if (steps !== undefined) return { kind: 'merged', steps: steps as SentStep[] }
    if (version !== batch.version + batch.steps.length)
      return { kind: 'unreachable', cause: 'server', retryAfterSeconds: null }
    return { kind: 'applied', version }
  }
  if (response.status === 409) return { kind: 'behind', steps: Behind.parse(await response.json()).steps as SentStep[] }
  return failureOf(response)
}

async function failureOf(response: Response): Promise<Failure> {
  const problem = ProblemAnswer.safeParse(await response.json().catch(() => null))
  const message = problem.success ? problem.data.error.message : ''
  switch (response.status) {
    case 401:
      return { kind: 'signed-out', message: message || 'You are signed out. Sign in again to go on.' }
    case 403:
    case 404:
      return { kind: 'refused', message: message || 'You may not change this article any more.' }
    case 413:
      return { kind: 'too-large', message: message || 'This is more than can be saved at once.' }
    case 400:
    case 410:
    case 422:
      return { kind: 'invalid', message: message || 'The server cannot use this change.' }
    default: {
      const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
      return { kind: 'unreachable', cause: 'server', retryAfterSeconds: Number.isFinite(seconds) ? seconds : null }
    }
  }
}

/** Who may not read any more is told that, and not that they may not do something. */
async function readingFailureOf(response: Response): Promise<Failure> {
  const failure = await failureOf(response)
  if (failure.kind !== 'refused') return failure
  return { ...failure, message: 'You may not read this article any more, or it does not exist any more.' }
}

/** EventSource would come back with the version that it began with; the session opens a new one from where it is. */
function openStream(address: string, listener: StreamListener): () => void {
  const source = new EventSource(address)
  const on = (name: string, run: (data: unknown) => void) =>
    source.addEventListener(name, (event: MessageEvent<string>) => {
      try {
        run(event.data ? JSON.parse(event.data) : null)
      } catch {
        source.close()
        listener.onBroken()
      }
    })
  on('steps', (data) => {
    const { version, steps } = Streamed.parse(data)
    listener.onSteps(version - steps.length, steps as SentStep[])
  })
  on('state', () => listener.onArticleChanged())
  on('comments', () => listener.onNews({ kind: 'comments' }))
  on('style', () => listener.onNews({ kind: 'style' }))
  on('presence', (data) => listener.onNews({ kind: 'presence', tabs: (data as { tabs: PresentTab[] }).tabs }))
  on('ended', (data) => {
    source.close()
    listener.onEnded(Ended.safeParse(data).data?.reason ?? '')
  })
  on('refused', (data) => {
    source.close()
    listener.onRefused(Ended.safeParse(data).data?.reason ?? '')
  })
  source.onerror = () => {
    source.close()
    listener.onBroken()
  }
  return () => source.close()
}
