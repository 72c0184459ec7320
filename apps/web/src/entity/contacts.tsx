import { Icon } from '../marks/icon.tsx'
import classes from './contacts.module.css'
import { contactsOf } from './contacts-of.ts'

/** How to reach those who know about it. */
export function Contacts(props: Parameters<typeof asList>[0]) {
  return (
    <>
      {asList(props).map(({ icon, label, href }) =>
        href ? (
          <a key={href} href={href} className={classes.contact} rel="noreferrer" target="_blank">
            <Icon name={icon} size={14} />
            {label}
          </a>
        ) : (
          <span key={label} className={classes.contact}>
            <Icon name={icon} size={14} />
            {label}
          </span>
        ),
      )}
    </>
  )
}

function asList(said: {
  links: Parameters<typeof contactsOf>[0]
  properties: Parameters<typeof contactsOf>[1]
}) {
  return contactsOf(said.links, said.properties)
}
