const clients = () => Object.values(window.Vaadin?.Flow?.clients ?? {});

/** Whether what was sent to the server may still be on its way, or its answer. */
export function isBusy() {
  return clients().some((client) => client.isActive?.());
}

/** Asks the server for news, and sends what has not been sent. */
export function poll() {
  clients().forEach((client) => client.poll?.());
}
