/** Longer than the answer and the page take that somebody waits for. */
const SOON_MILLISECONDS = 100

/**
 * Nudges a moment later. Whoever publishes waits for the answer, and then for the page; both nudges write to the database, and nobody waits
 * for the mails.
 * @param nudges functions that never throw, such as `nudgeMail`
 */
export function nudgeSoon(...nudges: readonly (() => Promise<void>)[]): void {
  setTimeout(() => {
    for (const nudge of nudges) void nudge()
  }, SOON_MILLISECONDS).unref()
}
