import { Lock } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import type { SourceRow } from '@/lib/sources/source-row'
import { KIND_WORDS, TERMS_WORDS } from '@/lib/sources/source-words'

/** What everybody may see of a source, in a line. */
export function SourceBadges({ source }: { source: SourceRow }) {
  const { kind, terms, isConfidential, isKnown, isMine } = source
  return (
    <>
      {isConfidential ? (
        <Badge tone="accent">
          <Lock aria-hidden="true" className="size-3" />
          Confidential
        </Badge>
      ) : null}
      <Badge>{KIND_WORDS[kind].name}</Badge>
      <Badge tone={terms === 'OFF_THE_RECORD' ? 'danger' : 'neutral'}>{TERMS_WORDS[terms].name}</Badge>
      {isKnown ? null : <Badge tone="warn">Not verified</Badge>}
      {isMine ? <Badge tone="note">You are named</Badge> : null}
    </>
  )
}
