import { type Mark, Node } from 'prosemirror-model'
import { ReplaceStep, Step, type StepMap } from 'prosemirror-transform'
import { request } from '@/components/editor/api/request'
import { short } from '@/lib/document/compare/mark-notes'
import type { Document } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import type { StepsBetween } from '@/lib/history/steps-between'

/** So many steps are asked for at once. */
const PART_STEPS = 500
/** So many steps back somebody's changes stay marked. */
const TRAIL = 60
const TINTS = 6

type PlayedStep = { map: StepMap; personId: string; at: string; did: string }

/** A run of versions: `documents[n]` is version `from + n`, which `steps[n - 1]` made. */
type Part = { from: number; documents: Document[]; steps: PlayedStep[] }

/** What was written in the last steps, and by whom. */
export type Tinted = { from: number; to: number; tint: number }

/** One point of the history: the text, and what had just happened to it. `by` is null where single steps are not kept. */
export type Moment = {
  version: number
  document: Document
  tinted: Tinted[]
  by: { name: string; at: string; did: string; tint: number } | null
}

/** The history of one article, read part by part as it is played. */
export class Track {
  private parts: Part[] = []
  private readonly names = new Map<string, string>()
  private readonly tints = new Map<string, number>()
  private readonly articleId: string
  private readonly foldedVersion: number

  constructor(articleId: string, foldedVersion: number) {
    this.articleId = articleId
    this.foldedVersion = foldedVersion
  }

  /** A point of the history, when it has been read already. */
  find(version: number): Moment | null {
    const part = this.partOf(version)
    if (part === undefined) return null
    const index = version - part.from
    const document = part.documents[index]
    if (document === undefined) return null
    const step = part.steps[index - 1]
    return {
      version,
      document,
      tinted: this.trail(part, index),
      by: step === undefined ? null : { ...step, name: this.nameOf(step.personId), tint: this.tintOf(step.personId) },
    }
  }

  /** Reads the part of the history that a version lies in. @throws RequestFailed */
  async read(version: number): Promise<void> {
    while (this.partOf(version) === undefined) {
      const from = this.nextFrom(version)
      const part = partFrom(await this.ask(from, version))
      if (this.parts.some((known) => known.from === from)) continue
      this.parts.push(part)
      if (part.steps.length === 0 && version !== from) return
    }
  }

  private partOf(version: number): Part | undefined {
    if (version <= this.foldedVersion) return this.parts.find(({ from }) => from === version)
    return this.parts.find(({ from, steps }) => from < version && version <= from + steps.length)
  }

  /** Where the next part begins that leads to a version: the server may have sent less than was asked. */
  private nextFrom(version: number): number {
    if (version <= this.foldedVersion) return version
    const steps = version - this.foldedVersion - 1
    let from = this.foldedVersion + steps - (steps % PART_STEPS)
    for (;;) {
      const known = this.parts.find((part) => part.from === from && part.steps.length > 0)
      if (known === undefined) return from
      from += known.steps.length
    }
  }

  private async ask(from: number, version: number): Promise<StepsBetween> {
    const to = version <= this.foldedVersion ? from : from + PART_STEPS
    const answer = await request<StepsBetween>(`/api/documents/${this.articleId}/history/steps?from=${from}&to=${to}`)
    for (const [id, name] of Object.entries(answer.names)) this.names.set(id, name)
    return answer
  }

  private trail({ steps }: Part, index: number): Tinted[] {
    let tinted: Tinted[] = []
    for (const { map, personId } of steps.slice(Math.max(0, index - TRAIL), index)) {
      tinted = tinted
        .map(({ from, to, tint }) => ({ from: map.map(from, 1), to: map.map(to, -1), tint }))
        .filter(({ from, to }) => from < to)
      map.forEach((_oldFrom, _oldTo, from, to) => {
        if (from < to) tinted.push({ from, to, tint: this.tintOf(personId) })
      })
    }
    return tinted
  }

  private nameOf(personId: string): string {
    return this.names.get(personId) ?? 'Somebody'
  }

  private tintOf(personId: string): number {
    const known = this.tints.get(personId) ?? this.tints.size % TINTS
    this.tints.set(personId, known)
    return known
  }
}

function partFrom({ from, document, steps }: StepsBetween): Part {
  const documents: Document[] = [Node.fromJSON(schema, document)]
  const played: PlayedStep[] = []
  for (const { step: json, personId, at } of steps) {
    const before = documents.at(-1)
    const step = Step.fromJSON(schema, json)
    const after = before && step.apply(before).doc
    if (!before || !after) break
    documents.push(after)
    played.push({ map: step.getMap(), personId, at, did: didOf(step, before) })
  }
  return { from, documents, steps: played }
}

/** What a step did, in words: "wrote ‘ferry’". */
function didOf(step: Step, before: Document): string {
  const mark = (step as Step & { mark?: Mark }).mark
  if (mark !== undefined) return MARK_WORDS[mark.type.name] ?? 'changed how words are marked'
  if (!(step instanceof ReplaceStep)) return 'changed a block'
  const gone = short(before.textBetween(step.from, step.to, ' ', ' '))
  const come = short(step.slice.content.textBetween(0, step.slice.content.size, ' ', ' '))
  if (come !== '' && gone !== '') return `replaced ‘${gone}’ with ‘${come}’`
  if (come !== '') return `wrote ‘${come}’`
  if (gone !== '') return `took out ‘${gone}’`
  return step.slice.size === 0 && step.from < step.to ? 'joined or took out a block' : 'began a new line or moved words'
}

const MARK_WORDS: Record<string, string> = {
  comment: 'commented',
  link: 'changed a link',
  bold: 'changed what is bold',
  italic: 'changed what is italic',
  toDo: 'marked something as to do',
}
