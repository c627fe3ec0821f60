/** Where the Internet Archive keeps the page as it was nearest to that day (UTC). Nobody is asked whether it has it. */
export function archiveAddress(url: string, at: Date): string {
  return `https://web.archive.org/web/${at.toISOString().slice(0, 10).replaceAll('-', '')}/${url}`
}
