import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as post } from '@/app/api/preview/[token]/route'
import { GET as getPicture } from '@/app/preview/[token]/media/[id]/[rendition]/route'
import { killArticle } from '@/lib/articles/kill-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound, RateLimited } from '@/lib/errors'
import { newId, newSecret } from '@/lib/ids'
import { getLegal } from '@/lib/legal/get-legal'
import { requireLegal } from '@/lib/legal/require-legal'
import { withoutSecrets } from '@/lib/log'
import { storePicture } from '@/lib/media/store-picture'
import { commentAsOutsider } from '@/lib/outsiders/comment-as-outsider'
import { listOutsiders } from '@/lib/outsiders/list-outsiders'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import { MakeOutsiderLink } from '@/lib/outsiders/outsider-input'
import { findPreviewPicture, openPreview } from '@/lib/outsiders/readers'
import { resolveOutsiderComment } from '@/lib/outsiders/resolve-comment'
import { revokeOutsiderLink } from '@/lib/outsiders/revoke-link'
import { signAsOutsider } from '@/lib/outsiders/sign-as-outsider'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let another: PersonActor
let editor: PersonActor
let lawyer: PersonActor
let section: { id: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Nadia Verhoeve')
  another = await aPerson('REPORTER', 'Joss Tembury')
  editor = await aPerson('EDITOR', 'Idris Fenner')
  lawyer = await aPerson('LAWYER', 'Petra Lindqvist')
  section = await aSection()
})

type Purpose = 'READ' | 'COMMENT' | 'SIGN_OFF'

const ready = () => anArticle(reporter, { document: aDocument(`Trial begins ${newId()}`), sectionId: section.id })

async function invite(
  articleId: string,
  purpose: Purpose,
  { by = editor, label = 'Ms Quill', hours = 24, version = null as number | null } = {},
): Promise<{ id: string; secret: string }> {
  const { id, path } = await makeOutsiderLink(by, { articleId, purpose, label, hours, version })
  return { id, secret: path.slice('/preview/'.length) }
}

const comment = (secret: string, words = 'Please check the date.', once = newId(), network = newId()) =>
  commentAsOutsider(
    secret,
    { form: 'comment', once, version: 0, name: 'A. Quill', quote: 'on Tuesday', words },
    network,
  )
const sign = (secret: string, verdict: 'SIGNED' | 'CONDITIONS' | 'REFUSED' = 'SIGNED', words = '') =>
  signAsOutsider(secret, { form: 'sign', name: 'A. Quill', verdict, words }, newId())
const textOf = async (secret: string) => (await openPreview(secret))?.document.textContent
const gate = async (articleId: string) =>
  (await listPublishIssues(editor, articleId)).issues.find(({ code }) => code === 'not-signed')?.message ?? null
const expire = (id: string) =>
  database().outsiderLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } })

async function aPicture(): Promise<string> {
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#335' } })
    .png()
    .toBuffer()
  return (await storePicture(editor, { bytes, fileName: 'quay.png' })).id
}

const imageOf = (mediaId: string) => ({ mediaId, alt: 'The quay', caption: '', credit: 'A. Lens' })

/** A form as a browser posts it from the page behind the link. */
function posted(secret: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request(`http://paper.example/api/preview/${secret}`, {
    method: 'POST',
    headers: {
      host: 'paper.example',
      origin: 'null',
      'sec-fetch-site': 'same-origin',
      'x-standfirst-address': '10.1.1.1',
      ...headers,
    },
    body: new URLSearchParams(fields),
  })
  return post(request, { params: Promise.resolve({ token: secret }) })
}

describe('A secret link', () => {
  test('opens the draft as readers would get it, follows it, and counts', async () => {
    const id = await ready()
    const { id: linkId, secret } = await invite(id, 'READ', { by: reporter })
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await textOf(secret)).toContain('The council met on Tuesday.')
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    expect(await textOf(secret)).toContain('Wednesday')
    expect((await listOutsiders(editor, id)).links).toMatchObject([
      { id: linkId, label: 'Ms Quill', state: 'open', opened: 2, version: null, madeBy: 'Nadia Verhoeve' },
    ])
  })

  test('is kept as a hash, and stands in no list and no record', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'READ')
    const rows = [
      await database().outsiderLink.findMany({ where: { articleId: id } }),
      await database().auditEvent.findMany({ where: { thingId: id } }),
      await listOutsiders(editor, id),
    ]
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(await listOutsiders(editor, id))).not.toMatch(/[0-9a-f]{64}/)
  })

  test('that shows one version shows its words and fields for as long as it is open', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT', { version: 0 })
    await retype(reporter, id, 2, 'Something else.')
    await saveField(reporter, { articleId: id, field: 'kicker', value: 'Exclusive', baseVersion: 0 })
    expect(await openPreview(secret)).toMatchObject({ version: 0, isOlder: true, fields: { kicker: '' } })
    expect(await textOf(secret)).toContain('Tuesday')
    await expect(invite(id, 'READ', { version: 99 })).rejects.toThrow(Conflict)
  })

  test('opens nothing once it is revoked, too old, guessed, or the article is killed', async () => {
    const id = await ready()
    const [revoked, old, dead] = await Promise.all([invite(id, 'READ'), invite(id, 'COMMENT'), invite(id, 'READ')])
    await revokeOutsiderLink(reporter, { articleId: id, linkId: revoked.id })
    await expire(old.id)
    for (const { secret } of [revoked, old]) expect(await openPreview(secret)).toBeNull()
    await expect(comment(old.secret)).rejects.toThrow(NotFound)
    expect(await openPreview(dead.secret)).not.toBeNull()
    await publishNow(editor, id)
    await killArticle(editor, { articleId: id, reason: 'It was wrong.' })
    for (const secret of [dead.secret, newSecret(), id, '', 'x'.repeat(43), '../media'])
      expect(await openPreview(secret), secret).toBeNull()
  })

  test('comes out of an embargo: it is a door of the newsroom', async () => {
    const id = await ready()
    await database().article.update({ where: { id }, data: { embargoUntil: new Date(Date.now() + 86_400_000) } })
    const { secret } = await invite(id, 'READ')
    expect(await textOf(secret)).toContain('Tuesday')
  })

  test('is made by those whose article it is; to sign, by those who approve', async () => {
    const id = await ready()
    const nobody: Actor = { kind: 'nobody' }
    for (const by of [another, lawyer]) await expect(invite(id, 'READ', { by })).rejects.toThrow(Forbidden)
    await expect(
      makeOutsiderLink(nobody, { articleId: id, purpose: 'READ', label: 'x', hours: 1, version: null }),
    ).rejects.toThrow(NotFound)
    // Nobody signs their own article by a link to themselves.
    await expect(invite(id, 'SIGN_OFF', { by: reporter })).rejects.toThrow(Forbidden)
    await expect(revokeOutsiderLink(another, { articleId: id, linkId: (await invite(id, 'READ')).id })).rejects.toThrow(
      Forbidden,
    )
    await expect(listOutsiders(nobody, id)).rejects.toThrow(NotFound)
  })

  test('of another article is not found under this one', async () => {
    const [mine, theirs] = [await ready(), await ready()]
    const { id: linkId, secret } = await invite(theirs, 'COMMENT')
    await comment(secret)
    const { comments } = await listOutsiders(editor, theirs)
    await expect(revokeOutsiderLink(editor, { articleId: mine, linkId })).rejects.toThrow(NotFound)
    await expect(resolveOutsiderComment(editor, { articleId: mine, commentId: comments[0]?.id ?? '' })).rejects.toThrow(
      NotFound,
    )
    expect(await openPreview(secret)).not.toBeNull()
  })

  test('there are at most twenty open ones, also when two are made at once', async () => {
    const id = await ready()
    for (let made = 0; made < 19; made += 1) await invite(id, 'READ')
    const ends = await Promise.allSettled([invite(id, 'READ'), invite(id, 'READ', { by: reporter })])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { links } = await listOutsiders(editor, id)
    await revokeOutsiderLink(editor, { articleId: id, linkId: links[0]?.id ?? '' })
    await invite(id, 'READ')
  }, 60_000)

  test('two who revoke it at once leave one record', async () => {
    const id = await ready()
    const { id: linkId } = await invite(id, 'READ')
    await Promise.all([editor, reporter].map((by) => revokeOutsiderLink(by, { articleId: id, linkId })))
    expect(await database().auditEvent.count({ where: { thingId: id, action: 'outsider.revoke' } })).toBe(1)
  })

  test.each([
    ['no time', { hours: 0 }],
    ['more than thirty days', { hours: 721 }],
    ['a part of an hour', { hours: 1.5 }],
    ['nobody to be for', { label: '  ' }],
    ['a long label', { label: 'x'.repeat(101) }],
    ['another purpose', { purpose: 'WRITE' }],
    ['no such version', { version: -1 }],
    ['a secret of the caller', { secret: 'x' }],
  ])('is not made with %s', (_, wrong) => {
    const right = { purpose: 'READ', label: 'Ms Quill', hours: 24 }
    expect(MakeOutsiderLink.safeParse(right).success).toBe(true)
    expect(MakeOutsiderLink.safeParse({ ...right, ...wrong }).success).toBe(false)
  })

  test('is not in a path that is logged', () => {
    const secret = newSecret()
    for (const path of ['/preview/', '/api/preview/', '/invite/', '/reset/', '/api/newsletters/confirm/'])
      expect(withoutSecrets(`${path}${secret}`)).toBe(`${path}…`)
    expect(withoutSecrets(`/preview/${secret}/media/1/w320.webp?sent=x`)).not.toContain(secret)
    expect(withoutSecrets('/city/bridge-closed')).toBe('/city/bridge-closed')
  })
})

describe('Pictures of a draft', () => {
  test('are for the holder of a link to just that article', async () => {
    const [shown, elsewhere] = [await aPicture(), await aPicture()]
    const [id, other] = [await ready(), await ready()]
    await saveField(reporter, { articleId: id, field: 'mainImage', value: imageOf(shown), baseVersion: 0 })
    await saveField(reporter, { articleId: other, field: 'mainImage', value: imageOf(elsewhere), baseVersion: 0 })
    const { id: linkId, secret } = await invite(id, 'READ')
    expect((await openPreview(secret))?.mainImage).toMatchObject({ id: shown, folder: `/preview/${secret}/media` })
    expect(await findPreviewPicture(secret, shown, 'w320.webp')).not.toBeNull()
    for (const [token, mediaId, rendition] of [
      [secret, elsewhere, 'w320.webp'],
      [secret, shown, '../w320.webp'],
      [secret, '../../etc/passwd', 'w320.webp'],
      [newSecret(), shown, 'w320.webp'],
    ] as const)
      expect(await findPreviewPicture(token, mediaId, rendition)).toBeNull()
    const ask = () =>
      getPicture(new Request(`http://paper.example/preview/${secret}/media/${shown}/w320.webp`), {
        params: Promise.resolve({ token: secret, id: shown, rendition: 'w320.webp' }),
      })
    expect((await ask()).headers.get('cache-control')).toBe('no-store')
    await revokeOutsiderLink(editor, { articleId: id, linkId })
    expect((await ask()).status).toBe(404)
  })
})

describe('A comment from outside', () => {
  test('reaches whoever made the link and the owners, once, and is resolved', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    const once = newId()
    await Promise.all([comment(secret, 'Check the date.', once), comment(secret, 'Check the date.', once)])
    const { comments } = await listOutsiders(lawyer, id)
    expect(comments).toMatchObject([
      { name: 'A. Quill', label: 'Ms Quill', quote: 'on Tuesday', text: 'Check the date.', resolvedBy: null },
    ])
    const told = await database().notification.findMany({ where: { articleId: id, kind: 'OUTSIDER' } })
    expect(told.map(({ personId }) => personId).sort()).toEqual([reporter.id, editor.id].sort())
    await resolveOutsiderComment(lawyer, { articleId: id, commentId: once })
    await resolveOutsiderComment(editor, { articleId: id, commentId: once })
    expect((await listOutsiders(editor, id)).comments).toMatchObject([{ resolvedBy: 'Petra Lindqvist' }])
    await expect(resolveOutsiderComment({ kind: 'nobody' }, { articleId: id, commentId: once })).rejects.toThrow(
      NotFound,
    )
  })

  test('is not taken from a link to read or to sign', async () => {
    const id = await ready()
    for (const purpose of ['READ', 'SIGN_OFF'] as const) {
      const { secret } = await invite(id, purpose)
      await expect(comment(secret)).rejects.toThrow(NotFound)
    }
    expect(await database().outsiderComment.count({ where: { articleId: id } })).toBe(0)
  })

  test('is slowed down by link and by network', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    for (let sent = 0; sent < 30; sent += 1) await comment(secret, `Comment ${sent}`)
    await expect(comment(secret)).rejects.toThrow(RateLimited)
    const network = newId()
    for (let tried = 0; tried < 120; tried += 1)
      await expect(comment(newSecret(), 'x', newId(), network)).rejects.toThrow(NotFound)
    await expect(comment(newSecret(), 'x', newId(), network)).rejects.toThrow(RateLimited)
  })
})

describe('A signature from outside', () => {
  test('opens the gate for just the version that was shown', async () => {
    const id = await ready()
    await requireLegal(editor, { articleId: id })
    const { id: linkId, secret } = await invite(id, 'SIGN_OFF')
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    expect(await textOf(secret)).toContain('Tuesday')
    await sign(secret)
    expect(await database().legalReview.findFirstOrThrow({ where: { outsiderLinkId: linkId } })).toMatchObject({
      verdict: 'SIGNED',
      version: 0,
      signedByName: 'A. Quill',
      signedById: null,
    })
    expect(await gate(id)).toMatch(/changed after the lawyer signed/)
    await retype(reporter, id, 2, 'The council met on Tuesday.')
    expect(await gate(id)).toBeNull()
    expect((await getLegal(editor, id)).answers).toMatchObject([
      { signedBy: 'A. Quill', outsider: 'Ms Quill', isPresent: true },
    ])
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'outsider.sign' } })
    expect(events).toMatchObject([{ personId: null, detail: { linkId, name: 'A. Quill', verdict: 'SIGNED' } }])
  })

  test('is given once, also when two are sent at once', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'SIGN_OFF')
    const ends = await Promise.allSettled([sign(secret), sign(secret, 'REFUSED', 'No.')])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(sign(secret)).rejects.toThrow(Conflict)
    expect(await database().legalReview.count({ where: { articleId: id } })).toBe(1)
  })

  test('with conditions blocks, and needs their words', async () => {
    const id = await ready()
    await requireLegal(editor, { articleId: id })
    const { secret } = await invite(id, 'SIGN_OFF')
    await expect(sign(secret, 'CONDITIONS')).rejects.toThrow(/changed first/)
    await sign(secret, 'CONDITIONS', 'Name the court.')
    expect(await gate(id)).toMatch(/conditions/)
  })
})

describe('What is posted behind a link', () => {
  const form = () => ({ form: 'comment', once: newId(), version: '0', name: 'A. Quill', words: 'Check the date.' })

  test('is taken from the page itself, and leads back to it', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    const answer = await posted(secret, form())
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/preview/${secret}?sent=comment#answer`)
    expect(answer.headers.get('set-cookie')).toBeNull()
    // Where the browser says nothing of the site, the origin has to be ours.
    expect((await posted(secret, form(), { origin: 'http://paper.example' })).status).toBe(303)
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-site', origin: 'http://evil.paper.example' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
  ])('is refused from elsewhere: %j', async (headers) => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    expect((await posted(secret, form(), headers as Record<string, string>)).status).toBe(403)
    expect(await database().outsiderComment.count({ where: { articleId: id } })).toBe(0)
  })

  test('is refused without an origin, or with a hidden one that no browser vouches for', async () => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    for (const origin of [null, 'null']) {
      const headers = new Headers({ host: 'paper.example', ...(origin === null ? {} : { origin }) })
      const request = new Request(`http://paper.example/api/preview/${secret}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form()),
      })
      expect((await post(request, { params: Promise.resolve({ token: secret }) })).status).toBe(403)
    }
  })

  test('behind a dead link is given back, and says nothing of the article', async () => {
    const id = await ready()
    const { id: linkId, secret } = await invite(id, 'COMMENT', { label: 'Secretlabel' })
    await revokeOutsiderLink(editor, { articleId: id, linkId })
    const words = '<script>alert(1)</script> & more'
    const answers = await Promise.all(
      [secret, newSecret()].map(async (token) => {
        const answer = await posted(token, { ...form(), words })
        return { status: answer.status, body: await answer.text() }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(404)
    expect(answers[0]?.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; more')
    expect(answers[0]?.body).not.toMatch(/<script|Secretlabel|Trial/)
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a long name', { name: 'x'.repeat(101) }],
    ['no words', { words: ' \n ' }],
    ['more words than fit', { words: 'x'.repeat(5_001) }],
    ['no id', { once: '1' }],
    ['an object for a version', { version: '{"not":0}' }],
    ['another form', { form: 'steal' }],
    ['a form without its answer', { form: 'sign' }],
  ])('is refused with %s', async (_, wrong) => {
    const id = await ready()
    const { secret } = await invite(id, 'COMMENT')
    expect((await posted(secret, { ...form(), ...wrong } as Record<string, string>)).status).toBe(400)
    expect(await database().outsiderComment.count({ where: { articleId: id } })).toBe(0)
  })
})
