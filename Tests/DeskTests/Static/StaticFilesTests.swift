import Synchronization
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Desk

@Suite("Files for browsers")
struct StaticFilesTests {
  let folder: TestFolder
  let files: StaticFiles

  init() throws {
    folder = try TestFolder()
    let share = folder.url.appending(path: "share")
    try FileManager.default.createDirectory(
      at: share.appending(path: "web/.hidden"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.url.appending(path: "share2"), withIntermediateDirectories: true)
    for (path, text) in [
      ("secret.txt", "secret"), ("share2/secret.txt", "secret"), ("share/web/desk.css", "body{}"),
      ("share/web/.hidden/a.js", "hidden"), ("share/web/.env", "hidden"), ("share/web/page.js", "plain"),
      ("share/web/page.js.gz", "packed"),
    ] {
      try Data(text.utf8).write(to: folder.url.appending(path: path))
    }
    for (link, target) in [
      ("share/web/out.txt", "../../secret.txt"), ("share/web/out", "../.."), ("share/web/beside", "../../share2"),
      ("share/web/in.css", "desk.css"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    files = StaticFiles(folder: share)
  }

  private func text(_ response: Response?) async throws -> String {
    let response = try #require(response)
    let writer = Collected()
    try await response.body.write(writer)
    return String(buffer: writer.buffer.withLock { $0 })
  }

  @Test func aFileIsServedWithItsTypeAndTag() async throws {
    let response = try #require(files.response("web/desk.css", headers: [:]))
    #expect(response.status == .ok)
    #expect(response.headers[.contentType] == "text/css; charset=utf-8")
    #expect(response.headers[.vary] == "Accept-Encoding")
    #expect(try await text(response) == "body{}")
    #expect(files.has("web/in.css"))
  }

  @Test(arguments: [
    "", "/", "web", "web/", "/web/desk.css", "web//desk.css", "./web/desk.css", "../secret.txt", "web/../web/desk.css",
    "web/../../secret.txt", "..", ".", "web/.env", "web/.hidden/a.js", "web/desk.css/", "web/desk.css\0.js",
    "web/out.txt", "web/out/secret.txt", "web/beside/secret.txt", "web/none.css", "web\\desk.css", "%2e%2e/secret.txt",
  ])
  func nothingElseIs(_ path: String) {
    #expect(files.response(path, headers: [:]) == nil)
    #expect(!files.has(path))
  }

  @Test func aBrowserThatUnpacksGetsThePackedFile() async throws {
    let packed = try #require(files.response("web/page.js", headers: [.acceptEncoding: "br, gzip"]))
    #expect(packed.headers[.contentEncoding] == "gzip")
    #expect(packed.headers[.contentType] == "text/javascript; charset=utf-8")
    #expect(try await text(packed) == "packed")
    let plain = try #require(files.response("web/page.js", headers: [.acceptEncoding: "br"]))
    #expect(plain.headers[.contentEncoding] == nil)
    #expect(try await text(plain) == "plain")
    #expect(plain.headers[.eTag] != packed.headers[.eTag])
  }

  @Test func aFileThatTheBrowserHasIsNotSentAgain() async throws {
    let tag = try #require(files.response("web/desk.css", headers: [:])?.headers[.eTag])
    let same = try #require(files.response("web/desk.css", headers: [.ifNoneMatch: tag]))
    #expect(same.status == .notModified)
    #expect(same.headers[.eTag] == tag)
    #expect(try await text(same).isEmpty)
    #expect(files.response("web/desk.css", headers: [.ifNoneMatch: "\"other\""])?.status == .ok)
  }

  @Test func aFileThatChangedIsServedAnew() async throws {
    let before = try #require(files.response("web/desk.css", headers: [:])?.headers[.eTag])
    let url = folder.url.appending(path: "share/web/desk.css")
    try Data("body{color:red}".utf8).write(to: url)
    let later = Date(timeIntervalSinceNow: 60)
    try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: url.path)
    let after = try #require(files.response("web/desk.css", headers: [.ifNoneMatch: before]))
    #expect(after.status == .ok)
    #expect(try await text(after) == "body{color:red}")
  }
}
