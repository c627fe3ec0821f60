import { safePageUrl } from '@/lib/document/addresses'
import { printDateTime } from '@/lib/settings/paper-time'
import type { NodeProps } from './printing'

/** The words are here, so they stay when the original goes. Nothing is fetched from the network that they were written on. */
export function SocialPost({ node, printing, children }: NodeProps) {
  const { author, handle, network, url, postedAt } = node.attrs
  const address = safePageUrl(url)
  return (
    <figure className="social-post">
      <figcaption className="social-post-author">
        <cite>{author || handle}</cite>
        {author === '' || handle === '' ? null : <span className="social-post-handle">{handle}</span>}
      </figcaption>
      <blockquote>{children}</blockquote>
      <p className="social-post-origin">
        {postedAt === '' ? null : <time dateTime={postedAt}>{printDateTime(new Date(postedAt), printing.time)}</time>}
        {address === null ? (
          <span>{network}</span>
        ) : (
          <a href={address} rel="noopener nofollow">
            {network === '' ? 'See the original' : `See it on ${network}`}
          </a>
        )}
      </p>
    </figure>
  )
}
