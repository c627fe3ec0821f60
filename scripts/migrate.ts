// npm run migrate: brings the database of DATABASE_URL up to date. `npm start` does it by itself; this is for people who deploy in steps.
import { applyMigrations } from '@/lib/db/migrations'

const url = process.env.DATABASE_URL
if (!url) {
  console.error('Set DATABASE_URL to the database to migrate. The embedded one is migrated by npm start.')
  process.exit(1)
}
const names = await applyMigrations(url)
console.log(names.length === 0 ? 'The database is up to date.' : `Applied ${names.join(', ')}.`)
