import type { Page } from '@playwright/test'

/** Until nothing fades or moves. What turns for ever, as a spinner, is not waited for; what was replaced by another has ended, too. */
export async function animationsEnded(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
  })
}
