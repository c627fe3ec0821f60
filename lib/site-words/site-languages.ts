/** The languages in which the paper has words of its own, as BCP 47 begins them. A paper in another language says them in the first. */
export const SITE_LANGUAGES = ['en', 'ar'] as const
export type SiteLanguage = (typeof SITE_LANGUAGES)[number]

/** The language in which numbers and times stand among the paper's own words. @param language that of the paper, BCP 47 */
export function spokenIn(language: string): string {
  const isOwn = new Intl.Locale(language).language === siteLanguageOf(language)
  return isOwn ? language : 'en-GB'
}

/** The one whose words a paper prints. @param language BCP 47 */
export function siteLanguageOf(language: string): SiteLanguage {
  const written = new Intl.Locale(language).language
  return SITE_LANGUAGES.find((known) => known === written) ?? SITE_LANGUAGES[0]
}
