import HTTPTypes
import Hummingbird
import Operations

extension Desk {
  /// Every route of the desk behind every middleware, in the order in which a request passes them.
  func router() -> Router<DeskContext> {
    let router = Router(context: DeskContext.self)
    let centre = centre
    router.add(middleware: CountRequests(book: requests))
    router.add(middleware: SecurityHeaders(secure: secureCookies))
    router.add(middleware: Readable())
    router.add(middleware: Apologies(isExercise: { centre.settings.exercise }))
    router.add(middleware: RequestBounds())
    router.add(middleware: Identify(centre: centre))
    router.add(middleware: SameSite())
    addHealthRoutes(to: router)
    addStaticRoutes(to: router)
    addSignInPages(to: router)
    addProviderRoutes(to: router)
    addPicturePages(to: router)
    addLogPages(to: router)
    addAlertPages(to: router)
    addRulePages(to: router)
    addIncidentPages(to: router)
    addContactImportPages(to: router)
    addDriftPages(to: router)
    addSearchPages(to: router)
    addPlacePages(to: router)
    addSensorPages(to: router)
    addStatisticsPages(to: router)
    addOutlookPages(to: router)
    addRecordPages(to: router)
    addPeoplePages(to: router)
    addAccountPages(to: router)
    addFeatureRoutes(to: router)
    addPaperRoutes(to: router)
    addTileRoutes(to: router)
    addWitnessRoutes(to: router)
    let api = router.group("api")
    addPictureRoutes(to: api)
    addLogRoutes(to: api)
    addAlertRoutes(to: api)
    addIncidentRoutes(to: api)
    addAlarmRoutes(to: api)
    addDriftRoutes(to: api)
    addSearchRoutes(to: api)
    addPlaceRoutes(to: api)
    addStreamRoutes(to: api)
    addRecordRoutes(to: api)
    addStatisticsRoutes(to: api)
    return router
  }

  private func addPicturePages(to router: Router<DeskContext>) {
    router.get("/") { _, _ in Response.see("/picture") }
    router.get("picture") { request, context in
      let visitor = try context.signedIn()
      let moment = try request.moment("at")
      try await centre.consult(Consultation(moment == nil ? .picture : .pictureAt, asOf: moment), as: visitor.acting)
      return PicturePage.document(frame(context)).response()
    }
  }

  private func addStaticRoutes(to router: Router<DeskContext>) {
    router.get("static/**") { request, context in
      let path = context.parameters.getCatchAll().joined(separator: "/")
      guard let response = files?.response(path, headers: request.headers) else { throw DeskError(.notFound) }
      return response
    }
    router.get("strings/:file") { _, context in
      let name = context.parameters.get("file") ?? ""
      guard let language = Language.allCases.first(where: { name == "\($0.rawValue).json" }) else {
        throw DeskError(.notFound)
      }
      return Strings.of(language).response
    }
    router.get("api/openapi.json") { _, _ in OpenAPIDocument.response }
  }
}

extension Strings {
  /// The texts as JSON, for the scripts of the pages.
  fileprivate var response: Response {
    var json = JSONText(reserving: 16_384)
    json.object { json in
      for (key, text) in texts.sorted(by: { $0.key < $1.key }) { json.member(key, text) }
    }
    var response = Response.json(json)
    response.headers[.cacheControl] = "no-cache"
    return response
  }
}
