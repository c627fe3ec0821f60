import { z } from 'zod'
import { env } from '../env'
import { Invalid } from '../errors'
import { checkAddress, resolveName } from '../outgoing/check-address'
import { OutgoingError } from '../outgoing/outgoing-error'
import { WEBHOOK_KINDS } from './kinds'

export const WebhookInput = z.strictObject({
  url: z.string().trim().min(1, 'Give an address.').max(2000, 'At most 2,000 characters fit here.'),
  kinds: z.array(z.enum(WEBHOOK_KINDS)).min(1, 'Choose what it is told of.').max(WEBHOOK_KINDS.length),
})

/**
 * The address as it is kept, written in one way. What is not encrypted is told nothing; names that stand for this machine in a test may be.
 * It is looked at again, and by the same guard, each time that something is sent.
 * @throws Invalid
 */
export async function checkWebhookUrl(typed: string): Promise<string> {
  try {
    const testHosts = env().OUTGOING_TEST_HOSTS
    const { url, hostname } = await checkAddress(typed, { resolve: resolveName, testHosts })
    if (url.protocol !== 'https:' && !testHosts.has(hostname))
      throw refusalOf('Only https addresses are told anything.')
    url.hash = ''
    return url.href
  } catch (error) {
    if (error instanceof OutgoingError) throw refusalOf(WORDS[error.reason] ?? 'This address cannot be used.')
    throw error
  }
}

const WORDS: Partial<Record<OutgoingError['reason'], string>> = {
  'bad-address': 'This is no web address. It begins with https://.',
  'refused-scheme': 'This is no web address. It begins with https://.',
  'refused-credentials': 'An address with a name and a password in it is not kept.',
  'refused-port': 'Only the usual port, 443, is asked.',
  'address-refused': 'This address is not on the public web.',
  'not-found-host': 'There is no such host.',
}

function refusalOf(message: string): Invalid {
  return new Invalid(message, [{ field: 'url', code: 'url', message, severity: 'blocking' }])
}
