import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { Invalid, TooLarge } from '../errors'
import { schema } from './schema'

/** A document as it is stored and sent: ProseMirror's JSON. */
export type DocumentJson = { type: 'doc'; content: unknown[] }

/** A parsed, checked document. */
export type Document = Node

/** The most characters of JSON that a document may take: a book of 300,000 words would fit. */
const MOST_DOCUMENT_CHARACTERS = 4_000_000

/**
 * Turns JSON into a document, trusting nothing: size first, then shape, then `check()` for content and attributes.
 * (`fromJSON` alone accepts a heading inside a paragraph.)
 *
 * @throws TooLarge when the JSON is over 4 million characters
 * @throws Invalid when it is not a document of our schema
 */
export function parseDocument(json: unknown): Document {
  if (JSON.stringify(json)?.length > MOST_DOCUMENT_CHARACTERS)
    throw new TooLarge('This article is too long to be saved.')
  try {
    const document = Node.fromJSON(schema, json)
    if (document.type !== schema.nodes.doc) throw new RangeError('Not a whole document')
    document.check()
    return document
  } catch (error) {
    throw new Invalid(
      `This is not a document that we can read: ${error instanceof Error ? error.message : 'unknown reason'}.`,
    )
  }
}

/** A document with a place for a headline, a standfirst and one paragraph. */
export function emptyDocument(): Document {
  const { doc, headline, standfirst, paragraph } = schema.nodes
  return doc.create(null, [headline.create(), standfirst.create(), paragraph.create()])
}

/**
 * A document after steps that were stored before: they are known to fit. Should one not fit all the same, which is a defect, it is told
 * and left out: an article that cannot be opened helps nobody.
 */
export function applyStored(
  document: Document,
  steps: readonly { step: unknown }[],
  onMisfit: (reason: string) => void,
): Document {
  return steps.reduce((before, { step }, index) => {
    try {
      const { doc, failed } = Step.fromJSON(schema, step).apply(before)
      if (doc !== null) return doc
      throw new RangeError(failed ?? 'it does not fit')
    } catch (error) {
      onMisfit(`step ${index + 1} of ${steps.length}: ${error instanceof Error ? error.message : 'unknown reason'}`)
      return before
    }
  }, document)
}

/** The stored form: plain objects through and through. (ProseMirror's own attributes have no prototype, which React refuses to send.) */
export function toJson(document: Document): DocumentJson {
  return JSON.parse(JSON.stringify(document)) as DocumentJson
}

/** The headline and the standfirst, as plain text without white space at the ends and without what is only suggested. */
export function titlesOf(document: Document): { headline: string; standfirst: string } {
  return { headline: titleOf(document.child(0)), standfirst: titleOf(document.child(1)) }
}

function titleOf(title: Node): string {
  const isSuggested = ({ marks }: Node) => marks.some(({ type }) => type.name === 'inserted')
  return title.children
    .map((text) => (isSuggested(text) ? '' : text.textContent))
    .join('')
    .trim()
}
