import { xmlText } from '../feeds/xml-text'
import type { OembedAnswer } from './oembed-answer'

/** The two formats of an answer, each with the type under which it is sent and found. */
export const OEMBED_FORMATS = {
  json: { print: (answer: OembedAnswer) => JSON.stringify(answer), type: 'application/json' },
  xml: { print: printXml, type: 'text/xml' },
} as const

export type OembedFormat = keyof typeof OEMBED_FORMATS

export function isOembedFormat(text: string): text is OembedFormat {
  return Object.hasOwn(OEMBED_FORMATS, text)
}

function printXml(answer: OembedAnswer): string {
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`
}

function escapeXml(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
