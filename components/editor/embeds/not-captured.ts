const reasons = new Map<string, string>()

/** Why the post behind an address could not be looked up, for as long as the tab is open: it is nothing of the article. */
export function whyNotCaptured(url: string): string | null {
  return reasons.get(url) ?? null
}

export function rememberWhyNot(url: string, reason: string): void {
  reasons.set(url, reason)
}
