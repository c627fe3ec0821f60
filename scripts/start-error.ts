/** Something that stops the start and that the person at the terminal can do something about. Its message is all they see. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The sentence for a failure of the file system in a folder of ours, or the error itself when it is something else. */
export function fileSystemError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartError(`The disk is full: make room for ${folder} and start again.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartError(
      `${folder} cannot be written by this user: start as the user who owns it, or make it writable.`,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new StartError(`${folder} is not a folder: move that file away and start again.`)
  return error
}
