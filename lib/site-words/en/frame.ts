/** What stands around every page. */
export const frame = {
  skip: 'Skip to the text',
  search: 'Search',
  sections: 'Sections',
  breadcrumb: 'Breadcrumb',
  breaking: 'Breaking',
  breakingNews: 'Breaking news',
  allPages: 'All pages',
  newsletters: 'Newsletters',
  corrections: 'Corrections',
  alerts: 'Alerts',
  feed: 'RSS feed',
  forNewsroom: 'For the newsroom',
}
