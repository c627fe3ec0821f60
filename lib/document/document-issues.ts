import type { Node } from 'prosemirror-model'
import type { Issue } from '../errors'
import { RELATED_FEWEST } from './nodes/related'
import { printText } from './print-text'
import type { NodeName } from './schema'
import { isHeaderRow } from './table-shape'

/** What is known of the articles, newsletters and pictures that a document points at. */
export type KnownTargets = {
  /** true: public; false: exists, not public; absent: does not exist. */
  articles: ReadonlyMap<string, boolean>
  newsletterIds: ReadonlySet<string>
  mediaIds: ReadonlySet<string>
}

type Finding = { code: string; message: string; severity?: Issue['severity'] }
type Check = (node: Node, known: KnownTargets) => Finding[]

const fine: Check = () => []

/** What may be wrong with each node when it goes out. A new node without a line does not compile. */
const checks: Record<NodeName, Check> = {
  doc: fine,
  headline: fine,
  standfirst: fine,
  paragraph: inlineFindings,
  crosshead: (node) => (isBlank(node) ? [{ code: 'empty-crosshead', message: 'A crosshead has no words.' }] : []),
  bulletedList: (node) => (isBlank(node) ? [{ code: 'empty-list', message: 'A list has no words.' }] : []),
  numberedList: (node) => (isBlank(node) ? [{ code: 'empty-list', message: 'A list has no words.' }] : []),
  listItem: fine,
  quotation: (node) => spokenFindings(node, 'quotation'),
  pullQuote: (node) => spokenFindings(node, 'pull quote'),
  image: (node, known) => {
    if (!known.mediaIds.has(node.attrs.mediaId))
      return [{ code: 'empty-image', message: 'A picture block has no picture.' }]
    const findings: Finding[] = []
    if (node.attrs.alt.trim() === '' && !node.attrs.isDecorative) {
      findings.push({
        code: 'no-alt',
        message: 'A picture has no alternative text. Describe it, or mark it as decorative.',
      })
    }
    if (node.attrs.credit.trim() === '') {
      findings.push({ code: 'no-credit', message: 'A picture has no credit.', severity: 'warning' })
    }
    return findings
  },
  divider: fine,
  readMore: (node, known) => {
    const { articleId } = node.attrs
    if (articleId === null) return [{ code: 'empty-read-more', message: 'A READ MORE card points at nothing.' }]
    return targetFindings([articleId], known, 'A READ MORE card')
  },
  related: (node, known) => {
    const { articleIds } = node.attrs
    if (articleIds.length < RELATED_FEWEST) {
      return [{ code: 'short-related', message: `A related list needs at least ${RELATED_FEWEST} articles.` }]
    }
    return targetFindings(articleIds, known, 'A related list')
  },
  newsletterSignUp: (node, known) =>
    known.newsletterIds.has(node.attrs.newsletterId)
      ? []
      : [{ code: 'no-newsletter', message: 'A newsletter sign-up has no newsletter.' }],
  socialPost: (node) => {
    const findings: Finding[] = []
    const { kind, title } = node.attrs
    if (kind === 'post' && isBlank(node)) findings.push({ code: 'empty-post', message: 'A quoted post has no words.' })
    if (kind !== 'post' && title.trim() === '') {
      findings.push({ code: 'no-title', message: `The ${kind} that a block points at has no title.` })
    }
    if (kind === 'post' && node.attrs.author.trim() === '' && node.attrs.handle.trim() === '') {
      findings.push({ code: 'no-author', message: 'A quoted post does not say whose it is.' })
    }
    if (node.attrs.url === '') {
      findings.push({ code: 'no-address', message: 'A quoted post has no link to the original.', severity: 'warning' })
    }
    return findings
  },
  keyPoints: (node) => emptyFindings(node, 'key points box'),
  keyPoint: inlineFindings,
  factBox: (node) => [...emptyFindings(node, 'fact box'), ...headingFindings(node, 'fact box')],
  timeline: (node) => [...emptyFindings(node, 'timeline'), ...entryFindings(node)],
  timelineEntry: fine,
  questionAndAnswer: (node) => [...emptyFindings(node, 'Q&A'), ...answerFindings(node)],
  questionEntry: fine,
  question: inlineFindings,
  table: tableFindings,
  tableRow: fine,
  tableCell: inlineFindings,
  tableHeader: inlineFindings,
  text: fine,
  hardBreak: fine,
  footnote: (node, known) =>
    isBlank(node) ? [{ code: 'empty-footnote', message: 'A footnote has no words.' }] : inlineFindings(node, known),
}

/** What stands between this document and its readers. `field` is "document:" and the position of the block. */
export function documentIssues(document: Node, known: KnownTargets): Issue[] {
  const issues: Issue[] = []
  document.descendants((node, position) => {
    for (const finding of checks[node.type.name as NodeName](node, known)) {
      issues.push({ severity: 'blocking', ...finding, field: `document:${position}` })
    }
  })
  if (document.child(0).textContent.trim() === '')
    issues.unshift(titleIssue('headline', 'blocking', 'There is no headline.'))
  if (document.child(1).textContent.trim() === '')
    issues.push(titleIssue('standfirst', 'warning', 'There is no standfirst.'))
  if (bodyIsBlank(document)) {
    issues.push({
      field: 'document:0',
      code: 'no-text',
      message: 'There is no text under the headline.',
      severity: 'blocking',
    })
  }
  return issues
}

function titleIssue(field: 'headline' | 'standfirst', severity: Issue['severity'], message: string): Issue {
  return { field, code: `no-${field}`, message, severity }
}

function bodyIsBlank(document: Node): boolean {
  return document.children.slice(2).every((block) => printText(block) === '')
}

function isBlank(node: Node): boolean {
  return node.textContent.trim() === ''
}

function spokenFindings(node: Node, name: string): Finding[] {
  if (isBlank(node)) return [{ code: 'empty-quote', message: `A ${name} has no words.` }]
  if (node.attrs.speaker.trim() !== '') return []
  return [{ code: 'no-speaker', message: `A ${name} does not say who speaks.`, severity: 'warning' }]
}

function emptyFindings(box: Node, name: string): Finding[] {
  return isBlank(box) ? [{ code: 'empty-box', message: `A ${name} has no words.` }] : []
}

function headingFindings(box: Node, name: string): Finding[] {
  if (box.attrs.heading.trim() !== '') return []
  return [{ code: 'no-heading', message: `A ${name} has no heading.`, severity: 'warning' }]
}

function entryFindings(timeline: Node): Finding[] {
  if (isBlank(timeline)) return []
  const findings: Finding[] = []
  if (timeline.children.some(isBlank)) {
    findings.push({ code: 'empty-entry', message: 'An entry of a timeline has no words.' })
  }
  if (timeline.children.some(({ attrs }) => attrs.when.trim() === '')) {
    findings.push({ code: 'no-when', message: 'An entry of a timeline does not say when.', severity: 'warning' })
  }
  return findings
}

function answerFindings(box: Node): Finding[] {
  if (isBlank(box)) return []
  const findings: Finding[] = []
  if (box.children.some((entry) => isBlank(entry.child(0)))) {
    findings.push({ code: 'empty-question', message: 'An answer has no question.' })
  }
  if (box.children.some((entry) => entry.children.slice(1).every(isBlank))) {
    findings.push({ code: 'empty-answer', message: 'A question has no answer.' })
  }
  return findings
}

function tableFindings(table: Node): Finding[] {
  if (isBlank(table)) return [{ code: 'empty-table', message: 'A table has no words.' }]
  const findings: Finding[] = []
  if (table.attrs.caption.trim() === '') {
    findings.push({ code: 'no-table-caption', message: 'A table has no caption.', severity: 'warning' })
  }
  if (!isHeaderRow(table.child(0))) {
    findings.push({
      code: 'no-header-row',
      message: 'A table has no header row. Without one, its figures are read aloud without their names.',
      severity: 'warning',
    })
  }
  return findings
}

/** What may be wrong with the marks of a line of text. */
function inlineFindings(line: Node, known: KnownTargets): Finding[] {
  const isUnexplained = line.children.some(({ marks }) =>
    marks.some(({ type, attrs }) => type.name === 'annotation' && attrs.explanation.trim() === ''),
  )
  const unexplained = { code: 'no-explanation', message: 'Marked words open no explanation.' }
  return [...linkFindings(line, known), ...(isUnexplained ? [unexplained] : [])]
}

function linkFindings(node: Node, known: KnownTargets): Finding[] {
  const targets = new Set<string>()
  node.forEach((child) => {
    for (const mark of child.marks)
      if (mark.type.name === 'link' && mark.attrs.articleId) targets.add(mark.attrs.articleId)
  })
  return targetFindings([...targets], known, 'A link')
}

function targetFindings(articleIds: readonly string[], known: KnownTargets, what: string): Finding[] {
  const findings: Finding[] = []
  if (articleIds.some((id) => !known.articles.has(id))) {
    findings.push({ code: 'no-target', message: `${what} points at an article that does not exist.` })
  }
  if (articleIds.some((id) => known.articles.get(id) === false)) {
    findings.push({
      code: 'target-not-public',
      message: `${what} points at an article that is not public. Readers see it once that article is out.`,
      severity: 'warning',
    })
  }
  return findings
}
