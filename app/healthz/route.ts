export const dynamic = 'force-dynamic'

/** Alive: the process answers. It asks nothing else, so that a database that is down does not get the app restarted. */
export function GET(): Response {
  return Response.json({ alive: true })
}
