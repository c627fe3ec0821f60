import type { ReactNode } from 'react'
import { Frame } from './frame'
import { PageHead } from './page-head'
import { readPaper } from './paper'

type PlainPageProps = { title: string; path: string; children: ReactNode }

/** A page with something to say or to press, which search engines need not know. */
export async function PlainPage({ title, path, children }: PlainPageProps) {
  const { settings } = await readPaper()
  return (
    <Frame>
      <PageHead title={title} paper={settings.name} path={path} isIndexed={false} />
      <div className="notice">
        <h1>{title}</h1>
        {children}
      </div>
    </Frame>
  )
}
