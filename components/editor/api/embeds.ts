import type { CapturedPost, UnknownPost } from '@/lib/embeds/capture-post'
import { request } from './request'

export type { CapturedPost, UnknownPost }

/** What the network of a post says about an address: asks it now, which takes seconds. */
export async function lookUpPost(url: string): Promise<CapturedPost | UnknownPost> {
  return (await request<{ post: CapturedPost | UnknownPost }>('/api/embeds', { method: 'POST', body: { url } })).post
}
