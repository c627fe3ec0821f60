import type { ReactNode } from 'react'
import type { CorrectedAs } from '@/lib/corrections/correction-kinds'
import type { PaperTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { said } from './said'

type CorrectedStateProps = {
  as: CorrectedAs
  time: PaperTime
  /** When, as a time element. */
  children: ReactNode
}

/** That an article was corrected, or is retracted, and when. */
export function CorrectedState({ as, time, children }: CorrectedStateProps) {
  const { corrected, retracted } = wordsFor(time.language).corrections
  return said(as === 'RETRACTION' ? retracted(children) : corrected(children))
}
