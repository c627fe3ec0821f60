import { createServer, type Server, type Socket } from 'node:net'

/** As much of a mail server as is needed to take a mail, or to refuse it. */
export class MailServer {
  readonly received: { recipients: string[]; data: string }[] = []
  isRefusing = false
  readonly #sockets = new Set<Socket>()
  readonly #server: Server = createServer((socket) => this.#talk(socket))

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket)
    let waiting = ''
    let mail: { recipients: string[]; data: string } | null = null
    let isData = false
    socket.write('220 test\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      waiting += chunk.toString()
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        if (isData && line !== '.') {
          if (mail) mail.data += `${line}\n`
        } else if (isData) {
          isData = false
          if (mail) this.received.push(mail)
          socket.write('250 kept\r\n')
        } else if (/^MAIL/i.test(line)) {
          mail = { recipients: [], data: '' }
          socket.write(this.isRefusing ? '451 later\r\n' : '250 ok\r\n')
        } else if (/^RCPT/i.test(line)) {
          mail?.recipients.push(line)
          socket.write('250 ok\r\n')
        } else if (/^DATA/i.test(line)) {
          isData = true
          socket.write('354 go on\r\n')
        } else {
          socket.write('250 ok\r\n')
        }
      }
    })
  }
}
