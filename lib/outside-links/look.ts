/** What the report of links is about: pages that are gone, or pages that will not say. */
export const LOOKS = ['broken', 'uncheckable'] as const
export type Look = (typeof LOOKS)[number]
