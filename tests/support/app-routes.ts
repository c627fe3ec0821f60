import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

const app = join(import.meta.dirname, '../../app')

/** Every address that the app answers, as its folders say: "/[section]/[slug]". */
export function appRoutes(): string[] {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  const routes = files
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map((file) => posix.dirname(`/${file}`))
    .map((folder) => folder.replace(/\/\([^)]+\)/g, '') || '/')
  return [...new Set(routes)].sort()
}
