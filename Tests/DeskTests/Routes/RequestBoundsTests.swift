import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Marking
import Operations
import Testing

@testable import Desk

@Suite("Requests that are larger or stranger than anything the desk answers")
struct RequestBoundsTests {
  private func visitor(_ house: House) async throws -> Visiting {
    try await house.add("wanda", .watchOfficer)
    return .person(try await house.session("wanda"))
  }

  @Test func aCompressedBodyIsRefusedUnread() async throws {
    let house = try await House.open()
    let visitor = try await visitor(house)
    try await house.visit { client in
      for encoding in ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x"] {
        let json = try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor, [.contentEncoding: encoding])
        #expect(json.status == .unsupportedMediaType)
        #expect(try json.errorCode() == "encoded")
        let form = try await client.post("/log", ["text": "x"], as: visitor, [.contentEncoding: encoding])
        #expect(form.status == .unsupportedMediaType && form.text.contains(Strings.english["error.encoded"]))
      }
      let plain = try await client.send("/api/log", "{\"text\":\"x\"}", as: visitor, [.contentEncoding: "identity"])
      #expect(plain.status == .created)
    }
  }

  @Test func aHugeAddressIsRefused() async throws {
    let house = try await House.open()
    let visitor = try await visitor(house)
    let long = String(repeating: "x", count: RequestBounds.addressBytes)
    let many = (0...RequestBounds.queryParameters).map { "p\($0)=1" }.joined(separator: "&")
    try await house.visit { client in
      for path in ["/\(long)", "/api/search?q=\(long)", "/static/\(long)", "/log?q=\(long)"] {
        let answer = try await client.get(path, as: visitor)
        #expect(answer.status == .uriTooLong, "\(path.prefix(20))")
      }
      #expect(try await client.get("/api/search?\(many)", as: visitor).status == .badRequest)
      #expect(try await client.get("/api/search?q=a&\(many.prefix(200))", as: visitor).status == .ok)
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"text\":[", "{\"boxes\":["])
  func jsonWithoutBottomIsRefused(_ opening: String) async throws {
    let house = try await House.open()
    let visitor = try await visitor(house)
    let depth = (FormFields.largestBytes - 64) / opening.utf8.count
    try await house.visit { client in
      for body in [String(repeating: opening, count: depth), String(repeating: opening, count: 400)] {
        for path in ["/api/log", "/api/stream/none/view"] {
          let answer = try await client.send(path, body, as: visitor)
          #expect(answer.status == .badRequest, "\(answer.status) \(path)")
        }
      }
    }
  }
}
