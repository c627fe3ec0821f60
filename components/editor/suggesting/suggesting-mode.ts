import type { Editor } from '@tiptap/core'

const modes = new WeakMap<Editor, SuggestingMode>()

/** Whether what is written in this tab is the text or a suggestion. Remembered for the article while the tab is open. */
export class SuggestingMode {
  private readonly key: string
  private readonly listeners = new Set<() => void>()
  private isChosen: boolean
  private isOnlyWay = false

  constructor(articleId: string) {
    this.key = `standfirst.suggesting.${articleId}`
    this.isChosen = stored(this.key)
  }

  get isOn(): boolean {
    return this.isOnlyWay || this.isChosen
  }

  /** This person may suggest and nothing else. */
  get isForced(): boolean {
    return this.isOnlyWay
  }

  force(isForced: boolean): void {
    if (this.isOnlyWay === isForced) return
    this.isOnlyWay = isForced
    this.tell()
  }

  choose(isOn: boolean): void {
    if (this.isOnlyWay || this.isChosen === isOn) return
    this.isChosen = isOn
    try {
      if (isOn) sessionStorage.setItem(this.key, 'on')
      else sessionStorage.removeItem(this.key)
    } catch {
      // A browser that keeps nothing: it is remembered until the page is loaded again.
    }
    this.tell()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function stored(key: string): boolean {
  try {
    return sessionStorage.getItem(key) === 'on'
  } catch {
    return false
  }
}

export function rememberMode(editor: Editor, mode: SuggestingMode): void {
  modes.set(editor, mode)
}

/** True when what is done in this editor now becomes a suggestion. */
export function isSuggesting(editor: Editor): boolean {
  return modes.get(editor)?.isOn ?? false
}
