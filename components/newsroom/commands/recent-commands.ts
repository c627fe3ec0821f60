const KEY = 'standfirst:recent-commands'
const MOST = 12

/** The ids of what was chosen in the palette of this browser, newest first. */
export function recentCommands(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    // A browser that keeps nothing remembers nothing.
    return []
  }
}

export function rememberCommand(id: string): void {
  try {
    const rest = recentCommands().filter((other) => other !== id)
    localStorage.setItem(KEY, JSON.stringify([id, ...rest].slice(0, MOST)))
  } catch {
    // The next time it is found by its name.
  }
}
