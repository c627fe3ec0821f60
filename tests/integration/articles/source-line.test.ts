import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldName } from '@/lib/articles/fields'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { findArticleByPath } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { newsArticle } from '@/lib/articles/structured-data'
import { database } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { readSettings } from '@/lib/settings/settings'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection('world')
})

async function articleWith(fields: Partial<Record<FieldName, unknown>>): Promise<string> {
  const id = await anArticle(editor, { sectionId: section.id })
  await put(id, fields)
  return id
}

async function put(articleId: string, fields: Partial<Record<FieldName, unknown>>): Promise<void> {
  for (const [field, value] of Object.entries(fields) as [FieldName, unknown][]) {
    const baseVersion = (await getArticleForDesk(editor, articleId)).fieldVersions[field] ?? 0
    await saveField(editor, { articleId, field, value, baseVersion })
  }
}

const sourceCodes = async (id: string) =>
  (await listPublishIssues(editor, id)).issues.filter(({ severity }) => severity === 'blocking').map(({ code }) => code)
const full = {
  sourceName: 'Kestria Wire',
  sourceUrl: 'https://wire.example/ferry',
  licence: 'CC BY 4.0',
}

describe('An article that is not our own', () => {
  test.each(['WIRE', 'PARTNER', 'REWRITTEN'])(
    'as %s goes out only with publisher, address and licence',
    async (origin) => {
      const id = await articleWith({ origin })
      expect(await sourceCodes(id)).toEqual(['no-source-name', 'no-source-address', 'no-licence'])
      const forced = {
        articleId: id,
        version: await versionOf(id),
        overrideReason: 'The agency rang and is in a hurry.',
      }
      await expect(publishArticle(editor, forced)).rejects.toThrow(Invalid)
      await put(id, { sourceName: full.sourceName, sourceUrl: full.sourceUrl })
      expect(await sourceCodes(id)).toEqual(['no-licence'])
      await put(id, { licence: '  ' })
      expect(await sourceCodes(id)).toEqual(['no-licence'])
      await put(id, { licence: full.licence })
      await publishNow(editor, id)
    },
  )

  test('tells readers and machines where it is from, and never the original', async () => {
    const id = await articleWith({
      ...full,
      origin: 'PARTNER',
      firstSeenAt: '2026-11-27T00:30:00.000Z',
      whatWeAdded: 'Two interviews.',
      importedText: 'A canary in the original.',
      isSourceCanonical: true,
    })
    expect((await getArticleForDesk(editor, id)).fields).toMatchObject({
      importedText: 'A canary in the original.',
      firstSeenAt: '2026-11-27T00:30:00.000Z',
    })
    const { path } = await publishNow(editor, id)
    const [, sectionSlug = '', slug = ''] = path.split('/')
    const found = await findArticleByPath(sectionSlug, slug)
    if (found.kind !== 'live') throw new Error(found.kind)
    expect(found.article.metadata.source).toEqual({
      name: 'Kestria Wire',
      url: 'https://wire.example/ferry',
      isCanonical: true,
      origin: 'PARTNER',
      licence: 'CC BY 4.0',
      firstSeenAt: '2026-11-27T00:30:00.000Z',
      whatWeAdded: 'Two interviews.',
    })
    expect(newsArticle(found.article, await readSettings(), 'https://paper.example', null)).toMatchObject({
      isBasedOn: { name: 'Kestria Wire', url: 'https://wire.example/ferry' },
      creditText: 'Originally published by Kestria Wire. Licence: CC BY 4.0.',
    })
    const edition = await database().edition.findFirstOrThrow({ where: { articleId: id } })
    expect(JSON.stringify(edition)).not.toContain('canary')
  })

  test.each(['OWN', 'REWRITTEN'])('as %s cannot send search engines to the source', async (origin) => {
    const id = await articleWith({ ...full, origin, isSourceCanonical: true })
    expect(await sourceCodes(id)).toEqual(['canonical-of-own'])
  })
})

test('our own article may credit a source as before, without terms', async () => {
  const id = await articleWith({ sourceName: 'Kestria Wire' })
  expect(await sourceCodes(id)).toEqual([])
  await publishNow(editor, id)
  await put(id, { importedText: 'Compared later.' })
  expect((await getArticleForDesk(editor, id)).hasUnpublishedChanges).toBe(false)
})

test.each([
  ['origin', 'STOLEN'],
  ['firstSeenAt', 'yesterday'],
  ['licence', 'two\nlines'],
  ['importedText', 'x'.repeat(100_001)],
] as const)('%s refuses what cannot stand in it', async (field, value) => {
  const articleId = await anArticle(editor)
  await expect(saveField(editor, { articleId, field, value, baseVersion: 0 })).rejects.toThrow(Invalid)
})
