import { said } from '@/components/document/said'
import type { PublicArticle } from '@/lib/articles/readers'
import { resolveReferences } from '@/lib/articles/resolve-references'
import { env } from '@/lib/env'
import { printRepublished } from '@/lib/republishing/print-republished'
import { republishPath } from '@/lib/republishing/republish-path'
import { contactUri } from '@/lib/settings/security-contact'
import { printBylines } from '../byline-names'
import { Frame } from '../frame'
import { PageHead } from '../page-head'
import { readPaper } from '../paper'
import { CopiedText } from './copied-text'

/** On what terms others may print an article, and its text for them to copy. */
export async function RepublishPage({ article }: { article: PublicArticle }) {
  const [{ settings, words }, resolved] = await Promise.all([readPaper(), resolveReferences(article.document)])
  const { headline, path, section, bylines } = article
  const { html, text, head } = printRepublished(article, {
    byline: printBylines(bylines, words.article),
    words,
    paper: settings.name,
    time: settings,
    resolved,
    origin: env().SITE_URL,
  })
  const { republish } = words
  const { title } = republish
  return (
    <Frame section={section.slug}>
      <PageHead title={title} paper={settings.name} path={republishPath(path)} isIndexed={false} />
      <div className="notice republish">
        <p className="label">{title}</p>
        <h1>{headline}</h1>
        <p>
          <a href={path}>{republish.back}</a>
        </p>
        <h2>{republish.terms}</h2>
        <ul>
          {settings.republishTerms.split('\n').map((rule) => (rule.trim() === '' ? null : <li key={rule}>{rule}</li>))}
        </ul>
        {settings.republishContact === '' ? null : (
          <p>
            {said(republish.questions(<a href={contactUri(settings.republishContact)}>{settings.republishContact}</a>))}
          </p>
        )}
        <CopiedText id="html" {...republish.html} rows={14} isCode words={republish}>
          {html}
        </CopiedText>
        <CopiedText id="head" {...republish.head} rows={4} isCode words={republish}>
          {head}
        </CopiedText>
        <CopiedText id="text" {...republish.text} rows={14} words={republish}>
          {text}
        </CopiedText>
      </div>
      <script src="/copy.js" defer data-first-party="" />
    </Frame>
  )
}
