import type { Keeping, Kept } from '../around/field-saver'

const PREFIX = 'standfirst-fields:'

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

/** Forgets the fields that this tab keeps, at sign-out. */
export function wipeKeptFields(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
