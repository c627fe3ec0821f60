/** What a token may read. Few, and each named for what it opens. */
export const SCOPES = ['published:read', 'audit:read'] as const
export type Scope = (typeof SCOPES)[number]

/** In a sentence, for whoever makes a token and for the description of the API. */
export const SCOPE_WORDS: Record<Scope, string> = {
  'published:read':
    'Reads what readers have: articles as they are now, and which were withdrawn and why. Never a draft.',
  'audit:read': 'Reads who did what in the newsroom, as the audit log has it. Give it to nobody outside.',
}
