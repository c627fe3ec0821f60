import { hashPassword } from '@/lib/auth/password'
import { newId } from '@/lib/ids'
import { inDatabase } from './server-database'

export type AddedPerson = { id: string; name: string; email: string; password: string }

const PASSWORD = 'four gulls above the pier'

/**
 * Somebody whom no other test knows, in the newsroom of the server under test: their sessions and mail are this test's alone.
 * @param since when they got their role
 */
export async function addPerson(name: string, role: string, since = new Date()): Promise<AddedPerson> {
  const id = newId()
  const email = `${name.split(' ')[0]?.toLowerCase()}-${id}@paper.example`
  await inDatabase(
    `INSERT INTO "Person" (id, name, email, "passwordHash", role, "roleSince", status, "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, 'ACTIVE', $6)`,
    [id, name, email, await hashPassword(PASSWORD), role, since],
  )
  return { id, name, email, password: PASSWORD }
}
