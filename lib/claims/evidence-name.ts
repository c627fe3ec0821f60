/** Longest name of a file, in characters. */
const NAME_MOST = 200

/**
 * The name of a file as it may be kept, listed and sent: its last part alone, on one line, without what turns the direction of writing
 * round (by which "exe.fdp" reads as "pdf.exe"). A long one keeps its ending.
 */
export function cleanFileName(sent: string): string {
  const name = (sent.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return /^[.\s]*$/.test(name) ? 'file' : shortened(name)
}

function shortened(name: string): string {
  if (name.length <= NAME_MOST) return name
  const [ending = ''] = /\.[^.\s]{1,10}$/u.exec(name) ?? []
  // Half of a pair of surrogates is no letter.
  return `${name.slice(0, NAME_MOST - ending.length).replace(/\p{Cs}$/u, '')}${ending}`
}
