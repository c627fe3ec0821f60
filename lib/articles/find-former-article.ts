import { database } from '../db/database'
import { pathOf } from './paths'

/**
 * The article that once stood at `/section/slug`: because it had another slug or section, or because its section had another
 * slug. Both kinds of former address lead to ids, so whatever moved how often is found in one step.
 *
 * @returns its id, or null where no article is known to have stood there
 */
export async function findFormerArticle(sectionSlug: string, slug: string): Promise<string | null> {
  const own = await findRedirect([pathOf(sectionSlug, slug)])
  if (own !== null) return own
  const section = await findSectionBySlug(sectionSlug)
  if (section === null) return null
  const there = await database().publication.findUnique({
    where: { sectionId_slug: { sectionId: section.id, slug } },
    select: { articleId: true },
  })
  return there?.articleId ?? findRedirect(section.slugs.map((each) => pathOf(each, slug)))
}

async function findRedirect(paths: string[]): Promise<string | null> {
  const former = await database().redirect.findFirst({
    where: { path: { in: paths } },
    orderBy: { createdAt: 'desc' },
    select: { articleId: true },
  })
  return former?.articleId ?? null
}

/** The section that has or once had this slug, and every slug that it ever had. */
async function findSectionBySlug(slug: string): Promise<{ id: string; slugs: string[] } | null> {
  const kept = await database().sectionSlug.findUnique({
    where: { slug },
    select: { section: { select: { id: true, slugs: { select: { slug: true } } } } },
  })
  return kept === null ? null : { id: kept.section.id, slugs: kept.section.slugs.map((each) => each.slug) }
}
