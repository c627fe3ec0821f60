import type { Transaction } from '@/lib/db/database'

const LONGEST = 80

/** Whoever gives or moves addresses of bylines comes one after the other until the transaction ends. */
export async function lockBylineSlugs(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst byline slugs'))`
}

/**
 * A slug for a byline that no other byline has or had: "maria-novak", then "maria-novak-2". The caller's transaction holds the
 * namespace from here on, so that two people of one name who are made at the same moment get two slugs.
 *
 * @param own the byline that it is for, where there is one already: what it had it may have again
 */
export async function freeBylineSlug(tx: Transaction, name: string, own?: string): Promise<string> {
  await lockBylineSlugs(tx)
  const base = slugOfName(name)
  const taken = await tx.bylineSlug.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true, bylineId: true },
  })
  const slugs = new Set(taken.filter(({ bylineId }) => bylineId !== own).map(({ slug }) => slug))
  if (!slugs.has(base)) return base
  for (let number = 2; ; number++) {
    const slug = `${base}-${number}`
    if (!slugs.has(slug)) return slug
  }
}

/** "Ángela Núñez-Łuczak" is angela-nunez-luczak; a name without one Latin letter or digit is "byline". */
export function slugOfName(name: string): string {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøðþłđħıŋ]/g, (letter) => SPELT_OUT[letter] ?? '')
    .replace(/['’ʼ]/g, '')
  const slug = latin.replace(/[^a-z0-9]+/g, '-').slice(0, LONGEST)
  return slug.replace(/^-+|-+$/g, '') || 'byline'
}

/** Letters that do not come apart into a Latin one and a mark. */
const SPELT_OUT: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}
