import Testing
import Foundation

/// A source file of the repository, as lines.
struct SourceFile: CustomTestStringConvertible {
  let path: String
  let lines: [String]
  /// The lines with comments and strings blanked out.
  let code: [String]

  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
    code = path.hasSuffix(".swift") ? CodeScanner.code(of: lines) : []
  }

  /// The module or test target that it belongs to.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var testDescription: String { path }
}

/// The repository that this test lies in.
enum House {
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" && !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder = folder.deletingLastPathComponent()
    }
    return folder
  }()

  static let sources = swiftFiles(in: "Sources")
  static let tests = swiftFiles(in: "Tests") + swiftFiles(in: "Fuzz")

  /// Folders that hold what was made or fetched and is not the house's own.
  private static let foreign: Set<String> = [
    ".build", ".git", ".foreland", "vendor", "prepared", "node_modules", ".venv",
  ]

  /// Every file below a folder, by its path from the root.
  static func paths(in folder: String) -> [String] {
    let start = folder.isEmpty ? root : root.appending(path: folder)
    guard
      let walk = FileManager.default.enumerator(
        at: start, includingPropertiesForKeys: [.isRegularFileKey], options: [])
    else { return [] }
    var paths = [String]()
    for case let place as URL in walk {
      let name = place.lastPathComponent
      if foreign.contains(name) || name.hasPrefix(".build") {
        walk.skipDescendants()
      } else if (try? place.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true {
        paths.append(String(place.path.dropFirst(root.path.count + 1)))
      }
    }
    return paths.sorted()
  }

  static func text(of path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func swiftFiles(in folder: String) -> [SourceFile] {
    paths(in: folder).filter { $0.hasSuffix(".swift") }.compactMap { path in
      text(of: path).map { SourceFile(path: path, lines: $0.components(separatedBy: "\n")) }
    }
  }
}

/// A broken rule, at a line that an editor can open.
struct Breach: Equatable, CustomTestStringConvertible {
  let path: String
  let line: Int
  let what: String

  var testDescription: String { "\(path):\(line): \(what)" }
}
