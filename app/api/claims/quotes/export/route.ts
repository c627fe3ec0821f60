import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { route } from '@/lib/http/route'
import { exportQuotes } from '@/lib/quotes/export-quotes'
import { QuotesQuery } from '@/lib/quotes/quotes-query'

/** What the filter of the ledger finds, as a CSV file, written while it is read. */
export const GET = route({ permission: 'claim.read', query: QuotesQuery.strict() }, async ({ actor, query }) => {
  const lines = exportQuotes(actor, query, env().SITE_URL)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="quotes-${now().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
