/** Whose words an article is made of: our own, an agency's, a partner's, or written anew from somebody else's report. */
export const ORIGINS = ['OWN', 'WIRE', 'PARTNER', 'REWRITTEN'] as const
export type Origin = (typeof ORIGINS)[number]

/** The text is another publisher's as it stands: only then may their page be the canonical one. */
export function isTheirText(origin: Origin): boolean {
  return origin === 'WIRE' || origin === 'PARTNER'
}

/** How long an imported original may be, in characters. */
export const IMPORTED_MOST = 100_000
