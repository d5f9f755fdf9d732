'use client'

import type { ConfirmProps, DialogProps } from './dialog-box'
import { onUse, WhenOpened } from './on-use'

const load = () => import('./dialog-box')
const DialogBox = onUse(load, 'DialogBox')
const ConfirmBox = onUse(load, 'ConfirmBox')

/** A form or a choice over the page. `footer` holds the buttons. */
export const Dialog = (props: DialogProps) => (
  <WhenOpened open={props.open}>
    <DialogBox {...props} />
  </WhenOpened>
)

/** Asks before something that matters: the title names the object, the description says what stays. Focus begins at Cancel. */
export const ConfirmDialog = (props: ConfirmProps) => (
  <WhenOpened open={props.open}>
    <ConfirmBox {...props} />
  </WhenOpened>
)
