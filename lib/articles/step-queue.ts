/** Most that is saved in one transaction, so that its first need not wait long for its last. */
const MOST_TOGETHER = 64

type Waiting<Ask, Answer> = { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }
type Run<Ask, Answer> = (asks: readonly Ask[]) => Promise<(Answer | Error)[]>

/** What waits, by article. An article has an entry only while something of it is being saved. */
const queues = new Map<string, Waiting<never, never>[]>()

/**
 * Saves what is asked for one article in the order in which it came. What comes while something is being saved waits and goes
 * together. When saving several together fails as a whole, each is tried alone, so that one cannot spoil the others.
 */
export function inTurn<Ask, Answer>(articleId: string, ask: Ask, run: Run<Ask, Answer>): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const waiting = { ask, resolve, reject }
    const queue = queues.get(articleId) as Waiting<Ask, Answer>[] | undefined
    if (queue !== undefined) {
      queue.push(waiting)
      return
    }
    const started = [waiting]
    queues.set(articleId, started as unknown as Waiting<never, never>[])
    void drain(articleId, started, run)
  })
}

async function drain<Ask, Answer>(
  articleId: string,
  queue: Waiting<Ask, Answer>[],
  run: Run<Ask, Answer>,
): Promise<void> {
  while (queue.length > 0) await save(queue.splice(0, MOST_TOGETHER), run)
  queues.delete(articleId)
}

async function save<Ask, Answer>(together: readonly Waiting<Ask, Answer>[], run: Run<Ask, Answer>): Promise<void> {
  try {
    const answers = await run(together.map(({ ask }) => ask))
    together.forEach(({ resolve, reject }, index) => {
      const answer = answers[index]
      if (answer === undefined || answer instanceof Error) reject(answer ?? new Error('Nothing was answered'))
      else resolve(answer)
    })
  } catch (error) {
    if (together.length === 1) together[0]?.reject(error)
    else for (const alone of together) await save([alone], run)
  }
}
