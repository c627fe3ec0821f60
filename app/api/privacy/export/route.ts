import { now } from '@/lib/clock'
import { route } from '@/lib/http/route'
import { exportReader } from '@/lib/privacy/export-reader'
import { OneAddress } from '@/lib/privacy/one-address'

/** All that the paper has of a reader, as a JSON file. It is asked for by a form: the address stands in no address. */
export const POST = route(
  { permission: 'privacy.edit', body: OneAddress, bodyIs: 'form', mostBytes: 10_000 },
  async ({ actor, body }) => {
    const data = await exportReader(actor, body)
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="reader-${now().toISOString().slice(0, 10)}.json"`,
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
)
