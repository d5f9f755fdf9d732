import './present.css'

/** Over the whole window, as the slides: nothing of the house is there first and jumps away. */
export default function Loading() {
  return <div aria-busy className="deck" />
}
