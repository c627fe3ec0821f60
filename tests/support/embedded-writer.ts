// Started by a test and killed by it: takes a data folder, starts its PostgreSQL, writes rows one by one, and says which are safe.
import pg from 'pg'
import { lockFolder, openDataFolder } from '@/scripts/data-folder'
import { startPostgres } from '@/scripts/postgres'

const folder = process.argv[2] ?? ''
openDataFolder(folder)
lockFolder(folder, 'test')
const postgres = await startPostgres({ folder })
await postgres.createDatabase('writer')
const client = new pg.Client({ connectionString: postgres.url('writer') })
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS kept (id int PRIMARY KEY)')
const { rows } = await client.query<{ next: number }>('SELECT coalesce(max(id), 0) + 1 AS next FROM kept')
for (let id = rows[0]?.next ?? 1; ; id++) {
  await client.query('INSERT INTO kept VALUES ($1)', [id])
  console.log(id)
}
