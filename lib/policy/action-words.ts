import type { Action, Grant } from './table'

/** What an action is done to, where it reaches further for some than for others. */
type Thing = 'article' | 'front' | 'comment' | 'source' | 'byline' | 'session'

export type ActionWords = {
  /** As a line of a list: "Publish articles". */
  label: string
  /** After "may" or "may not": "publish". */
  verb: string
  /** Between the verb and its thing: "set an embargo" "on". */
  tail?: string
  /** Before "on Sport", where the verb says too little by itself. */
  alone?: string
  /** Null where the verb says all of it. */
  thing: Thing | null
  /** For what needs a word more. */
  hint?: string
}

export const THING_WORDS: Record<Thing, { some: string; every: string; own: string }> = {
  article: { some: 'articles', every: 'every article', own: 'articles of their own' },
  front: { some: 'fronts', every: 'every front', own: 'fronts of their own' },
  comment: { some: 'comments', every: 'every comment', own: 'comments of their own' },
  source: { some: 'sources', every: 'every source', own: 'sources on which they are named' },
  byline: { some: 'bylines', every: 'every byline', own: 'their own byline' },
  session: { some: 'sessions', every: 'everybody’s sessions', own: 'their own sessions' },
}

/** How far a right reaches, as the head of a column. */
export const GRANT_WORDS: Record<Grant, string> = {
  no: 'Nowhere',
  own: 'Their own',
  lead: 'Desks they lead',
  desk: 'Their desks',
  any: 'Everywhere',
}

/** Every right, in the order and under the headings in which people look for them. */
export const ACTION_GROUPS: readonly { label: string; actions: readonly Action[] }[] = [
  {
    label: 'Writing',
    actions: [
      'newsroom.enter',
      'article.read',
      'article.create',
      'article.edit',
      'article.comment',
      'comment.edit',
      'comment.delete',
      'article.restore',
      'article.hold',
      'article.letGo',
      'outsider.invite',
      'media.read',
      'media.upload',
    ],
  },
  {
    label: 'From draft to approval',
    actions: [
      'article.start',
      'article.file',
      'article.sub',
      'article.sendBack',
      'article.approve',
      'article.askLegal',
      'article.signLegal',
      'article.pause',
      'article.spike',
    ],
  },
  {
    label: 'Publishing',
    actions: [
      'article.publish',
      'article.unpublish',
      'article.kill',
      'article.override',
      'article.break',
      'embargo.set',
      'embargo.lift',
      'front.read',
      'front.edit',
    ],
  },
  {
    label: 'Desks and plan',
    actions: ['plan.read', 'article.plan', 'article.commission', 'article.assign', 'diary.edit', 'desk.edit'],
  },
  {
    label: 'Claims and sources',
    actions: [
      'claim.read',
      'claim.mark',
      'claim.register',
      'claim.merge',
      'claim.readers',
      'claim.rules',
      'reply.read',
      'reply.log',
      'source.read',
      'source.create',
      'source.use',
      'source.edit',
      'source.reveal',
    ],
  },
  { label: 'Readers', actions: ['readerReport.read', 'readerReport.decide', 'readerReport.switch', 'report.read'] },
  {
    label: 'Site',
    actions: [
      'byline.create',
      'byline.edit',
      'byline.merge',
      'topic.create',
      'topic.edit',
      'topic.merge',
      'section.edit',
      'section.merge',
      'series.edit',
      'template.edit',
      'style.edit',
    ],
  },
  {
    label: 'People',
    actions: [
      'people.list',
      'people.invite',
      'people.changeRole',
      'people.deactivate',
      'people.resetFactor',
      'session.end',
      'role.edit',
      'token.edit',
    ],
  },
  {
    label: 'Administration',
    actions: ['settings.edit', 'checklist.edit', 'workflow.edit', 'privacy.edit', 'mail.read', 'audit.read'],
  },
]

/** Every right in the newsroom's words. */
export const ACTION_WORDS: Record<Action, ActionWords> = {
  'newsroom.enter': whole('Enter the newsroom', 'enter the newsroom', 'Without it, nothing else here can be reached.'),
  'article.create': whole('Start articles', 'start articles'),
  'article.read': whole('Read drafts', 'read drafts', 'Every draft of the newsroom: needed for all work on articles.'),
  'article.edit': article('Edit articles', 'edit', ''),
  'article.file': article('File articles to the desk', 'file', ''),
  'article.publish': article('Publish articles', 'publish', ''),
  'article.unpublish': article('Unpublish articles', 'unpublish', ''),
  'article.commission': article('Commission articles', 'commission', ''),
  'article.assign': article('Assign articles to people', 'assign people', 'to'),
  'article.plan': article('Change lines on the plan', 'change the plan', 'of'),
  'article.start': article('Begin to write what was commissioned', 'begin to write', ''),
  'article.sub': article('Begin subbing', 'sub', ''),
  'article.sendBack': article('Send articles back', 'send back', ''),
  'article.askLegal': article('Send articles to legal', 'ask legal', 'about'),
  'article.signLegal': article('Sign for legal', 'sign for legal', 'on'),
  'article.approve': article('Approve articles', 'approve', ''),
  'article.pause': article('Put articles on hold', 'pause', ''),
  'article.spike': article('Spike articles', 'spike', ''),
  'article.kill': article('Kill articles', 'kill', '', 'Withdraws for good what readers had.'),
  'article.break': article('Send articles as breaking news', 'break news', 'with'),
  'embargo.set': article('Set embargoes', 'set an embargo', 'on'),
  'embargo.lift': article('Lift embargoes', 'lift the embargo', 'of'),
  'outsider.invite': article('Make secret links for outsiders', 'make secret links', 'to'),
  'diary.edit': whole('Change the diary', 'change the diary'),
  'plan.read': whole('See the plan', 'see the plan'),
  'desk.edit': whole('Change desks', 'change desks', 'Who sits at a desk and who leads it: that gives rights, too.'),
  'workflow.edit': whole('Set the rules of the workflow', 'set the rules of the workflow'),
  'checklist.edit': whole('Change checklists', 'change checklists'),
  'audit.read': whole('Read the audit log', 'read the audit log'),
  'article.comment': whole('Comment and suggest', 'comment and suggest'),
  'claim.read': whole('See the register of claims', 'see claims'),
  'claim.mark': article('Mark claims in articles', 'mark claims', 'in'),
  'claim.register': whole('Change the register of claims', 'change the register of claims'),
  'claim.readers': whole('Decide what readers get of claims', 'decide what readers get of claims'),
  'claim.rules': whole('Set the rules for claims', 'set the rules for claims'),
  'claim.merge': whole('Merge claims', 'merge claims'),
  'reply.read': whole('See who was asked for a reply', 'see who was asked for a reply'),
  'reply.log': article('Log who was asked for a reply', 'log who was asked for a reply', 'on'),
  'source.read': whole('See the register of sources', 'see sources', 'By their code names.'),
  'source.create': whole('Put sources on the register', 'add sources'),
  'source.reveal': of('source', 'See the names of sources', 'see the names', 'of'),
  'source.edit': of('source', 'Change sources', 'change', ''),
  'source.use': of('source', 'Put sources behind claims', 'put claims', 'on'),
  'comment.edit': of('comment', 'Change comments', 'change', ''),
  'comment.delete': of('comment', 'Delete comments', 'delete', ''),
  'article.hold': { ...article('Hold articles for subbing', 'hold', ''), alone: 'hold articles' },
  'article.letGo': { ...article('Release articles that others hold', 'release', ''), alone: 'release articles' },
  'article.override': article(
    'Pass over checks with a reason',
    'pass over checks',
    'on',
    'Publishes what the checklist blocks, with a reason that stays in the log.',
  ),
  'article.restore': article('Restore older versions', 'restore older versions', 'of'),
  'report.read': whole('See broken links', 'see broken links'),
  'readerReport.read': whole('See what readers report', 'see reader reports'),
  'readerReport.decide': article('Decide about reader reports', 'decide about reader reports', 'on'),
  'readerReport.switch': whole('Let readers report errors, or not', 'switch reader reports'),
  'style.edit': whole('Change the house style', 'change the house style'),
  'template.edit': whole('Change templates', 'change templates'),
  'media.upload': whole('Upload pictures', 'upload pictures'),
  'media.read': whole('Look through pictures', 'look through pictures'),
  'byline.create': whole('Make bylines', 'make bylines'),
  'byline.merge': whole(
    'Merge bylines and change their addresses',
    'merge bylines and change their addresses',
    'Old addresses go on leading to them.',
  ),
  'byline.edit': of('byline', 'Change bylines', 'change', ''),
  'topic.create': whole('Make topics', 'make topics'),
  'topic.edit': whole('Change topics', 'change topics'),
  'topic.merge': whole('Merge topics', 'merge topics'),
  'section.edit': whole('Change sections', 'change sections'),
  'section.merge': whole('Merge sections', 'merge sections'),
  'series.edit': whole('Change series', 'change series'),
  'front.read': whole('See fronts', 'see fronts'),
  'front.edit': of('front', 'Arrange and publish fronts', 'arrange', ''),
  'settings.edit': whole('Change settings, look and menus', 'change settings'),
  'people.list': whole('See the list of people', 'see the list of people'),
  'people.invite': whole('Invite people', 'invite people'),
  'people.changeRole': whole('Give people roles', 'give people roles', 'Only those that may nothing beyond their own.'),
  'role.edit': whole('Change roles', 'change roles', 'Only those that may nothing beyond their own.'),
  'token.edit': whole(
    'Make and revoke API tokens and webhooks',
    'make and revoke API tokens and webhooks',
    'A token may nothing that its maker may not.',
  ),
  'people.deactivate': whole('Deactivate people', 'deactivate people'),
  'people.resetFactor': whole(
    'Reset somebody’s second factor',
    'reset somebody’s second factor',
    'Of people whose role may nothing beyond their own.',
  ),
  'session.end': of('session', 'End sessions', 'end', ''),
  'privacy.edit': whole(
    'Show, export and erase what the paper has of a reader',
    'look after the privacy of readers',
    'And say how long addresses and mails are kept.',
  ),
  'mail.read': whole('See the mail that was sent', 'see the mail that was sent'),
}

/** Where everybody who may at all may everywhere. */
function whole(label: string, verb: string, hint?: string): ActionWords {
  return { label, verb, thing: null, ...(hint === undefined ? {} : { hint }) }
}

function article(label: string, verb: string, tail: string, hint?: string): ActionWords {
  return { ...of('article', label, verb, tail), ...(hint === undefined ? {} : { hint }) }
}

function of(thing: Thing, label: string, verb: string, tail: string): ActionWords {
  return { label, verb, thing, ...(tail === '' ? {} : { tail }) }
}
