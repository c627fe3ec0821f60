import type { EditorState } from '@tiptap/pm/state'
import { listSuggestions, type Suggestion } from '@/lib/document/suggestions'
import { afterKeys } from '../session/after-keys'
import { Alarm } from '../session/pace'

/** The list follows the text after so long; nobody reads it faster, and typing must not wait for it. */
const QUIET_MILLISECONDS = 200

/** What is suggested in the text that is on the screen, for whoever shows it. It follows the text a moment later. */
export class SuggestionList {
  private list: readonly Suggestion[] = []
  private written = '[]'
  private readonly alarm = new Alarm(afterKeys)
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly current = (): readonly Suggestion[] => this.list

  /** Looks at a text now. */
  read({ doc }: EditorState): void {
    this.stop()
    const list = listSuggestions(doc)
    const written = JSON.stringify(list)
    if (written === this.written) return
    this.list = list
    this.written = written
    for (const listener of this.listeners) listener()
  }

  /** Looks at it once nobody has typed for a moment. */
  readSoon(latest: () => EditorState): void {
    this.alarm.set(QUIET_MILLISECONDS, () => this.read(latest()))
  }

  stop(): void {
    this.alarm.clear()
  }
}
