import { kindInWords } from './evidence-kind'

/** A file behind an event as lists show it, without its bytes. */
export type ListedFile = {
  id: string
  name: string
  /** "PDF", "picture" */
  kind: string
  /** In bytes. */
  size: number
  /** ISO 8601 */
  keptAt: string
  /** The name of who kept it; '' where nobody knows any more. */
  keptBy: string
}

/** What a list has to read: never the bytes, which may be many. */
export const listedFile = {
  id: true,
  name: true,
  mime: true,
  size: true,
  createdAt: true,
  createdBy: { select: { name: true } },
} as const

/** The files of an event, for queries that read events; in the order in which they were kept. */
export const filesOfEvent = { select: listedFile, orderBy: { id: 'asc' } } as const

type Row = {
  id: string
  name: string
  mime: string
  size: number
  createdAt: Date
  createdBy: { name: string } | null
}

export function asListed({ id, name, mime, size, createdAt, createdBy }: Row): ListedFile {
  return { id, name, kind: kindInWords(mime), size, keptAt: createdAt.toISOString(), keptBy: createdBy?.name ?? '' }
}
