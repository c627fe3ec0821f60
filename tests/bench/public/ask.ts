/** Asks once, and reads the whole answer. @returns milliseconds. @throws Error when it is no success */
export async function ask(url: string, headers: Record<string, string> = {}): Promise<number> {
  const startedAt = performance.now()
  const answer = await fetch(url, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`)
  return performance.now() - startedAt
}
