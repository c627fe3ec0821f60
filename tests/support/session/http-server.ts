// Servers of the real app behind a session, over HTTP: what fetch-transport.ts does in a browser, in Node and with several servers.
import { setTimeout as pass } from 'node:timers/promises'
import type { FetchAnswer, SendAnswer, SentStep, StepBatch } from '@/components/editor/session/protocol'

const UNREACHABLE = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null } as const
const PATIENCE_MILLISECONDS = 15_000

/** Where requests go at this moment, or null when everything is down. */
type Choose = () => string | null

export class HttpServer {
  private readonly choose: Choose
  private readonly headers: Record<string, string>
  private readonly path: string
  /** How long each acknowledged request took, in milliseconds. */
  readonly acknowledgedAfter: number[] = []
  /** Answers that no working server gives. */
  readonly defects: string[] = []

  constructor(choose: Choose, headers: Record<string, string>, articleId: string) {
    this.choose = choose
    this.headers = headers
    this.path = `/api/documents/${articleId}`
  }

  async apply(batch: StepBatch): Promise<SendAnswer> {
    const startedAt = performance.now()
    const response = await this.request('/steps', { method: 'POST', body: JSON.stringify(batch) })
    if (response === null) return UNREACHABLE
    if (response.status === 409) return { kind: 'behind', steps: await stepsOf(response) }
    if (!response.ok) return this.failure(response)
    const { version, steps } = (await response.json()) as { version: number; steps?: SentStep[] }
    this.acknowledgedAfter.push(performance.now() - startedAt)
    return steps === undefined ? { kind: 'applied', version } : { kind: 'merged', steps }
  }

  async list(since: number): Promise<FetchAnswer> {
    const response = await this.request(`/steps?since=${since}`, {})
    if (response === null) return UNREACHABLE
    if (!response.ok) return this.failure(response)
    return { kind: 'steps', steps: await stepsOf(response) }
  }

  /** Reads the stream of events; one that ends is opened again from where it was, as a browser does after a while. */
  listen(listener: (since: number, steps: SentStep[]) => void, since: number): () => void {
    const end = new AbortController()
    let version = since
    const follow = async () => {
      while (!end.signal.aborted) {
        const response = await this.request(`/events?since=${version}`, { signal: end.signal })
        if (response?.ok && response.body) {
          await eachEvent(response.body, (name, data) => {
            if (name !== 'steps') return
            const news = JSON.parse(data) as { version: number; steps: SentStep[] }
            version = news.version
            listener(news.version - news.steps.length, news.steps)
          }).catch(() => undefined)
        }
        await pass(200)
      }
    }
    void follow()
    return () => end.abort()
  }

  private async request(path: string, init: RequestInit): Promise<Response | null> {
    const origin = this.choose()
    if (origin === null) return null
    const signal = init.signal ?? AbortSignal.timeout(PATIENCE_MILLISECONDS)
    const headers = { ...this.headers, Origin: origin, 'Content-Type': 'application/json' }
    return fetch(origin + this.path + path, { ...init, headers, signal }).catch(() => null)
  }

  private async failure(response: Response) {
    const text = await response.text().catch(() => '')
    // A server that is just starting or dying may say 503; everything else should not happen to people who may write.
    if (response.status !== 503) this.defects.push(`${response.status} ${text.slice(0, 300)}`)
    return { ...UNREACHABLE, cause: 'server' as const }
  }
}

async function stepsOf(response: Response): Promise<SentStep[]> {
  return ((await response.json()) as { steps: SentStep[] }).steps
}

async function eachEvent(body: ReadableStream<Uint8Array>, run: (name: string, data: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const name = lines.find((line) => line.startsWith('event: '))?.slice(7)
      const data = lines.find((line) => line.startsWith('data: '))?.slice(6)
      if (name !== undefined && data !== undefined) run(name, data)
    }
  }
}
