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

/** What lies behind a secret link: the page, its pictures, and what its forms post to. @param path in its canonical form */
export function isPreviewPath(path: string): boolean {
  return /^\/(?:api\/)?preview(?:\/|$)/.test(path)
}

/** The page itself, and whatever else is asked for below it but the pictures of the draft. @param path in its canonical form */
export function isPreviewPage(path: string): boolean {
  return /^\/preview(?:\/|$)/.test(path) && !/^\/preview\/[^/]+\/media\//.test(path)
}

/** What a link in a mail opens: a page with one button, which posts to its own address. @param path in its canonical form */
export function isMailedPage(path: string): boolean {
  return /^\/newsletters\/(?:confirm|unsubscribe)\//.test(path)
}

/** Files that somebody uploaded and that are only ever sent to be kept. @param path in its canonical form */
export function isAttachmentPath(path: string): boolean {
  return path.startsWith('/api/claims/files/')
}

/** What programs read with a token. @param path in its canonical form */
export function isApiPath(path: string): boolean {
  return path.startsWith('/api/v1/')
}

/** What a page of the newsroom shows within itself. @param path in its canonical form */
export function isFramedPath(path: string): boolean {
  return /^\/desk\/fronts\/[^/]+\/preview$/.test(path)
}

/** @param path in its canonical form */
export function isPrivatePath(path: string): boolean {
  return privatePrefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
}
