import { type Document, parseDocument } from '../document/document'
import { printText } from '../document/print-text'
import { referencesOf } from '../document/resolved'
import { EditionMetadata } from './edition-metadata'

type Told = { document: Document; metadata: Pick<EditionMetadata, 'mainImage'> }

/**
 * Whether readers of the former edition would find something else in the new one: words, a picture, a card. What is only filed elsewhere,
 * signed by somebody else or marked for the newsroom is no news to them, and makes no "Updated".
 */
export function isNotableChange(former: Told, next: Told): boolean {
  return whatReadersHave(former) !== whatReadersHave(next)
}

/** The same of an edition as the database has it. */
export function toldBy(edition: { document: unknown; metadata: unknown }): Told {
  return { document: parseDocument(edition.document), metadata: EditionMetadata.parse(edition.metadata) }
}

function whatReadersHave({ document, metadata }: Told): string {
  return JSON.stringify([printText(document), referencesOf(document), metadata.mainImage?.id ?? null])
}
