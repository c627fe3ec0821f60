import { afterEach, expect, test, vi } from 'vitest'
import { request } from '@/components/editor/api/request'

afterEach(() => vi.unstubAllGlobals())

test('a question that is dropped while its answer comes in has no answer, not an empty one', async () => {
  const abort = new AbortController()
  // The beginning of an answer, and then nothing more of it.
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"quotes":'))
      abort.signal.addEventListener('abort', () => controller.error(abort.signal.reason))
    },
  })
  vi.stubGlobal('fetch', async () => new Response(body))
  const asked = request('/api/documents/1/quotes', { signal: abort.signal })
  setTimeout(() => abort.abort())
  await expect(asked).rejects.toThrow('This operation was aborted')
})
