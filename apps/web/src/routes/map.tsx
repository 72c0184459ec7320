import { createFileRoute, type SearchSchemaInput } from '@tanstack/react-router'
import { MapPage } from '../map/map-page.tsx'
import { type MapView, mapView } from '../map/map-view.ts'

export const Route = createFileRoute('/map')({
  validateSearch: (said: Partial<MapView> & SearchSchemaInput): MapView => mapView.parse(said),
  component: MapRoute,
})

function MapRoute() {
  const navigate = Route.useNavigate()
  return (
    <MapPage
      view={Route.useSearch()}
      onView={(change) => navigate({ search: (view) => ({ ...view, ...change }), resetScroll: false })}
    />
  )
}
