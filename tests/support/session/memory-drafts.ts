// A browser's storage and its locks, in memory.
import type { DraftRecord, DraftWrite, LeftBehind, LocalDrafts, Release } from '@/components/editor/session/drafts'

/** One browser. Each of its tabs has a view of the same records. */
export class MemoryDevice {
  readonly records = new Map<string, DraftRecord>()
  readonly leftBehind = new Map<string, LeftBehind & { articleId: string; personId: string }>()
  isFull = false
  wipes = 0
  private readonly locks = new Map<string, { tab: object; waiting: ((release: Release) => void)[] }>()

  wipe(): void {
    this.records.clear()
    this.leftBehind.clear()
    this.wipes++
  }

  /** A new tab. `die` is what a crash does: everything stays written, and its locks come free. */
  openTab(): LocalDrafts & { die(): void } {
    const tab = {}
    let wipes = this.wipes
    let isDead = false
    const mayWrite = () => {
      if (isDead) return new Promise<never>(() => undefined)
      if (this.isFull || wipes !== this.wipes) throw new Error('Nothing is kept')
      return undefined
    }
    return {
      write: async (change) => {
        await mayWrite()
        this.write(change)
      },
      remove: async (articleId, clientId) => {
        await (isDead ? new Promise<never>(() => undefined) : undefined)
        this.records.delete(key(articleId, clientId))
      },
      list: async (articleId, personId) =>
        [...this.records.values()]
          .filter((record) => record.articleId === articleId && record.personId === personId)
          .toSorted((one, other) => one.savedAt.getTime() - other.savedAt.getTime()),
      get: async (articleId, clientId) => this.records.get(key(articleId, clientId)) ?? null,
      addLeftBehind: async (articleId, personId, words) => {
        await mayWrite()
        this.leftBehind.set(words.id, { ...words, articleId, personId })
      },
      listLeftBehind: async (articleId, personId) =>
        [...this.leftBehind.values()].filter((words) => words.articleId === articleId && words.personId === personId),
      removeLeftBehind: async (id) => {
        this.leftBehind.delete(id)
      },
      hold: async (clientId) => this.take(tab, clientId),
      claim: async (clientId) => (this.locks.has(clientId) ? null : this.take(tab, clientId)),
      claimLater: (clientId, givenUp) =>
        new Promise((resolve) => {
          givenUp.addEventListener('abort', () => resolve(null))
          const lock = this.locks.get(clientId)
          if (lock === undefined) resolve(this.take(tab, clientId))
          else lock.waiting.push(() => resolve(this.take(tab, clientId)))
        }),
      resume: async () => {
        wipes = this.wipes
      },
      die: () => {
        isDead = true
        for (const [clientId, lock] of this.locks) if (lock.tab === tab) this.release(clientId)
      },
    }
  }

  private write({ articleId, clientId, personId, base, from, isAfterAll, steps, savedAt }: DraftWrite): void {
    const before = this.records.get(key(articleId, clientId))
    if (base === null && (before === undefined || before.steps.length < from))
      throw new Error('A write without its base')
    const snapshot = base === null ? before : { version: base.version, document: JSON.parse(base.document) as unknown }
    if (snapshot === undefined) return
    const { version, document } = snapshot
    if (isAfterAll && before?.steps.length !== from) throw new Error('Steps stand after what is written')
    const kept = (before?.steps ?? []).slice(0, from)
    const added = JSON.parse(JSON.stringify(steps)) as typeof steps
    this.records.set(key(articleId, clientId), {
      articleId,
      clientId,
      personId,
      version,
      document,
      steps: [...kept, ...added],
      savedAt,
    })
  }

  private take(tab: object, clientId: string): Release {
    this.locks.set(clientId, { tab, waiting: [] })
    return () => this.release(clientId)
  }

  private release(clientId: string): void {
    const lock = this.locks.get(clientId)
    this.locks.delete(clientId)
    const [next] = lock?.waiting ?? []
    next?.(() => undefined)
  }
}

function key(articleId: string, clientId: string): string {
  return `${articleId} ${clientId}`
}
