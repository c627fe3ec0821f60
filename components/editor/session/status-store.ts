import type { SaveStatus } from './status'

/** The status of a session, for whoever shows it. It changes with every save: what does not show it need not hear of it. */
export class StatusStore {
  private status: SaveStatus = { kind: 'saved', at: null }
  private readonly listeners = new Set<() => void>()

  readonly current = (): SaveStatus => this.status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  set(status: SaveStatus): void {
    this.status = status
    for (const listener of this.listeners) listener()
  }
}
