/** Kinds of events, as somebody who looks for one thinks of them. */
export const EVENT_GROUPS = [
  'signingIn',
  'people',
  'writing',
  'desk',
  'readers',
  'overrides',
  'comments',
  'outside',
  'newsroom',
  'other',
] as const
export type EventGroup = (typeof EVENT_GROUPS)[number]

export const GROUP_WORDS: Record<EventGroup, string> = {
  signingIn: 'Signing in and out',
  people: 'People and rights',
  writing: 'Words and fields',
  desk: 'Planned, filed, held, approved',
  readers: 'Published, withdrawn, scheduled',
  overrides: 'Passed over with a reason',
  comments: 'Comments',
  outside: 'Legal and people outside',
  newsroom: 'Settings, shelves, templates, style',
  other: 'Everything else',
}

/** Actions whose name begins so belong to the group; of two beginnings the longer one counts. `overrides` and `other` are no names. */
export const GROUP_ACTIONS: Record<Exclude<EventGroup, 'overrides' | 'other'>, readonly string[]> = {
  signingIn: [
    'session.',
    'factor.',
    'people.requestReset',
    'people.resetPassword',
    'people.changePassword',
    'people.resetFactor',
    'people.requestLink',
    'people.linkIdentity',
  ],
  people: ['people.', 'desk.', 'role.'],
  writing: [
    'article.create',
    'article.edit',
    'article.write',
    'article.restore',
    'article.name',
    'media.',
    'claim.',
    'party.',
    'source.',
  ],
  desk: ['article.', 'diary.', 'plan.'],
  readers: [
    'article.publish',
    'article.unpublish',
    'article.kill',
    'article.schedule',
    'article.unschedule',
    'article.break',
    'article.correct',
    'article.showClaims',
    'article.hideClaims',
    'front.',
    'breaking.',
    'embargo.',
  ],
  comments: ['comment.'],
  outside: [
    'article.askLegal',
    'article.signLegal',
    'legal.',
    'outsider.',
    'outsideLink.',
    'readerReport.',
    'reply.',
    'privacy.',
  ],
  newsroom: [
    'claim.setRules',
    'claim.showStamps',
    'section.',
    'topic.',
    'series.',
    'byline.',
    'template.',
    'style.',
    'checklist.',
    'workflow.',
    'settings.',
    'notices.',
    'audit.',
    'calendarFeed.',
    'token.',
    'webhook.',
  ],
}

/** The beginnings that belong to a group, and the longer ones of other groups that do not. */
export function actionsOf(group: keyof typeof GROUP_ACTIONS): { within: readonly string[]; but: string[] } {
  const within = GROUP_ACTIONS[group]
  const others = Object.entries(GROUP_ACTIONS).flatMap(([name, actions]) => (name === group ? [] : actions))
  return { within, but: others.filter((other) => within.some((own) => other.startsWith(own) && other !== own)) }
}
