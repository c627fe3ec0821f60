import { safePageUrl } from '@/lib/document/addresses'
import { fateOfPost } from '@/lib/document/post-fate'
import { originalFrame } from '@/lib/embeds/original-frame'
import { printDateTime } from '@/lib/settings/paper-time'
import type { NodeProps } from './printing'

/**
 * The words are here, so they stay when the original goes. Nothing is fetched from the network that they were written on,
 * unless the reader opens the original.
 */
export function SocialPost({ node, printing, children }: NodeProps) {
  const { author, handle, network, url, postedAt, title, hash } = node.attrs
  const fate = fateOfPost(hash, printing.resolved.posts.get(url))
  const address = safePageUrl(url)
  const frame = address === null || printing.isPreview ? null : originalFrame(address)
  return (
    <figure className="social-post">
      <figcaption className="social-post-author">
        <cite>{author || handle}</cite>
        {author === '' || handle === '' ? null : <span className="social-post-handle">{handle}</span>}
      </figcaption>
      {title === '' ? null : <p className="social-post-title">{title}</p>}
      {node.textContent.trim() === '' ? null : <blockquote>{children}</blockquote>}
      <p className="social-post-origin">
        {postedAt === '' ? null : <time dateTime={postedAt}>{printDateTime(new Date(postedAt), printing.time)}</time>}
        {fate === null ? null : (
          <span>
            {fate.state === 'deleted' ? 'Since deleted' : 'Since edited'} (
            <time dateTime={fate.since}>{printDateTime(new Date(fate.since), printing.time)}</time>)
          </span>
        )}
        {address === null ? (
          <span>{network}</span>
        ) : (
          <a href={address} rel="noopener nofollow">
            {network === '' ? 'See the original' : `See it on ${network}`}
          </a>
        )}
      </p>
      {frame === null ? null : <Original {...frame} title={title || network} />}
    </figure>
  )
}

/** Without script: a lazy frame inside of closed details is not fetched (tests/e2e/embeds.spec.ts). */
function Original({ address, shape, title }: NonNullable<ReturnType<typeof originalFrame>> & { title: string }) {
  return (
    <details className="social-post-original">
      <summary>Show the original</summary>
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
