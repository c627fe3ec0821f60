/** A step as it travels: ProseMirror's JSON and the tab that made it. */
export type SentStep = { step: unknown; clientId: string }

/** What a tab sends: its steps and the version of the document that they were made on. */
export type StepBatch = {
  version: number
  clientId: string
  steps: readonly unknown[]
  /**
   * Which of the steps begin an action of the person: what belongs together is done as a whole or not at all. With it, a
   * server that has gone on meanwhile does the steps again after the others'; without it, it answers `behind`.
   */
  firsts?: readonly number[]
  /** The step that made `version` must be this tab's own. */
  isAfterOwn?: boolean
}

/** Why a request did not do what it should, in the kinds that need different answers. */
export type Failure =
  /** 401: nobody is signed in, the session has ended, or the person was deactivated. `message` says which. */
  | { kind: 'signed-out'; message: string }
  /** 403, 404: signed in, but not for this. */
  | { kind: 'refused'; message: string }
  /** 400, 410: sending the same again cannot help. */
  | { kind: 'invalid'; message: string }
  /** 413: more than the server takes at once. */
  | { kind: 'too-large'; message: string }
  /** No answer, or one that says "later" (429, 5xx). Whether the request arrived is not known. */
  | { kind: 'unreachable'; cause: 'network' | 'server'; retryAfterSeconds: number | null }

export type SendAnswer =
  | { kind: 'applied'; version: number }
  /** Applied after what others did: everything after the version that was sent, this tab's own steps as they came out. */
  | { kind: 'merged'; steps: readonly SentStep[] }
  /** 409: everything after the version that was sent, the tab's own steps included where an earlier answer was lost. */
  | { kind: 'behind'; steps: readonly SentStep[] }
  | Failure

export type FetchAnswer = { kind: 'steps'; steps: readonly SentStep[] } | Failure

/** A tab in which somebody has the article open, and where its cursor is in the document of `version`. */
export type PresentTab = {
  clientId: string
  personId: string
  name: string
  version: number
  /** Null while the cursor is not in the text. */
  selection: { anchor: number; head: number } | null
}

/** What the stream tells beside steps and state. */
export type News =
  /** Everybody who has the article open now, this tab included. */
  | { kind: 'presence'; tabs: readonly PresentTab[] }
  /** A conversation began, went on, was resolved or opened again: read them again. */
  | { kind: 'comments' }
  /** The rules of the house style or its dictionary changed: read them again. */
  | { kind: 'style' }

/** What arrives over the stream of an article. */
export type StreamListener = {
  /** Steps `since + 1`, `since + 2`, ... */
  onSteps(since: number, steps: readonly SentStep[]): void
  /** The state of the article or the fields around its text changed. */
  onArticleChanged(): void
  onNews(news: News): void
  /** The session has ended, or the person was deactivated. */
  onEnded(reason: string): void
  /** Signed in still, and not for this any more. */
  onRefused(message: string): void
  /** The stream broke. It is not opened again by itself. */
  onBroken(): void
}

/** The way to the server. No method rejects: what went wrong is an answer too. */
export interface Transport {
  /** `isLeaving`: the page is going away, so the request must outlive it. */
  send(batch: StepBatch, options: { isLeaving: boolean }): Promise<SendAnswer>
  fetchSince(version: number): Promise<FetchAnswer>
  /** Opens the stream of a tab from a version on; the answer closes it. */
  listen(since: number, listener: StreamListener, clientId: string): () => void
}
