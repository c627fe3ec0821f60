import type { SeenPost } from '@/lib/document/post-fate'
import type { CapturedPost, UnknownPost } from '@/lib/embeds/look-up-post'
import { request } from './request'

export type { CapturedPost, UnknownPost }

/** What the network of a post says about an address: asks it now, which takes seconds. */
export async function lookUpPost(url: string): Promise<CapturedPost | UnknownPost> {
  return (await request<{ post: CapturedPost | UnknownPost }>('/api/embeds', { method: 'POST', body: { url } })).post
}

/** The original of a post as it was last seen; null when nobody has looked. */
export async function readSeenPost(url: string): Promise<SeenPost | null> {
  return (await request<{ seen: SeenPost | null }>(`/api/embeds?${new URLSearchParams({ url })}`)).seen
}
