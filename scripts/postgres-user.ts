// PostgreSQL refuses to run as root. A container or a build machine often has nobody else, so root lends it another user of the machine.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { StartError } from '@/scripts/start-error'

export interface PostgresUser {
  uid: number
  gid: number
}

/**
 * The user who has to run PostgreSQL, or null when that is the present one. No user is made: a cluster that is there stays with its owner;
 * a new one goes to the machine's own postgres user, or to nobody.
 */
export function choosePostgresUser(data: string): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  const owner = existsSync(data) ? statSync(data) : null
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = findUser('postgres') ?? findUser('nobody')
  if (!user) {
    throw new StartError(
      'PostgreSQL refuses to run as root and this machine has no other user: start as an ordinary user.',
    )
  }
  return user
}

/** Whether that user may go into the folder: asked of the system, which knows about all kinds of rights. */
export function canReach(folder: string, user: PostgresUser): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { cwd: '/', uid: user.uid, gid: user.gid })
  return asked.status === 0
}

function findUser(name: string): PostgresUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null
}
