import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/(site)/.well-known/security.txt/route'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { emptyRecording, type Recording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'

vi.mock('@/lib/clock', () => ({ now: vi.fn() }))

const key = 'paper.securityContact'
const DAY = 86_400_000

beforeEach(() => at('2026-11-28T10:00:00Z'))

afterEach(async () => {
  await database().setting.deleteMany({ where: { key } })
})

function at(instant: string): void {
  vi.mocked(now).mockReturnValue(new Date(instant))
}

async function read(): Promise<{ status: number; text: string; recording: Recording }> {
  const recording = emptyRecording()
  const response = await recordInto(recording, GET)
  return { status: response.status, text: await response.text(), recording }
}

async function contact(value: string): Promise<void> {
  await database().setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

test('where the paper names nobody there is no such file, until it does', async () => {
  const { status, recording } = await read()
  expect(status).toBe(404)
  expect(recording.tags).toContain(tag.settings)
  expect(recording.endsAt).toBeNull()
})

test('the file names the contact, and the day from which it is no good any more', async () => {
  await contact('security@paper.example')
  const { status, text } = await read()
  expect(status).toBe(200)
  expect(text.split('\r\n')).toEqual([
    'Contact: mailto:security@paper.example',
    'Expires: 2027-06-01T00:00:00.000Z',
    'Preferred-Languages: en-GB',
    '',
  ])
})

test.each([
  ['a?b&c=d@paper.example', 'mailto:a%3Fb%26c%3Dd@paper.example'],
  ['https://paper.example/tell us', null],
  ['https://paper.example/security', 'https://paper.example/security'],
])('%s is written as %s', async (value, uri) => {
  await contact(value)
  const { status, text } = await read()
  if (uri === null) expect(status).toBe(404)
  else expect(text).toContain(`Contact: ${uri}\r\n`)
})

test.each(['2026-12-01T00:00:00Z', '2027-01-31T23:59:59.999Z', '2028-02-29T12:00:00Z'])(
  'asked at %s it expires within a year, and the kept answer is over long before',
  async (instant) => {
    await contact('security@paper.example')
    at(instant)
    const { text, recording } = await read()
    const expires = new Date(text.match(/Expires: (.*)\r/)?.[1] ?? '').getTime()
    const asked = new Date(instant).getTime()
    expect(expires - asked).toBeLessThan(365 * DAY)
    const end = recording.endsAt?.getTime() ?? 0
    expect(end).toBeGreaterThan(asked)
    expect(expires - end).toBeGreaterThan(150 * DAY)
    at(new Date(end - 1).toISOString())
    expect((await read()).text).toBe(text)
    at(new Date(end).toISOString())
    expect((await read()).text).not.toBe(text)
  },
)
