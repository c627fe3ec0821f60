/** Keys as this machine names them: "Mod-Shift-8" is "Ctrl Shift 8" here and "⌘ ⇧ 8" on a Mac. */
export function shortcutText(keys: string, isMac = isOnMac()): string {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  return keys.replace(
    /\b(Mod|Shift|Alt)\b-?/g,
    (whole, key: string) => `${names[key]}${whole.endsWith('-') ? ' ' : ''}`,
  )
}

/** Where ⌘ does what Ctrl does elsewhere. */
export function isOnMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}
