import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutgoingError, outgoingErrorOf } from './outgoing-error'

/**
 * Reads a body, counting what comes out of the decompressor: a small file that unpacks to a large one is cut where the
 * limit is, not where the memory ends.
 *
 * @throws OutgoingError: `too-large`, unless what is over the limit may be cut off; `timeout`, `bad-encoding`, `connection`
 */
export async function readBody(
  response: IncomingMessage,
  { mostBytes, isCut, signal }: { mostBytes: number; isCut: boolean; signal: AbortSignal },
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const body = decoded(response)
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.byteLength
      chunks.push(chunk)
      if (length > mostBytes && !isCut) throw new OutgoingError('too-large')
      if (length >= mostBytes && isCut) break
    }
  } catch (error) {
    throw signal.aborted ? new OutgoingError('timeout') : outgoingErrorOf(error)
  } finally {
    body.destroy()
    response.destroy()
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

/** The errors of the socket go on to the decompressor, which is what is read. */
function decoded(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return response
  const decoder = decoderOf(encoding)
  response.on('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}

function decoderOf(encoding: string) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  if (encoding === 'br') return createBrotliDecompress()
  throw new OutgoingError('bad-encoding')
}
