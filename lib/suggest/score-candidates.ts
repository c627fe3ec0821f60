/** One thing that a story has in common with a text. */
export type Clue = { id: string; editedAt: Date } & (
  | { kind: 'name'; name: string }
  | { kind: 'topic'; topic: string }
  | { kind: 'link'; headline: string }
  | { kind: 'words'; words: string[] }
)

export type Scored = { id: string; score: number; reasons: string[]; names: string[] }

/** What each thing in common is worth, and how much all of its kind may be. */
const WORTH = {
  name: { each: 3, most: 9 },
  topic: { each: 2, most: 4 },
  link: { each: 1.5, most: 4.5 },
  words: { each: 1, most: 4 },
} as const

/** A story of today gets so much more than a very old one, which fades by a factor of e in so many days. */
const RECENT = { most: 1.5, days: 45 }
/** Less in common than this is chance. */
const LEAST = 2

/** Adds up what each story has in common: the best first, the newer one before the older. */
export function scored(clues: readonly Clue[], at: Date): Scored[] {
  const stories = new Map<string, Clue[]>()
  for (const clue of clues) stories.set(clue.id, [...(stories.get(clue.id) ?? []), clue])
  return [...stories]
    .map(([id, own]) => scoreOf(id, own, at))
    .filter(({ score, common }) => common >= LEAST && score > 0)
    .sort((one, other) => other.score - one.score || other.editedAt - one.editedAt)
    .map(({ id, score, reasons, names }) => ({ id, score, reasons, names }))
}

function scoreOf(id: string, clues: readonly Clue[], at: Date) {
  const names = unique(clues.flatMap((clue) => (clue.kind === 'name' ? clue.name : [])))
  const topics = unique(clues.flatMap((clue) => (clue.kind === 'topic' ? clue.topic : [])))
  const links = unique(clues.flatMap((clue) => (clue.kind === 'link' ? clue.headline : [])))
  const words = unique(clues.flatMap((clue) => (clue.kind === 'words' ? clue.words : [])))
  const common =
    worth('name', names.length) +
    worth('topic', topics.length) +
    worth('link', links.length) +
    worth('words', words.length)
  const editedAt = clues[0]?.editedAt.getTime() ?? 0
  const days = Math.max(0, at.getTime() - editedAt) / 86_400_000
  return {
    id,
    names,
    common,
    editedAt,
    score: common + RECENT.most * Math.exp(-days / RECENT.days),
    reasons: [
      ...(names.length > 0 ? [`Both name ${listed(names)}.`] : []),
      ...(topics.length > 0
        ? [`${topics.length === 1 ? 'Shares the topic' : 'Shares the topics'} ${listed(topics)}.`]
        : []),
      ...(links.length > 0 ? [`Points at ${listed(links.map((headline) => `“${headline}”`))}, too.`] : []),
      ...(words.length > 0 ? [`Speaks of ${listed(words.map((word) => `“${word}”`))}.`] : []),
    ],
  }
}

function worth(kind: keyof typeof WORTH, count: number): number {
  return Math.min(WORTH[kind].most, WORTH[kind].each * count)
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}

/** "Ada, Ben and 3 more" */
function listed(words: readonly string[]): string {
  const [first = '', second, ...more] = words
  if (second === undefined) return first
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more`
}
