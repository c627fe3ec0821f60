import type { SiteWords } from '../site-words/en'
import { TEXT_LEAST, TEXT_MOST, URL_MOST } from './limits'

/** Where the form goes. */
export const REPORT_ADDRESS = '/api/questions'

export type ReportField = {
  name: 'text' | 'url' | 'mail'
  label: string
  hint: string
  /** The most characters. */
  most: number
}

/**
 * What a reader is asked, in the order of the form: the page and the one that says what is wrong print the same.
 * @param days how long the address is kept
 */
export function reportFields({ text, url, mail }: SiteWords['question'], days: number): ReportField[] {
  return [
    { name: 'text', label: text.label, hint: text.hint(TEXT_LEAST, TEXT_MOST), most: TEXT_MOST },
    { name: 'url', label: url.label, hint: url.hint, most: URL_MOST },
    { name: 'mail', label: mail.label, hint: mail.hint(days), most: 254 },
  ]
}
