import './author-head.css'
import type { Author } from '@/lib/articles/readers'
import { profileName } from '@/lib/bylines/profile-name'
import type { SiteWords } from '@/lib/site-words/en'
import { Picture } from './picture'

/** Below the name of whoever writes: their photograph, their life, and how to reach them. Nothing where nothing is known. */
export function AuthorHead({ author, words }: { author: Author; words: SiteWords['lists'] }) {
  const { name, biography, email, profiles, picture } = author
  const paragraphs = biography.split(/\n{2,}/).filter((text) => text !== '')
  if (paragraphs.length === 0 && picture === null && email === '' && profiles.length === 0) return null
  return (
    <div className="author-head">
      {picture === null ? null : (
        <figure className="author-picture">
          <Picture picture={picture} sizes="8rem" isFirst />
        </figure>
      )}
      <div className="author-about">
        {paragraphs.map((text) => (
          <p key={text} className="listing-description">
            {text}
          </p>
        ))}
        {email === '' && profiles.length === 0 ? null : (
          <ul className="author-contacts" aria-label={words.contacts(name)}>
            {email === '' ? null : (
              <li>
                <a href={`mailto:${email}`}>{email}</a>
              </li>
            )}
            {profiles.map((address) => (
              <li key={address}>
                <a href={address} rel="me noopener">
                  {profileName(address)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
