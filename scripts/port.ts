import { createServer } from 'node:net'
import { StartError } from '@/scripts/start-error'

/** Throws StartError, with what to do, unless the port can be listened on. Asked first, before anything takes time. */
export async function claimablePort(port: number): Promise<void> {
  const problem = await tryPort(port)
  if (problem === null) return
  if (problem === 'EACCES')
    throw new StartError(`Port ${port} needs more rights than this user has: start with PORT=3000 npm start.`)
  throw new StartError(
    `Port ${port} is taken by another program: start with PORT=${await nextFree(port)} npm start, or stop that program.`,
  )
}

async function nextFree(port: number): Promise<number> {
  for (let other = port + 1; other < Math.min(port + 50, 65_536); other++)
    if ((await tryPort(other)) === null) return other
  return 3000
}

function tryPort(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen(port, () => server.close(() => resolve(null)))
  })
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null
}

export async function findFreePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === null) throw new StartError('No port is free on 127.0.0.1.')
  return port
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : null
      server.close(() => resolve(found))
    })
  })
}
