import Geodesy
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Tracking

/// OGC API – Features, part 1: the tracks and the watch log for the tools that people already use on maps.
///
/// What leads to the data (landing page, conformance, description) is open to all, as the description of the API is; the data
/// follows the rules of access, and looking at it is recorded.
extension Desk {
  func addFeatureRoutes(to router: Router<DeskContext>) {
    let features = router.group("ogc")
    features.get("", use: showFeatureLanding)
    features.get("conformance", use: showConformance)
    features.get("api", use: showFeatureDescription)
    features.get("collections", use: showCollections)
    features.get("collections/:id", use: showCollection)
    features.get("collections/:id/items", use: showItems)
    features.get("collections/:id/items/:feature", use: showItem)
  }

  @Sendable func showFeatureLanding(_ request: Request, _ context: DeskContext) async throws -> Response {
    let format = try FeatureFormat(request, alone: true)
    let addresses = FeatureAddresses(request, secure: secureCookies)
    let links =
      addresses.selfAndOther("", format, json: "application/json") + [
        addresses.link("/api", "service-desc", "The description of this interface", type: FeatureDescription.type),
        addresses.link("/api?f=html", "service-doc", "The description of this interface", type: "text/html"),
        addresses.link("/conformance", "conformance", "What of the standard is kept"),
        addresses.link("/collections", "data", "The collections"),
      ]
    let document = FeatureDocument(
      title: centre.settings.name, description: FeatureDescription.summary, links: links)
    return document.response(format, frame(context))
  }

  @Sendable func showConformance(_ request: Request, _ context: DeskContext) async throws -> Response {
    let format = try FeatureFormat(request, alone: true)
    let addresses = FeatureAddresses(request, secure: secureCookies)
    let document = FeatureDocument(
      title: "Conformance", description: FeatureDescription.classes.joined(separator: " "),
      links: addresses.selfAndOther("/conformance", format, json: "application/json"),
      member: { json in
        json.key("conformsTo")
        json.array { json in for text in FeatureDescription.classes { json.string(text) } }
      })
    return document.response(format, frame(context))
  }

  @Sendable func showFeatureDescription(_ request: Request, _ context: DeskContext) async throws -> Response {
    if try FeatureFormat(request, alone: true) == .html {
      let addresses = FeatureAddresses(request, secure: secureCookies)
      let document = FeatureDocument(
        title: "Description", description: FeatureDescription.words,
        links: addresses.selfAndOther("/api", .html, json: FeatureDescription.type))
      return document.response(.html, frame(context))
    }
    return Response(
      status: .ok, headers: [.contentType: FeatureDescription.type, .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(bytes: FeatureDescription.bytes)))
  }

  @Sendable func showCollections(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try context.signedIn()
    let format = try FeatureFormat(request, alone: true)
    let addresses = FeatureAddresses(request, secure: secureCookies)
    let document = FeatureDocument(
      title: "Collections", description: FeatureDescription.summary,
      links: addresses.selfAndOther("/collections", format, json: "application/json")
        + FeatureCollection.allCases.map { addresses.link("/collections/\($0.rawValue)", "item", $0.title) },
      member: { json in
        json.key("collections")
        json.array { json in for collection in FeatureCollection.allCases { collection.write(to: &json, addresses) } }
      })
    return document.response(format, frame(context))
  }

  @Sendable func showCollection(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try context.signedIn()
    let format = try FeatureFormat(request, alone: true)
    let collection = try collection(context)
    let addresses = FeatureAddresses(request, secure: secureCookies)
    if format == .json {
      var json = JSONText()
      collection.write(to: &json, addresses)
      return .json(json)
    }
    let document = FeatureDocument(
      title: collection.title, description: collection.summary, links: collection.links(addresses))
    return document.response(.html, frame(context))
  }

  @Sendable func showItems(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let collection = try collection(context)
    let format = try FeatureFormat(request)
    let query = try FeatureQuery(request, of: collection)
    let asOf = collection == .tracks ? query.datetime.map { $0.end ?? now() } : nil
    let page: FeaturePage
    switch collection {
    case .tracks:
      let scope: Consultation.Scope = query.question != nil ? .search : asOf == nil ? .picture : .pictureAt
      try await centre.consult(Consultation(scope, question: query.question, asOf: asOf), as: acting)
      page = try TrackFeatures.page(query, picture, now: now())
    case .log:
      try await centre.consult(Consultation(.log, question: query.question), as: acting)
      page = try await LogFeatures.page(query, centre, as: acting)
    }
    let addresses = FeatureAddresses(request, secure: secureCookies)
    let path = "/collections/\(collection.rawValue)/items"
    var links = addresses.selfAndOther(path, format, json: FeatureDescription.geoJSON, query: query.encoded)
    if let next = page.next {
      let query = query.encoded + "&after=\(FeatureQuery.encode(next))&f=\(format.rawValue)"
      let type = format == .json ? FeatureDescription.geoJSON : "text/html"
      links.append(addresses.link("\(path)?\(query)", "next", "The next page", type: type))
    }
    links.append(addresses.link("/collections/\(collection.rawValue)", "collection", collection.title))
    if format == .html {
      return FeatureTable(collection: collection, page: page, links: links, base: addresses.base)
        .document(frame(context)).response()
    }
    return .geoJSON(page.json(links: links, at: now(), marking: markingText))
  }

  @Sendable func showItem(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let collection = try collection(context)
    let format = try FeatureFormat(request, alone: true)
    let id = context.parameters.get("feature") ?? ""
    let feature: Feature
    switch collection {
    case .tracks:
      let track = try trackID(id)
      try await centre.consult(Consultation(.track, subjects: ["track:\(track.text)"]), as: acting)
      guard let known = picture.track(track) else { throw DeskError(.notFound) }
      feature = TrackFeatures.feature(TrackDetail(known, safetyText: nil))
    case .log:
      try await centre.consult(Consultation(.log), as: acting)
      guard let sequence = Int64(id), sequence > 0, sequence < .max,
        let entry = try await centre.log(LogQuery(before: sequence + 1, limit: 1), as: acting).entries.first,
        entry.sequence == sequence
      else { throw DeskError(.notFound) }
      feature = LogFeatures.feature(entry)
    }
    let addresses = FeatureAddresses(request, secure: secureCookies)
    let path = "/collections/\(collection.rawValue)"
    let links =
      addresses.selfAndOther("\(path)/items/\(FeatureQuery.encode(id))", format, json: FeatureDescription.geoJSON)
      + [addresses.link(path, "collection", collection.title)]
    if format == .html {
      let page = FeaturePage(features: [feature], matched: 1)
      return FeatureTable(collection: collection, page: page, links: links, base: addresses.base)
        .document(frame(context)).response()
    }
    var json = JSONText()
    feature.write(to: &json, links: links)
    return .geoJSON(json)
  }

  private func collection(_ context: DeskContext) throws -> FeatureCollection {
    guard let collection = context.parameters.get("id").flatMap(FeatureCollection.init) else {
      throw DeskError(.notFound)
    }
    return collection
  }
}

extension FeatureFormat {
  /// The form of a resource that takes no other parameter.
  init(_ request: Request, alone: Bool) throws {
    try request.allowOnly(["f", "lang"])
    try self.init(request)
  }
}

extension Response {
  static func geoJSON(_ json: JSONText) -> Response {
    var response = Response.json(json)
    response.headers[.contentType] = FeatureDescription.geoJSON
    return response
  }
}
