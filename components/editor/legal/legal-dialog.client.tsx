'use client'

import { notify } from '@/components/ui/toaster.client'
import { OVERRIDE_REASON } from '@/lib/articles/override-reason'
import { askLegal, signLegal, waiveLegal } from '../api/legal'
import { useSurface } from '../surface-context.client'
import { WordsDialog } from '../workflow/words-dialog.client'

export type LegalAsk = 'ask' | 'waive' | 'SIGNED' | 'CONDITIONS' | 'REFUSED'

const WORDS_MOST = 5_000

const DIALOGS: Record<
  LegalAsk,
  { title: string; description: string; label: string; confirmLabel: string; done: string; isRequired?: boolean }
> = {
  ask: {
    title: 'Send it to legal?',
    description: 'Every lawyer is told. From now on it goes out only with the words and fields that a lawyer signed.',
    label: 'What should the lawyer look at?',
    confirmLabel: 'Send to legal',
    done: 'Legal was told.',
  },
  waive: {
    title: 'No lawyer needed?',
    description: 'Then it may go out without a signature. The reason is kept with your name.',
    label: 'Reason',
    confirmLabel: 'No lawyer needed',
    done: 'It needs no lawyer now.',
  },
  SIGNED: {
    title: 'Sign it as it is now?',
    description:
      'Your name is kept with these words and fields. Whatever is changed after this has to be signed again.',
    label: 'A word to the newsroom',
    confirmLabel: 'Sign',
    done: 'Signed.',
    isRequired: false,
  },
  CONDITIONS: {
    title: 'Sign it with conditions?',
    description: 'It stays blocked until they are met and you have signed what it says then.',
    label: 'What has to be changed first',
    confirmLabel: 'Send conditions',
    done: 'The newsroom has your conditions.',
  },
  REFUSED: {
    title: 'Refuse to sign it?',
    description: 'It stays blocked.',
    label: 'Why not',
    confirmLabel: 'Refuse',
    done: 'The newsroom knows.',
  },
}

/** @param hash what the person looked at when they pressed the button */
export function LegalDialog({
  ask,
  hash,
  saveAll,
  onDone,
  onFailed,
  onClose,
}: {
  ask: LegalAsk
  hash: string
  saveAll: () => Promise<{ version: number }>
  onDone: () => Promise<void>
  onFailed: () => Promise<void>
  onClose: () => void
}) {
  const { articleId } = useSurface()
  const { done, ...words } = DIALOGS[ask]

  async function go(text: string) {
    try {
      if (ask === 'ask') {
        await saveAll()
        await askLegal(articleId, text)
      } else if (ask === 'waive') await waiveLegal(articleId, text)
      else await signLegal(articleId, { verdict: ask, words: text, hash })
    } catch (error) {
      await onFailed()
      throw error
    }
    await onDone()
    notify.done(done)
  }

  return (
    <WordsDialog
      {...words}
      most={ask === 'waive' ? OVERRIDE_REASON.most : WORDS_MOST}
      isDangerous={ask === 'waive' || ask === 'REFUSED'}
      onGo={go}
      onClose={onClose}
    />
  )
}
