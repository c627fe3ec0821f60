/**
 * An answer of Server-Sent Events, open until the browser goes or `start` closes it. What `start` throws is thrown: nothing has been
 * answered yet, and whoever asked is told what was wrong.
 * @param start gets what sends a line and what closes the stream; it returns what stops its source
 */
export async function eventStream(
  request: Request,
  start: (stream: { send: (text: string) => void; close: () => void }) => (() => void) | Promise<() => void>,
): Promise<Response> {
  const encoder = new TextEncoder()
  let stop: (() => void) | undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
    },
    cancel() {
      stop?.()
    },
  })
  const close = () => {
    stop?.()
    try {
      controller?.close()
    } catch {
      // The reader was gone first.
    }
  }
  const send = (text: string) => {
    try {
      controller?.enqueue(encoder.encode(text))
    } catch {
      close()
    }
  }
  request.signal.addEventListener('abort', close)
  stop = await start({ send, close })
  send(': here\n\n')
  if (request.signal.aborted) close()
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store',
      'X-Accel-Buffering': 'no',
    },
  })
}
