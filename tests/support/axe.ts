import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { animationsEnded } from './animations'

type RunOptions = Parameters<AxeBuilder['options']>[0]

/**
 * Axe on a page: `await axeOn(page).analyze()` says every violation in full. What is in order is named once for each rule, because to
 * describe every such element takes as long as all the rules. It looks once nothing fades any more: words that are half there have no contrast.
 */
export function axeOn(page: Page, options: RunOptions = {}): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...options })
  const analyze = builder.analyze.bind(builder)
  builder.analyze = async () => {
    await animationsEnded(page)
    return analyze()
  }
  return builder
}
