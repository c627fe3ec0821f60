import pino from 'pino'

/** JSON lines on standard error. Never give it a person's words, addresses or secrets. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? 'info',
    base: null,
    redact: ['*.password', '*.token', '*.cookie', '*.authorization', '*.email'],
  },
  pino.destination({ fd: 2, sync: true }),
)
