import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DraftRecord, DraftWrite, LeftBehind, LocalDrafts, UnsentStep } from './drafts'
import { noteSignOut, wipeKeptFields } from './kept-fields'
import { announce } from './surroundings'
import { tabLocks } from './tab-locks'

type Key = [articleId: string, clientId: string]

interface Tables extends DBSchema {
  /** What a tab's steps stand on. Written when the version changes, not with every key. */
  bases: {
    key: Key
    value: { articleId: string; clientId: string; personId: string; version: number; document: string }
  }
  steps: { key: [...Key, number]; value: UnsentStep & { key: [...Key, number]; savedAt: Date } }
  leftBehind: {
    key: string
    value: LeftBehind & { articleId: string; personId: string }
    indexes: { articleId: string }
  }
  /** `wipes` counts the sign-outs: a tab that has not heard of one cannot write after it. */
  meta: { key: 'wipes'; value: number }
}

const TABLES = ['bases', 'steps', 'leftBehind', 'meta'] as const

/**
 * The unconfirmed words of this browser, in IndexedDB.
 * @throws whatever the browser throws where it keeps nothing (private windows of some, blocked storage, a full disk)
 */
export async function openLocalDrafts(): Promise<LocalDrafts> {
  const locks = tabLocks()
  const device = new Device()
  await device.resume()
  return {
    write: (change) => device.write(change),
    remove: (articleId, clientId) => device.remove(articleId, clientId),
    list: (articleId, personId) => device.list(articleId, personId),
    get: (articleId, clientId) => device.get(articleId, clientId),
    addLeftBehind: (articleId, personId, words) => device.addLeftBehind({ ...words, articleId, personId }),
    listLeftBehind: (articleId, personId) => device.listLeftBehind(articleId, personId),
    removeLeftBehind: async (id) => (await device.open()).delete('leftBehind', id),
    hold: (clientId) => locks.hold(lockName(clientId)),
    claim: (clientId) => locks.claim(lockName(clientId)),
    claimLater: (clientId, givenUp) => locks.claimLater(lockName(clientId), givenUp),
    resume: () => device.resume(),
  }
}

/** Forgets every unconfirmed word on this browser, in every tab. For signing out: the next person may use this computer. */
export async function wipeLocalDrafts(): Promise<void> {
  try {
    if (typeof indexedDB !== 'undefined') await wipe()
  } finally {
    wipeKeptFields()
    noteSignOut()
    announce({ kind: 'signed-out' })
  }
}

async function wipe(): Promise<void> {
  const database = await connect()
  const work = database.transaction(TABLES, 'readwrite', { durability: 'strict' })
  const wipes = (await work.objectStore('meta').get('wipes')) ?? 0
  await Promise.all([
    work.objectStore('bases').clear(),
    work.objectStore('steps').clear(),
    work.objectStore('leftBehind').clear(),
    work.objectStore('meta').put(wipes + 1, 'wipes'),
    work.done,
  ])
  database.close()
}

/** True when this browser keeps words of the person that no server has yet. To be asked before signing out. */
export async function hasUnsentDrafts(personId: string): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  const database = await connect()
  const bases = await database.getAll('bases')
  database.close()
  return bases.some((base) => base.personId === personId)
}

function lockName(clientId: string): string {
  return `standfirst-draft-${clientId}`
}

function connect(onClosed: () => void = () => undefined): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>('standfirst-drafts', 1, {
    upgrade(database) {
      database.createObjectStore('bases', { keyPath: ['articleId', 'clientId'] })
      database.createObjectStore('steps', { keyPath: 'key' })
      database.createObjectStore('leftBehind', { keyPath: 'id' }).createIndex('articleId', 'articleId')
      database.createObjectStore('meta')
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: onClosed,
  })
}

class Device {
  private connection: Promise<IDBPDatabase<Tables>> | null = null
  private wipes = 0

  open(): Promise<IDBPDatabase<Tables>> {
    this.connection ??= connect(() => {
      this.connection = null
    }).catch((error: unknown) => {
      this.connection = null
      throw error
    })
    return this.connection
  }

  async resume(): Promise<void> {
    this.wipes = (await (await this.open()).get('meta', 'wipes')) ?? 0
  }

  async write({ articleId, clientId, personId, base, from, isAfterAll, steps, savedAt }: DraftWrite): Promise<void> {
    const work = await this.writing()
    const rows = work.objectStore('steps')
    const writes: Promise<unknown>[] = []
    if (!isAfterAll)
      writes.push(rows.delete(IDBKeyRange.bound([articleId, clientId, from], [articleId, clientId, Number.MAX_VALUE])))
    if (base !== null) writes.push(work.objectStore('bases').put({ articleId, clientId, personId, ...base }))
    steps.forEach((step, index) => {
      writes.push(rows.put({ ...step, key: [articleId, clientId, from + index], savedAt }))
    })
    work.commit()
    await Promise.all([...writes, work.done])
  }

  async remove(articleId: string, clientId: string): Promise<void> {
    const work = (await this.open()).transaction(['bases', 'steps'], 'readwrite')
    await Promise.all([
      work.objectStore('bases').delete([articleId, clientId]),
      work
        .objectStore('steps')
        .delete(IDBKeyRange.bound([articleId, clientId, 0], [articleId, clientId, Number.MAX_VALUE])),
      work.done,
    ])
  }

  async list(articleId: string, personId: string): Promise<DraftRecord[]> {
    const keys = await (await this.open()).getAllKeys(
      'bases',
      IDBKeyRange.bound([articleId, ''], [articleId, '\uffff']),
    )
    const records = await Promise.all(keys.map(([article, client]) => this.get(article, client)))
    return records
      .filter((record) => record !== null)
      .filter((record) => record.personId === personId && record.steps.length > 0)
      .sort((one, other) => one.savedAt.getTime() - other.savedAt.getTime())
  }

  async get(articleId: string, clientId: string): Promise<DraftRecord | null> {
    const work = (await this.open()).transaction(['bases', 'steps'], 'readonly')
    const [base, rows] = await Promise.all([
      work.objectStore('bases').get([articleId, clientId]),
      work
        .objectStore('steps')
        .getAll(IDBKeyRange.bound([articleId, clientId, 0], [articleId, clientId, Number.MAX_VALUE])),
      work.done,
    ])
    if (base === undefined) return null
    const savedAt = rows.at(-1)?.savedAt ?? new Date(0)
    return {
      ...base,
      document: JSON.parse(base.document),
      steps: rows.map(({ step, isFirstOfAction }) => ({ step, isFirstOfAction })),
      savedAt,
    }
  }

  async addLeftBehind(words: LeftBehind & { articleId: string; personId: string }): Promise<void> {
    const work = await this.writing()
    await Promise.all([work.objectStore('leftBehind').put(words), work.done])
  }

  async listLeftBehind(articleId: string, personId: string): Promise<LeftBehind[]> {
    const all = await (await this.open()).getAllFromIndex('leftBehind', 'articleId', articleId)
    return all
      .filter((words) => words.personId === personId)
      .map(({ id, savedAt, text, cause }) => ({ id, savedAt, text, cause }))
  }

  /** A transaction that only begins when nobody signed out since this tab began: the count is read inside it. */
  private async writing() {
    const work = (await this.open()).transaction(TABLES, 'readwrite')
    if (((await work.objectStore('meta').get('wipes')) ?? 0) === this.wipes) return work
    work.done.catch(() => undefined)
    work.abort()
    throw new Error('Signed out: nothing is kept on this device any more')
  }
}
