/** A step that is not confirmed, and whether it begins what one action did: such a group is sent whole. */
export type UnsentStep = { step: unknown; isFirstOfAction: boolean }

/** The document as the server confirmed it, and what was typed on top of it. */
export type Snapshot = { version: number; document: unknown; steps: readonly UnsentStep[] }

/** What a tab left unconfirmed. */
export type DraftRecord = Snapshot & { articleId: string; clientId: string; personId: string; savedAt: Date }

/**
 * Words that are in no document: they could not be merged, the place that they were written in was removed meanwhile, or whoever wrote
 * them lost the right to before they were sent, and put them aside.
 */
export type LeftBehind = {
  id: string
  savedAt: Date
  text: string
  cause: 'not-merged' | 'place-removed' | 'put-aside'
}

/**
 * A change to a tab's record. Steps before `from` stand as they are, those from there on are replaced by `steps`.
 * `base`, whose document is JSON text, comes with the first write and whenever the version changed.
 */
export type DraftWrite = {
  articleId: string
  clientId: string
  personId: string
  base: { version: number; document: string } | null
  from: number
  /** Nothing stands from there on. */
  isAfterAll: boolean
  steps: readonly UnsentStep[]
  savedAt: Date
}

export type Release = () => void

/** What a device keeps of unconfirmed words. Every method rejects when the device cannot do it. */
export interface LocalDrafts {
  write(change: DraftWrite): Promise<void>
  remove(articleId: string, clientId: string): Promise<void>
  /** This person's records of the article, oldest first. Another person's are never opened. */
  list(articleId: string, personId: string): Promise<DraftRecord[]>
  get(articleId: string, clientId: string): Promise<DraftRecord | null>

  addLeftBehind(articleId: string, personId: string, words: LeftBehind): Promise<void>
  listLeftBehind(articleId: string, personId: string): Promise<LeftBehind[]>
  removeLeftBehind(id: string): Promise<void>

  /** Marks a client's record as an open tab's until released; a tab that dies releases it. */
  hold(clientId: string): Promise<Release>
  /** The same for a record whose tab is dead; null while that tab is open. */
  claim(clientId: string): Promise<Release | null>
  /** Waits until that tab is dead; null when given up. */
  claimLater(clientId: string, givenUp: AbortSignal): Promise<Release | null>

  /** After a sign-out wiped the device nothing is written any more; this begins again, after a new sign-in. */
  resume(): Promise<void>
}
