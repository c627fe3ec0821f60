import { now } from '@/lib/clock'
import { route } from '@/lib/http/route'
import { AuditQuery } from '@/lib/record/audit-query'
import { exportEvents } from '@/lib/record/export-events'

/** The part of the audit log that the address names, as a CSV file, written while it is read. */
export const GET = route({ permission: 'audit.read', query: AuditQuery.strict() }, async ({ actor, query }) => {
  const lines = await exportEvents(actor, query)
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
      'Content-Disposition': `attachment; filename="audit-${now().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
