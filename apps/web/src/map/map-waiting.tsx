import classes from './map-canvas.module.css'

/** A map that is on its way: the frame and some boxes, where they will be. */
export function MapWaiting() {
  return (
    <div className={classes.waiting} role="status" aria-label="Drawing the map">
      {['left', 'middle', 'right'].map((column) => (
        <div key={column}>
          {Array.from({ length: column === 'middle' ? 1 : 5 }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are all alike and never move
            <span key={row} className="skeleton" />
          ))}
        </div>
      ))}
    </div>
  )
}
