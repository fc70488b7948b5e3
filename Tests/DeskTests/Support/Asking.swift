import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Operations
import Testing

@testable import Desk

/// Who asks: a stranger, somebody at the desk, or a program.
enum Visiting: Sendable {
  case stranger
  case person(IssuedSession)
  case program(IssuedToken)

  var headers: HTTPFields {
    switch self {
    case .stranger: [:]
    case .person(let issued): [.cookie: "\(SessionCookie.name)=\(issued.token)"]
    case .program(let issued): [.authorization: "Bearer \(issued.text)"]
    }
  }

  /// What a page of the desk sends back with everything that changes something.
  var pageToken: String? {
    guard case .person(let issued) = self else { return nil }
    return issued.session.pageToken
  }
}

extension TestClientProtocol {
  func get(_ uri: String, as visitor: Visiting = .stranger, _ more: HTTPFields = [:]) async throws -> TestResponse {
    try await executeRequest(uri: uri, method: .get, headers: visitor.headers.adding(more), body: nil)
  }

  /// Sends a form, with the page's token unless another is given.
  func post(
    _ uri: String, _ fields: [String: String], as visitor: Visiting = .stranger, token: String? = nil,
    _ more: HTTPFields = [:]
  ) async throws -> TestResponse {
    var fields = fields
    if let token = token ?? visitor.pageToken { fields["token"] = token }
    let body = fields.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }.joined(separator: "&")
    let headers = visitor.headers.adding([.contentType: "application/x-www-form-urlencoded"]).adding(more)
    return try await executeRequest(uri: uri, method: .post, headers: headers, body: ByteBuffer(string: body))
  }

  /// Sends JSON to the API, with the page's token.
  func send(
    _ uri: String, _ json: String, as visitor: Visiting, _ more: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = visitor.headers.adding([.contentType: "application/json"])
    if let token = visitor.pageToken { headers[SameSite.headerName] = token }
    return try await executeRequest(
      uri: uri, method: .post, headers: headers.adding(more), body: ByteBuffer(string: json))
  }

  private static func encode(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension HTTPFields {
  func adding(_ others: HTTPFields) -> HTTPFields {
    var all = self
    for field in others { all[field.name] = field.value.isEmpty ? nil : field.value }
    return all
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  func json() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any], "\(text)")
  }

  /// The code of an error of the API.
  func errorCode() throws -> String? { (try json()["error"] as? [String: Any])?["code"] as? String }

  /// The session that the answer's cookie opens.
  var sessionToken: String? {
    headers[.setCookie]?.split(separator: ";").first?.split(separator: "=", maxSplits: 1).last.map(String.init)
  }
}
