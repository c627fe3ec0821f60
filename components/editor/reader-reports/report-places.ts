import type { Node } from '@tiptap/pm/model'
import { type FoundParagraph, findParagraphs } from '@/lib/reader-reports/find-paragraph'
import type { ArticleReport } from '@/lib/reader-reports/list-article-reports'

/** Where the paragraph of each report begins, by the id of the report. */
export type ReportPlaces = ReadonlyMap<string, number>

/**
 * Finds the paragraphs of reports by their words. Where the words are gone, a report stays at the paragraph where it was.
 * @param former where they were, in this document
 * @returns the places, and whether the words of some report are gone
 */
export function placesOf(
  doc: Node,
  reports: readonly ArticleReport[],
  former: ReportPlaces,
): { places: ReportPlaces; isSomeGone: boolean } {
  const places = new Map<string, number>()
  const all = findParagraphs(doc, reports)
  all.forEach((found, index) => {
    const report = reports[index]
    if (report === undefined || found === null) return
    places.set(report.id, placeOf(doc, found, former.get(report.id)))
  })
  return { places, isSomeGone: all.some((found) => found === null || found.kind === 'nearest') }
}

function placeOf(doc: Node, found: FoundParagraph, former: number | undefined): number {
  const isStill = found.kind === 'nearest' && former !== undefined && former < doc.content.size
  return isStill && doc.nodeAt(former)?.type.name === 'paragraph' ? former : found.position
}

/** Reports together that are about one paragraph, by where it begins. */
export function byPlace(
  reports: readonly ArticleReport[],
  places: ReportPlaces,
): ReadonlyMap<number, readonly ArticleReport[]> {
  const grouped = new Map<number, ArticleReport[]>()
  for (const report of reports) {
    const place = places.get(report.id)
    if (place !== undefined) grouped.set(place, [...(grouped.get(place) ?? []), report])
  }
  return grouped
}
