import { countWords } from '../document/compare/tokens'

type JsonNode = { text?: unknown; content?: unknown }

/** The words of a stored document, counted without building it: a list of versions holds many. */
export function countJsonWords(document: unknown): number {
  return countWords(textOf(document))
}

function textOf(json: unknown): string {
  const { text, content } = (json ?? {}) as JsonNode
  if (typeof text === 'string') return text
  if (!Array.isArray(content)) return ' '
  return `${content.map(textOf).join('')} `
}
