import { Link } from '@tanstack/react-router'

export function NoSuchPage() {
  return (
    <section className="empty">
      <title>No such page · Alidade</title>
      <h1>There is no page here</h1>
      <p>An entity’s page is at /entities/ and its ref, for example /entities/service:default%2Fcheckout.</p>
      <Link className="link" to="/catalogue">
        Look for it in the catalogue
      </Link>
    </section>
  )
}
