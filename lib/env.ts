import { z } from 'zod'

/** A value that nobody can guess: cookies and internal calls hang on it. */
const secret = z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters')

const testHosts = z
  .string()
  .regex(/^([a-z0-9.-]+\.test=127\.0\.0\.1:\d{1,5}(,|$))*$/, 'must look like paper.test=127.0.0.1:4567')
  .default('')
  .transform((list) => new Map(list.split(',').filter(Boolean).map(standIn)))

function standIn(pair: string): [string, { address: string; port: number }] {
  const [name = '', place = ''] = pair.split('=')
  const [address = '', port] = place.split(':')
  return [name, { address, port: Number(port) }]
}

const Environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be the address of a PostgreSQL database' }),
    PORT: z.coerce.number('must be a number').int().min(1).max(65_535).default(3000),
    /** Where readers find the paper: scheme, host and port, nothing behind it. */
    SITE_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    /** Where mail goes. Without one it stays in /admin/mail. */
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp or smtps address' }).optional(),
    MAIL_FROM: z.string().min(3).default('Newsroom <newsroom@localhost>'),
    /** The folder of uploaded pictures. */
    MEDIA_DIR: z.string().min(1).default('.data/media'),
    /** Memory for readers' pages, in megabytes. */
    READER_CACHE_MB: z.coerce.number('must be a number').int().min(1).max(65_536).default(128),
    /** How many proxies of ours stand in front: that many hops of X-Forwarded-For are believed. */
    TRUST_PROXY: z.coerce.number('must be a number').int().min(0).max(10).default(0),
    /** What tells a cache in front to forget (docs/caching.md). Without one nothing may be kept there. */
    PURGE_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
    /** What it knows us by: a bearer token. */
    PURGE_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/, 'must have at least 16 characters, and no spaces')
      .optional(),
    NEXTAUTH_SECRET: secret,
    INTERNAL_SECRET: secret,
    /** The keys by which push services know the paper (RFC 8292). Whoever asked for alerts asked under the public one. */
    VAPID_PUBLIC_KEY: z
      .string()
      .regex(/^[\w-]{87}$/, 'must be a public key of 65 bytes in base64url')
      .optional(),
    VAPID_PRIVATE_KEY: z
      .string()
      .regex(/^[\w-]{43}$/, 'must be a private key of 32 bytes in base64url')
      .optional(),
    /** Keys of the source register, 32 bytes each in base64url, with commas between: the first one seals, every one opens. */
    SOURCE_KEY: z
      .string()
      .regex(/^[\w-]{43}(,[\w-]{43})*$/, 'must be keys of 32 bytes in base64url, with commas between')
      .optional()
      .transform((list) => list?.split(',') ?? []),
    /**
     * For tests: which `address:port` of this machine stands in for a name, as `paper.test=127.0.0.1:4567`, with commas between.
     * Only names under .test are taken, which nobody can own (RFC 6761), so a setting left behind opens no way to a real name.
     */
    OUTGOING_TEST_HOSTS: testHosts,
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  })
  .transform((given) => ({ ...given, SITE_URL: new URL(given.SITE_URL ?? `http://localhost:${given.PORT}`).origin }))
export type Environment = z.output<typeof Environment>

/** A variable is missing or makes no sense. The message is one sentence that names each. */
export class InvalidEnvironment extends Error {
  override name = 'InvalidEnvironment'
}

let parsed: Environment | undefined

/**
 * The settings that the process was started with, parsed once (and again when the start script moves on to another database).
 * Call it inside functions only: a build loads every module and has no settings.
 *
 * Throws InvalidEnvironment.
 */
export function env(): Environment {
  if (parsed?.DATABASE_URL !== process.env.DATABASE_URL) parsed = undefined
  parsed ??= parseEnvironment(process.env)
  return parsed
}

/** Parses settings; an empty variable counts as one that is not set. Throws InvalidEnvironment. */
export function parseEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(given)
  if (result.success) return result.data
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new InvalidEnvironment(`The settings are not right: ${wrong.join(', ')}.`)
}
