/// The page that says that something did not work, why, and where to go on.
enum ErrorPage {
  static func main(_ strings: Strings, _ reason: DeskError) -> HTML {
    """
    <section class="card narrow" role="alert">
    <h1>\(strings["error.title"])</h1>
    <p>\(strings(reason.textKey, ["detail": reason.detail]))</p>
    <p><a class="button" href="/picture">\(strings["error.back"])</a></p>
    </section>
    """
  }
}
