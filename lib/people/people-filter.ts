export const PEOPLE_STATES = ['invited', 'ranOut', 'active', 'deactivated'] as const
/** Whether somebody may sign in. `ranOut`: the invitation works no longer, and nobody sent another. */
export type PeopleState = (typeof PEOPLE_STATES)[number]

export const PEOPLE_SEEN = ['week', 'month', 'quarter', 'never'] as const
/** When somebody was here last: within a week, more than 30 or more than 90 days ago, never. */
export type PeopleSeen = (typeof PEOPLE_SEEN)[number]

export const SECOND_FACTORS = ['app', 'passkey', 'none'] as const
/** What somebody proves besides the password: codes of an app, a passkey, or nothing. */
export type PeopleFactor = (typeof SECOND_FACTORS)[number]

/** What a list of people is narrowed to. What is not there narrows nothing. */
export type PeopleFilter = {
  /** A part of the name or of the e-mail address. */
  words?: string | undefined
  /** The id of a role. */
  role?: string | undefined
  /** The id of a desk, or `none` for whoever is at no desk. */
  desk?: string | undefined
  state?: PeopleState | undefined
  seen?: PeopleSeen | undefined
  factor?: PeopleFactor | undefined
}
