const KEY = 'standfirst.smart-signs'
const listeners = new Set<() => void>()

/** Does this device turn straight quotation marks and hyphens into the right signs while somebody types? Yes until told otherwise. */
export function isSmartTyping(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function setSmartTyping(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing goes on as it was.
  }
  for (const listener of listeners) listener()
}

export function onSmartTyping(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
