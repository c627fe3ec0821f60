/** Where the words that somebody typed are. It is never wrong: `saved` means that the server has acknowledged every one. */
export type SaveStatus =
  /** `at`: when the server acknowledged the last of this tab's changes; null when there was none. */
  | { kind: 'saved'; at: Date | null }
  | { kind: 'saving' }
  | { kind: 'offline'; cause: 'network' | 'server'; isKeptOnDevice: boolean }
  | { kind: 'signed-out'; reason: string; hasUnsent: boolean; isKeptOnDevice: boolean }
  | { kind: 'refused'; message: string; hasUnsent: boolean; isKeptOnDevice: boolean }
  | { kind: 'stuck'; message: string; isKeptOnDevice: boolean }

/** The status in the few words that stand beside the article. Times are local, 24 hours. */
export function statusText(status: SaveStatus): string {
  switch (status.kind) {
    case 'saved':
      return status.at === null ? 'Saved' : `Saved ${timeOf(status.at)}`
    case 'saving':
      return 'Saving…'
    case 'offline':
      return withPlace(status.cause === 'network' ? 'Offline' : 'The server is not answering', status)
    case 'signed-out':
      return status.hasUnsent ? withPlace('Signed out', status) : 'Signed out'
    case 'refused':
      return status.hasUnsent ? withPlace('Not saved', status) : 'You cannot change this article'
    case 'stuck':
      return withPlace('Not saved', status)
  }
}

/** Two statuses that read alike are one. */
export function isSameStatus(one: SaveStatus, other: SaveStatus): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })
}

function withPlace(what: string, { isKeptOnDevice }: { isKeptOnDevice: boolean }): string {
  return isKeptOnDevice ? `${what}, kept on this device` : `${what}, not kept on this device: leave this page open`
}
