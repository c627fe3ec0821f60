/** The front page. */
export const front = {
  top: 'Top article',
  moreTop: 'More top articles',
  latest: 'Latest',
  nothing: 'The first article is being written.',
}
