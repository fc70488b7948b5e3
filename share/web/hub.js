// The page's own messages, so that modules need not know each other. Names in use:
//   fleet     the vessels on the chart changed            theme     the colours changed
//   view      the chart stands still at another place     time      live or as known at a moment; detail is null or ISO
//   select    a vessel was opened or closed; detail is its id or null
//   status    the desk's own state, every two seconds     log       an entry was written; detail is the entry
//   alert     an alert changed                            boats     something of rescue was written
//   stream    something arrived from the server           access    the sign-in ended; detail is the reason

const target = new EventTarget();

export function emit(name, detail) {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

export function on(name, act) {
  target.addEventListener(name, (event) => act(event.detail));
}
