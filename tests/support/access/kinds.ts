import type { Way } from './doors'
import type { KindOf } from './input-for'
import type { Kind } from './world'

/** What `id` alone is, by where it is asked for: the longest beginning that fits. */
const PLAIN: Record<string, Kind> = {
  '/api/documents': 'article',
  '/api/articles': 'article',
  '/desk/articles': 'article',
  '/admin/checklists': 'rule',
  '/admin/desks': 'desk',
  '/admin/people': 'person',
  '/admin/sections': 'section',
  '/admin/style': 'styleRule',
  '/admin/style takeFromDictionary': 'word',
  '/admin/templates': 'template',
  '/admin/topics': 'topic',
  '/admin/mail': 'mail',
  '/desk/bylines': 'byline',
  '/desk/claims': 'claim',
  '/desk/plan': 'article',
  '/desk/plan editEvent': 'diaryEvent',
  '/desk/plan removeEvent': 'diaryEvent',
  '/desk/plan endFeed': 'feed',
  '/desk/reports': 'report',
  '/desk/series': 'series',
  '/desk/sources': 'source',
  '/desk/sources claimEvents': 'claim',
  '/media': 'media',
  '/preview': 'media',
}

export const NAMED: Record<string, Kind> = {
  articleId: 'article',
  bylineId: 'byline',
  claimId: 'claim',
  clear: 'linkNotice',
  commentId: 'comment',
  deskId: 'desk',
  eventId: 'event',
  fileId: 'file',
  followsId: 'public',
  from: 'article',
  fromId: 'claim',
  ids: 'article',
  linkId: 'outsiderLink',
  mediaId: 'media',
  noticeId: 'claimNotice',
  ownerId: 'person',
  personId: 'person',
  readerIds: 'person',
  replyId: 'reply',
  reportId: 'report',
  revisionId: 'revision',
  ruleId: 'rule',
  sectionId: 'section',
  sectionIds: 'section',
  seriesId: 'series',
  sessionId: 'session',
  sourceId: 'source',
  sameOriginAs: 'source',
  templateId: 'template',
  threadId: 'thread',
  to: 'public',
  topicIds: 'topic',
}

/** Names that mean another thing somewhere. */
const ODD: Record<string, Partial<Record<string, Kind | null>>> = {
  '/api/documents/[id]/outsiders/comments': { commentId: 'outsiderComment' },
  '/api/notices/read': { noticeId: 'notice' },
  '/desk/reports/links': { linkId: 'outsideLink' },
  '/desk/reports': { articleId: 'public' },
  '/api/documents/[id]/reports': { id: 'public' },
  '/api/documents/[id]/hold/take-over': { from: 'person' },
  '/api/documents/[id]/unpublish': { id: 'public' },
  '/api/documents/[id]/kill': { id: 'public' },
  '/api/documents/[id]/breaking': { id: 'public' },
  '/api/documents/[id]/schedule/unpublishing': { id: 'public' },
  '/api/audit': { from: null, to: null },
  '/api/documents/[id]/authors': { from: null, to: null },
  '/api/documents/[id]/history': { from: null, to: null },
  '/admin/checklists move': { to: null },
  '/admin/desks move': { to: null },
  '/admin/sections move': { to: null },
  '/desk/series move': { to: null },
  '/admin/topics': { intoId: 'topic', parentId: 'topic' },
  '/admin/sections': { intoId: 'section', parentId: 'section' },
  '/desk/claims': { intoId: 'claim' },
  '/api/questions': { from: null },
  '/api/newsletters': { from: null },
  '/api/claims/quotes': { from: null, to: null },
}

/** What the fields of a way name. */
export function kindsOf(way: Way): KindOf {
  const where = way.kind === 'route' || way.kind === 'plain' ? way.address : way.name
  const odd = longest(ODD, where) ?? {}
  return (key, path) => {
    const said = odd[key]
    if (said !== undefined) return said
    if (key === 'id') return /speaker|party|against|whom/.test(path) ? 'party' : (longest(PLAIN, where) ?? null)
    return NAMED[key] ?? null
  }
}

function longest<Value>(table: Record<string, Value>, where: string): Value | undefined {
  const [found] = Object.keys(table)
    .filter((start) => where === start || where.startsWith(`${start}/`) || where.startsWith(`${start} `))
    .sort((one, other) => other.length - one.length)
  return found === undefined ? undefined : table[found]
}
