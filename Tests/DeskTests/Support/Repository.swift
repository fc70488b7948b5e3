import Foundation

/// The files of the repository that tests read beside the code.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let share = root.appending(path: "share")

  /// The texts of all files below a folder whose names end so, by path.
  static func texts(below folder: String, ending: String) throws -> [String: String] {
    let base = root.appending(path: folder)
    var texts: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: base.path) ?? .init()
    where path.hasSuffix(ending) {
      texts[path] = try String(contentsOf: base.appending(path: path), encoding: .utf8)
    }
    guard !texts.isEmpty else { throw Unexpected("no \(ending) below \(folder)") }
    return texts
  }
}
