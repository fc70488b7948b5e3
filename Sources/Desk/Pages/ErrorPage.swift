/// The page that says that something did not work, why, and where to go on.
enum ErrorPage {
  static func main(_ strings: Strings, _ reason: DeskError) -> HTML {
    """
    <h1>\(strings["error.title"])</h1>
    <p class="notice notice-danger" role="alert">\(strings(reason.textKey, ["detail": reason.detail]))</p>
    <p><a href="/picture">\(strings["error.back"])</a></p>
    """
  }
}
