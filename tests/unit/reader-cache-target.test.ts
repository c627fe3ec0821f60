import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPrivatePath } from '@/lib/reader-cache/private-paths'
import { readTarget } from '@/lib/reader-cache/target'

const asPublic = (key: string) => ({ kind: 'public', key })
const movedTo = (location: string) => ({ kind: 'moved', location })
const missing = { kind: 'missing' }

describe('a public address', () => {
  it.each([
    ['/', '/'],
    ['/news', '/news'],
    ['/news/a-slug.2', '/news/a-slug.2'],
    ['/feed.xml', '/feed.xml'],
    ['/.well-known/security.txt', '/.well-known/security.txt'],
    ['/news/caf%C3%A9', '/news/caf%C3%A9'],
    ['/deskwork', '/deskwork'],
    ['/newsletters', '/newsletters'],
    ['/newsletters/confirmed', '/newsletters/confirmed'],
  ])('%s is kept under %s', (raw, key) => {
    expect(readTarget(raw)).toEqual(asPublic(key))
  })

  it.each([
    ['/News', '/news'],
    ['/news/', '/news'],
    ['/News/Slug/?page=2', '/news/slug?page=2'],
    ['/news/caf%c3%a9', '/news/caf%C3%A9'],
    ['/news/?_rsc=1', '/news'],
  ])('%s has one address, %s', (raw, location) => {
    expect(readTarget(raw)).toEqual(movedTo(location))
  })

  it.each([
    ['/news?page=2&utm_source=x&_rsc=abc', '/news?page=2'],
    ['/news?page=1', '/news'],
    ['/news?page=0002', '/news'],
    ['/news?page=-1', '/news'],
    ['/news?page=99999', '/news?page=9999'],
    ['/news?q=anything', '/news'],
    ['/news?nxtPslug=desk', '/news'],
    ['/news?page[]=2', '/news'],
    ['/search?q=Two%20words&page=3', '/search?page=3&q=Two+words'],
    ['/search?page=3&q=Two++words+', '/search?page=3&q=Two+words'],
    ['/search?q=a&q=b', '/search?q=a'],
    ['/search?q=%00a%0ab', '/search?q=a+b'],
    ['/search?q=caf%65%CC%81', '/search?q=caf%C3%A9'],
    ['/search?', '/search'],
    [
      '/oembed?url=http://a.example/b/c%3Fd&maxwidth=300&format=json&callback=x',
      '/oembed?format=json&maxwidth=300&url=http%3A%2F%2Fa.example%2Fb%2Fc%3Fd',
    ],
    ['/oembed?maxwidth=-1&maxheight=1e9&q=x&page=2', '/oembed'],
    ['/look.css?v=a-B_0123456789&q=x', '/look.css?v=a-B_012345'],
    ['/look.css?v=short', '/look.css'],
    ['/?', '/'],
  ])('%s sees only its own parameters: %s', (raw, key) => {
    expect(readTarget(raw)).toEqual(asPublic(key))
  })

  it('bounds what is searched for', () => {
    const target = readTarget(`/search?q=${'a'.repeat(5_000)}`)
    expect(target).toEqual(asPublic(`/search?q=${'a'.repeat(200)}`))
  })
})

describe('a private address', () => {
  it.each([
    '/desk',
    '/desk/articles/0192',
    '/admin/people',
    '/api/auth/session?x=%2F',
    '/login?next=%2Fdesk',
    '/preview/AbC-_9',
    '/media/x/w320.webp',
  ])('%s goes to the newsroom unchanged', (raw) => {
    expect(readTarget(raw)).toMatchObject({ kind: 'private', url: raw })
  })

  it('loses the parameters that steer the framework, also encoded', () => {
    expect(readTarget('/desk?nxtPid=1&a=2')).toMatchObject({ kind: 'private', url: '/desk?a=2' })
    expect(readTarget('/desk?n%78tPid=1&a=2')).toMatchObject({ kind: 'private', url: '/desk?a=2' })
    expect(readTarget('/desk?_rsc=abc')).toMatchObject({ kind: 'private', url: '/desk?_rsc=abc' })
  })

  it.each([
    ['/desk/', '/desk'],
    ['/desk/articles/?a=%2F', '/desk/articles?a=%2F'],
  ])('%s has one address, %s', (raw, location) => {
    expect(readTarget(raw)).toEqual(movedTo(location))
  })

  it('is a file of the build when it lies among them', () => {
    expect(readTarget('/_next/static/chunks/a~b.js?dpl=1')).toEqual({
      kind: 'asset',
      key: '/_next/static/chunks/a~b.js',
    })
  })
})

describe('an address that is none', () => {
  it.each([
    ['case', '/Desk'],
    ['case', '/DESK/articles'],
    ['case before a token', '/Preview/AbC'],
    ['case', '/newsletters/Confirm/AbC'],
    ['encoded letter', '/%64esk'],
    ['encoded letter', '/news/%61'],
    ['encoded dot', '/news/%2e%2e/desk'],
    ['encoded dot', '/%2e/desk'],
    ['encoded slash', '/news%2fdesk'],
    ['encoded slash', '/desk%2Farticles'],
    ['twice encoded', '/%2564esk'],
    ['dots', '/news/../desk'],
    ['dots', '/./desk'],
    ['dots at the end', '/news/..'],
    ['double slash', '//desk'],
    ['double slash', '/news//slug'],
    ['double slash', '//evil.test/'],
    ['backslash', '/\\evil.test'],
    ['backslash', '/news\\desk'],
    ['encoded backslash', '/desk%5carticles'],
    ['encoded question mark', '/desk%3Fx'],
    ['nothing byte', '/desk%00'],
    ['space', '/desk%20'],
    ['semicolon', '/news;x=1'],
    ['absolute form', 'http://127.0.0.1/desk'],
    ['asterisk', '*'],
    ['empty', ''],
    ['broken encoding', '/news/%zz'],
    ['broken encoding', '/news/%C3'],
    ['overlong encoding', '/news/%C0%AE%C0%AE/desk'],
    ['not normalised', '/news/e%CC%81'],
    ['raw high byte', '/news/\u00e9'],
    ['fragment', '/news#x'],
    ['flight data', '/news/slug.rsc'],
    ['flight data', '/desk.rsc'],
    ['flight data', '/desk/articles.rsc'],
    ['flight data', '/desk.segments/_tree.segment.rsc'],
    ['flight data', '/news.segments/_full.segment.rsc'],
    ['flight data', '/news/slug.RSC'],
    ['a page of the framework', '/_not-found'],
    ['a page of the framework', '/_error'],
    ['a page of the framework', '/404'],
    ['a page of the framework', '/__nextjs_font/x'],
    ['long', `/${'a'.repeat(2_000)}`],
  ])('%s: %s', (_, raw) => {
    expect(readTarget(raw)).toEqual(missing)
  })
})

describe('every page of the app', () => {
  const app = join(import.meta.dirname, '../../app')
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)(?:page|route)\.tsx?$/.test(file),
  )
  const pathOf = (file: string) =>
    `/${file
      .split('/')
      .slice(0, -1)
      .filter((part) => !part.startsWith('('))
      .map((part) => (part.startsWith('[') ? 'x' : part))
      .join('/')}`

  // Pages for readers that hold a secret in their address: nobody else may get what one reader got.
  const secret = /^\(site\)\/(?:newsletters\/(?:confirm|unsubscribe)|preview)\//

  it.each(files.map((file) => [file]))('%s is public only if it stands under (site)', (file) => {
    expect(isPrivatePath(pathOf(file))).toBe(!file.startsWith('(site)') || secret.test(file))
  })
})
