import { join } from 'node:path'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import type { PersonActor } from '@/lib/policy/actor'
import { addPart } from '@/lib/series/add-part'
import { createSeries } from '@/lib/series/create-series'
import { createSampleNewsroom } from '@/prisma/seed'
import { anArticle, publishNow, versionOf } from './articles'
import { aDocument } from './documents'
import { type KindOfPage, kindsOfPages } from './kinds-of-pages'
import { aPerson } from './newsroom-rows'
import { everyNodeHere, publishCorpus, sampleThings } from './publish-corpus'
import { scratchFolder } from './scratch-folder'
import { type ServerProcess, startServer } from './server-process'

export type WholeSite = {
  server: ServerProcess
  signIns: Awaited<ReturnType<typeof createSampleNewsroom>>
  kinds: KindOfPage[]
  /** The slug of the section of generated articles. */
  corpus: string
}

/**
 * The sample newsroom with what it has none of (a section within a section, a series, a story that follows another, a former address, a secret
 * link, an article with every block) and `generated` articles more, served as it is in earnest.
 */
export async function startWholeSite(generated: number): Promise<WholeSite> {
  const signIns = await createSampleNewsroom()
  const editor = await aPerson('EDITOR', 'Ines Calder')
  const things = await sampleThings()
  const politics = await database().section.findUniqueOrThrow({ where: { slug: 'politics' } })
  const corpus = await aSectionBelow(politics.id, 'generated')
  const paths = await publishCorpus(editor, generated, { ...things, sectionId: corpus.id })
  const made = await publishTheRest(editor, things, corpus.id)
  const server = await startServer({
    folder: join(scratchFolder(), '.data'),
    env: { DATABASE_URL: process.env.DATABASE_URL ?? '', MEDIA_DIR: process.env.MEDIA_DIR ?? '' },
  })
  const kinds = [...(await kindsOfPages(server.url)), ...made, ...paths.map(toKind)]
  return { server, signIns, kinds, corpus: corpus.slug }
}

function toKind(path: string): KindOfPage {
  return { kind: 'a generated article', path, status: 200 }
}

async function aSectionBelow(parentId: string, slug: string): Promise<{ id: string; slug: string }> {
  const name = 'Generated & <odd>'
  return database().section.create({ data: { id: newId(), slug, name, position: 90, parentId } })
}

async function publishOverriding(editor: PersonActor, articleId: string): Promise<string> {
  const overrideReason = 'Every block is there for a test.'
  return (await publishArticle(editor, { articleId, version: await versionOf(articleId), overrideReason })).path
}

async function publishTheRest(
  editor: PersonActor,
  things: Awaited<ReturnType<typeof sampleThings>>,
  sectionId: string,
): Promise<KindOfPage[]> {
  const id = await anArticle(editor, { document: everyNodeHere(things), sectionId, slug: 'former-address' })
  const former = await publishOverriding(editor, id)
  await saveField(editor, { articleId: id, field: 'slug', value: 'every-node', baseVersion: 1 })
  const now = await publishOverriding(editor, id)
  const following = await anArticle(editor, { document: aDocument('What came after'), sectionId })
  await saveField(editor, { articleId: following, field: 'followsId', value: id, baseVersion: 0 })
  const next = (await publishNow(editor, following)).path
  const series = await createSeries(editor, { name: 'Every <part>', slug: 'every-part', description: 'In order.' })
  for (const articleId of [id, following]) await addPart(editor, { seriesId: series.id, articleId })
  const secret = await makeOutsiderLink(editor, {
    ...{ articleId: things.draftId, purpose: 'COMMENT', label: 'Ms Quill', hours: 24, version: null },
  })
  return [
    { kind: 'an article with every block', path: now, status: 200 },
    { kind: 'a former address', path: former, status: 301 },
    { kind: 'an article that follows another, in a series', path: next, status: 200 },
    { kind: 'a series', path: '/series/every-part', status: 200 },
    { kind: 'a draft by secret link', path: secret.path, status: 200 },
  ]
}
