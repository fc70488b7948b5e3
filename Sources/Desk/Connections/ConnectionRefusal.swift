import HTTPTypes

/// Why a connection is ended by the desk, as its client is told.
enum ConnectionRefusal: String, Error, CaseIterable {
  /// There are as many connections as the desk carries.
  case tooMany
  /// There are as many connections from this address as one may have.
  case tooManyFromAddress
  /// It made room for another one while it owed a request.
  case gaveWay
  /// Its request took too long to arrive.
  case tooSlow
  /// Its reader took too long to take an answer.
  case unread
  /// Its head is too long or has too many fields.
  case headTooLarge
  /// Its body is longer than anything that the desk takes.
  case bodyTooLarge
  /// What it sent is not HTTP.
  case malformed

  var status: HTTPResponse.Status {
    switch self {
    case .tooMany: .serviceUnavailable
    case .tooManyFromAddress: .tooManyRequests
    case .gaveWay, .tooSlow, .unread: .requestTimeout
    case .headTooLarge: .requestHeaderFieldsTooLarge
    case .bodyTooLarge: .contentTooLarge
    case .malformed: .badRequest
    }
  }

  /// The body of the answer; in English, since nobody has said yet what they read.
  var text: String {
    switch self {
    case .tooMany: "The desk has as many connections as it carries; try again shortly.\n"
    case .tooManyFromAddress: "There are too many connections from this address; close some.\n"
    case .gaveWay: "Too many connections from this address wait; this one had waited longest.\n"
    case .tooSlow: "The request took too long to arrive.\n"
    case .unread: "The answer took too long to be read.\n"
    case .headTooLarge: "The head of the request is too long or has too many fields.\n"
    case .bodyTooLarge: "The body of the request is too large.\n"
    case .malformed: "The request is not HTTP.\n"
    }
  }

  /// How long to wait before the next attempt, in seconds.
  var retryAfterSeconds: Int? {
    switch self {
    case .tooMany, .tooManyFromAddress, .gaveWay: 5
    default: nil
    }
  }
}
