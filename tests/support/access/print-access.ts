import { BUILT_IN_ROLES } from '@/lib/policy/actor'
import { type Action, type Grant, policy } from '@/lib/policy/table'
import type { Way } from './doors'

const REACH: Record<Grant, string> = {
  any: 'everywhere',
  desk: 'their desks',
  lead: 'desks they lead',
  own: 'own',
  no: '–',
}

const OPEN: Record<string, string> = {
  anyone: 'everybody, signed in or not',
  visitor: 'everybody; who is signed in sees more',
  self: 'whoever is signed in, for their own account',
}

/** The text of docs/access.md: every right with who has it, and every door with what it asks. */
export function printAccess(ways: readonly Way[]): string {
  const rights = Object.entries(policy).map(([action, cells]) => [
    `\`${action}\``,
    ...BUILT_IN_ROLES.map((role) => REACH[cells[role]]),
  ])
  const doors = ways.flatMap((way) => {
    if (way.kind === 'plain') return []
    const asks =
      way.kind === 'api' ? `a token for \`${way.scope}\`` : way.kind === 'page' ? way.permission : way.door.permission
    const said = asks === 'a token for `anyone`' ? 'everybody, with or without a token' : (OPEN[asks] ?? asks)
    return [[way.kind, `\`${way.name}\``, isRight(said) ? `\`${said}\`` : said]]
  })
  return [
    '# Who may do what',
    '',
    'Printed from the code, and compared with it by `tests/integration/hostile/access-table.test.ts`: a new door that does not stand here fails.',
    '`UPDATE_DOCS=1 npm test -- integration access-table` prints it anew. `tests/integration/hostile/access.test.ts` asks at every one of these doors as',
    'everybody. A paper changes the rights of roles, and makes its own, in `/admin/roles`; administrators always have all of them.',
    '',
    '## Rights, and how far those of the built-in roles reach',
    '',
    ...table(['Right', 'Reporter', 'Editor', 'Administrator', 'Lawyer'], rights),
    '',
    '## Doors, and the right that each asks for',
    '',
    'Behind the door the use case asks again, with the thing in hand.',
    '',
    ...table(['Kind', 'Door', 'Asks for'], doors),
    '',
  ].join('\n')
}

function isRight(said: string): said is Action {
  return said in policy
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}
