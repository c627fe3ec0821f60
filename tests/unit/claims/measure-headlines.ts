import { checkHeadline } from '@/lib/claims/headline/check-headline'
import type { ClaimWithHeadlines } from './headline-table'

/** Precision and recall of the check on a table, as shares of one, and the headlines it got wrong. */
export function measure(table: ClaimWithHeadlines[]) {
  const raises = ({ claim }: ClaimWithHeadlines, line: string) => checkHeadline(line, [claim]).length > 0
  const caught = table.flatMap((row) => row.raise.filter((line) => raises(row, line)))
  const missed = table.flatMap((row) => row.raise.filter((line) => !raises(row, line)))
  const wrong = table.flatMap((row) => row.pass.filter((line) => raises(row, line)))
  const size = table.reduce((sum, row) => sum + row.raise.length + row.pass.length, 0)
  return {
    size,
    precision: caught.length / (caught.length + wrong.length),
    recall: caught.length / (caught.length + missed.length),
    missed,
    wrong,
  }
}
