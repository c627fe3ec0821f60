import type { FieldName } from '../articles/fields'
import { CORRECTION_KINDS } from '../corrections/correction-kinds'
import { VERDICT_WORDS } from '../legal/verdict-words'
import { isBuiltInRole } from '../policy/built-in-roles'
import { settingChangeWords } from '../settings/setting-words'
import { FIELD_WORDS } from '../templates/field-words'
import { roleChanges, secondFactorWords } from './role-event-words'

/** What is known of an event where it is put into words. */
export type WordedEvent = {
  action: string
  thing: string
  detail: Record<string, unknown>
  /** Whether a person did it to their own login. */
  isOwn: boolean
}

/**
 * An event around its two names: "Idris Fenner" `did` "“Bridge to close”" `after`. `isAlone`: nothing is named after it.
 * `alone` is what is said where no person did it.
 */
export type EventWords = { did: string; after: string; alone: string; isAlone: boolean }

/** An event in words. What is not known here is still readable: its action is. */
export function wordsOf(event: WordedEvent): EventWords {
  const { did, after = '', alone, isAlone = false } = WORDS[event.action]?.(event) ?? unknownWords(event)
  return { did, after, alone: alone ?? `By itself: ${did}`, isAlone }
}

type Worded = { did: string; after?: string; alone?: string; isAlone?: boolean }

const WORDS: Record<string, (event: WordedEvent) => Worded> = {
  'session.start': () => ({ did: 'signed in', isAlone: true }),
  'session.end': ({ isOwn }) => (isOwn ? { did: 'signed out', isAlone: true } : { did: 'ended a session of' }),
  'session.endAll': ({ detail, isOwn }) =>
    isOwn
      ? { did: `ended all other sessions of their own${sessions(detail.sessions)}`, isAlone: true }
      : { did: 'ended all sessions of', after: sessions(detail.sessions) },
  'session.expire': () => ({ did: 'ended a session of', alone: 'A session ran out of' }),
  'session.refuse': ({ detail }) => ({
    did: 'was not let in as',
    alone: 'A sign-in was refused for',
    after: refusedFor(detail.what) + (typeof detail.address === 'string' ? `, from ${detail.address}` : ''),
  }),
  'session.prove': ({ detail }) => ({ did: `showed again that it is they, ${provenBy(detail.what)}`, isAlone: true }),
  'factor.add': ({ detail }) => ({ did: `added ${factor(detail.what)} as a second factor`, isAlone: true }),
  'factor.replace': () => ({ did: 'replaced the app that shows codes', isAlone: true }),
  'factor.remove': ({ detail }) => ({ did: `removed ${factor(detail.what)} as a second factor`, isAlone: true }),
  'factor.rename': () => ({ did: 'renamed a passkey', isAlone: true }),
  'factor.renewCodes': () => ({ did: 'made new recovery codes', isAlone: true }),
  'people.create': ({ detail }) => ({ did: 'added', alone: 'Added by the set-up:', after: asRole(detail) }),
  'people.invite': ({ detail }) => ({
    did: detail.again === true ? 'sent another invitation to' : 'invited',
    after: asRole(detail),
  }),
  'people.revokeInvitation': () => ({ did: 'revoked the invitation of' }),
  'people.acceptInvitation': () => ({ did: 'accepted the invitation', isAlone: true }),
  'people.changeRole': ({ detail }) => ({
    did: 'changed the role of',
    after: ` from ${roleName(detail.from, detail.fromName)} to ${roleName(detail.to, detail.toName)}`,
  }),
  'role.create': ({ detail }) => ({ did: 'made the role', after: secondFactorWords(detail) }),
  'role.edit': ({ detail }) => ({ did: 'changed the role', after: roleChanges(detail) }),
  'role.reset': ({ detail }) => ({ did: 'gave back what it came with to the role', after: roleChanges(detail) }),
  'role.delete': ({ detail }) => ({
    did: 'deleted the role',
    after: typeof detail.toName === 'string' ? `, and whoever had it is ${detail.toName} now` : '',
  }),
  'people.deactivate': ({ detail }) => ({
    did: 'deactivated',
    after: `${sessions(detail.sessions)}${handedTo(detail.handedToName)}`,
  }),
  'people.reactivate': () => ({ did: 'reactivated' }),
  'people.resetFactor': ({ detail }) => ({ did: 'reset the second factor of', after: sessions(detail.sessions) }),
  'people.changePassword': ({ detail }) => ({ did: `changed the password${sessions(detail.sessions)}`, isAlone: true }),
  'people.linkIdentity': ({ detail }) => ({
    did: 'was tied to a sign-in at',
    after: typeof detail.issuer === 'string' ? ` ${detail.issuer}` : '',
    isAlone: true,
  }),
  'people.requestLink': () => ({
    did: 'asked for a link to sign in for',
    alone: 'Somebody asked for a link to sign in for',
  }),
  'people.requestEmailChange': () => ({ did: 'asked for another e-mail address', isAlone: true }),
  'people.changeEmail': ({ detail }) => ({
    did: `changed their e-mail address${sessions(detail.sessions)}`,
    isAlone: true,
  }),
  'people.undoEmailChange': ({ detail }) => ({
    did: `took back a change of their e-mail address${sessions(detail.sessions)}`,
    isAlone: true,
  }),
  'people.requestReset': () => ({
    did: 'asked for a new password for',
    alone: 'Somebody asked for a new password for',
  }),
  'people.resetPassword': ({ detail }) => ({
    did: `set a new password${sessions(detail.sessions)}`,
    isAlone: true,
  }),

  'article.create': () => ({ did: 'started' }),
  'article.write': () => ({ did: 'edited the text of' }),
  'article.edit': ({ detail }) => editWords(detail),
  'article.restore': ({ detail }) => ({ did: 'restored an older version of', after: version(detail.to) }),
  'article.name': ({ detail }) => ({ did: 'named a version of', after: version(detail.version) }),
  'article.commission': ({ detail }) => ({ did: 'commissioned', after: note(detail) }),
  'article.start': ({ detail }) => ({ did: 'began to write', after: note(detail) }),
  'article.file': ({ detail }) => ({ did: 'filed', after: note(detail) }),
  'article.sub': ({ detail }) => ({ did: 'began to sub', after: note(detail) }),
  'article.approve': ({ detail }) => ({ did: 'approved', after: version(detail.version) + note(detail) }),
  'article.approveChanges': ({ detail }) => ({
    did: 'approved the changes to',
    after: version(detail.version) + note(detail),
  }),
  'article.askLegal': ({ detail }) => ({ did: 'sent to legal', after: note(detail) }),
  'article.sendBack': ({ detail }) => ({ did: 'sent back', after: note(detail) }),
  'article.spike': ({ detail }) => ({ did: 'spiked', after: note(detail) }),
  'article.bringBack': ({ detail }) => ({ did: 'brought back', after: note(detail) }),
  'article.pause': ({ detail }) => ({ did: 'put on hold', after: note(detail) }),
  'article.resume': ({ detail }) => ({ did: 'took off hold', after: note(detail) }),
  'article.showClaims': () => ({ did: 'let readers see who says what in' }),
  'article.hideClaims': () => ({ did: 'no longer shows readers who says what in' }),
  'article.handOver': ({ detail }) => ({ did: 'handed over', after: hands(detail) }),
  'article.handOverSchedule': ({ detail }) => ({
    did: detail.of === 'unpublishing' ? 'handed over the scheduled end of' : 'handed over the schedule of',
    after: hands(detail),
  }),
  'desk.handOver': ({ detail }) => ({ did: 'handed over the lead of', after: hands(detail) }),
  'article.hold': () => ({ did: 'held for subbing' }),
  'article.takeOverHold': () => ({ did: 'took over the hold of' }),
  'article.releaseHold': () => ({ did: 'released' }),
  'article.publish': ({ detail }) => ({
    did: detail.isScheduled === true ? 'had scheduled, and readers got,' : 'published',
    after: `${typeof detail.edition === 'number' ? ` (edition ${detail.edition})` : ''}${correction(detail)}${override(detail)}`,
  }),
  'article.unpublish': ({ detail }) => ({
    did: detail.isScheduled === true ? 'had scheduled the end of' : 'unpublished',
    after: reason(detail.reason),
  }),
  'article.kill': ({ detail }) => ({ did: 'killed', after: reason(detail.reason) }),
  'article.break': ({ detail }) => ({
    did: 'put on every page as breaking news',
    after: `${until(detail.until)}${override(detail)}`,
  }),
  'breaking.sendNotice': ({ detail }) => ({
    did: 'had readers told who had an alert of',
    after: typeof detail.receivers === 'number' ? ` (${detail.receivers} receivers)` : '',
  }),
  'breaking.dropNotice': () => ({ did: 'decided against telling readers who had an alert of' }),
  'breaking.end': () => ({ did: 'ended the banner of' }),
  'article.schedule': ({ detail }) => ({
    did: 'scheduled',
    after: `${time(detail.at)}${correction(detail)}${override(detail)}`,
  }),
  'article.scheduleUnpublishing': ({ detail }) => ({
    did: 'scheduled the end of',
    after: `${time(detail.at)}${reason(detail.reason)}`,
  }),
  'article.unschedule': ({ detail }) => ({
    did: detail.of === 'unpublishing' ? 'took back the end of' : 'took off the schedule',
  }),
  'article.scheduleFailed': ({ detail }) => ({
    did: 'could not move at its time',
    alone: 'Did not happen at its time:',
    after: reason(detail.reason),
  }),
  'embargo.set': ({ detail }) => ({ did: 'set an embargo on', after: until(detail.until) }),
  'embargo.lift': ({ detail }) => ({ did: 'lifted the embargo of', after: reason(detail.reason) }),

  'article.pitch': ({ detail }) => ({ did: detail.state === 'COMMISSIONED' ? 'put on the plan' : 'pitched' }),
  'article.plan': () => ({ did: 'changed the line on the plan of' }),

  'legal.require': () => ({ did: 'asked for a lawyer’s signature on' }),
  'legal.waive': ({ detail }) => ({ did: 'asks for no signature any more on', after: reason(detail.reason) }),
  'legal.sign': ({ detail }) => ({ did: 'answered for legal about', after: verdict(detail) }),
  'outsider.invite': ({ detail }) => ({ did: 'made a secret link to', after: forWhom(detail) }),
  'outsider.revoke': () => ({ did: 'revoked a secret link to' }),
  'outsider.comment': ({ detail }) => ({
    did: 'commented on',
    alone: `${behindLink(detail)} commented on`,
  }),
  'outsider.sign': ({ detail }) => ({
    did: 'answered for legal about',
    alone: `${behindLink(detail)} answered for legal about`,
    after: verdict(detail),
  }),
  'outsider.resolve': () => ({ did: 'dealt with a comment from outside on' }),
  'checklist.tick': () => ({ did: 'ticked a question of the checklist on' }),
  'checklist.untick': () => ({ did: 'took back a tick of the checklist on' }),
  'checklist.addQuestion': () => ({ did: 'added the checklist question' }),
  'checklist.changeQuestion': () => ({ did: 'changed the checklist question' }),
  'checklist.deleteQuestion': () => ({ did: 'deleted the checklist question' }),
  'checklist.moveQuestion': ({ detail }) => ({
    did: 'moved the checklist question',
    after: typeof detail.moved === 'string' ? ` ${detail.moved}` : '',
  }),
  'checklist.setLevel': ({ detail }) => ({
    did: `set the check “${split(String(detail.check))}” to ${LEVEL_WORDS[String(detail.level)] ?? 'its usual weight'}`,
    isAlone: true,
  }),
  'workflow.setRule': ({ detail }) => ({
    did: `set the rule of the workflow from “${split(String(detail.before))}” to “${split(String(detail.rule))}”`,
    isAlone: true,
  }),
  'front.publish': () => ({ did: 'published the front' }),
  'front.undo': () => ({ did: 'gave readers back the former front' }),
  'settings.change': ({ detail }) => ({ did: settingChangeWords(detail), isAlone: true }),
  'claim.showStamps': ({ detail }) => ({
    did:
      detail.showsStamps === true
        ? 'had readers told how many sources stand behind claims'
        : 'had readers told no more how many sources stand behind claims',
    isAlone: true,
  }),
  'claim.setRules': ({ detail }) => ({
    did: `set the paragraph by which a denial has to stand from ${String(detail.before)} to ${String(detail.denialWithin)}`,
    isAlone: true,
  }),
  'diary.create': () => ({ did: 'put in the diary' }),
  'diary.edit': () => ({ did: 'changed in the diary' }),
  'diary.delete': () => ({ did: 'took out of the diary' }),
  'calendarFeed.create': () => ({ did: 'made a calendar address', isAlone: true }),
  'calendarFeed.revoke': () => ({ did: 'revoked a calendar address', isAlone: true }),

  'comment.start': () => ({ did: 'commented on' }),
  'comment.reply': () => ({ did: 'answered a comment on' }),
  'comment.edit': () => ({ did: 'changed a comment on' }),
  'comment.delete': () => ({ did: 'deleted a comment on' }),
  'comment.resolve': () => ({ did: 'resolved a conversation on' }),
  'comment.reopen': () => ({ did: 'opened a conversation again on' }),

  'claim.mark': () => ({ did: 'marked words that tell of the claim' }),
  'claim.change': () => ({ did: 'changed what a story tells of the claim' }),
  'claim.unmark': () => ({ did: 'took words off the claim' }),
  'claim.keepFile': () => ({ did: 'kept a file behind what happened to the claim' }),
  'claim.readFile': () => ({ did: 'took a file from behind what happened to the claim' }),
  'claim.removeFile': () => ({ did: 'removed a file from behind what happened to the claim' }),
  'claim.decide': ({ detail }) => ({
    did: 'decided about a story that tells of the claim',
    after: typeof detail.decision === 'string' ? `: ${lower(detail.decision)}` : '',
  }),
  'claim.addEvent': ({ detail }) => ({ did: `put down “${lower(detail.kind)}” in the register for the claim` }),
  'claim.editEvent': () => ({ did: 'changed an event in the register of the claim' }),
  'claim.dropEvent': () => ({ did: 'took an event off the register of the claim' }),
  'claim.correctStatement': () => ({ did: 'corrected how the register says the claim' }),
  'claim.review': ({ detail }) => ({ did: `put down what we found of the claim: ${lower(detail.rating)}` }),
  'claim.dropReview': () => ({ did: 'took back what we found of the claim' }),
  'claim.merge': () => ({ did: 'merged another claim into the claim' }),
  'claim.undoMerge': () => ({ did: 'took back the merge of the claim' }),
  'party.create': () => ({ did: 'put on the register of claims' }),

  'readerReport.look': () => ({ did: 'looked at what a reader reports of' }),
  'readerReport.answer': () => ({ did: 'answered a reader who reported an error in' }),
  'readerReport.correct': () => ({ did: 'noted the correction of what a reader reported of' }),
  'readerReport.dismiss': () => ({ did: 'dismissed what a reader reports of' }),
  'readerReport.switch': ({ detail }) => ({
    did: detail.takes === true ? 'let readers report errors' : 'let readers report errors no more',
    isAlone: true,
  }),

  'reply.ask': ({ detail }) => ({ did: `asked ${party(detail)} for a reply on`, after: byWhen(detail.deadline) }),
  'reply.change': ({ detail }) => ({
    did: `changed what is known of asking ${party(detail)} for a reply on`,
    after: listed(detail.changed),
  }),
  'reply.answer': ({ detail }) => ({
    did: `put down what came back from ${party(detail)} on`,
    after: typeof detail.answer === 'string' ? `: ${split(detail.answer)}` : '',
  }),
  'reply.pass': ({ detail }) => ({
    did: 'saw a deadline pass on',
    alone: `The deadline passed without a reply from ${party(detail)} on`,
    after: byWhen(detail.deadline),
  }),
  'source.create': () => ({ did: 'put on the register of sources' }),
  'source.edit': ({ detail }) => ({
    did: detail.isConfidential === false ? 'made open to the newsroom the source' : 'changed the source',
    after: readersWords(detail),
  }),
  'source.erase': () => ({ did: 'erased for good the source' }),
  'source.changeSealed': () => ({ did: 'changed what is sealed of the source' }),
  'source.reveal': () => ({ did: 'saw the name of the source' }),
  'source.use': () => ({ did: 'put behind a claim the source' }),
  'source.stopUse': () => ({ did: 'took from behind a claim the source' }),

  'media.upload': () => ({ did: 'uploaded a picture', isAlone: true }),
  'outsideLink.ignore': () => ({ did: 'ignored what is wrong with', after: '' }),
  'section.edit': ({ detail }) => ({ did: 'moved' in detail ? 'moved the section' : 'changed the section' }),
  'section.merge': ({ detail }) => mergeWords('section', detail),
  'topic.merge': ({ detail }) => mergeWords('topic', detail),
  'byline.merge': ({ detail }) => mergeWords('byline', detail),
  'byline.move': ({ detail }) => ({
    did: 'gave another address to the byline',
    after: typeof detail.formerSlug === 'string' ? ` (it was ${detail.formerSlug})` : '',
  }),
  'style.switchRule': ({ detail }) => ({ did: detail.isActive === true ? 'switched on' : 'switched off' }),
  'style.createRule': () => ({ did: 'made the rule of style' }),
  'style.updateRule': () => ({ did: 'changed the rule of style' }),
  'style.deleteRule': () => ({ did: 'deleted the rule of style' }),
  'style.addWords': ({ detail }) => ({
    did: 'added words to the dictionary',
    after: Array.isArray(detail.added) ? `: ${detail.added.filter((word) => typeof word === 'string').join(', ')}` : '',
    isAlone: true,
  }),
  'style.removeWord': () => ({ did: 'removed a word from the dictionary', isAlone: true }),
  'template.replace': () => ({ did: 'made anew from an article the template' }),
  'notices.choose': ({ detail }) => ({
    did: 'chose how to be told',
    after: typeof detail.kind === 'string' ? ` (${split(detail.kind.toLowerCase())})` : '',
    isAlone: true,
  }),
  'token.create': ({ detail }) => ({ did: 'made the API token', after: scopes(detail) }),
  'token.revoke': () => ({ did: 'revoked the API token' }),
  'webhook.create': () => ({ did: 'made a webhook to' }),
  'webhook.edit': ({ detail }) => ({
    did: detail.isOn === false ? 'changed and keeps off the webhook to' : 'changed the webhook to',
  }),
  'webhook.delete': () => ({ did: 'deleted the webhook to' }),
  'webhook.renew': () => ({ did: 'gave another secret to the webhook to' }),
  'webhook.resend': () => ({ did: 'sent a message again by the webhook to' }),
  'webhook.test': () => ({ did: 'sent a test by the webhook to' }),
  'webhook.switchOff': () => ({
    did: 'switched off the webhook to',
    alone: 'Switched off, because nothing arrived for three days, the webhook to',
  }),
  'privacy.export': () => ({ did: 'saved as a file what the paper has of a reader', isAlone: true }),
  'privacy.erase': ({ detail }) => ({
    did: 'erased what the paper had of a reader',
    after: erased(detail),
    isAlone: true,
  }),
  'audit.export': () => ({ did: 'saved a part of this log as a file', isAlone: true }),
}

/** "(2 newsletters, 1 mail)" */
function erased(detail: Record<string, unknown>): string {
  const counted = ERASED_WORDS.flatMap(([key, one, many]) => {
    const count = detail[key]
    return typeof count === 'number' && count > 0 ? [`${count} ${count === 1 ? one : many}`] : []
  })
  return counted.length === 0 ? '' : ` (${counted.join(', ')})`
}

const ERASED_WORDS = [
  ['newsletters', 'newsletter', 'newsletters'],
  ['alerts', 'alert', 'alerts'],
  ['reports', 'question about a paragraph', 'questions about paragraphs'],
  ['outsiders', 'name or comment of an outsider', 'names or comments of outsiders'],
  ['mails', 'mail', 'mails'],
] as const

function scopes(detail: Record<string, unknown>): string {
  return Array.isArray(detail.scopes) ? ` (${detail.scopes.join(', ')})` : ''
}

function readersWords({ added, removed }: Record<string, unknown>): string {
  const people = (ids: unknown) => (Array.isArray(ids) ? ids.length : 0)
  const parts = [
    people(added) === 0 ? '' : `${people(added)} more may see the name`,
    people(removed) === 0 ? '' : `${people(removed)} may not any more`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

/** " from Ada Park to Idris Fenner". */
function hands({ fromName, toName }: Record<string, unknown>): string {
  const from = typeof fromName === 'string' ? ` from ${fromName}` : ''
  return from + (typeof toName === 'string' ? ` to ${toName}` : '')
}

function handedTo(name: unknown): string {
  return typeof name === 'string' ? `, and handed what was theirs to ${name}` : ''
}

function mergeWords(kind: string, { mergedName }: Record<string, unknown>): Worded {
  const merged = typeof mergedName === 'string' ? ` “${mergedName}”` : ''
  return { did: `merged the ${kind}${merged} into` }
}

const LEVEL_WORDS: Record<string, string> = { BLOCK: 'block', WARN: 'warn', OFF: 'off' }

/** "A. Quill (link for Quill and Sons)": who came by a secret link and has no account. */
function behindLink({ name, label }: Record<string, unknown>): string {
  const who = typeof name === 'string' ? name : 'Somebody'
  return `${who}${typeof label === 'string' ? ` (link for ${label})` : ''}`
}

function forWhom({ label, purpose }: Record<string, unknown>): string {
  const who = typeof label === 'string' ? `, for ${label}` : ''
  return typeof purpose === 'string' ? `${who}, to ${split(purpose)}` : who
}

function verdict({ verdict: given }: Record<string, unknown>): string {
  const words = VERDICT_WORDS[given as keyof typeof VERDICT_WORDS]
  return words === undefined ? '' : `: ${words.toLowerCase()}`
}

const MORE_FIELDS: Record<Exclude<FieldName, keyof typeof FIELD_WORDS>, string> = {
  slug: 'Address',
  followsId: 'Follows',
  isSourceCanonical: 'Canonical address',
  isNotRepublished: 'Not for republishing',
  isLive: 'Live coverage',
  origin: 'Origin',
  licence: 'Licence',
  firstSeenAt: 'First seen',
  whatWeAdded: 'What we added',
  importedText: 'Original text',
  bylines: 'Bylines',
}

function editWords(detail: Record<string, unknown>): Worded {
  if ('clearedNotice' in detail) return { did: 'cleared a notice about a link on' }
  if (typeof detail.field !== 'string') return { did: 'changed links in' }
  const words: Record<string, string> = { ...FIELD_WORDS, ...MORE_FIELDS }
  return { did: `changed the field “${words[detail.field] ?? split(detail.field)}” of` }
}

/** Somebody who was asked for a reply, by the name they had then. */
function party({ party: name }: Record<string, unknown>): string {
  return typeof name === 'string' ? name : 'somebody'
}

function byWhen(deadline: unknown): string {
  return typeof deadline === 'string' ? `, by ${utc(deadline)}` : ''
}

function listed(names: unknown): string {
  if (!Array.isArray(names)) return ''
  const words = names.filter((name) => typeof name === 'string').map(split)
  return words.length === 0 ? '' : `: ${words.join(', ')}`
}

/** "desk.create" on a desk: "created the desk"; "outsider.invite" on an article: "invited (outsider) for". */
function unknownWords({ action, thing }: WordedEvent): Worded {
  const [noun = '', verb = ''] = action.split('.')
  const known = PAST[verb]
  if (known !== undefined && noun === thing)
    return { did: thing === 'article' ? known : `${known} the ${split(thing)}` }
  if (known !== undefined && noun !== 'article') return { did: `${known} (${split(noun)}) for` }
  return {
    did:
      known ??
      `did “${[noun, verb]
        .filter((part) => part !== '')
        .map(split)
        .join(': ')}” to`,
  }
}

const PAST: Record<string, string> = {
  add: 'added',
  ask: 'asked',
  assign: 'assigned',
  break: 'sent as breaking news',
  change: 'changed',
  clear: 'cleared',
  correct: 'corrected',
  create: 'created',
  delete: 'deleted',
  edit: 'changed',
  end: 'ended',
  invite: 'invited',
  merge: 'merged',
  move: 'moved',
  open: 'opened',
  plan: 'planned',
  remove: 'removed',
  revoke: 'revoked',
  set: 'set',
  sign: 'signed',
  start: 'started',
  tick: 'ticked',
  untick: 'unticked',
  update: 'changed',
}

/** "scheduleFailed" is "schedule failed". */
export function split(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function lower(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : '?'
}

function asRole({ role, roleName: name }: Record<string, unknown>): string {
  return typeof role === 'string' ? ` as ${roleName(role, name)}` : ''
}

/** A role by the name that it had then. Of long ago only the id is known, which of the built-in ones is their name. */
function roleName(id: unknown, name: unknown): string {
  if (typeof name === 'string') return isBuiltInRole(String(id)) ? name.toLowerCase() : `“${name}”`
  return isBuiltInRole(String(id)) ? lower(id) : 'another role'
}

const FACTOR_WORDS: Record<string, string> = { app: 'an app for codes', passkey: 'a passkey' }

function factor(what: unknown): string {
  return FACTOR_WORDS[String(what)] ?? 'something'
}

const REFUSED_WORDS: Record<string, string> = {
  password: ' because of a wrong password',
  code: ' because of a wrong code of the app',
  recovery: ' because of a wrong recovery code',
  passkey: ' because of a passkey that is none of theirs',
  counter: ' because there may be a copy of a passkey',
}

function refusedFor(what: unknown): string {
  return REFUSED_WORDS[String(what)] ?? ''
}

const PROOF_WORDS: Record<string, string> = {
  password: 'by the password',
  code: 'by a code of the app',
  passkey: 'by a passkey',
}

function provenBy(what: unknown): string {
  return PROOF_WORDS[String(what)] ?? 'in some way'
}

function sessions(count: unknown): string {
  if (typeof count !== 'number' || count === 0) return ''
  return count === 1 ? ', which ended a session' : `, which ended ${count} sessions`
}

function version(number: unknown): string {
  return typeof number === 'number' ? ` (version ${number})` : ''
}

function note({ note: words }: Record<string, unknown>): string {
  return typeof words === 'string' && words !== '' ? `: ${words}` : ''
}

function reason(words: unknown): string {
  return typeof words === 'string' && words !== '' ? `, because: ${words}` : ''
}

function correction({ correction: note }: Record<string, unknown>): string {
  if (typeof note !== 'object' || note === null || !('kind' in note) || !('text' in note)) return ''
  const known = Object.entries(CORRECTION_KINDS).find(([kind]) => kind === note.kind)
  return `, with a note to readers (${(known?.[1].name ?? 'note').toLowerCase()}): ${note.text}`
}

function override({ overrideReason }: Record<string, unknown>): string {
  return typeof overrideReason === 'string' ? `, with a reason: ${overrideReason}` : ''
}

function time(at: unknown): string {
  return typeof at === 'string' ? ` for ${utc(at)}` : ''
}

function until(at: unknown): string {
  return typeof at === 'string' ? ` until ${utc(at)}` : ''
}

/** "2026-11-28 06:00 UTC" */
function utc(at: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) ? `${at.slice(0, 10)} ${at.slice(11, 16)} UTC` : at
}
