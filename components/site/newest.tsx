import { listNewest } from '@/lib/articles/readers'
import { ArticleList } from './article-list'
import { readPaper } from './paper'

/** A few of the newest articles, for whoever came to an address where nothing is. */
export async function Newest() {
  const { settings, words } = await readPaper()
  const newest = await listNewest(4)
  if (newest.length === 0) return null
  return (
    <section className="listing" aria-labelledby="newest">
      <h2 id="newest" className="strip-title">
        {words.lists.newest}
      </h2>
      <ArticleList articles={newest} time={settings} showsSection />
    </section>
  )
}
