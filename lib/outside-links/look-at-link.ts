import { type Answer, guardedFetch, type Outgoing, type Ways } from '../outgoing/guarded-fetch'
import { OutgoingError } from '../outgoing/outgoing-error'
import type { Manners } from './robots'
import { type Verdict, verdictOfAnswer, verdictOfError } from './verdict'

/** What servers say that do not like to be asked for the head alone. */
const HEAD_REFUSED = new Set([403, 405, 501])

/** Looks whether a page is there, without reading more of it than needed. Never throws for what the outside does. */
export async function lookAtLink(url: string, { mayAsk }: Manners, ways?: Ways): Promise<Verdict> {
  if (!mayAsk(url)) return { kind: 'refused', status: null, reason: 'robots' }
  try {
    return verdictOfAnswer(await headOf(url, ways))
  } catch (error) {
    if (error instanceof OutgoingError) return verdictOfError(error)
    throw error
  }
}

async function headOf(url: string, ways?: Ways): Promise<Answer> {
  const head = await guardedFetch(url, { method: 'HEAD' }, ways)
  if (!HEAD_REFUSED.has(head.status)) return head
  const little: Outgoing = { mostBytes: 1, whenLonger: 'cut' }
  return guardedFetch(url, little, ways)
}
