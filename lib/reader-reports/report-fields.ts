import { ADDRESS_DAYS, TEXT_LEAST, TEXT_MOST, URL_MOST } from './limits'

/** Where the form goes. */
export const REPORT_ADDRESS = '/api/questions'

/** What a reader is asked, in the order of the form: the page and the one that says what is wrong print the same. */
export const REPORT_FIELDS = [
  {
    name: 'text',
    label: 'What is wrong?',
    hint: `${TEXT_LEAST} to ${TEXT_MOST.toLocaleString('en')} characters. The newsroom reads it; it is not published.`,
    most: TEXT_MOST,
  },
  {
    name: 'url',
    label: 'Where could we check that?',
    hint: 'The address of a page. You can leave this empty.',
    most: URL_MOST,
  },
  {
    name: 'mail',
    label: 'Your e-mail address',
    hint: `Only if you want an answer. We use it for nothing else, and remove it ${ADDRESS_DAYS} days after we are done.`,
    most: 254,
  },
] as const

export type ReportFieldName = (typeof REPORT_FIELDS)[number]['name']
