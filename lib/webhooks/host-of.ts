/** What logs, lists and mail call it: the rest of an address may be a secret of its receiver. */
export function hostOf(url: string): string {
  return new URL(url).host
}
