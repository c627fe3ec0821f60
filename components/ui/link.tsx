// biome-ignore lint/style/noRestrictedImports: everybody else takes it from here.
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/**
 * A link within the newsroom. Next would ask for every link that it sees, twice: fifty requests for a list of articles, each of them
 * for a page that is drawn anew when somebody goes there.
 */
export function Link(props: LinkProps) {
  return <NextLink {...props} prefetch={false} />
}
