import type { Keeping, Kept } from '../around/field-saver'

const PREFIX = 'standfirst-fields:'

/** What the keys of comments that were not sent begin with. */
export const KEPT_COMMENTS = 'standfirst-comments:'

/** Keeps unsaved fields in the tab's own storage, under the article and the person. */
export function keepInTab(articleId: string, personId: string): Keeping {
  const key = `${PREFIX}${articleId}:${personId}`
  return {
    read: () => {
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
