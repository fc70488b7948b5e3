import HTTPTypes

/// Why the desk does not do what a request asks, in a form that a page and the API can both say.
struct DeskError: Error, Sendable {
  enum Code: String, Sendable {
    case notFound, refused, signedOut, form, tooLarge, invalid, tooMany, conflict, full, unavailable, internalFault
    case addressTooLong, encoded, trackLost, counted, unreadableTime
  }

  let code: Code
  /// Which input, and what is wrong with it; never personal data.
  let detail: String

  init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }

  var status: HTTPResponse.Status {
    switch code {
    case .notFound, .trackLost: .notFound
    case .refused, .form: .forbidden
    case .signedOut: .unauthorized
    case .tooLarge: .contentTooLarge
    case .invalid, .unreadableTime: .badRequest
    case .tooMany: .tooManyRequests
    case .conflict, .counted: .conflict
    case .full: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
    case .unavailable: .serviceUnavailable
    case .internalFault: .internalServerError
    case .addressTooLong: .uriTooLong
    case .encoded: .unsupportedMediaType
    }
  }

  /// The key of the text that tells a person.
  var textKey: String {
    switch code {
    case .internalFault, .unavailable: "error.internal"
    default: "error.\(code.rawValue)"
    }
  }
}
