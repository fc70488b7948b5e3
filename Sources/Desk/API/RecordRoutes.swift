import Geodesy
import Hummingbird
import Operations

/// The account of who did what, for programs, and what a text for a position is understood as.
extension Desk {
  func addRecordRoutes(to api: RouterGroup<DeskContext>) {
    api.get("record", use: showRecordActs)
    api.get("position", use: readPosition)
  }

  @Sendable func showRecordActs(_ request: Request, _ context: DeskContext) async throws -> Response {
    let acting = try context.signedIn().acting
    let (asKnown, moment) = try await asKnown(request)
    let query = RecordQuery(
      before: try request.sequence("before"),
      limit: try request.number("limit", default: 50, in: 1...200),
      asKnown: asKnown, actor: request.query("actor"), kind: request.query("kind"), subject: request.query("subject"))
    try await centre.consult(Consultation(.record, question: request.uri.query, asOf: moment), as: acting)
    let page = try await centre.record(query, as: acting)
    let strings = Strings.of(context.language)
    var json = JSONText(reserving: 8192)
    json.object { json in
      json.key("acts")
      json.array { json in for act in page.acts { act.write(to: &json, strings) } }
      json.key("next")
      if let next = page.next { json.integer(next) } else { json.null() }
    }
    return .json(json)
  }

  @Sendable func readPosition(_ request: Request, _ context: DeskContext) async throws -> Response {
    _ = try context.signedIn()
    guard let text = request.query("q") else { throw DeskError(.invalid, "q is missing") }
    let reading = PositionText.read(text, in: positionContext)
    let isOld = PlaceDoubt.isOld(request.query("taken").flatMap { Typed.moment($0, now: now()) }, received: now())
    var json = JSONText()
    json.object { json in
      json.key("readings")
      json.array { json in
        for candidate in reading.candidates { candidate.write(to: &json, more: isOld ? [PlaceDoubt.old] : []) }
      }
      json.key("questions")
      json.array { json in for code in PlaceDoubt.questions(reading, isOld: isOld) { json.string(code) } }
    }
    return .json(json)
  }
}

extension RecordAct {
  fileprivate func write(to json: inout JSONText, _ strings: Strings) {
    json.object { json in
      json.key("sequence")
      json.integer(sequence)
      json.key("recorded")
      json.string(recorded.iso8601)
      json.key("about")
      json.string(about.iso8601)
      json.key("actor")
      json.string(actor)
      json.key("agency")
      json.string(agency)
      json.key("purpose")
      json.string(purpose)
      json.key("kind")
      json.string(kind)
      json.key("text")
      json.string(RecordSentence.text(self, strings))
      json.key("subjects")
      json.array { json in for subject in subjects { json.string(subject) } }
      json.key("marking")
      json.string(marking)
      json.key("exercise")
      json.boolean(exercise)
    }
  }
}

extension PositionCandidate {
  fileprivate func write(to json: inout JSONText, more: [String]) {
    json.object { json in
      json.key("lat")
      json.number(position.latitudeDegrees, decimals: 6)
      json.key("lon")
      json.number(position.longitudeDegrees, decimals: 6)
      json.key("understood")
      json.string(understood)
      json.key("form")
      json.string(form.rawValue)
      json.key("uncertaintyMetres")
      json.number(uncertaintyMetres, decimals: 0)
      json.key("doubts")
      json.array { json in for doubt in doubts.map(\.rawValue).sorted() + more { json.string(doubt) } }
    }
  }
}
