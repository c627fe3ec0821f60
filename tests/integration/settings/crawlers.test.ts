import robotsParser from 'robots-parser'
import { afterEach, expect, test } from 'vitest'
import { GET as tdmrep } from '@/app/(site)/.well-known/tdmrep.json/route'
import { GET as robots } from '@/app/(site)/robots.txt/route'
import { AI_CRAWLERS } from '@/lib/crawlers/ai-crawlers'
import { database } from '@/lib/db/database'
import { env } from '@/lib/env'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

const key = 'paper.aiUse'

afterEach(async () => {
  await database().setting.deleteMany({ where: { key } })
})

/** Whether a program that follows robots.txt may read an article, and the newsroom. */
async function allowed(agent: string): Promise<{ article: boolean; desk: boolean }> {
  const { SITE_URL } = env()
  const rules = robotsParser(`${SITE_URL}/robots.txt`, await (await robots()).text())
  const may = (path: string) => rules.isAllowed(SITE_URL + path, agent) ?? false
  return { article: may('/news/ferry-returns'), desk: may('/desk/articles') }
}

async function set(value: string): Promise<void> {
  await database().setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

const reserved = async () => JSON.parse(await (await tdmrep()).text())

test('where the paper says nothing, programs of AI companies read what everybody reads', async () => {
  for (const agent of ['GPTBot', 'PerplexityBot', 'Googlebot'])
    expect(await allowed(agent)).toEqual({ article: true, desk: false })
  expect(await (await robots()).text()).not.toContain('AI')
  expect(await reserved()).toEqual([{ location: '/', 'tdm-reservation': 0 }])
})

test('“No training” keeps out what trains, and lets in what answers', async () => {
  await set('noTraining')
  for (const { token, purpose } of AI_CRAWLERS) {
    const isLetIn = purpose === 'answers'
    expect(await allowed(token), token).toEqual({ article: isLetIn, desk: false })
  }
  expect(await allowed('Googlebot')).toEqual({ article: true, desk: false })
  expect(await reserved()).toEqual([{ location: '/', 'tdm-reservation': 1 }])
})

test('“No AI at all” keeps out every one of them, and no search engine', async () => {
  await set('none')
  for (const { token } of AI_CRAWLERS) expect(await allowed(token), token).toEqual({ article: false, desk: false })
  for (const agent of ['Googlebot', 'bingbot', 'Applebot'])
    expect(await allowed(agent), agent).toEqual({ article: true, desk: false })
  expect(await reserved()).toEqual([{ location: '/', 'tdm-reservation': 1 }])
})

test('both follow the settings', async () => {
  for (const read of [robots, tdmrep]) {
    const recording = emptyRecording()
    await recordInto(recording, read)
    expect(recording.tags).toEqual(new Set([tag.settings]))
  }
})

test('no crawler stands in the list twice', () => {
  const tokens = AI_CRAWLERS.map(({ token }) => token.toLowerCase())
  expect(new Set(tokens).size).toBe(tokens.length)
})
