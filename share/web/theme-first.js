// Sets the theme before the first paint, so that a dark room never sees a white flash. A classic script, not a module:
// modules run after the page is drawn. Every page of the desk loads it in its head.
(function () {
  try {
    const theme = localStorage.getItem("foreland.theme");
    if (["day", "dusk", "night"].includes(theme)) document.documentElement.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing shows the theme the server chose.
  }
})();
