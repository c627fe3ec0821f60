import { type Answer, guardedFetch, type Ways } from '../outgoing/guarded-fetch'
import { OutgoingError, type OutgoingReason } from '../outgoing/outgoing-error'

/** How an attempt ended. `status` is null where nobody answered, and `answer` then says why. */
export type Outcome = { isTaken: boolean; status: number | null; milliseconds: number; answer: string }

/** Of an answer so much is read, and kept. */
const ANSWER_BYTES = 2_048
const MOST_MILLISECONDS = 10_000

/** Posts a message to an address that somebody typed, through the one guard. A redirect is an answer that does not count. */
export async function postMessage(
  url: string,
  body: string,
  headers: Record<string, string>,
  ways?: Ways,
): Promise<Outcome> {
  const bytes = Buffer.from(body)
  const startedAt = performance.now()
  const passed = () => Math.round(performance.now() - startedAt)
  try {
    const answered = await guardedFetch(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) },
        body: bytes,
        mostBytes: ANSWER_BYTES,
        whenLonger: 'cut',
        totalMilliseconds: MOST_MILLISECONDS,
      },
      ways,
    )
    const { status } = answered
    return { isTaken: status >= 200 && status < 300, status, milliseconds: passed(), answer: textOf(answered) }
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error
    return { isTaken: false, status: null, milliseconds: passed(), answer: WORDS[error.reason] ?? 'It did not answer.' }
  }
}

/** As text, whatever it was: what no text can have is left out. */
function textOf({ body }: Answer): string {
  return body.toString('utf8').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
}

const WORDS: Partial<Record<OutgoingReason, string>> = {
  'address-refused': 'Its address is not on the public web. We did not ask.',
  'refused-port': 'Only the usual ports are asked.',
  'refused-scheme': 'It is no web address.',
  'not-found-host': 'There is no such host.',
  tls: 'Its certificate is not in order.',
  timeout: 'It took longer than ten seconds.',
  connection: 'It could not be reached.',
  'bad-encoding': 'Its answer could not be read.',
}
