/** The row of a tab is refreshed at most so often; between, it is only heard of. */
export const WRITE_MILLISECONDS = 10_000

/** A tab that nothing was heard of for so long is gone: its process was killed, its network is down. */
export const GONE_MILLISECONDS = 35_000

/** What tabs of one article report within so long travels to the other processes together. */
export const GATHER_MILLISECONDS = 100

/** A stream is told who is present at most so often. */
export const TELL_MILLISECONDS = 250

/** How often what is gone is looked for. */
export const SWEEP_MILLISECONDS = 5_000
