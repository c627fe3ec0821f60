import type { Finding } from '@/lib/house-style/rule'

/** What somebody does not want to hear of again in this article, as long as the tab is open. */
export class IgnoredFindings {
  private readonly keys: Set<string>
  private readonly articleId: string

  constructor(articleId: string) {
    this.articleId = articleId
    this.keys = new Set(this.read())
  }

  get size(): number {
    return this.keys.size
  }

  has(finding: Finding): boolean {
    return this.keys.has(keyOf(finding))
  }

  add(finding: Finding): void {
    this.keys.add(keyOf(finding))
    this.write()
  }

  clear(): void {
    this.keys.clear()
    this.write()
  }

  private read(): string[] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(this.place) ?? '[]')
      return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
    } catch {
      return []
    }
  }

  /** Without a store it is remembered until the page is loaded again. */
  private write(): void {
    try {
      sessionStorage.setItem(this.place, JSON.stringify([...this.keys]))
    } catch {}
  }

  private get place(): string {
    return `standfirst.ignored.${this.articleId}`
  }
}

/** The words as they stand, by this rule: the next "toward" of the same article is ignored with the first. */
function keyOf({ ruleId, found }: Finding): string {
  return `${ruleId} ${found}`
}
