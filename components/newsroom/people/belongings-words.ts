import type { Leaving } from '@/lib/people/leaving/look-at-leaving'

/** "3 articles", "1 article". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** Is there anything that somebody else could take over? */
export function hasToHandOver({ articles, publications, unpublishings, desksLedAlone, events }: Leaving): boolean {
  return articles.count + publications.count + unpublishings.count + desksLedAlone.length + events > 0
}

/** Is anything theirs at all? */
export function isNothing(leaving: Leaving): boolean {
  return !hasToHandOver(leaving) && leaving.holds.count + leaving.links + leaving.calendars + leaving.soleSources === 0
}

/** What will fail later because nobody who is with the paper scheduled it; empty where nothing will. */
export function failingWords({ publications, unpublishings }: Leaving): string {
  const out = publications.count === 0 ? '' : `${counted(publications.count, 'publication')} will not go out`
  const away =
    unpublishings.count === 0 ? '' : `${counted(unpublishings.count, 'article')} will not be taken from readers`
  const both = [out, away].filter((words) => words !== '').join(', and ')
  return both === '' ? '' : `${both}: nobody who is with the paper has scheduled it.`
}
