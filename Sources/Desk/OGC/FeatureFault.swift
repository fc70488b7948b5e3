import Hummingbird

/// How OGC API – Features says that something is refused (17-069r4, section 7.5.1): a code and a description.
enum FeatureFault {
  /// Whether a request asks for features as a program does.
  static func concerns(_ request: Request) -> Bool {
    let path = request.uri.path
    guard path == "/ogc" || path.hasPrefix("/ogc/") else { return false }
    return (try? FeatureFormat(request)) ?? .json == .json
  }

  static func response(_ reason: DeskError) -> Response {
    let code =
      switch reason.code {
      case .invalid: "InvalidParameterValue"
      case .notFound: "NotFound"
      case .refused, .form, .signedOut: "AccessDenied"
      case .tooMany: "TooManyRequests"
      default: "NoApplicableCode"
      }
    var json = JSONText()
    json.object { json in
      json.key("code")
      json.string(code)
      json.key("description")
      json.string(Strings.english(reason.textKey, ["detail": reason.detail]))
    }
    return .json(json, status: reason.status)
  }
}
