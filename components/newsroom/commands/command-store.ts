/** Something that a person can do here, as the command palette and the list of keys show it. */
export type Command = {
  /** Unique while it is on offer: "article.file". */
  id: string
  /** What it does, as a verb first: "File the article". */
  label: string
  /** The heading that it stands under: "Go to", "Article", "Text", "Blocks", "Review". */
  group: string
  /** The keys that do the same, as KEYS writes them: "Mod-Alt-M". */
  keys?: string | undefined
  /** Other words that somebody may type for it. */
  alsoCalled?: string | undefined
  /** Not now, and why: it is listed and cannot be chosen. */
  unavailable?: string | undefined
  run(): void
}

type Offer = { commands: readonly Command[] }

/** Everything on offer on this page, by whoever offers it. The palette reads it when it opens. */
const offers = new Set<Offer>()
const listeners = new Set<() => void>()

/** Offers commands until the answer is called. */
export function offerCommands(commands: readonly Command[]): () => void {
  const offer = { commands }
  offers.add(offer)
  tell()
  return () => {
    offers.delete(offer)
    tell()
  }
}

/** The commands on offer now, in the order in which they were offered. */
export function offeredCommands(): Command[] {
  return [...offers].flatMap(({ commands }) => commands)
}

export function onCommandsChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function tell(): void {
  for (const listener of listeners) listener()
}
