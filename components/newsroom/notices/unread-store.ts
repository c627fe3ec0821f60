/**
 * How many notices are unread, once for the whole page: asked again every minute, when somebody looks at the page again, and
 * whenever something says that it changed.
 */
const EVERY_MILLISECONDS = 60_000

let unread: number | null = null
const listeners = new Set<() => void>()
let stopAsking: (() => void) | null = null

/** Null until it is known. */
export function unreadNow(): number | null {
  return unread
}

export function onUnreadChange(listener: () => void): () => void {
  listeners.add(listener)
  stopAsking ??= keepAsking()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stopAsking?.()
    stopAsking = null
  }
}

/** Asks the server now. Where no answer comes, what was known stays. */
export async function askUnread(): Promise<void> {
  await take(fetch('/api/notices', { cache: 'no-store' }))
}

/** Marks notices as read, also while the page is being left. False when it did not work. */
export async function markNoticesRead(
  which: { noticeId: string } | { threadId: string } | { all: true },
): Promise<boolean> {
  return take(
    fetch('/api/notices/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(which),
    }),
  )
}

async function take(asked: Promise<Response>): Promise<boolean> {
  const response = await asked.catch(() => null)
  if (!response?.ok) return false
  const answer = (await response.json().catch(() => null)) as { unread: number } | null
  if (answer === null) return false
  if (answer.unread !== unread) {
    unread = answer.unread
    for (const listener of listeners) listener()
  }
  return true
}

function keepAsking(): () => void {
  const ask = () => {
    if (document.visibilityState === 'visible') void askUnread()
  }
  const timer = setInterval(ask, EVERY_MILLISECONDS)
  window.addEventListener('focus', ask)
  document.addEventListener('visibilitychange', ask)
  return () => {
    clearInterval(timer)
    window.removeEventListener('focus', ask)
    document.removeEventListener('visibilitychange', ask)
  }
}
