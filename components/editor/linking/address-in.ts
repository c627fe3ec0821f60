import { safeUrl } from '@/lib/document/addresses'

type Found = { kind: 'words' } | { kind: 'address'; href: string } | { kind: 'refused'; reason: string }

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const BARE_HOST = /^(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?(\/\S*)?$/i
const MAIL = /^[^\s@]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i

/**
 * Is this an address or are these words? What looks like an address is judged by the same rule as on the server; a bare
 * host gets https, a bare mail address gets mailto.
 */
export function addressIn(text: string): Found {
  // As a browser reads it: tabs and line ends do not count.
  const trimmed = text.replace(/[\t\n\r]/g, '').trim()
  if (trimmed === '') return { kind: 'words' }
  if (MAIL.test(trimmed)) return judged(`mailto:${trimmed}`)
  if (BARE_HOST.test(trimmed)) return judged(`https://${trimmed}`)
  // "Budget: what we know" has a colon too; an address has no white space after its scheme.
  if (SCHEME.test(trimmed) && !/^[a-z][a-z0-9+.-]*:\s/i.test(trimmed)) return judged(trimmed)
  return { kind: 'words' }
}

function judged(text: string): Found {
  const href = safeUrl(text)
  if (href !== null) return { kind: 'address', href }
  if (/^(https?|mailto|tel):/i.test(text)) {
    return text.length > 2048
      ? { kind: 'refused', reason: 'This address is too long: at most 2,048 characters.' }
      : {
          kind: 'refused',
          reason: 'This address cannot be used. Check that it is whole and carries no name and password.',
        }
  }
  return {
    kind: 'refused',
    reason: 'Links may lead to web pages (https, http), mail addresses and telephone numbers only.',
  }
}

/** The address that pasted text is, when it is nothing but one: for pasting over selected words. */
export function pastedAddress(text: string): string | null {
  const trimmed = text.trim()
  if (/\s/.test(trimmed) || !/^(https?:\/\/|mailto:|tel:)/i.test(trimmed)) return null
  return safeUrl(trimmed)
}
