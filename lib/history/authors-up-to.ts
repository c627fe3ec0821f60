import { Step } from 'prosemirror-transform'
import { database } from '../db/database'
import { type Author, type AuthorSpan, Authors, minuteOf } from '../document/authorship'
import { parseDocument } from '../document/document'
import { schema } from '../document/schema'
import { restoredVersion } from './restored-version'

const CHUNK = 2_000

/**
 * Who wrote what, at each version of a range that a revision kept and at its end. Goes forward from the revision at its
 * beginning, which either knows its authors or is where one person started the article.
 */
export async function authorsUpTo(
  articleId: string,
  { from, to }: { from: number; to: number },
): Promise<Map<number, AuthorSpan[]>> {
  const revisions = await database().revision.findMany({
    where: { articleId, version: { lte: to } },
    orderBy: [{ version: 'asc' }, { createdAt: 'asc' }],
    select: { version: true, reason: true },
  })
  const versions = new Set(revisions.map(({ version }) => version))
  const restored = new Set(revisions.filter(({ reason }) => reason === 'RESTORED').map(({ version }) => version))
  const authors = await authorsAt(articleId, from)
  const known = new Map<number, Authors>([[from, authors.copy()]])
  for (let at = from; at < to; at += CHUNK) {
    const steps = await database().step.findMany({
      where: { articleId, version: { gt: at, lte: Math.min(to, at + CHUNK) } },
      orderBy: { version: 'asc' },
    })
    for (const { version, step, personId, createdAt, clientId } of steps) {
      const target = restored.has(version) ? restoredVersion(clientId) : null
      const cameBack =
        target === null || target >= version ? undefined : (known.get(target) ?? (await authorsAt(articleId, target)))
      const author: Author = { personId, at: minuteOf(createdAt) }
      authors.apply(Step.fromJSON(schema, step).getMap(), author, cameBack)
      if (versions.has(version) || version === to) known.set(version, authors.copy())
    }
  }
  return new Map([...known].map(([version, kept]) => [version, kept.spans()]))
}

async function authorsAt(articleId: string, version: number): Promise<Authors> {
  const revisions = await database().revision.findMany({
    where: { articleId, version },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const told = revisions.find(({ authors }) => authors !== null)
  if (told) return Authors.from(told.authors as AuthorSpan[])
  const started = revisions.find(({ reason }) => reason === 'STARTED') ?? revisions[0]
  if (started === undefined) throw new Error(`No revision tells who wrote version ${version} of article ${articleId}`)
  const author = { personId: started.personId, at: minuteOf(started.createdAt) }
  return Authors.of(parseDocument(started.document).content.size, author)
}
