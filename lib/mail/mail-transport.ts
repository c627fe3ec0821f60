import { createTransport, type Transporter } from 'nodemailer'
import { env } from '@/lib/env'

let open: { url: string; transport: Transporter } | undefined

/**
 * The connection to SMTP_URL. Its time limits together are shorter than the minute after which a mail is tried again, so that
 * no mail is sent twice because a server was slow.
 */
export function mailTransport(): Transporter {
  const url = env().SMTP_URL
  if (!url) throw new Error('SMTP_URL is not set.')
  if (open?.url !== url) {
    const { protocol, hostname, port, username, password } = new URL(url)
    const auth =
      username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    const transport = createTransport({
      host: hostname,
      port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
      secure: protocol === 'smtps:',
      ...(auth ? { auth } : {}),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    open = { url, transport }
  }
  return open.transport
}
