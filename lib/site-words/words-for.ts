import { arabic } from './ar'
import { english, type SiteWords } from './en'
import { numbersIn } from './numbers'
import { type SiteLanguage, siteLanguageOf, spokenIn } from './site-languages'

const WORDS: Record<SiteLanguage, typeof english> = { en: english, ar: arabic }

const made = new Map<string, SiteWords>()

/** Whatever a page, a feed or a mail says to readers besides what the newsroom wrote. @param language that of the paper, BCP 47 */
export function wordsFor(language: string): SiteWords {
  const before = made.get(language)
  if (before !== undefined) return before
  const fresh = WORDS[siteLanguageOf(language)](numbersIn(spokenIn(language)))
  made.set(language, fresh)
  return fresh
}
