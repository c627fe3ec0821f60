import { readiness } from '@/lib/db/readiness'

export const dynamic = 'force-dynamic'

/** Ready for requests: the database answers and has had every migration of this build. 503 when not. */
export async function GET(): Promise<Response> {
  const state = await readiness()
  return Response.json(state, { status: state.database && state.migrations ? 200 : 503 })
}
