import { request } from './request'

type Report = { version: number; selection: { anchor: number; head: number } | null }

/** Says that this tab is there. What does not arrive is said again soon, so nobody is told of failures. */
export async function reportPresence(id: string, personId: string, clientId: string, report: Report): Promise<void> {
  await send(id, personId, { clientId, ...report })
}

/** Says that this tab is closed; outlives the page. */
export function leavePresence(id: string, personId: string, clientId: string): void {
  void send(id, personId, { clientId, version: 0, selection: null, isLeaving: true })
}

async function send(id: string, personId: string, body: object): Promise<void> {
  const keepalive = 'isLeaving' in body
  await request(`/api/documents/${id}/presence`, { method: 'POST', body, keepalive, personId }).catch(() => undefined)
}
