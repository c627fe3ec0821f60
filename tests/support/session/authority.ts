// The server's part of saving, in memory: the same answers as /api/documents/{id}/steps gives.
import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { FetchAnswer, SendAnswer, SentStep, StepBatch } from '@/components/editor/session/protocol'
import { emptyDocument } from '@/lib/document/document'
import { mergeSteps } from '@/lib/document/merge-steps'
import { schema } from '@/lib/document/schema'

export class Authority {
  document: Node
  readonly steps: SentStep[] = []
  /** The document at each version. */
  private readonly documents: Node[]
  private readonly listeners = new Set<(since: number, steps: SentStep[]) => void>()

  constructor(document: Node = emptyDocument()) {
    this.document = document
    this.documents = [document]
  }

  get version(): number {
    return this.steps.length
  }

  apply(batch: StepBatch): SendAnswer {
    const { version, clientId, firsts } = batch
    if (version > this.version) return { kind: 'invalid', message: 'This version does not exist yet.' }
    const missed = this.since(version)
    if (batch.isAfterOwn && this.steps[version - 1]?.clientId !== clientId)
      return { kind: 'invalid', message: 'This does not follow.' }
    if (missed.length > 0 && (firsts === undefined || missed.some((step) => step.clientId === clientId)))
      return { kind: 'behind', steps: missed }
    let document = this.document
    let steps: readonly unknown[] = batch.steps
    try {
      if (firsts !== undefined && missed.length > 0) {
        steps = mergeSteps(
          {
            base: this.documents[version] ?? this.document,
            steps: batch.steps.map((step) => Step.fromJSON(schema, step)),
            firsts,
          },
          missed.map(({ step }) => Step.fromJSON(schema, step)),
          document,
        ).map((step) => step.toJSON())
      }
      for (const json of steps) {
        const result = Step.fromJSON(schema, json).apply(document)
        if (result.doc === null) throw new RangeError(result.failed ?? 'does not fit')
        document = result.doc
      }
      document.check()
    } catch (error) {
      return { kind: 'invalid', message: `This change cannot be applied: ${String(error)}` }
    }
    this.document = document
    const added = steps.map((step) => ({ step: copy(step), clientId }))
    const before = this.version
    this.steps.push(...added)
    this.documents.length = before + 1
    for (const { step } of added) {
      const last = this.documents.at(-1)
      if (last) this.documents.push(Step.fromJSON(schema, step).apply(last).doc ?? last)
    }
    for (const listener of this.listeners) listener(before, added)
    return missed.length > 0
      ? { kind: 'merged', steps: this.since(version) }
      : { kind: 'applied', version: this.version }
  }

  list(since: number): FetchAnswer {
    if (since > this.version) return { kind: 'invalid', message: 'This version does not exist yet.' }
    return { kind: 'steps', steps: this.since(since) }
  }

  listen(listener: (since: number, steps: SentStep[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private since(version: number): SentStep[] {
    return this.steps.slice(version)
  }
}

/** What comes back is never the very object that was sent, nor in the same order of keys. */
function copy(json: unknown): unknown {
  return JSON.parse(JSON.stringify(json), (_key, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
}
