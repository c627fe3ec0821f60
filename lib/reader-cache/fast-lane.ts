import { type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { now } from '@/lib/clock'
import { chooseEncoding } from './answer'
import { type PlainRequest, readPlainRequest } from './plain-request'
import type { ReaderCache } from './reader-cache'

/** The connections that were never handed over, which the server does not know to close. */
export type FastLane = {
  /** Closes them, each as soon as what was answered is sent. */
  end(): void
  destroy(): void
}

/** What is written for one answer. */
type Message = readonly Buffer[]

/** A reader who has not taken so much of what was answered gets no further answer. */
const mostUnsentBytes = 1_000_000
/** One piece of memory costs less to send than two. So many copies of bodies are made in a second, and dropped after it. */
const mostCopies = 500
const mostCopiedBytes = 32_000
/** Node waits a second longer than it says, for what is under way. So do we. */
const graceMilliseconds = 1_000

/**
 * Answers plain requests for kept pages without the HTTP of Node, which costs several times what the answer does.
 *
 * It reads each connection of the server first. As soon as one brings anything but a plain request for a page that is ready, the connection
 * is the server's, with what it brought, for the rest of its life. So nothing is refused here, and no request is read by both: what is
 * answered here ends where its chunk ends and has no body, whatever has more is read by Node from its first byte.
 *
 * @param onRead told of each page that a reader got whole
 */
export function openFastLane(
  server: Server,
  cache: ReaderCache,
  onRead: (request: PlainRequest) => void = () => undefined,
): FastLane {
  const listeners = server.listeners('connection')
  const sockets = new Set<Socket>()
  const compose = createComposer(server.keepAliveTimeout)
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    follow(socket, {
      idleMilliseconds: server.keepAliveTimeout + graceMilliseconds,
      answer: (chunk) => answer(chunk, { cache, compose, onRead }),
      leave: () => sockets.delete(socket),
      takeOver: () => {
        for (const listener of listeners) Reflect.apply(listener, server, [socket])
      },
    })
  })
  return {
    end: () => {
      for (const socket of sockets) socket.destroySoon()
    },
    destroy: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}

type Lane = {
  idleMilliseconds: number
  answer: (chunk: Buffer) => Message | undefined
  /** The connection is closed, or about to be the server's. */
  leave: () => void
  takeOver: () => void
}

function follow(socket: Socket, { idleMilliseconds, answer, leave, takeOver }: Lane): void {
  const onData = (chunk: Buffer) => {
    // It is being closed: whoever asks now asks again elsewhere.
    if (!socket.writable) return
    const message = answer(chunk)
    if (message) send(socket, message)
    else handOver(chunk)
  }
  const onEnd = () => socket.end()
  const onTimeout = () => socket.destroy()
  // After an error a socket is destroyed, and there is nobody to tell.
  const onError = () => undefined

  function handOver(chunk: Buffer): void {
    socket.off('data', onData).off('end', onEnd).off('timeout', onTimeout).off('error', onError).off('close', leave)
    socket.setTimeout(0)
    leave()
    takeOver()
    // From now on Node takes what comes from the system itself, so this cannot wait in the stream for its turn.
    socket.emit('data', chunk)
  }

  socket.setTimeout(idleMilliseconds)
  socket.on('data', onData).on('end', onEnd).on('timeout', onTimeout).on('error', onError).on('close', leave)
}

function send(socket: Socket, message: Message): void {
  if (message.length > 1) socket.cork()
  for (const part of message) socket.write(part)
  socket.uncork()
  if (socket.writableLength <= mostUnsentBytes) return
  socket.pause()
  socket.once('drain', () => socket.resume())
}

type Kept = { cache: ReaderCache; compose: Compose; onRead: (request: PlainRequest) => void }

/** The same as `send` in serve.ts answers, for a page that is there. */
function answer(chunk: Buffer, { cache, compose, onRead }: Kept): Message | undefined {
  const request = readPlainRequest(chunk)
  if (request === null) return undefined
  const kept = cache.find(request.url)
  if (kept?.status !== 200) return undefined
  const body = kept.ready(chooseEncoding(request.headers['accept-encoding']))
  if (body === undefined) return undefined
  const known = request.headers['if-none-match']
  if (known !== undefined && kept.isKnownTo(known)) return compose(304, body.bareHead)
  onRead(request)
  return compose(200, body.head, body.bytes)
}

type Compose = (status: 200 | 304, head: readonly string[], bytes?: Buffer) => Message

/** Writes heads as Node does. Each is good for the second that its `Date` names, and made once in it. */
function createComposer(keepAliveMilliseconds: number): Compose {
  const keepAlive = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveMilliseconds / 1000)}\r\n`
  let second = 0
  let ending = ''
  let messages = new Map<readonly string[], Message>()
  return (status, head, bytes) => {
    const current = Math.floor(now().getTime() / 1000)
    if (current !== second) {
      second = current
      ending = `Date: ${new Date(current * 1000).toUTCString()}\r\n${keepAlive}\r\n`
      messages = new Map()
    }
    const made = messages.get(head)
    if (made) return made
    const start = Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${linesOf(head)}${ending}`, 'latin1')
    const message = join(start, bytes, messages.size < mostCopies)
    messages.set(head, message)
    return message
  }
}

function join(start: Buffer, bytes: Buffer | undefined, mayCopy: boolean): Message {
  if (bytes === undefined) return [start]
  return mayCopy && bytes.length <= mostCopiedBytes ? [Buffer.concat([start, bytes])] : [start, bytes]
}

/** @param head names and values in turn */
function linesOf(head: readonly string[]): string {
  let lines = ''
  for (let at = 0; at < head.length; at += 2) lines += `${head[at]}: ${head[at + 1]}\r\n`
  return lines
}
