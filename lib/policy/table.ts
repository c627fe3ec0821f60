import type { Role } from './actor'

/**
 * Who may do what, whole. A cell is:
 * - `any`: on every thing of this kind
 * - `own`: on an article that the person started, was asked to write or has a byline on, and on those of a desk that they lead;
 *   on a comment that they wrote; on a source on which they are named; on one's byline; on oneself for people
 * - `lead`: on an article of a desk that the person leads; on the front of a section of such a desk
 * - `no`
 *
 * Nobody (signed out, deactivated) may do nothing that stands here. The system may do everything.
 */
export type Grant = 'any' | 'own' | 'lead' | 'no'

export const policy = {
  'newsroom.enter': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'article.create': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'article.edit': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.file': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.publish': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.unpublish': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.commission': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.assign': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.plan': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.start': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.sub': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.sendBack': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.askLegal': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.signLegal': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'article.approve': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.pause': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.spike': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.kill': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.break': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'embargo.set': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'embargo.lift': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'outsider.invite': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'diary.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'plan.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'desk.edit': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'workflow.edit': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'checklist.edit': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'audit.read': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.comment': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'claim.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'claim.mark': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'claim.register': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'claim.readers': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'claim.rules': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'claim.merge': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'reply.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'reply.log': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'source.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'source.create': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'source.reveal': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'own', LAWYER: 'own' },
  'source.edit': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'own', LAWYER: 'no' },
  'source.use': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'own', LAWYER: 'no' },
  'comment.edit': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'own', LAWYER: 'own' },
  'comment.delete': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'own' },
  'article.hold': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.override': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'article.restore': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'report.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'readerReport.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'readerReport.decide': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'readerReport.switch': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'style.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'template.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'media.upload': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'media.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'any' },
  'byline.create': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'byline.edit': { REPORTER: 'own', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'own' },
  'topic.create': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'topic.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'topic.merge': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'section.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'section.merge': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'series.edit': { REPORTER: 'no', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'front.read': { REPORTER: 'any', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'front.edit': { REPORTER: 'lead', EDITOR: 'any', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'settings.edit': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'people.list': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'people.invite': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'people.changeRole': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'people.deactivate': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
  'session.end': { REPORTER: 'own', EDITOR: 'own', ADMINISTRATOR: 'any', LAWYER: 'own' },
  'mail.read': { REPORTER: 'no', EDITOR: 'no', ADMINISTRATOR: 'any', LAWYER: 'no' },
} as const satisfies Record<string, Record<Role, Grant>>

export type Action = keyof typeof policy
