import { Transform } from 'prosemirror-transform'
import { applySteps } from '@/lib/articles/apply-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { MarkClaim } from '@/lib/claims/claim-input'
import { correctStatement } from '@/lib/claims/correct-statement'
import { markClaim } from '@/lib/claims/mark-claim'
import { showClaims } from '@/lib/claims/show-claims'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import type { SampleArticle } from './article'

/** Marks whose claims an article tells, and lets readers see them below it. What an interrupted run has marked is left as it is. */
export async function markClaims(
  articleId: string,
  { claims = [] }: SampleArticle,
  { author, editor }: { author: PersonActor; editor: PersonActor },
): Promise<void> {
  if (claims.length === 0) return
  await showClaims(author, { articleId, shows: true })
  if ((await database().claimEvent.count({ where: { articleId } })) > 0) return
  const { document, version } = await loadDraft(database(), articleId)
  const transform = new Transform(document)
  const begun: string[] = []
  for (const { words, kind, speaker, against, basis, statement, of } of claims) {
    const eventId = newId()
    const claimId = of === undefined ? null : (begun[of] ?? null)
    const about = against === undefined ? null : { name: against }
    const input = MarkClaim.parse({ eventId, claimId, kind, speaker: { name: speaker }, against: about, words, basis })
    const marked = await markClaim(author, { articleId, ...input })
    begun.push(marked.claimId)
    if (statement !== undefined)
      await correctStatement(editor, { claimId: marked.claimId, base: words, statement, isForReaders: true })
    document.descendants((node, position) => {
      const at = node.isTextblock ? node.textBetween(0, node.content.size, ' ', ' ').indexOf(words) : -1
      const from = position + 1 + at
      if (at !== -1)
        transform.addMark(from, from + words.trimEnd().length, document.type.schema.mark('claim', { eventId }))
    })
  }
  const steps = transform.steps.map((step) => step.toJSON())
  await applySteps(author, { articleId, version, clientId: 'sample', steps })
}
