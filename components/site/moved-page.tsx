import { said } from '@/components/document/said'
import { answerMoved } from '@/lib/reader-cache/record'
import { readPaper } from './paper'
import { PlainPage } from './plain-page'

/** The answer is a redirect (301); these words are for whoever does not follow it. */
export async function MovedPage({ path }: { path: string }) {
  answerMoved(path)
  const { moved } = (await readPaper()).words.notices
  return (
    <PlainPage title={moved.title} path={path}>
      <p>{said(moved.go((there) => <a href={path}>{there}</a>))}</p>
    </PlainPage>
  )
}
