import Foundation
import Testing

/// Holds the rules themselves against files that break them and files that do not.
@Suite struct RulesTests {
  private func file(_ text: String, _ path: String = "Sources/Tracking/Track.swift") -> SourceFile {
    SourceFile(path: path, lines: text.components(separatedBy: "\n"))
  }

  private func function(lines: Int) -> String {
    "struct A {\n  func a() {\n" + String(repeating: "    b()\n", count: lines - 2) + "  }\n}\n"
  }

  @Test func countsTheLinesOfFunctions() {
    #expect(Rules.longFunctions(file(function(lines: 69))).isEmpty)
    #expect(Rules.longFunctions(file(function(lines: 70))).map(\.line) == [2])
    let initialiser = function(lines: 80).replacingOccurrences(of: "func a()", with: "public init(b: Int = 3)")
    #expect(Rules.longFunctions(file(initialiser)).count == 1)
  }

  @Test func isNotConfusedByBracesInStringsAndComments() {
    let text = ##"""
      func a() { // }
        /* } /* } */ } */
        let b = "} \(c { "}" }) }"
        let d = #"} " \#(e) }"#
        let f = """
          } "quoted" }
          """
      }
      func g(h: () -> Void = {}) {
        h()
      }
      """##
    let bodies = FunctionBody.all(in: CodeScanner.code(of: text.components(separatedBy: "\n")))
    #expect(bodies == [FunctionBody(firstLine: 1, lastLine: 8), FunctionBody(firstLine: 9, lastLine: 11)])
  }

  @Test func countsTheLinesOfFiles() {
    #expect(Rules.longFiles(file(String(repeating: "a\n", count: 319))).isEmpty)
    #expect(Rules.longFiles(file(String(repeating: "a\n", count: 320))).count == 1)
  }

  @Test(arguments: [
    ("import GRDB", 1), ("public import Geodesy", 0), ("@testable import Hummingbird", 1), ("import Foundation", 0),
    ("// import GRDB", 0), ("internal import struct NIOCore.ByteBuffer", 1), ("let text = \"import GRDB\"", 0),
  ])
  func holdsImportsAgainstTheTable(line: String, count: Int) {
    #expect(Rules.imports(file(line)).count == count)
  }

  @Test func knowsEveryModule() {
    #expect(Rules.imports(file("", "Sources/Attic/Box.swift")).count == 1)
  }

  @Test(arguments: [
    ("let a = Date()", 1), ("let a = clock.now", 1), ("Double.random(in: 0...1)", 1),
    ("import FoundationNetworking", 1),
    ("Double.random(in: 0...1, using: &generator)", 0), ("// Date()", 0), ("readDate()", 0), ("let nowhere = 1", 0),
    ("a.shuffled()", 1),
    ("URLSession.shared", 1),
  ])
  func findsClocksAndChance(line: String, count: Int) {
    #expect(Rules.impurities(file(line)).count == count)
    #expect(Rules.impurities(file(line, "Sources/Desk/Page.swift")).isEmpty)
  }

  @Test func asksForTheInvariant() {
    #expect(Rules.uncheckedWithoutReason(file("final class A: @unchecked Sendable {}")).count == 1)
    #expect(Rules.uncheckedWithoutReason(file("// One thread only.\nfinal class A: @unchecked Sendable {}")).isEmpty)
    #expect(Rules.uncheckedWithoutReason(file("\nfinal class A: @unchecked Sendable {}")).map(\.line) == [2])
  }

  @Test func findsNotesAndRegistries() {
    #expect(Rules.unfinished(file("a\n// TO" + "DO: later")).map(\.line) == [2])
    #expect(
      Rules.registryHosts(path: "Makefile", text: "a\nget https://files.python" + "hosted.org/x").map(\.line) == [2])
    #expect(Rules.registryHosts(path: "Makefile", text: "get it").isEmpty)
  }
}
