import { safePageUrl } from '@/lib/document/addresses'
import { fateOfPost } from '@/lib/document/post-fate'
import { originalFrame } from '@/lib/embeds/original-frame'
import { printDateTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import type { NodeProps } from './printing'
import { said } from './said'

/**
 * The words are here, so they stay when the original goes. Nothing is fetched from the network that they were written on,
 * unless the reader opens the original.
 */
export function SocialPost({ node, printing, children }: NodeProps) {
  const { author, handle, network, url, postedAt, title, hash } = node.attrs
  const words = wordsFor(printing.time.language).document.post
  const fate = fateOfPost(hash, printing.resolved.posts.get(url))
  const address = safePageUrl(url)
  const frame = address === null || printing.isPreview ? null : originalFrame(address)
  return (
    <figure className="social-post">
      <figcaption className="social-post-author">
        <cite>{author || handle}</cite>
        {author === '' || handle === '' ? null : (
          <bdi className="social-post-handle" dir="ltr">
            {handle}
          </bdi>
        )}
      </figcaption>
      {title === '' ? null : <p className="social-post-title">{title}</p>}
      {node.textContent.trim() === '' ? null : <blockquote>{children}</blockquote>}
      <p className="social-post-origin">
        {postedAt === '' ? null : <time dateTime={postedAt}>{printDateTime(new Date(postedAt), printing.time)}</time>}
        {fate === null ? null : (
          <span>
            {said(
              words[fate.state](
                <time dateTime={fate.since}>{printDateTime(new Date(fate.since), printing.time)}</time>,
              ),
            )}
          </span>
        )}
        {address === null ? (
          <span>{network}</span>
        ) : (
          <a href={address} rel="noopener nofollow">
            {network === '' ? words.see : words.seeOn(network)}
          </a>
        )}
      </p>
      {frame === null ? null : <Original {...frame} title={title || network} show={words.show} />}
    </figure>
  )
}

type OriginalProps = NonNullable<ReturnType<typeof originalFrame>> & { title: string; show: string }

/** Without script: a lazy frame inside of closed details is not fetched (tests/e2e/embeds.spec.ts). */
function Original({ address, shape, title, show }: OriginalProps) {
  return (
    <details className="social-post-original">
      <summary>{show}</summary>
      <iframe
        className={shape}
        src={address}
        title={title}
        loading="lazy"
        sandbox="allow-scripts allow-same-origin allow-popups"
        referrerPolicy="no-referrer"
      />
    </details>
  )
}
