import type { Role } from '@/lib/policy/actor'

export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  REPORTER: { name: 'Reporter', may: 'Writes articles and files them.' },
  EDITOR: { name: 'Editor', may: 'Edits every article, publishes and unpublishes.' },
  ADMINISTRATOR: { name: 'Administrator', may: 'Does what editors do, and manages people.' },
  LAWYER: { name: 'Lawyer', may: 'Reads every article, comments, and signs what needs a lawyer.' },
}
