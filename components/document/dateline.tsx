/** Where and when the words were written. */
export function Dateline({ children }: { children: string }) {
  return <span className="dateline">{children}</span>
}
