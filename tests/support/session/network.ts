// A network between sessions and an authority that can be as bad as one likes, by seeded chance.
import type {
  Failure,
  FetchAnswer,
  SendAnswer,
  SentStep,
  StepBatch,
  StreamListener,
  Transport,
} from '@/components/editor/session/protocol'
import type { Random } from '../seeded'

/** Chances from 0 to 1, and the longest delay of one way, in milliseconds. */
export type Weather = {
  dropsRequest: number
  dropsAnswer: number
  repeats: number
  breaksStream: number
  delay: number
}

export const FINE: Weather = { dropsRequest: 0, dropsAnswer: 0, repeats: 0, breaksStream: 0, delay: 0 }
export const BAD: Weather = { dropsRequest: 0.15, dropsAnswer: 0.15, repeats: 0.1, breaksStream: 0.05, delay: 400 }

type Server = {
  apply(batch: StepBatch): SendAnswer | Promise<SendAnswer>
  list(since: number): FetchAnswer | Promise<FetchAnswer>
  /** Brings what is added from now on; a server that can brings what was missed after `since` first. */
  listen(listener: (since: number, steps: SentStep[]) => void, since: number): () => void
}

const LOST: Failure = { kind: 'unreachable', cause: 'network', retryAfterSeconds: null }

export class Network implements Transport {
  weather: Weather
  /** What every request is answered with instead, while set. */
  failure: Failure | null = null
  readonly sent: { batch: StepBatch; isLeaving: boolean }[] = []
  private readonly server: Server
  private readonly random: Random
  private readonly streams = new Set<StreamListener>()

  constructor(server: Server, random: Random = () => 0.5, weather: Weather = FINE) {
    this.server = server
    this.random = random
    this.weather = weather
  }

  async send(batch: StepBatch, { isLeaving }: { isLeaving: boolean }): Promise<SendAnswer> {
    this.sent.push({ batch, isLeaving })
    const wire = JSON.parse(JSON.stringify(batch)) as StepBatch
    return this.carry(() => this.server.apply(wire))
  }

  async fetchSince(version: number): Promise<FetchAnswer> {
    return this.carry(() => this.server.list(version))
  }

  listen(since: number, listener: StreamListener): () => void {
    if (this.failure !== null) {
      setTimeout(() => listener.onBroken())
      return () => undefined
    }
    this.streams.add(listener)
    // Each piece takes its own time: they overtake one another, and some never come.
    const bring = (from: number, steps: SentStep[]) => {
      if (this.random() < this.weather.breaksStream) {
        this.streams.delete(listener)
        setTimeout(() => listener.onBroken(), this.delay())
      }
      if (this.random() >= this.weather.dropsAnswer) setTimeout(() => listener.onSteps(from, steps), this.delay())
    }
    const missed = this.server.list(since)
    if ('kind' in missed && missed.kind === 'steps' && missed.steps.length > 0) bring(since, [...missed.steps])
    const stop = this.server.listen(bring, since)
    return () => {
      stop()
      this.streams.delete(listener)
    }
  }

  breakStreams(): void {
    for (const listener of this.streams) listener.onBroken()
    this.streams.clear()
  }

  endSessions(reason: string): void {
    for (const listener of this.streams) listener.onEnded(reason)
    this.streams.clear()
  }

  refuseReading(message: string): void {
    for (const listener of this.streams) listener.onRefused(message)
    this.streams.clear()
  }

  private async carry<Answer>(run: () => Answer | Promise<Answer>): Promise<Answer | Failure> {
    const { dropsRequest, dropsAnswer, repeats } = this.weather
    await this.pass()
    if (this.failure !== null) return this.failure
    if (this.random() < dropsRequest) return LOST
    if (this.random() < repeats) setTimeout(() => void run(), this.delay() * 3)
    const answer = await run()
    await this.pass()
    return this.random() < dropsAnswer ? LOST : answer
  }

  private pass(): Promise<void> | undefined {
    return this.weather.delay === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, this.delay()))
  }

  private delay(): number {
    return this.random() * this.weather.delay
  }
}
