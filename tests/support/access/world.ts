import { database } from '@/lib/db/database'
import { newId, newSecret } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { createSource } from '@/lib/sources/create-source'
import { aSourceInput } from '@/tests/integration/sources/a-source'
import { anArticle, publishNow } from '../articles'
import { aPerson, aSection, aTopic } from '../newsroom-rows'

/** What a request may name, by kind: whose it is decides whether it may. */
export type Kind =
  | 'article'
  | 'public'
  | 'thread'
  | 'comment'
  | 'outsiderLink'
  | 'outsiderComment'
  | 'claim'
  | 'event'
  | 'party'
  | 'claimNotice'
  | 'linkNotice'
  | 'outsideLink'
  | 'file'
  | 'reply'
  | 'report'
  | 'notice'
  | 'source'
  | 'series'
  | 'section'
  | 'topic'
  | 'byline'
  | 'template'
  | 'rule'
  | 'styleRule'
  | 'word'
  | 'desk'
  | 'diaryEvent'
  | 'feed'
  | 'person'
  | 'session'
  | 'media'
  | 'mail'
  | 'revision'
  | 'edition'

/** Everything of one person: an article of theirs on their desk with all that hangs on it, and one of each thing beside articles. */
export type World = { owner: PersonActor; ids: Record<Kind, string> }

/**
 * Fills it. Rows are written straight where only their ids and parents matter.
 * @param editor publishes
 */
export async function aWorld(owner: PersonActor, editor: PersonActor, name: string): Promise<World> {
  const at = new Date()
  const db = database()
  const later = new Date(at.getTime() + 86_400_000)
  const by = { createdById: owner.id, createdAt: at }
  const ids = Object.fromEntries(KINDS.map((kind) => [kind, newId()])) as Record<Kind, string>
  const deskId = ids.desk
  await db.desk.create({ data: { id: deskId, slug: `desk-${name}`, name: `Desk ${name}`, position: 9, createdAt: at } })
  ids.section = (await aSection(`section-${name}`)).id
  ids.topic = (await aTopic()).id
  ids.article = await anArticle(owner, { sectionId: ids.section })
  ids.public = await anArticle(owner, { sectionId: ids.section })
  await publishNow(editor, ids.public)
  await db.article.updateMany({ where: { id: { in: [ids.article, ids.public] } }, data: { deskId } })
  const articleId = ids.article
  ids.edition = (await db.edition.findFirstOrThrow({ where: { articleId: ids.public } })).id
  ids.revision = (await db.revision.findFirstOrThrow({ where: { articleId } })).id
  await db.commentThread.create({ data: { id: ids.thread, articleId, quote: 'words', ...by } })
  await db.comment.create({
    data: { id: ids.comment, threadId: ids.thread, personId: owner.id, text: 'Is it?', createdAt: at },
  })
  const link = { id: ids.outsiderLink, articleId, purpose: 'COMMENT' as const, label: 'Ms Quill', expiresAt: later }
  await db.outsiderLink.create({ data: { ...link, ...by, tokenHash: newSecret() } })
  await db.outsiderComment.create({
    data: {
      id: ids.outsiderComment,
      articleId,
      linkId: ids.outsiderLink,
      name: 'Q',
      text: 'Hm',
      version: 0,
      createdAt: at,
    },
  })
  await db.party.create({ data: { id: ids.party, kind: 'PERSON', name: `Party ${name}`, ...by } })
  const claim = { id: ids.claim, statement: `The pier of ${name} is unsafe`, speakerId: ids.party, changedAt: at }
  await db.claim.create({ data: { ...claim, ...by } })
  const event = { id: ids.event, claimId: ids.claim, kind: 'ASSERTED' as const, speakerId: ids.party, quote: 'It is' }
  await db.claimEvent.create({ data: { ...event, articleId, ...by } })
  await db.evidenceFile.create({
    data: {
      id: ids.file,
      eventId: ids.event,
      name: 'a.txt',
      mime: 'text/plain',
      size: 1,
      sha256: 'a',
      bytes: new Uint8Array([97]),
      ...by,
    },
  })
  await db.claimNotice.create({
    data: {
      id: ids.claimNotice,
      claimId: ids.claim,
      articleId,
      formerStanding: 'ASSERTED',
      standing: 'DENIED',
      sentence: 'It is.',
      raisedAt: at,
    },
  })
  await db.linkNotice.create({
    data: { id: ids.linkNotice, articleId, targetId: ids.public, reason: 'UNPUBLISHED', createdAt: at },
  })
  await db.outsideLink.create({
    data: {
      id: ids.outsideLink,
      url: `https://${name}.example/`,
      host: `${name}.example`,
      nextCheckAt: later,
      createdAt: at,
    },
  })
  await db.replyRequest.create({
    data: {
      id: ids.reply,
      articleId,
      partyId: ids.party,
      question: 'Is it so?',
      way: 'MAIL',
      askedAt: at,
      deadline: later,
      ...by,
    },
  })
  await db.readerReport.create({
    data: {
      id: ids.report,
      articleId: ids.public,
      editionId: ids.edition,
      paragraph: 1,
      quote: 'words',
      text: 'No.',
      createdAt: at,
    },
  })
  await db.notification.create({
    data: { id: ids.notice, personId: owner.id, kind: 'MENTION', articleId, createdAt: at },
  })
  ids.source = (await createSource(owner, aSourceInput())).id
  await db.series.create({ data: { id: ids.series, slug: `series-${name}`, name: `Series ${name}`, createdAt: at } })
  await db.seriesPart.create({ data: { articleId: ids.public, seriesId: ids.series, position: 1 } })
  ids.byline = (await db.byline.findFirstOrThrow({ where: { personId: owner.id } })).id
  const { document } = await db.revision.findFirstOrThrow({ where: { articleId } })
  await db.template.create({
    data: {
      id: ids.template,
      name: `Template ${name}`,
      document: document ?? {},
      requiredFields: [],
      updatedAt: at,
      ...by,
    },
  })
  await db.checklistRule.create({
    data: { id: ids.rule, question: `Is ${name} right?`, level: 'WARN', createdAt: at, updatedAt: at },
  })
  await db.styleRule.create({
    data: { id: ids.styleRule, find: `old ${name}`, reason: 'House style', updatedAt: at, ...by },
  })
  await db.dictionaryWord.create({ data: { id: ids.word, word: `word${name}`, ...by } })
  await db.diaryEvent.create({
    data: { id: ids.diaryEvent, title: `Trial ${name}`, startsAt: later, zone: 'UTC', updatedAt: at, ...by },
  })
  await db.calendarFeed.create({ data: { id: ids.feed, personId: owner.id, tokenHash: newSecret(), createdAt: at } })
  ids.person = (await aPerson('REPORTER', `Colleague ${name}`)).id
  await db.session.create({
    data: {
      id: ids.session,
      personId: ids.person,
      tokenHash: newSecret(),
      createdAt: at,
      lastSeenAt: at,
      provenAt: at,
      expiresAt: later,
    },
  })
  await db.mediaAsset.create({
    data: {
      id: ids.media,
      fileName: 'a.jpg',
      width: 10,
      height: 10,
      widths: [10],
      uploadedById: owner.id,
      createdAt: at,
    },
  })
  await db.mail.create({
    data: {
      id: ids.mail,
      to: owner.email,
      subject: 'Hello',
      text: 'Hello',
      html: 'Hello',
      state: 'KEPT',
      nextTryAt: at,
      createdAt: at,
    },
  })
  return { owner, ids }
}

const KINDS: readonly Kind[] = [
  ...([
    'article',
    'public',
    'thread',
    'comment',
    'outsiderLink',
    'outsiderComment',
    'claim',
    'event',
    'party',
  ] as const),
  ...(['claimNotice', 'linkNotice', 'outsideLink', 'file', 'reply', 'report', 'notice', 'source', 'series'] as const),
  ...(['section', 'topic', 'byline', 'template', 'rule', 'styleRule', 'word', 'desk', 'diaryEvent', 'feed'] as const),
  ...(['person', 'session', 'media', 'mail', 'revision', 'edition'] as const),
]
