import Foundation
import Geodesy
import Hummingbird
import Operations

/// The places of the watch as a page: each with its use and its corners, to change and to take out.
extension Desk {
  func addPlacePages(to router: Router<DeskContext>) {
    router.get("places") { request, context in try await showPlaces(request, context) }
    router.post("places", use: changePlace)
    router.post("places/remove", use: removePlace)
  }

  /// What was typed into the form of a place.
  struct PlaceDraft: Sendable {
    var id: String?
    var name = ""
    var use = WatchPlace.Use.guarded
    var corners = ""
  }

  @Sendable func showPlaces(
    _ request: Request, _ context: DeskContext, draft: PlaceDraft? = nil, problem: FormFault? = nil
  ) async throws -> Response {
    let acting = try context.signedIn().acting
    try await centre.consult(Consultation(.picture), as: acting)
    return PlacePageView(
      frame: frame(context), places: try await places(as: acting), draft: draft, problem: problem,
      key: centre.surroundings.identifier()
    ).document.response(problem == nil ? .ok : .badRequest)
  }

  @Sendable func changePlace(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    let draft = PlaceDraft(
      id: form["id"], name: form["name"] ?? "",
      use: form["use"].flatMap { WatchPlace.Use(rawValue: $0) } ?? .guarded, corners: form["corners"] ?? "")
    do {
      guard !draft.name.isEmpty, draft.name.utf8.count <= WatchPlace.longestNameBytes else {
        throw FormFault("places.fault.name", ["most": "\(WatchPlace.longestNameBytes)"])
      }
      let id = try await knownID(draft.id, acting) ?? "p\(centre.surroundings.identifier().lowercased().prefix(12))"
      let place = WatchPlace(id: id, name: draft.name, use: draft.use, polygon: try PlaceShape.read(draft.corners))
      try await centre.change(ChangePlace(place), as: acting, key: form["key"])
      alerts.noteRules()
      return .see("/places#\(id)")
    } catch let problem as FormFault {
      return try await showPlaces(request, context, draft: draft, problem: problem)
    }
  }

  @Sendable func removePlace(_ request: Request, _ context: DeskContext) async throws -> Response {
    let form = try await self.form(request, context)
    let acting = try context.signedIn().acting
    guard let place = try await places(as: acting).first(where: { $0.id == form["id"] }) else {
      throw DeskError(.notFound)
    }
    guard let reason = form["reason"] else {
      return try await showPlaces(request, context, problem: FormFault("watch.fault.reason"))
    }
    try await centre.remove(RemovePlace(place, reason: reason), as: acting, key: form["key"])
    alerts.noteRules()
    return .see("/places")
  }

  /// The name of a place that is there; nil when a new one is meant.
  private func knownID(_ id: String?, _ acting: Acting) async throws -> String? {
    guard let id else { return nil }
    guard try await places(as: acting).contains(where: { $0.id == id }) else { throw DeskError(.notFound) }
    return id
  }
}

struct PlacePageView {
  var frame: Frame
  var places: [WatchPlace]
  var draft: Desk.PlaceDraft?
  var problem: FormFault?
  /// Makes a form, sent twice, one change.
  var key: String

  var document: HTML {
    let strings = frame.strings
    let fresh = draft?.id == nil ? draft ?? Desk.PlaceDraft() : Desk.PlaceDraft()
    let groups = WatchPlace.Use.allCases.map { use -> HTML in
      let members = places.filter { $0.use == use }
      guard !members.isEmpty else { return .empty }
      return "<h2>\(strings["places.use.\(use.rawValue)"])</h2>\(members.map(item))"
    }
    return Layout.plain(
      frame, title: "places.title",
      main: """
        <div class="page-head"><h1>\(strings["places.title"])</h1>\(WatchLinks.html(strings, current: "/places"))</div>
        <p class="lead">\(strings["places.intro"])</p>
        \(FormFault.notice(problem, strings))
        <details class="card" id="new"\(problem != nil && draft?.id == nil ? " open" : HTML.empty)>
        <summary>\(strings["places.new"])</summary>
        \(form(fresh, prefix: "new"))
        </details>
        \(groups)
        <p class="muted">\(strings["places.approximate"])</p>
        """)
  }

  private func item(_ place: WatchPlace) -> HTML {
    let strings = frame.strings
    let typed = draft?.id == place.id ? draft : nil
    let shown =
      typed
      ?? Desk.PlaceDraft(id: place.id, name: place.name, use: place.use, corners: PlaceShape.text(place.polygon))
    let corner = place.polygon.ring[0]
    let view = "/picture?view=11,\(corner.latitudeDegrees),\(corner.longitudeDegrees)"
    let source =
      place.by.map {
        strings(
          "places.by", ["person": $0, "agency": place.agency ?? "", "time": place.said?.plainText ?? ""])
      } ?? strings["places.fromChart"]
    return """
      <details class="card" id="\(place.id)"\(typed == nil ? HTML.empty : " open")>
      <summary>\(place.name) <span class="muted">\(source)</span></summary>
      <p><a href="\(view)">\(strings["places.onChart"])</a></p>
      \(form(shown, prefix: place.id))
      <form class="filter" method="post" action="/places/remove">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(place.id)-out">
      <input type="hidden" name="id" value="\(place.id)">
      <div class="field"><label for="reason-\(place.id)">\(strings["watch.reason"])</label>
      <input id="reason-\(place.id)" name="reason" maxlength="200" required></div>
      <button type="submit">\(strings["places.remove"])</button>
      </form>
      </details>
      """
  }

  private func form(_ draft: Desk.PlaceDraft, prefix: String) -> HTML {
    let strings = frame.strings
    let uses = WatchPlace.Use.allCases.map { use -> HTML in
      let chosen: HTML = use == draft.use ? " selected" : ""
      return "<option value=\"\(use.rawValue)\"\(chosen)>\(strings["places.use.\(use.rawValue)"])</option>"
    }
    let known: HTML = draft.id.map { "<input type=\"hidden\" name=\"id\" value=\"\($0)\">" } ?? .empty
    let rows = min(14, max(5, draft.corners.split(whereSeparator: \.isNewline).count + 1))
    return """
      <form class="form" method="post" action="/places">
      \(Layout.crossSiteField(frame.person?.crossSiteToken ?? ""))
      <input type="hidden" name="key" value="\(key)-\(prefix)">
      \(known)
      <div class="fields">
      <div class="field"><label for="name-\(prefix)">\(strings["places.name"])</label>
      <input id="name-\(prefix)" name="name" maxlength="100" required value="\(draft.name)"></div>
      <div class="field"><label for="use-\(prefix)">\(strings["places.use"])</label>
      <select id="use-\(prefix)" name="use">\(uses)</select></div>
      </div>
      <div class="field"><label for="corners-\(prefix)">\(strings["places.corners"])</label>
      <textarea id="corners-\(prefix)" name="corners" rows="\(rows)" required class="code" spellcheck="false" \
      aria-describedby="corners-help-\(prefix)">\(draft.corners)</textarea>
      <p class="field-help" id="corners-help-\(prefix)">\(strings["places.corners.help"])</p></div>
      <div class="buttons"><button type="submit">\(strings["places.save"])</button></div>
      </form>
      """
  }
}
