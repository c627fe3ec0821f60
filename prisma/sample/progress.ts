import { database } from '@/lib/db/database'

/** The setting that remembers how far the sample newsroom got: "begun", then "done". */
const key = 'sample'

/** True after a seeding that was killed in the middle: `createSampleNewsroom` has to finish it. */
export async function isSampleUnfinished(): Promise<boolean> {
  return (await database().setting.findUnique({ where: { key } }))?.value === 'begun'
}

export async function markSample(value: 'begun' | 'done'): Promise<void> {
  await database().setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}
