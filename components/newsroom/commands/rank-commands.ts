import type { Command } from './command-store'

export type RankedGroup = { group: string; commands: Command[] }

/** How well words fit what somebody typed, letters left out or not: 0 not at all, 1 exactly. */
type Score = (words: string, typed: string) => number

export const RECENT = 'Recently used'
const RECENT_MOST = 5
/** What was used lately is likelier meant; what cannot be done now is not. */
const RECENT_FACTOR = 1.2
const UNAVAILABLE_FACTOR = 0.3

/** Another word for it, begun, is as good as most of the name. */
const OTHER_NAME = 0.6

/** The order of the headings; others come after, as they were offered. */
const ORDER = ['Start', 'Article', 'Review', 'Text', 'Blocks', 'Fields', 'History', 'Go to', 'Help']

/**
 * What the palette shows: with nothing typed what was used lately and then everything by heading, otherwise what fits, best
 * first.
 * @param recentIds newest first
 */
export function rankCommands(
  commands: readonly Command[],
  typed: string,
  recentIds: readonly string[],
  score: Score,
): RankedGroup[] {
  const wanted = typed.trim()
  return wanted === '' ? everything(commands, recentIds) : fitting(commands, wanted, recentIds, score)
}

function everything(commands: readonly Command[], recentIds: readonly string[]): RankedGroup[] {
  const recent = recentIds
    .flatMap((id) => commands.filter((command) => command.id === id && command.unavailable === undefined))
    .slice(0, RECENT_MOST)
  const groups = byGroup(commands).sort((a, b) => placeOf(a.group) - placeOf(b.group))
  return recent.length === 0 ? groups : [{ group: RECENT, commands: recent }, ...groups]
}

function fitting(
  commands: readonly Command[],
  typed: string,
  recentIds: readonly string[],
  score: Score,
): RankedGroup[] {
  const scored = commands
    .map((command) => {
      const base = Math.max(score(command.label, typed), isAlsoCalled(command, typed) ? OTHER_NAME : 0)
      const recent = recentIds.includes(command.id) ? RECENT_FACTOR : 1
      return { command, points: base * recent * (command.unavailable === undefined ? 1 : UNAVAILABLE_FACTOR) }
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
  return byGroup(scored.map(({ command }) => command))
}

function isAlsoCalled({ group, alsoCalled = '' }: Command, typed: string): boolean {
  const others = `${group} ${alsoCalled}`.toLowerCase().split(' ')
  const words = typed.toLowerCase().split(/\s+/)
  return words.every((word) => others.some((other) => other.startsWith(word)))
}

/** In the order in which the first of each group comes. */
function byGroup(commands: readonly Command[]): RankedGroup[] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const group = groups.get(command.group)
    if (group === undefined) groups.set(command.group, [command])
    else group.push(command)
  }
  return [...groups].map(([group, commands]) => ({ group, commands }))
}

function placeOf(group: string): number {
  const place = ORDER.indexOf(group)
  return place === -1 ? ORDER.length : place
}
