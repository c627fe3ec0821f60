import { loadArticle } from '../articles/load-article'
import { now } from '../clock'
import { database } from '../db/database'
import { Forbidden } from '../errors'
import type { Actor, PersonActor } from '../policy/actor'
import { notifyGone, notifyHere } from './notify-presence'
import { WRITE_MILLISECONDS } from './pace'
import { removePresence, writePresence } from './presence-rows'
import { keyOf } from './present-tab'

type Report = {
  articleId: string
  /** The tab. */
  clientId: string
  /** The version of the document that the selection is in. */
  version: number
  selection: { anchor: number; head: number } | null
  isLeaving: boolean
}

/** When the row of each tab that reports here was written last. */
const key = Symbol.for('standfirst.presence.written')
const kept = globalThis as unknown as { [key]?: Map<string, number> }

/**
 * Takes in that a tab has the article open, and where its cursor is. The row is written every ten seconds, and then it is looked
 * whether the person may read the article; between, the cursor is only told on.
 *
 * @throws NotFound
 */
export async function reportPresence(actor: Actor, { articleId, isLeaving, ...report }: Report): Promise<void> {
  if (actor.kind !== 'person') throw new Forbidden('Only people are present.')
  const tab = { ...report, personId: actor.id, name: actor.name }
  if (isLeaving) return leave(articleId, tab)
  await writeWhenDue(actor, articleId, tab.clientId)
  notifyHere(articleId, tab)
}

/** The tab is closed, or its session has ended. */
export async function leave(articleId: string, tab: { clientId: string; personId: string }): Promise<void> {
  kept[key]?.delete(`${articleId} ${keyOf(tab)}`)
  await removePresence(articleId, tab)
  await notifyGone(articleId, [tab])
}

async function writeWhenDue(actor: PersonActor, articleId: string, clientId: string): Promise<void> {
  kept[key] ??= new Map()
  const tab = { clientId, personId: actor.id }
  const name = `${articleId} ${keyOf(tab)}`
  const at = now().getTime()
  if (at - (kept[key].get(name) ?? 0) < WRITE_MILLISECONDS) return
  await loadArticle(database(), actor, articleId)
  forgetOld(kept[key], at)
  kept[key].delete(name)
  kept[key].set(name, at)
  await writePresence(articleId, tab)
}

/** The oldest stand first. */
function forgetOld(written: Map<string, number>, at: number): void {
  for (const [name, writtenAt] of written) {
    if (at - writtenAt < WRITE_MILLISECONDS) return
    written.delete(name)
  }
}
