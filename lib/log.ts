import pino from 'pino'

/** Paths whose last part is a secret. */
const SECRET_PATHS =
  /^(\/(?:api\/)?(?:preview|invite|reset|login\/(?:link|email)|newsletters\/(?:confirm|unsubscribe))\/)[^/?]+/

/** A path as a log may have it: what opens something is not in it, nor what somebody looks for. */
export function withoutSecrets(path: string): string {
  return path.replace(SECRET_PATHS, '$1…').replace(/([?&]q=)[^&]*/g, '$1…')
}

/**
 * JSON lines on standard error. Never give it a person’s words, names, addresses of mail or network, or secrets: an id leads to the record,
 * which only some may read. tests/integration/privacy/logs.test.ts
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    redact: ['*.password', '*.token', '*.cookie', '*.authorization', '*.email'],
  },
  pino.destination({ fd: 2, sync: true }),
)
