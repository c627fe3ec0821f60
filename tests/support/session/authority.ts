// The server's part of saving, in memory: the same answers as /api/documents/{id}/steps gives.
import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import type { FetchAnswer, SendAnswer, SentStep, StepBatch } from '@/components/editor/session/protocol'
import { emptyDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'

export class Authority {
  document: Node
  readonly steps: SentStep[] = []
  private readonly listeners = new Set<(since: number, steps: SentStep[]) => void>()

  constructor(document: Node = emptyDocument()) {
    this.document = document
  }

  get version(): number {
    return this.steps.length
  }

  apply({ version, clientId, steps }: StepBatch): SendAnswer {
    if (version > this.version) return { kind: 'invalid', message: 'This version does not exist yet.' }
    if (version < this.version) return { kind: 'behind', steps: this.since(version) }
    let document = this.document
    try {
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
    this.steps.push(...added)
    for (const listener of this.listeners) listener(version, added)
    return { kind: 'applied', version: this.version }
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
