import type { ToldMoment } from './moments'

/** The points at which the play can stop, by number: the versions that were kept, and from the folded point on every step. */
export type Stops = {
  count: number
  versionAt(index: number): number
  /** The nearest stop at or before a version. */
  indexOf(version: number): number
}

export function stopsOf(moments: readonly ToldMoment[], foldedVersion: number, lastVersion: number): Stops {
  const kept = [...new Set(moments.map(({ version }) => version))].filter((version) => version <= foldedVersion)
  if (kept.length === 0) kept.push(foldedVersion)
  const count = kept.length + Math.max(0, lastVersion - foldedVersion)
  return {
    count,
    versionAt: (index) => kept[index] ?? foldedVersion + index - kept.length + 1,
    indexOf: (version) => {
      if (version > foldedVersion) return Math.min(count - 1, kept.length + version - foldedVersion - 1)
      return Math.max(
        0,
        kept.findLastIndex((each) => each <= version),
      )
    },
  }
}
