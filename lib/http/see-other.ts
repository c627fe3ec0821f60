/** Sends a browser on to a page of ours after a form was posted. The address is a path, so it works behind any proxy. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'private, no-store' } })
}
