import type { FieldName, FieldValues } from '@/lib/articles/fields'
import { messageOf, RequestFailed } from '../api/request'

export type { FieldName, FieldValues }

/** What is known of one field: what stands in it here, and whether the server has it. */
export type FieldEntry = {
  value: unknown
  state: 'saved' | 'waiting' | 'saving' | 'unreachable' | 'refused' | 'clash'
  /** Why it is not saved, for the person. */
  message: string | null
  /** What somebody else wrote meanwhile: the person decides. */
  theirs: { value: unknown; version: number; by: string } | null
}

export type FieldsSummary = { kind: 'saved' } | { kind: 'saving' } | { kind: 'not-saved'; message: string }

type Put = (change: { field: FieldName; value: unknown; baseVersion: number }) => Promise<{ version: number }>

/** Survives a reload of the tab; the page asks before it is closed with something in it. */
export type Kept = Partial<Record<FieldName, { value: unknown; baseVersion: number }>>
export type Keeping = { read: () => Kept; write: (kept: Kept) => void }

const REST_MILLISECONDS = 500
const FIRST_RETRY_MILLISECONDS = 2_000
const LAST_RETRY_MILLISECONDS = 15_000

/** Thrown by `flush` when a field could not be saved. */
export class FieldsNotSaved extends Error {}

/**
 * Saves the fields around the text one by one, half a second after the last key. What cannot be saved stays here and is
 * tried again; what somebody else changed meanwhile waits for a decision. Nothing is ever dropped without one.
 */
export class FieldSaver {
  private readonly put: Put
  private readonly keeping: Keeping
  private readonly entries = new Map<FieldName, FieldEntry>()
  private readonly versions = new Map<FieldName, number>()
  private readonly timers = new Map<FieldName, ReturnType<typeof setTimeout>>()
  private readonly tries = new Map<FieldName, number>()
  private readonly flights = new Map<FieldName, Promise<void>>()
  private readonly listeners = new Set<() => void>()
  private summarised: FieldsSummary = { kind: 'saved' }

  constructor(values: FieldValues, versions: Readonly<Record<string, number>>, put: Put, keeping: Keeping) {
    this.put = put
    this.keeping = keeping
    for (const [name, value] of Object.entries(values)) {
      this.entries.set(name as FieldName, saved(value))
      this.versions.set(name as FieldName, versions[name] ?? 0)
    }
    for (const [name, kept] of Object.entries(keeping.read())) this.takeBack(name as FieldName, kept)
  }

  /** What stands in a field. The same object until it changes. */
  entry(field: FieldName): FieldEntry {
    const entry = this.entries.get(field)
    if (entry === undefined) throw new RangeError(`There is no field ${field}`)
    return entry
  }

  value<Name extends FieldName>(field: Name): FieldValues[Name] {
    return this.entry(field).value as FieldValues[Name]
  }

  /** What all fields together have to say for the status line. */
  summary(): FieldsSummary {
    return this.summarised
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Somebody typed: it is saved when they rest. */
  set<Name extends FieldName>(field: Name, value: FieldValues[Name]): void {
    const entry = this.entry(field)
    if (isSame(entry.value, value)) return
    this.tries.delete(field)
    if (entry.state === 'clash') this.change(field, { ...entry, value })
    else {
      this.change(field, { value, state: 'waiting', message: null, theirs: null })
      this.later(field, REST_MILLISECONDS)
    }
  }

  /** Saves everything that waits. @throws FieldsNotSaved with a sentence that names what stands in the way */
  async flush(): Promise<void> {
    for (const [field, entry] of this.entries) {
      if (entry.state === 'waiting' || entry.state === 'unreachable') this.send(field)
    }
    while (this.flights.size > 0) await Promise.all(this.flights.values())
    for (const entry of this.entries.values()) {
      if (entry.state !== 'saved')
        throw new FieldsNotSaved(entry.message ?? 'A field around the text is not saved yet.')
    }
  }

  /** Tries again now what could not be reached. */
  retry(): void {
    for (const [field, entry] of this.entries) if (entry.state === 'unreachable') this.send(field)
  }

  /** The decision after a clash: the person's own value over the other, or the other's. */
  decide(field: FieldName, whose: 'mine' | 'theirs'): void {
    const { theirs, value } = this.entry(field)
    if (theirs === null) return
    this.versions.set(field, theirs.version)
    if (whose === 'theirs') this.change(field, saved(theirs.value))
    else {
      this.change(field, { value, state: 'waiting', message: null, theirs: null })
      this.send(field)
    }
  }

  /** What the server has now: taken where it is newer and nobody is in the middle of something here. */
  receive(values: FieldValues, versions: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(values)) {
      const field = name as FieldName
      const version = versions[name] ?? 0
      const isNewer = version > (this.versions.get(field) ?? 0)
      if (!isNewer || this.entry(field).state !== 'saved') continue
      this.versions.set(field, version)
      this.change(field, saved(value))
    }
  }

  /** Takes what the server made of a field by itself, unless somebody is in the middle of something here. */
  adopt<Name extends FieldName>(field: Name, value: FieldValues[Name]): void {
    if (this.entry(field).state === 'saved' && !isSame(this.entry(field).value, value)) this.change(field, saved(value))
  }

  /** Is there anything that the server does not have? */
  hasUnsaved(): boolean {
    return [...this.entries.values()].some(({ state }) => state !== 'saved')
  }

  /** Sends what waits without waiting itself: the page is going. */
  leave(): void {
    for (const [field, { state }] of this.entries) if (state === 'waiting') this.send(field)
  }

  destroy(): void {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.listeners.clear()
  }

  private takeBack(field: FieldName, kept: { value: unknown; baseVersion: number }): void {
    const entry = this.entries.get(field)
    if (entry === undefined || isSame(entry.value, kept.value)) return
    // The version that the person saw, not the one of now: if somebody wrote since, both values are shown.
    this.versions.set(field, kept.baseVersion)
    this.change(field, { value: kept.value, state: 'waiting', message: null, theirs: null })
    this.later(field, 0)
  }

  private later(field: FieldName, milliseconds: number): void {
    clearTimeout(this.timers.get(field))
    this.timers.set(
      field,
      setTimeout(() => this.send(field), milliseconds),
    )
  }

  private send(field: FieldName): void {
    clearTimeout(this.timers.get(field))
    if (this.flights.has(field) || this.entry(field).state === 'clash') return
    const flight = this.fly(field).finally(() => {
      this.flights.delete(field)
      if (this.entry(field).state === 'waiting') this.later(field, REST_MILLISECONDS)
    })
    this.flights.set(field, flight)
  }

  private async fly(field: FieldName): Promise<void> {
    const { value } = this.entry(field)
    this.change(field, { ...this.entry(field), state: 'saving', message: null })
    try {
      const { version } = await this.put({ field, value, baseVersion: this.versions.get(field) ?? 0 })
      this.versions.set(field, version)
      this.tries.delete(field)
      if (isSame(this.entry(field).value, value)) this.change(field, saved(value))
    } catch (error) {
      this.fail(field, error)
    }
  }

  private fail(field: FieldName, error: unknown): void {
    const { value } = this.entry(field)
    const status = error instanceof RequestFailed ? error.status : 0
    const message = messageOf(error)
    if (status === 409 && error instanceof RequestFailed) {
      const answer = error.answer as { version: number; value: unknown; by: string }
      const theirs = { value: answer.value, version: answer.version, by: answer.by || 'Somebody' }
      this.change(field, { value, state: 'clash', message: `${theirs.by} changed this meanwhile.`, theirs })
    } else if (status === 400 || status === 403 || status === 404) {
      this.change(field, { value, state: 'refused', message, theirs: null })
    } else {
      const tries = (this.tries.get(field) ?? 0) + 1
      this.tries.set(field, tries)
      this.change(field, { value, state: 'unreachable', message, theirs: null })
      this.later(field, Math.min(LAST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (tries - 1)))
    }
  }

  private change(field: FieldName, entry: FieldEntry): void {
    this.entries.set(field, entry)
    this.keep()
    this.summarised = this.summarise()
    for (const listener of this.listeners) listener()
  }

  private keep(): void {
    const kept: Kept = {}
    for (const [field, { state, value }] of this.entries) {
      if (state !== 'saved') kept[field] = { value, baseVersion: this.versions.get(field) ?? 0 }
    }
    this.keeping.write(kept)
  }

  private summarise(): FieldsSummary {
    const entries = [...this.entries.values()]
    const trouble = entries.find(({ state }) => state === 'clash' || state === 'refused' || state === 'unreachable')
    if (trouble !== undefined) return { kind: 'not-saved', message: trouble.message ?? 'A field is not saved.' }
    const next: FieldsSummary = entries.some(({ state }) => state !== 'saved') ? { kind: 'saving' } : { kind: 'saved' }
    return next.kind === this.summarised.kind ? this.summarised : next
  }
}

function saved(value: unknown): FieldEntry {
  return { value, state: 'saved', message: null, theirs: null }
}

/** Values are JSON with their keys in one order, because only this page and the server write them. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
