import type { Role } from './actor'

/**
 * Who may do what, whole. A cell is:
 * - `any`: on every thing of this kind
 * - `own`: on an article that the person started or has a byline on; on a comment that they wrote; on oneself for people
 * - `no`
 *
 * Nobody (signed out, deactivated) may do nothing that stands here. The system may do everything.
 */
export type Grant = 'any' | 'own' | 'no'

export const policy = {
  'newsroom.enter': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.create': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.edit': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.file': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.publish': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.unpublish': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.comment': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'comment.edit': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'own' },
  'comment.delete': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.hold': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.override': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'article.restore': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'report.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'style.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'template.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'media.upload': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'media.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'byline.create': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'topic.create': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'topic.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'topic.merge': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'section.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'section.merge': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
  'series.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any' },
  'people.list': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
  'people.invite': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
  'people.changeRole': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
  'people.deactivate': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
  'session.end': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'any' },
  'mail.read': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any' },
} as const satisfies Record<string, Record<Role, Grant>>

export type Action = keyof typeof policy
