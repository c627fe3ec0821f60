/**
 * The header Content-Disposition of a file that is kept and never shown, by RFC 6266: the name in letters that every program takes, and
 * as it is, in UTF-8 by RFC 8187.
 */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended(name)}`
}

/** encodeURIComponent leaves four characters alone that have a meaning of their own here. */
function extended(name: string): string {
  // Half of a pair of characters is none in UTF-8.
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
