import type { Purpose } from '../api/outsiders'

export const PURPOSE_WORDS: Record<Purpose, string> = {
  READ: 'Reads',
  COMMENT: 'Reads and comments',
  SIGN_OFF: 'Signs for legal',
}
