import { CorrectionInput } from './correction-input'

/** The note to readers that waits for the next publication: somebody wrote it when they scheduled one. Null where none waits. */
export function waitingCorrection({ publishCorrection }: { publishCorrection: unknown }): CorrectionInput | null {
  return publishCorrection === null ? null : CorrectionInput.parse(publishCorrection)
}
