/**
 * The upload component interrupts screen readers with "0%" and "100%" of each file, see docs/workarounds.md. Pages say
 * themselves what becomes of a file, politely. This is run before any instance takes its methods as listeners.
 */
customElements.whenDefined('vaadin-upload').then(() => {
  const silent = () => {};
  Object.assign(customElements.get('vaadin-upload').prototype, {
    _onFileReject: silent,
    _onUploadStart: silent,
    _onUploadSuccess: silent,
    _onUploadError: silent,
  });
});
