import type { PostState } from '@/lib/document/resolved'
import type { CapturedPost, UnknownPost } from '@/lib/embeds/look-up-post'
import { request } from './request'

export type { CapturedPost, UnknownPost }

/** What the network of a post says about an address: asks it now, which takes seconds. */
export async function lookUpPost(url: string): Promise<CapturedPost | UnknownPost> {
  return (await request<{ post: CapturedPost | UnknownPost }>('/api/embeds', { method: 'POST', body: { url } })).post
}

/** What became of the original of a post; null when nothing is to be said of it. */
export async function readPostCheck(url: string): Promise<PostState | null> {
  return (await request<{ check: PostState | null }>(`/api/embeds?${new URLSearchParams({ url })}`)).check
}
