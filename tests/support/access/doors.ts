import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Scope } from '@/lib/api/scopes'
import type { ActionDoor } from '@/lib/http/action'
import type { Permission as Asked } from '@/lib/http/admit'
import type { ApiDoor } from '@/lib/http/api-route'
import type { RouteDoor } from '@/lib/http/route'

// Every way into the newsroom, found where it is: nobody has to remember to write a new one into a list.

const root = join(import.meta.dirname, '../../..')

type Permission = Asked | 'anyone' | 'visitor'

export type RouteWay = { kind: 'route'; name: string; method: string; address: string; door: RouteDoor }
export type ActionWay = { kind: 'action'; name: string; file: string; exported: string; door: ActionDoor }
/** A page of the newsroom: whoever may not see it gets a 404. */
export type PageWay = { kind: 'page'; name: string; address: string; permission: Asked }
/** A handler of its own, for readers and machines: it knows no session. */
/** A door of the public API: for tokens, and for nobody’s session. */
export type ApiWay = { kind: 'api'; name: string; address: string; scope: Scope | 'anyone' }
type PlainWay = { kind: 'plain'; name: string; file: string; address: string }
export type Way = RouteWay | ActionWay | PageWay | ApiWay | PlainWay

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** "/api/documents/[id]/publish" of "app/api/documents/[id]/publish/route.ts". */
function addressOf(file: string): string {
  const folder = posix.dirname(file.replace(/^app/, ''))
  return folder.replace(/\/\([^)]+\)/g, '') || '/'
}

function filesOf(pattern: RegExp): string[] {
  return readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file.replaceAll('\\', '/')}`)
    .filter((file) => pattern.test(file))
    .sort()
}

async function exportsOf(file: string): Promise<[string, unknown][]> {
  return Object.entries((await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>)
}

/** What makes a door of an export: lib/http puts it there. */
function doorOf(exported: unknown): { permission: Permission } | null {
  return typeof exported === 'function' && 'door' in exported ? (exported.door as { permission: Permission }) : null
}

function isApi(exported: unknown): exported is ApiDoor {
  return typeof exported === 'function' && 'scope' in exported
}

async function routeWays(): Promise<(RouteWay | ApiWay | PlainWay)[]> {
  const ways: (RouteWay | ApiWay | PlainWay)[] = []
  for (const file of filesOf(/\/route\.ts$/)) {
    const address = addressOf(file)
    for (const [method, handler] of await exportsOf(file)) {
      if (!METHODS.some((each) => each === method)) continue
      const name = `${method} ${address}`
      if (isApi(handler)) {
        ways.push({ kind: 'api', name, address, scope: handler.scope })
        continue
      }
      const door = doorOf(handler) as RouteDoor | null
      ways.push(door === null ? { kind: 'plain', name, file, address } : { kind: 'route', name, method, address, door })
    }
  }
  return ways
}

async function actionWays(): Promise<ActionWay[]> {
  const ways: ActionWay[] = []
  for (const file of filesOf(/\.tsx?$/)) {
    if (!/^['"]use server['"]/m.test(readFileSync(join(root, file), 'utf8'))) continue
    for (const [exported, action] of await exportsOf(file)) {
      const door = doorOf(action) as ActionDoor | null
      if (door === null) throw new Error(`${file} has an action without a door: ${exported}.`)
      ways.push({ kind: 'action', name: `${addressOf(file)} ${exported}`, file, exported, door })
    }
  }
  return ways
}

function pageWays(): PageWay[] {
  return filesOf(/^app\/\(newsroom\)\/.*page\.tsx$/).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    if (isOnlyRedirect(source)) return []
    const isOwn = /\bownPageActor\(/.test(source)
    const permission = isOwn ? 'self' : /pageActor\(\s*'([^']+)'/.exec(source)?.[1]
    if (permission === undefined) throw new Error(`${file} is a page of the newsroom that does not ask who looks.`)
    const address = addressOf(file)
    return [{ kind: 'page', name: address, address, permission: permission as Asked }]
  })
}

/** A page that reads nothing and leads to another one. */
function isOnlyRedirect(source: string): boolean {
  return source.match(/^import /gm)?.length === 1 && /^import \{ redirect \} from 'next\/navigation'/m.test(source)
}

/** Every route handler, action and page, in the order of their names. */
export async function allWays(): Promise<Way[]> {
  return [...(await routeWays()), ...(await actionWays()), ...pageWays()].sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
}
