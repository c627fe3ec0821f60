import type { ActionResult } from '@/lib/http/action'

const UNREACHABLE = 'The newsroom cannot be reached at the moment. Check your connection and try again.'

/** Posts to a route of ours, and says what came of it as an action would. */
export async function askServer<Value>(path: string, body: object = {}): Promise<ActionResult<Value>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const said = (await answer.json()) as Value & { error?: unknown }
    if (answer.ok) return { ok: true, value: said }
    return { ok: false, problem: said.error as (ActionResult<Value> & { ok: false })['problem'] }
  } catch {
    return notDone(UNREACHABLE)
  }
}

/** What went wrong before anything was sent. */
export function notDone(message: string): {
  ok: false
  problem: { code: string; status: number; message: string; issues: [] }
} {
  return { ok: false, problem: { code: 'NOT_DONE', status: 0, message, issues: [] } }
}
