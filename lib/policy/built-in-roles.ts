import { BUILT_IN_ROLES, type BuiltInRole } from './actor'

/** What the built-in roles were called when they came: a role that is reset is called so again. */
export const BUILT_IN_WORDS: Record<BuiltInRole, { name: string; description: string }> = {
  REPORTER: { name: 'Reporter', description: 'Writes articles and files them.' },
  EDITOR: { name: 'Editor', description: 'Edits every article, publishes and unpublishes.' },
  ADMINISTRATOR: { name: 'Administrator', description: 'Does what editors do, and manages people.' },
  LAWYER: { name: 'Lawyer', description: 'Reads every article, comments, and signs what needs a lawyer.' },
}

export function isBuiltInRole(id: string): id is BuiltInRole {
  return BUILT_IN_ROLES.some((role) => role === id)
}
