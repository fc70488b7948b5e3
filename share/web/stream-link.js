// The line to the desk's event stream: opens it, keeps it open, says which part of the sea is wanted. Runs in the
// shared worker, or in the tab where a browser has no shared workers.

const EVENTS = ["hello", "tracks", "gone", "log", "alert", "rescue", "boats", "refetch", "status", "bye"];
const LONGEST_WAIT_MILLISECONDS = 15_000;
const VIEW_PAUSE_MILLISECONDS = 250;

export class StreamLink {
  #deliver;
  #token;
  #boxes = [];
  #source = null;
  #stream = null;
  #wait = 500;
  #viewTimer = null;
  #isEnded = false;

  // `deliver(name, data)` gets every event of the stream, and "link" with "open", "lost" or "ended".
  constructor(deliver, token) {
    this.#deliver = deliver;
    this.#token = token;
  }

  set token(value) {
    this.#token = value;
  }

  // Wants these boxes, each [south, west, north, east], from now on.
  view(boxes) {
    if (JSON.stringify(boxes) === JSON.stringify(this.#boxes)) return;
    this.#boxes = boxes;
    if (this.#isEnded) return;
    if (this.#source === null) {
      this.#open();
      return;
    }
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => this.#sendView(), VIEW_PAUSE_MILLISECONDS);
  }

  // After an ended sign-in a new tab may carry a new one.
  revive() {
    if (!this.#isEnded) return;
    this.#isEnded = false;
    if (this.#boxes.length > 0) this.#open();
  }

  close() {
    clearTimeout(this.#viewTimer);
    this.#source?.close();
    this.#source = null;
    this.#stream = null;
  }

  #open() {
    const boxes = this.#boxes.map((box) => box.join(",")).join(";");
    const source = new EventSource(`/api/stream?boxes=${encodeURIComponent(boxes)}`);
    const opened = JSON.stringify(this.#boxes);
    this.#source = source;
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => this.#receive(name, event.data, opened));
    }
    source.addEventListener("error", () => {
      this.#stream = null;
      this.#deliver("link", "lost");
      // The browser itself resumes a broken line with Last-Event-ID; only a refused one has to be opened anew.
      if (source.readyState === EventSource.CLOSED && this.#source === source) this.#reopenLater();
    });
  }

  #receive(name, text, opened) {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return;
    }
    if (name === "hello") {
      this.#stream = String(data.stream ?? "");
      this.#wait = 500;
      this.#deliver("link", "open");
      if (JSON.stringify(this.#boxes) !== opened) this.#sendView();
    }
    if (name === "bye") {
      this.#isEnded = true;
      this.close();
      this.#deliver("link", "ended");
    }
    this.#deliver(name, data);
  }

  #reopenLater() {
    this.close();
    setTimeout(() => {
      if (this.#source === null && !this.#isEnded) this.#open();
    }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MILLISECONDS);
  }

  async #sendView() {
    if (!this.#stream) return;
    try {
      const answer = await fetch(`/api/stream/${encodeURIComponent(this.#stream)}/view`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Foreland-Token": this.#token },
        body: JSON.stringify({ boxes: this.#boxes }),
      });
      if (answer.status === 404) this.#reopenLater();
    } catch {
      this.#deliver("link", "lost");
    }
  }
}
