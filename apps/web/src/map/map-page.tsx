import { ChooseSubject } from './choose-subject.tsx'
import { MapOf } from './map-of.tsx'
import type { MapView } from './map-view.ts'

export type OnMapView = (change: Partial<MapView>) => void

/** What is around one thing, as a map or as a list; without one, the page asks for it. */
export function MapPage({ view, onView }: { view: MapView; onView: OnMapView }) {
  const { ref } = view
  if (!ref) return <ChooseSubject />
  return <MapOf key={ref} subject={ref} view={view} onView={onView} />
}
