/** XML 1.0 has no place for most control characters nor for half a surrogate pair, however they are written. */
export function xmlText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''))
}
