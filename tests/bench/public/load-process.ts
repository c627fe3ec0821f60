// load-process.ts URL ENCODING SECONDS CONNECTIONS: asks again and again, and prints one line. Sockets alone, because node's own client takes
// longer to read an answer than our server to send it.
import { connect } from 'node:net'
import { percentile } from '../percentile'

const [address = '', encoding = '', seconds = '1', connections = '1'] = process.argv.slice(2)
const { hostname, port, host, pathname, search } = new URL(address)
const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${encoding}\r\n\r\n`
const endsAt = performance.now() + Number(seconds) * 1000
const times: number[] = []
let failed = 0

await Promise.all(Array.from({ length: Number(connections) }, ask))
const requestsPerSecond = Math.round(times.length / Number(seconds))
const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent))
console.log(JSON.stringify({ answers: times.length, requestsPerSecond, p50, p95, p99, failed }))

function ask(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname).setNoDelay()
    let startedAt = performance.now()
    let missing = 0
    let head = ''
    const next = () => {
      startedAt = performance.now()
      if (startedAt > endsAt) socket.end(resolve)
      else socket.write(request)
    }
    socket.on('connect', next)
    socket.on('error', () => {
      failed += 1
      resolve()
    })
    socket.on('data', (piece) => {
      if (missing === 0) {
        head += piece.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end === -1) return
        if (!head.startsWith('HTTP/1.1 200')) failed += 1
        missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]) - (head.length - end - 4)
        head = ''
      } else missing -= piece.length
      if (missing > 0) return
      times.push(performance.now() - startedAt)
      next()
    })
  })
}
