// Sends what the forms of the page about the HTTP interface say, and shows the answers.

/** The address: path parameters in their places, the others as query. Fields left empty are left out. */
function address(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll('[data-in]')) {
    if (field.dataset.in === 'path') {
      path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    } else if (field.value !== '') {
      query.set(field.name, field.value);
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The body and its type; a file is streamed from the disk by the browser. */
function content(form) {
  const field = form.querySelector('[data-body]');
  if (!field) {
    return {};
  }
  return field.type === 'file'
    ? { body: field.files[0], headers: { 'Content-Type': 'application/octet-stream' } }
    : { body: field.value, headers: { 'Content-Type': field.dataset.body } };
}

/** The status is spoken; the answer below it is not, for it may be long. */
function show(area, status, text) {
  const line = area.querySelector('[role=status]');
  line.textContent = status;
  area.replaceChildren(line);
  if (text) {
    const answer = document.createElement('pre');
    answer.textContent = text;
    // it scrolls, so the keyboard has to get into it
    answer.tabIndex = 0;
    answer.setAttribute('role', 'group');
    answer.setAttribute('aria-label', area.dataset.answer);
    area.append(answer);
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function send(form) {
  const area = form.querySelector('.answer');
  const target = address(form);
  if (form.dataset.download !== undefined) {
    // as a download, which may be larger than the memory of the page
    window.location.assign(target);
    return;
  }
  show(area, area.dataset.sending, '');
  try {
    const response = await fetch(target, { method: form.dataset.method, ...content(form) });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const text = await response.text();
    show(area, `${response.status} ${response.statusText}`.trim(), text ? `${headers}\n\n${pretty(text)}` : headers);
  } catch (error) {
    show(area, area.dataset.failed, String(error));
  }
}

/** Opens the operation that the address names. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
  }
}

document.addEventListener('submit', event => {
  event.preventDefault();
  send(event.target);
});
window.addEventListener('hashchange', openNamed);
openNamed();
