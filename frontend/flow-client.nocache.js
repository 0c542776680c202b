/** Whether what was sent to the server may still be on its way, or its answer. */
export function isBusy() {
  return Object.values(window.Vaadin?.Flow?.clients ?? {}).some((client) => client.isActive?.());
}
