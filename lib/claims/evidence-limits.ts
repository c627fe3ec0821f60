/** The most bytes of a file that shows what was said, and the most files that stand behind one event. */
export const EVIDENCE_BYTES_MOST = 10_000_000
export const EVIDENCE_FILES_MOST = 10

/** Why a file of this many bytes is not taken; null where it is. */
export function sizeProblem(size: number): string | null {
  if (size === 0) return 'This file is empty.'
  return size > EVIDENCE_BYTES_MOST ? 'This file has more than 10 MB. Save it smaller, or give its address.' : null
}

/** "840 bytes", "12 KB", "3.4 MB" */
export function sizeInWords(size: number): string {
  if (size < 1_000) return size === 1 ? '1 byte' : `${size} bytes`
  if (size < 999_500) return `${Math.round(size / 1_000)} KB`
  return `${(size / 1_000_000).toFixed(1)} MB`
}
