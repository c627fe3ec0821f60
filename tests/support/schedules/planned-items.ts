import { moveArticle } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { setEmbargo } from '@/lib/articles/set-embargo'
import { setWorkflowRule } from '@/lib/articles/set-workflow-rule'
import { database } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { scheduleUnpublishing } from '@/lib/schedule/schedule-unpublishing'
import type { TimeInput } from '@/lib/schedule/time-input'
import { localTime, readZonedTime } from '@/lib/schedule/zoned-time'
import { anArticle, retype, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

export const MINUTE = 60_000

/**
 * What may wait for its time, by what happens to it.
 * - `story`: goes out for the first time, at a time given in one of several zones
 * - `changes`, `end`, `there and back`: changes to what is live; away; out and, later, away
 * - `skipped`, `twice`: its local time is left out, or comes twice
 * - `embargoed`, `embargo behind`: under embargo until just then; until much later, which the app refuses and the database is made to say
 * - `typed after`: words were typed, and not approved, after it was scheduled
 * - `called off`, `put off`: at the last moment
 * - `nobody’s`: whoever scheduled it may not publish any more
 * - `end of nobody’s`: live; its changes cannot go out, and it has to go away all the same
 */
export type Kind =
  | 'story'
  | 'changes'
  | 'end'
  | 'there and back'
  | 'skipped'
  | 'twice'
  | 'embargoed'
  | 'embargo behind'
  | 'typed after'
  | 'called off'
  | 'put off'
  | 'nobody’s'
  | 'end of nobody’s'

export type Item = {
  id: string
  kind: Kind
  /** When it is to go out, and away. Null where it is not. */
  outAt: Date | null
  awayAt: Date | null
  version: number
  /** Stands in what goes out, and `unwanted` must not. */
  words: string
  unwanted: string
  /** Why it cannot go out. Null where it can. */
  obstacle: RegExp | null
}

const ZONES = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']

/** Makes articles and schedules them, through the use cases that the newsroom's buttons call. */
export class Planner {
  readonly editor: PersonActor
  private readonly reporter: PersonActor
  private readonly leaver: PersonActor
  private readonly sectionId: string

  private constructor(people: { editor: PersonActor; reporter: PersonActor; leaver: PersonActor }, sectionId: string) {
    this.editor = people.editor
    this.reporter = people.reporter
    this.leaver = people.leaver
    this.sectionId = sectionId
  }

  /** A paper in which nothing goes out that nobody approved. */
  static async open(): Promise<Planner> {
    const [editor, reporter, leaver] = [await aPerson('EDITOR'), await aPerson('REPORTER'), await aPerson('EDITOR')]
    const { id } = await aSection()
    await setWorkflowRule(await aPerson('ADMINISTRATOR'), { rule: 'APPROVAL', seen: 'NONE' })
    return new Planner({ editor, reporter, leaver }, id)
  }

  /** @param at a whole minute */
  async plan(kind: Kind, at: Date, number: number): Promise<Item> {
    const words = `Words of ${newId()}.`
    const id = await anArticle(this.reporter, {
      document: aDocument(`Item ${number} ${newId()}`, words),
      sectionId: this.sectionId,
    })
    await moveArticle(this.reporter, { articleId: id, move: 'file' })
    await moveArticle(this.editor, { articleId: id, move: 'approve' })
    const item: Item = { id, kind, outAt: at, awayAt: null, version: 0, words, unwanted: 'Unwanted', obstacle: null }
    const plain = this.timeIn(ZONES[number % ZONES.length] ?? 'UTC', at)
    switch (kind) {
      case 'story':
      case 'called off':
      case 'put off':
        await this.schedule(item, plain)
        return item
      case 'changes':
        await this.publish(id)
        await this.change(item)
        await this.schedule(item, plain)
        return item
      case 'end':
        await this.publish(id)
        return this.end({ ...item, outAt: null }, at)
      case 'there and back':
        await this.schedule(item, plain)
        return this.end(item, new Date(at.getTime() + MINUTE))
      case 'skipped':
        return this.scheduleSkipped(item)
      case 'twice':
        return this.scheduleOneOfTwo(item)
      case 'embargoed':
        await setEmbargo(this.reporter, { articleId: id, time: plain })
        await this.schedule(item, plain)
        return item
      case 'embargo behind':
        return this.embargoBehind(item, plain)
      case 'typed after':
        await this.schedule(item, plain)
        await retype(this.reporter, id, 2, 'Unwanted: nobody approved these words.')
        return item
      case 'nobody’s':
        await this.schedule(item, plain, this.leaver)
        return { ...item, obstacle: /may not/ }
      case 'end of nobody’s':
        await this.publish(id)
        await this.change(item)
        await this.schedule(item, plain, this.leaver)
        return this.end({ ...item, obstacle: /may not/ }, new Date(at.getTime() + MINUTE))
    }
  }

  /** Nobody's from now on. */
  async dismiss(): Promise<void> {
    await database().person.update({ where: { id: this.leaver.id }, data: { role: 'LAWYER' } })
  }

  private timeIn(zone: string, at: Date): TimeInput {
    const local = localTime(at, zone)
    const time = readZonedTime(local, zone)
    if (time?.kind === 'once') return { local, zone }
    return { local, zone, which: time?.earlier.getTime() === at.getTime() ? 'earlier' : 'later' }
  }

  private async publish(articleId: string): Promise<void> {
    await publishArticle(this.editor, { articleId, version: 0 })
  }

  private async change(item: Item): Promise<void> {
    item.words = `Changed words of ${newId()}.`
    await retype(this.reporter, item.id, 2, item.words)
    await moveArticle(this.editor, { articleId: item.id, move: 'approveChanges' })
    item.version = await versionOf(item.id)
  }

  private async schedule(item: Item, time: TimeInput, by = this.editor): Promise<void> {
    const { at } = await schedulePublication(by, { articleId: item.id, version: item.version, time })
    if (at.getTime() !== item.outAt?.getTime())
      throw new Error(`${time.local} in ${time.zone} was read as ${at.toISOString()}`)
  }

  private async end(item: Item, at: Date): Promise<Item> {
    const { at: awayAt } = await scheduleUnpublishing(this.editor, {
      articleId: item.id,
      time: this.timeIn('Europe/London', at),
      reason: 'Only until then.',
    })
    return { ...item, awayAt }
  }

  /** The clocks of London show 01:02 for what is 02:02 after they went forward: refused, and then chosen as the app offers it. */
  private async scheduleSkipped(item: Item): Promise<Item> {
    const zone = 'Europe/London'
    const wanted = { local: localTime(item.outAt ?? new Date(0), 'UTC'), zone }
    const refused = await schedulePublication(this.editor, { articleId: item.id, version: 0, time: wanted }).catch(
      (error: unknown) => error,
    )
    const time = readZonedTime(wanted.local, zone)
    if (!(refused instanceof Invalid) || time?.kind !== 'skipped')
      throw new Error(`${wanted.local} in ${zone} was not refused`)
    const chosen = { ...item, outAt: time.later }
    await this.schedule(chosen, this.timeIn(zone, time.later))
    return chosen
  }

  /** One of the two that London's clocks show: refused without saying which, then said. */
  private async scheduleOneOfTwo(item: Item): Promise<Item> {
    const time = this.timeIn('Europe/London', item.outAt ?? new Date(0))
    if (time.which === undefined) throw new Error(`${time.local} does not come twice`)
    const { which: _which, ...unsaid } = time
    const refused = await schedulePublication(this.editor, { articleId: item.id, version: 0, time: unsaid }).catch(
      (error: unknown) => error,
    )
    if (!(refused instanceof Invalid)) throw new Error(`${time.local} was taken without saying which`)
    await this.schedule(item, time)
    return item
  }

  private async embargoBehind(item: Item, time: TimeInput): Promise<Item> {
    await this.schedule(item, time)
    const until = new Date((item.outAt?.getTime() ?? 0) + 400 * 24 * 60 * MINUTE)
    const refused = await setEmbargo(this.reporter, {
      articleId: item.id,
      time: this.timeIn('UTC', until),
    }).catch((error: unknown) => error)
    if (!(refused instanceof Invalid)) throw new Error('An embargo was set behind a scheduled time')
    await database().article.update({ where: { id: item.id }, data: { embargoUntil: until } })
    return { ...item, obstacle: /embargo/i }
  }
}
