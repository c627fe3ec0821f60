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
  const [{ settings }, resolved] = await Promise.all([readPaper(), resolveReferences(article.document)])
  const { headline, path, section, bylines } = article
  const { html, text, head } = printRepublished(article, {
    byline: printBylines(bylines),
    paper: settings.name,
    time: settings,
    resolved,
    origin: env().SITE_URL,
  })
  const title = 'Republish this article'
  return (
    <Frame section={section.slug}>
      <PageHead title={title} paper={settings.name} path={republishPath(path)} isIndexed={false} />
      <div className="notice republish">
        <p className="label">{title}</p>
        <h1>{headline}</h1>
        <p>
          <a href={path}>Back to the article</a>
        </p>
        <h2>On these terms</h2>
        <ul>
          {settings.republishTerms.split('\n').map((rule) => (rule.trim() === '' ? null : <li key={rule}>{rule}</li>))}
        </ul>
        {settings.republishContact === '' ? null : (
          <p>
            Questions? <a href={contactUri(settings.republishContact)}>{settings.republishContact}</a>
          </p>
        )}
        <CopiedText
          id="html"
          label="The article as HTML"
          hint="Headline, standfirst, names, text and credit line. Pictures are left out, and posts became links."
          rows={14}
        >
          {html}
        </CopiedText>
        <CopiedText
          id="head"
          label="For the head of your page"
          hint="The canonical address tells search engines which page is the original, so that yours is no copy in their eyes."
          rows={4}
        >
          {head}
        </CopiedText>
        <CopiedText id="text" label="The article as plain text" hint="For paper, mail and everything else." rows={14}>
          {text}
        </CopiedText>
      </div>
      <script src="/copy.js" defer data-first-party="" />
    </Frame>
  )
}
