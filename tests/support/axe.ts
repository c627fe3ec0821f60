import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { animationsEnded } from './animations'

type RunOptions = Parameters<AxeBuilder['options']>[0]

/**
 * Axe on a page: `await axeOn(page).analyze()` says every violation in full. What is in order is named once for each rule, because to
 * describe every such element takes as long as all the rules. It looks once nothing fades any more, because words that are half there
 * have no contrast, and once the page has its name: on the desk that comes a moment after what it names. Without one it looks all the same, and says so.
 */
export function axeOn(page: Page, options: RunOptions = {}): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...options })
  const analyze = builder.analyze.bind(builder)
  builder.analyze = async () => {
    await expect
      .poll(() => page.title(), { timeout: 2_000 })
      .not.toBe('')
      .catch(() => undefined)
    await animationsEnded(page)
    return analyze()
  }
  return builder
}
