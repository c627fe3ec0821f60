import { describe, expect, test } from 'vitest'
import { hashOfPost } from '@/lib/embeds/hash-of-post'
import { frameHosts, originalFrame } from '@/lib/embeds/original-frame'
import { postOfAnswer } from '@/lib/embeds/post-of-answer'
import { findProvider } from '@/lib/embeds/providers'
import { wordsOfHtml } from '@/lib/embeds/words-of-html'

describe('The provider of an address', () => {
  test.each([
    ['https://bsky.app/profile/tide.example/post/3abc', 'Bluesky'],
    ['https://x.com/jack/status/20', 'X (formerly Twitter)'],
    ['https://mobile.twitter.com/jack/status/20', 'X (formerly Twitter)'],
    ['https://www.youtube.com/watch?v=abcdefghijk', 'YouTube'],
    ['https://youtu.be/abcdefghijk', 'YouTube'],
    ['https://VIMEO.com/76979871', 'Vimeo'],
  ])('%s is %s', (url, name) => {
    expect(findProvider(url)?.name).toBe(name)
  })

  test.each([
    'http://x.com/jack/status/20',
    'https://x.com/jack',
    'https://x.com.evil.test/jack/status/20',
    'https://evil.test/x.com/jack/status/20',
    'https://evil.test#.youtube.com/watch?v=abcdefghijk',
    'https://evil.test?.youtube.com/watch?v=abcdefghijk',
    'https://youtubexcom/watch?v=abcdefghijk',
  ])('%s is of nobody in the list', (url) => {
    expect(findProvider(url)).toBeNull()
  })
})

describe('The words of a post', () => {
  test('are the paragraphs of the quotation, without its signature', () => {
    const html =
      '<blockquote class="post"><p>The ferry &amp; its fares.<br>Second  line</p><p>Another <a href="#">link</a></p>&mdash; Jack (@jack) <a href="#">March 21</a></blockquote>'
    expect(wordsOfHtml(html).words).toBe('The ferry & its fares.\nSecond line\n\nAnother link')
  })

  test('hold no script, no style and no mark-up, however it is written', () => {
    const html =
      '<script>evil()</script><blockquote><p>Safe<script>evil()</script><style>evil</style><img src=x onerror=evil()> &lt;b&gt;text<svg><text>evil</text></svg></p></blockquote><p>evil</p>'
    expect(wordsOfHtml(html).words).toBe('Safe <b>text')
  })

  test('are at most 5,000 characters', () => {
    expect(wordsOfHtml(`<blockquote><p>${'a'.repeat(5_000_000)}</p></blockquote>`).words).toHaveLength(5_000)
  })

  test('have a time only when a machine can read it', () => {
    expect(wordsOfHtml('<time datetime="2026-11-20T09:14:00+01:00">').postedAt).toBe('2026-11-20T08:14:00.000Z')
    expect(wordsOfHtml('<time datetime="2026-11-20">').postedAt).toBe('')
  })
})

test('the hash of a post is the same whatever order its parts are in, and another one for other words', () => {
  const post = { author: 'Jack', handle: '@jack', words: 'Hello', title: '', url: 'https://x.com/jack/status/20' }
  const turned = { url: post.url, title: '', words: 'Hello', handle: '@jack', author: 'Jack' }
  expect(hashOfPost(post)).toMatch(/^[0-9a-f]{64}$/)
  expect(hashOfPost(turned)).toBe(hashOfPost(post))
  expect(hashOfPost({ ...post, words: 'Hello!' })).not.toBe(hashOfPost(post))
})

test('a post on X says when it was posted by its number', () => {
  const answer = {
    type: 'rich' as const,
    title: '',
    author_name: 'A',
    author_url: 'https://x.com/a',
    provider_name: '',
    html: '',
  }
  const url = 'https://x.com/a/status/1050118621198921728'
  const post = postOfAnswer(answer, url, findProvider(url))
  expect(post).toMatchObject({ handle: '@a', postedAt: expect.stringMatching(/^2018-10-10T20:19:24\.\d{3}Z$/) })
})

describe('The frame of an original', () => {
  test.each([
    ['https://www.youtube.com/watch?t=3&v=abcdefghijk', 'film', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
    ['https://vimeo.com/76979871', 'film', 'https://player.vimeo.com/video/76979871?dnt=1'],
    [
      'https://open.spotify.com/track/0123456789abcdefABCDEF',
      'sound',
      'https://open.spotify.com/embed/track/0123456789abcdefABCDEF',
    ],
    [
      'https://soundcloud.com/a/b',
      'sound',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb',
    ],
  ])('of %s is a %s at %s', (url, shape, frame) => {
    expect(originalFrame(url)).toEqual({ address: frame, shape })
    expect(frameHosts).toContain(new URL(frame).origin)
  })

  test.each(['https://x.com/jack/status/20', 'https://evil.test/watch?v=abcdefghijk', 'javascript:alert(1)'])(
    'of %s is none',
    (url) => {
      expect(originalFrame(url)).toBeNull()
    },
  )
})
