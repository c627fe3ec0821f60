const MOST_CHARACTERS = 80

/**
 * The part of an address that a headline gives: lower case, accents dropped, words joined by hyphens, cut at a word.
 * A headline without a Latin letter or digit gives the empty text, and a person types the slug.
 */
export function slugFrom(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’ʼ]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MOST_CHARACTERS) break
    slug = longer
  }
  return slug === '' ? (words[0]?.slice(0, MOST_CHARACTERS) ?? '') : slug
}
