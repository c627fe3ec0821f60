/** No such edition, or nobody who may see it. */
export default function RecordNotFound() {
  return (
    <main id="content" className="record-missing">
      <h1>There is no such edition</h1>
      <p>
        <a href="/desk/articles">Articles</a>
      </p>
    </main>
  )
}
