/** Where readers find a note: below its article. @param articlePath "/section/slug" */
export function correctionPath(articlePath: string, correctionId: string): string {
  return `${articlePath}#note-${correctionId}`
}

/** The page that lists all notes. */
export const CORRECTIONS_PATH = '/corrections'
