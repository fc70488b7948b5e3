import Geodesy
import Operations
import Rescue

/// A boat's drift in short, on the page of its incident.
struct DriftCard {
  var pieces: FormPieces
  var boat: Boat
  var drift: Result<BoatDrift, NoDrift>
  var now: Instant
  var moment: Instant?

  private var strings: Strings { pieces.frame.strings }
  private var text: DriftText { DriftText(strings: strings, now: now) }
  private var path: String { "/incidents/\(boat.id)/drift" }
  private var query: String { moment.map { "?at=\($0.iso8601)" } ?? "" }

  var card: HTML {
    let body: HTML
    switch drift {
    case .failure(let reason): body = "<p class=\"muted\">\(text.none(reason))</p>"
    case .success(let drift):
      body = """
        \(now(drift))
        <details><summary>\(strings["drift.inputs"])</summary><ul>\(text.inputs(drift).map { "<li>\($0)</li>" as HTML })</ul></details>
        <p><a href="\(path)\(query)">\(strings["drift.page"])</a></p>
        """
    }
    return """
      <section class="card" id="drift"><h2>\(strings["drift.title"])</h2>
      <p class="muted">\(strings["drift.estimate"])</p>\(body)</section>
      """
  }

  private func now(_ drift: BoatDrift) -> HTML {
    guard let hour = drift.hours.first else { return "<p class=\"muted\">\(strings["drift.none.nowhere"])</p>" }
    let areas = hour.areas.map { area in
      strings("drift.area", ["percent": DriftText.percent(area.share), "area": DriftText.area(area.areaSquareMetres)])
    }.joined(separator: ", ")
    let aground: HTML =
      hour.shareAground > 0.005
      ? "<p>\(strings("drift.aground", ["percent": DriftText.percent(hour.shareAground)]))</p>" : .empty
    return """
      <p><strong>\(strings("drift.now", [
        "position": hour.datum.position.text, "radius": DriftText.distance(hour.datum.radiusMetres),
      ]))</strong></p><p>\(areas)</p>\(aground)
      """
  }
}
