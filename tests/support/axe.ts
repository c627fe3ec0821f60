import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type RunOptions = Parameters<AxeBuilder['options']>[0]

/**
 * Axe on a page: `await axeOn(page).analyze()` says every violation in full. What is in order is named once for each rule, because to
 * describe every such element takes as long as all the rules.
 */
export function axeOn(page: Page, options: RunOptions = {}): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...options })
}
