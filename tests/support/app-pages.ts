import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'

const app = join(import.meta.dirname, '../../app')

/** Every page of the app: its address as its folders say, and its file. */
export function appPages(): { route: string; file: string }[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    .map((file) => ({
      route: posix.dirname(`/${file}`).replace(/\/\([^)]+\)/g, '') || '/',
      file: join(app, file),
    }))
}
