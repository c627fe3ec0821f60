/** Where pages know who looks at them. Everything else is public, is rendered without cookies, and is kept. */
const privatePrefixes = [
  '/desk',
  '/admin',
  '/api',
  '/login',
  '/invite',
  '/reset',
  '/set-up',
  '/preview',
  '/calendar',
  '/_next',
  '/media',
  '/newsletters/confirm',
  '/newsletters/unsubscribe',
  '/healthz',
  '/readyz',
  '/metrics',
]

/** @param path in its canonical form */
export function isPrivatePath(path: string): boolean {
  return privatePrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}
