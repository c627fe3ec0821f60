import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { Answer } from '@/lib/reader-cache/answer'

const RULES = Array.from(
  { length: 400 },
  (_, n) => `.rule-${n} > a:hover { margin: ${n % 7}px ${n % 11}em; color: #${n + 4096} }`,
)
const css = Buffer.from(RULES.join('\n'))
const best = brotliCompressSync(css, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}).length

const lengthOf = async (headers: Record<string, string>) => {
  const answer = new Answer({ status: 200, headers, body: css, tags: [], endsAt: null, isKeepable: true }, [])
  return (await answer.body('br')).bytes.length
}

test('the style sheet of the build is as small as can be from the first reader on; what may change tomorrow is made quickly', async () => {
  const cached = 'public, max-age=31536000, immutable'
  expect(await lengthOf({ 'content-type': 'text/css; charset=UTF-8', 'cache-control': cached })).toBeLessThanOrEqual(
    best + 8,
  )
  expect(await lengthOf({ 'content-type': 'text/css; charset=UTF-8' })).toBeGreaterThan(best * 1.04)
  expect(await lengthOf({ 'content-type': 'application/javascript', 'cache-control': cached })).toBeGreaterThan(
    best * 1.04,
  )
})
