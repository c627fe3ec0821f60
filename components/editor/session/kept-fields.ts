import type { Keeping, Kept } from '../around/field-saver'

const PREFIX = 'standfirst-fields:'

/** When somebody last signed out: in the browser's storage as it is, and in the tab's as the tab knows it. */
const LEFT = 'standfirst-left'

/** What the keys of comments that were not sent begin with. */
export const KEPT_COMMENTS = 'standfirst-comments:'

/** Keeps unsaved fields in the tab's own storage, under the article and the person. */
export function keepInTab(articleId: string, personId: string): Keeping {
  const key = `${PREFIX}${articleId}:${personId}`
  return {
    read: () => {
      forgetAfterSignOut()
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Kept
      } catch {
        return {}
      }
    },
    write: (kept) => {
      try {
        if (Object.keys(kept).length === 0) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // A browser that keeps nothing: the page still asks before it is closed.
      }
    },
  }
}

/** To be called as somebody signs out, for the tabs that do not hear of it: those that are still being loaded. */
export function noteSignOut(): void {
  try {
    localStorage.setItem(LEFT, crypto.getRandomValues(new Uint32Array(2)).join('-'))
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Forgets what this tab keeps when somebody has signed out since the tab last looked. */
export function forgetAfterSignOut(): void {
  try {
    const left = localStorage.getItem(LEFT) ?? ''
    const known = sessionStorage.getItem(LEFT)
    if (known !== null && known !== left) wipeKeptFields()
    sessionStorage.setItem(LEFT, left)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/**
 * Forgets what this tab keeps of articles, at sign-out: fields and comments that were not sent, and words that somebody does not want to
 * hear of.
 */
export function wipeKeptFields(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (/^standfirst[-.]/.test(key)) sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
