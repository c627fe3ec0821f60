import { ARTICLE_STATES, MOVES, type Move } from '@/lib/articles/state'
import { BUILT_IN_ROLES, type BuiltInRole } from '@/lib/policy/actor'
import { type Grant, policy } from '@/lib/policy/table'

const GRANTS: Record<Grant, string> = { any: 'yes', own: 'own', lead: 'desk lead', desk: 'desk', no: '–' }

/** The machine and who may move it, as docs/workflow.md shows them: one Markdown table each. */
export function workflowTables(): string[] {
  const moves = Object.keys(MOVES) as Move[]
  const inWords = (state: string) => state.toLowerCase().replace('_', ' ')
  const rows = moves.map((move) => {
    const { name, from, to, action } = MOVES[move]
    const grants = policy[action] as Record<BuiltInRole, Grant>
    return [
      name,
      from.map(inWords).join(', '),
      to === 'same' ? 'stays' : to === 'before' ? 'where it was' : inWords(to),
      ...BUILT_IN_ROLES.map((role) => GRANTS[grants[role]]),
    ]
  })
  const who = table(['Move', 'From', 'To', ...BUILT_IN_ROLES.map((role) => inWords(role))], rows)
  const where = table(
    ['State', 'Moves'],
    ARTICLE_STATES.map((state) => [
      inWords(state),
      moves
        .filter((move) => (MOVES[move].from as readonly string[]).includes(state))
        .map((move) => MOVES[move].name)
        .join(', ') || 'none: final',
    ]),
  )
  return [who, where]
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
