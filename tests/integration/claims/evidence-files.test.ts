import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { removeEvent } from '@/lib/claims/change-event'
import { MarkClaim } from '@/lib/claims/claim-input'
import { EVIDENCE_BYTES_MOST, EVIDENCE_FILES_MOST } from '@/lib/claims/evidence-limits'
import { getClaim } from '@/lib/claims/get-claim'
import { keepEvidenceFile } from '@/lib/claims/keep-evidence-file'
import { listArticleClaims } from '@/lib/claims/list-article-claims'
import { markClaim } from '@/lib/claims/mark-claim'
import { mergeClaims, undoMerge } from '@/lib/claims/merge-claims'
import { dropEvent, putDownEvent } from '@/lib/claims/put-down-event'
import { readEvidenceFile } from '@/lib/claims/read-evidence-file'
import { AddEvent } from '@/lib/claims/register-input'
import { removeEvidenceFile } from '@/lib/claims/remove-evidence-file'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound, NotSignedIn, TooLarge } from '@/lib/errors'
import { problemOf } from '@/lib/http/answers'
import { newId } from '@/lib/ids'
import { log as serverLog } from '@/lib/log'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aPerson } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let lawyer: PersonActor
const nobody: Actor = { kind: 'nobody' }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  editor = await aPerson('EDITOR', 'Edda Editor')
  lawyer = await aPerson('LAWYER', 'Lena Lawyer')
})

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const ruling = () => ({ name: 'Ruling.pdf', bytes: bytesOf(`%PDF-1.7 ${newId()}`) })

/** Words of a story, which tell an event of a claim. */
async function told(by: PersonActor = reporter) {
  const articleId = await anArticle(by)
  const speaker = { name: 'Ines Moor', kind: 'PERSON' as const }
  const words = `the quay leaks ${newId()}`
  const input = MarkClaim.parse({ eventId: newId(), claimId: null, kind: 'ASSERTED', speaker, words })
  const { claimId } = await markClaim(by, { articleId, ...input })
  return { articleId, claimId, eventId: input.eventId }
}

const putDown = (claimId: string) =>
  putDownEvent(editor, AddEvent.parse({ claimId, kind: 'DENIED', speaker: { name: 'City Hall' } }))

const filesOf = (eventId: string) =>
  database().evidenceFile.findMany({ where: { eventId }, orderBy: { id: 'asc' }, select: { id: true, name: true } })

const logged = (claimId: string) =>
  database().auditEvent.findMany({
    where: { thingId: claimId, action: { endsWith: 'File' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { action: true, personId: true, detail: true },
  })

describe('A file behind an event', () => {
  test('is kept as it came, is listed beside the story and in the register, and goes when it is removed', async () => {
    const { articleId, claimId, eventId } = await told()
    const { name, bytes } = ruling()
    const kept = await keepEvidenceFile(reporter, { eventId, name: `../../etc/${name}`, bytes })
    expect(kept).toMatchObject({ name, kind: 'PDF', size: bytes.byteLength, keptBy: 'Rolf Reporter' })
    const row = await database().evidenceFile.findUniqueOrThrow({ where: { id: kept.id } })
    expect(row).toMatchObject({
      mime: 'application/pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      createdById: reporter.id,
    })

    const { claims } = await listArticleClaims(lawyer, articleId)
    expect(claims[0]?.events[0]?.files).toEqual([kept])
    const mayKeep = async (actor: Actor) => {
      const found = await getClaim(actor, claimId)
      if (found.kind !== 'claim') throw new Error('It was merged')
      expect(found.claim.events[0]?.files).toEqual([kept])
      expect(JSON.stringify(found)).not.toContain('bytes')
      return found.claim.events[0]?.mayKeepFiles
    }
    expect([await mayKeep(reporter), await mayKeep(editor), await mayKeep(lawyer)]).toEqual([true, true, false])

    const read = await readEvidenceFile(lawyer, { id: kept.id })
    expect(read.name).toBe(name)
    expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true)

    await removeEvidenceFile(editor, { id: kept.id })
    await expect(readEvidenceFile(lawyer, { id: kept.id })).rejects.toThrow(NotFound)
    await expect(removeEvidenceFile(editor, { id: kept.id })).rejects.toThrow('not here any more')
    const detail = { eventId, fileId: kept.id }
    expect(await logged(claimId)).toEqual([
      { action: 'claim.keepFile', personId: reporter.id, detail: { ...detail, size: bytes.byteLength } },
      { action: 'claim.readFile', personId: lawyer.id, detail },
      { action: 'claim.removeFile', personId: editor.id, detail },
    ])
  })

  test('is one, however often the same bytes are sent, also at once', async () => {
    const { claimId, eventId } = await told()
    const file = ruling()
    const sent = await Promise.all([1, 2, 3].map(() => keepEvidenceFile(reporter, { eventId, ...file })))
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    expect(await logged(claimId)).toHaveLength(1)
    const other = await putDown(claimId)
    await keepEvidenceFile(reporter, { eventId: other.eventId, ...file })
    expect(await filesOf(other.eventId)).toHaveLength(1)
  })

  test('has one byte at least and 10 MB at most, to the byte', async () => {
    const { eventId } = await told()
    const send = (size: number) =>
      keepEvidenceFile(reporter, { eventId, name: 'scan.tif', bytes: new Uint8Array(size).fill(7) })
    await expect(send(0)).rejects.toThrow(Invalid)
    await expect(send(0)).rejects.toThrow('This file is empty.')
    await expect(send(EVIDENCE_BYTES_MOST + 1)).rejects.toThrow(TooLarge)
    const { id } = await send(EVIDENCE_BYTES_MOST)
    expect((await readEvidenceFile(reporter, { id })).bytes.byteLength).toBe(EVIDENCE_BYTES_MOST)
    expect(await filesOf(eventId)).toHaveLength(1)
    // The table holds the same, whoever writes to it.
    await expect(database().evidenceFile.update({ where: { id }, data: { size: 3 } })).rejects.toThrow()
  })

  test('is one of ten at most; of two who send the tenth at once, the second is told', async () => {
    const { eventId } = await told()
    for (let number = 1; number < EVIDENCE_FILES_MOST; number += 1)
      await keepEvidenceFile(reporter, { eventId, ...ruling() })
    const last = await Promise.allSettled([1, 2].map(() => keepEvidenceFile(reporter, { eventId, ...ruling() })))
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const eleventh = keepEvidenceFile(reporter, { eventId, ...ruling() })
    await expect(eleventh).rejects.toThrow(Conflict)
    await expect(keepEvidenceFile(reporter, { eventId, ...ruling() })).rejects.toThrow('Remove one first.')
    expect(await filesOf(eventId)).toHaveLength(EVIDENCE_FILES_MOST)
  })

  test('is kept and removed by whoever may mark words of a story that tells the event', async () => {
    const theirs = await told(editor)
    const { id } = await keepEvidenceFile(editor, { eventId: theirs.eventId, ...ruling() })
    for (const actor of [reporter, lawyer]) {
      await expect(keepEvidenceFile(actor, { eventId: theirs.eventId, ...ruling() })).rejects.toThrow(Forbidden)
      await expect(removeEvidenceFile(actor, { id })).rejects.toThrow(Forbidden)
      expect((await readEvidenceFile(actor, { id })).name).toBe('Ruling.pdf')
    }
    await expect(readEvidenceFile(nobody, { id })).rejects.toThrow(NotSignedIn)
    await expect(readEvidenceFile(nobody, { id: newId() })).rejects.toThrow(NotSignedIn)
    await expect(keepEvidenceFile(nobody, { eventId: theirs.eventId, ...ruling() })).rejects.toThrow(NotSignedIn)
    // The same words in a story of one's own tell the same event.
    const articleId = await anArticle(reporter)
    const use = { articleId, layer: 'DRAFT' as const, eventId: theirs.eventId, claimId: theirs.claimId }
    await database().claimUse.create({ data: { ...use, words: 'x', sentence: 'x', position: 0 } })
    await keepEvidenceFile(reporter, { eventId: theirs.eventId, ...ruling() })
    // What no story tells is for everybody who keeps the register.
    const register = await putDown(theirs.claimId)
    const free = await keepEvidenceFile(reporter, { eventId: register.eventId, ...ruling() })
    await expect(removeEvidenceFile(lawyer, { id: free.id })).rejects.toThrow(Forbidden)
    await removeEvidenceFile(reporter, { id: free.id })
  })
})

describe('An event that goes', () => {
  test('takes no file any more, and leaves none behind; each is written down', async () => {
    const { articleId, claimId, eventId } = await told()
    const { id } = await keepEvidenceFile(reporter, { eventId, ...ruling() })
    const register = await putDown(claimId)
    const second = await keepEvidenceFile(reporter, { eventId: register.eventId, ...ruling() })
    await dropEvent(reporter, { eventId: register.eventId })
    await removeEvent(reporter, { articleId, eventId })
    expect(await database().evidenceFile.count({ where: { id: { in: [id, second.id] } } })).toBe(0)
    const removed = (await logged(claimId)).filter(({ action }) => action === 'claim.removeFile')
    expect(removed.map(({ detail }) => (detail as { fileId: string }).fileId).sort()).toEqual([id, second.id].sort())
    const late = keepEvidenceFile(reporter, { eventId, ...ruling() })
    await expect(late).rejects.toThrow(NotFound)
    await expect(keepEvidenceFile(reporter, { eventId, ...ruling() })).rejects.toThrow('not on the register any more')
  })
})

describe('A merge of claims', () => {
  test('takes the files of the events along, lets further ones be kept, and gives all of them back', async () => {
    const one = await told()
    const other = await told()
    const first = await keepEvidenceFile(reporter, { eventId: one.eventId, ...ruling() })
    // The same bytes behind both stay two files.
    const same = ruling()
    await keepEvidenceFile(reporter, { eventId: one.eventId, ...same })
    await keepEvidenceFile(reporter, { eventId: other.eventId, ...same })
    await mergeClaims(editor, { id: one.claimId, intoId: other.claimId })
    const found = await getClaim(editor, other.claimId)
    if (found.kind !== 'claim') throw new Error('It was merged')
    const ofOne = found.claim.events.find(({ id }) => id === one.eventId)
    expect(ofOne?.files.map(({ id }) => id)).toContain(first.id)
    const third = await keepEvidenceFile(reporter, { eventId: one.eventId, ...ruling() })
    expect((await logged(other.claimId)).map(({ detail }) => (detail as { fileId: string }).fileId)).toContain(third.id)
    await undoMerge(editor, { id: one.claimId })
    const back = await getClaim(editor, one.claimId)
    if (back.kind !== 'claim') throw new Error('It was merged')
    expect(back.claim.events.map(({ files }) => files.map(({ id }) => id))).toEqual([
      (await filesOf(one.eventId)).map(({ id }) => id),
    ])
    expect(back.claim.events[0]?.files).toHaveLength(3)
    expect(await filesOf(other.eventId)).toHaveLength(1)
  })
})

test('the audit log, the log of the server and what goes wrong have no name of a file', async () => {
  const log = vi.spyOn(serverLog, 'error').mockImplementation(() => undefined)
  const { eventId } = await told()
  const name = 'zqfilename.pdf'
  const { id } = await keepEvidenceFile(reporter, { eventId, ...ruling(), name })
  await readEvidenceFile(reporter, { id })
  const failures = await Promise.allSettled([
    keepEvidenceFile(reporter, { eventId, name, bytes: new Uint8Array(0) }),
    keepEvidenceFile(lawyer, { eventId, ...ruling(), name }),
    keepEvidenceFile(reporter, { eventId: newId(), ...ruling(), name }),
    keepEvidenceFile(reporter, { eventId: 'no id', ...ruling(), name }),
    database().evidenceFile.update({ where: { id }, data: { size: 3 } }),
  ])
  const said = failures.map((failure) =>
    failure.status === 'rejected' ? [String(failure.reason), problemOf(failure.reason, 'a test')] : 'it went well',
  )
  await removeEvidenceFile(reporter, { id })
  const events = await database().auditEvent.findMany()
  expect(log).toHaveBeenCalledTimes(2)
  expect(said).not.toContain('it went well')
  expect(JSON.stringify([said, events, log.mock.calls])).not.toContain('zqfilename')
  expect(JSON.stringify(events)).toContain(id)
  log.mockRestore()
})
