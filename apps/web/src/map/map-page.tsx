import type { MapView } from './map-view.ts'
export function MapPage(_: { view: MapView; onView: (change: Partial<MapView>) => void }) {
  return null
}
