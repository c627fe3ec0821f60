import type { Metadata } from 'next'
import { AskForResetForm } from '@/components/newsroom/people/ask-for-reset-form.client'
import { askForReset } from './actions'

export const metadata: Metadata = { title: 'New password' }

export default function AskForResetPage() {
  return <AskForResetForm ask={askForReset} />
}
