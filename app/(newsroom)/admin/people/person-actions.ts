import type { PersonActions } from '@/components/newsroom/people/person-actions'
import { deactivate, giveRole, leaving, reactivate, resend, revoke } from './actions'

/** What can be done to a person, for the list and for the page of one. */
export const personActions: PersonActions = { giveRole, deactivate, leaving, reactivate, resend, revoke }
