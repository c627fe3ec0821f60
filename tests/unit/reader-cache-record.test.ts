import { describe, expect, it } from 'vitest'
import { answerMoved, answerStatus, emptyRecording, endsAt, recordInto, recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

describe('a recording', () => {
  it('collects tags from whatever runs inside, however late', async () => {
    const recording = emptyRecording()
    await recordInto(recording, async () => {
      recordTags(tag.home)
      await new Promise((resolve) => setTimeout(resolve, 1))
      await Promise.all([
        Promise.resolve().then(() => recordTags(tag.article('a'), tag.home)),
        new Promise<void>((resolve) => setImmediate(() => resolve(recordTags(tag.section('s'))))),
      ])
    })
    expect([...recording.tags].sort()).toEqual(['article:a', 'home', 'section:s'])
  })

  it('is not shared by renders that run at the same time', async () => {
    const [one, two] = [emptyRecording(), emptyRecording()]
    const render = async (name: string) => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      recordTags(name)
    }
    await Promise.all([recordInto(one, () => render('one')), recordInto(two, () => render('two'))])
    expect([[...one.tags], [...two.tags]]).toEqual([['one'], ['two']])
  })

  it('is of no concern outside a render', () => {
    recordTags('x')
    answerStatus(404)
    answerMoved('/x')
    endsAt(new Date(0))
  })

  it('keeps the earliest end', () => {
    const recording = emptyRecording()
    recordInto(recording, () => {
      endsAt(new Date(2_000))
      endsAt(new Date(1_000))
      endsAt(new Date(3_000))
    })
    expect(recording.endsAt).toEqual(new Date(1_000))
  })

  it.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'news', '', '/a\r\nSet-Cookie: x', '/a b', '/a\\b'])(
    'refuses to send readers to %j',
    (path) => {
      expect(() => answerMoved(path)).toThrow()
    },
  )
})
