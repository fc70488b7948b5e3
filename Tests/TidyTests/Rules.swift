import Foundation

/// The rules of the house, each a function from files to what breaks it.
enum Rules {
  static let longestFunctionLines = 69
  static let longestFileLines = 319

  static func longFunctions(_ file: SourceFile) -> [Breach] {
    FunctionBody.all(in: file.code).filter { $0.lines > longestFunctionLines }.map {
      Breach(path: file.path, line: $0.firstLine, what: "a function of \($0.lines) lines; 70 are too many")
    }
  }

  static func longFiles(_ file: SourceFile) -> [Breach] {
    let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
    guard count > longestFileLines else { return [] }
    return [Breach(path: file.path, line: count, what: "a file of \(count) lines; 320 are too many")]
  }

  /// Notes to come back later; spelled apart here so that the rule does not find itself.
  static func unfinished(_ file: SourceFile) -> [Breach] {
    let words = ["TO" + "DO", "FIX" + "ME"]
    return matches(file, file.lines) { line in words.first { line.contains($0) }.map { "holds \($0)" } }
  }

  static func imports(_ file: SourceFile) -> [Breach] {
    guard let allowed = ImportTable.allowed[file.target] else {
      return [Breach(path: file.path, line: 1, what: "module \(file.target) is not in the import table")]
    }
    return matches(file, file.code) { line in
      guard let module = ImportTable.imported(by: line), !allowed.contains(module),
        !ImportTable.standard.contains(module)
      else { return nil }
      return "\(file.target) imports \(module), which the import table does not have"
    }
  }

  /// Uses of a clock, of randomness without a generator, of the network or of files.
  static func impurities(_ file: SourceFile) -> [Breach] {
    guard ImportTable.withoutNetworking.contains(file.target) else { return [] }
    var found = matches(file, file.code) { line in
      networking.first { stands($0, in: line) }.map { "\($0) in a module that opens no connection" }
    }
    guard ImportTable.pure.contains(file.target) else { return found }
    found += matches(file, file.code) { line in
      if line.contains(/\.now\b/) { return "a clock in a pure module" }
      if let word = impure.first(where: { stands($0, in: line) }) { return "\(word) in a pure module" }
      let random = line.contains(".random(") || line.contains(".shuffled(") || line.contains(".randomElement(")
      return random && !line.contains("using:") ? "randomness without a generator in a pure module" : nil
    }
    return found
  }

  /// Whether a word stands in the line, and not as the end of a longer one.
  private static func stands(_ word: String, in line: String) -> Bool {
    line.ranges(of: word).contains { range in
      guard let before = line[..<range.lowerBound].last else { return true }
      return !before.isLetter && !before.isNumber && before != "_"
    }
  }

  private static let networking = [
    "FoundationNetworking", "URLSession", "URLRequest", "InputStream(", "OutputStream(", "socket(",
  ]
  private static let impure = [
    "Date()", "SystemRandomNumberGenerator", "ContinuousClock(", "SuspendingClock(", "UUID()",
    "FileManager", "FileHandle", "String(contentsOf", "Data(contentsOf", "arc4random", "drand48(", "clock_gettime(",
    "gettimeofday(", "ProcessInfo",
  ]

  /// An invariant that the compiler does not check is told in the line above.
  static func uncheckedWithoutReason(_ file: SourceFile) -> [Breach] {
    let code = file.code
    return code.indices.filter { code[$0].contains("@unchecked Sendable") }.compactMap { index in
      var above = index - 1
      // Attributes and the beginning of the same declaration may stand between the two.
      while above >= 0, file.lines[above].trimmed.hasPrefix("@") { above -= 1 }
      if above >= 0, file.lines[above].trimmed.hasPrefix("//") { return nil }
      return Breach(path: file.path, line: index + 1, what: "@unchecked Sendable without a comment above it")
    }
  }

  /// Hosts of package registries; spelled apart so that the rule does not find itself.
  static func registryHosts(path: String, text: String) -> [Breach] {
    let lines = text.components(separatedBy: "\n")
    return matches(SourceFile(path: path, lines: lines), lines) { line in
      registries.first { line.contains($0) }.map { "names the registry host \($0)" }
    }
  }

  private static let registries = [
    ["pypi", "org"], ["pythonhosted", "org"], ["deb.debian", "org"], ["snapshot.debian", "org"], ["ftp.debian", "org"],
    ["security.debian", "org"], ["archive.ubuntu", "com"], ["registry.npmjs", "org"], ["registry.yarnpkg", "com"],
    ["crates", "io"], ["rubygems", "org"], ["proxy.golang", "org"], ["repo1.maven", "org"], ["unpkg", "com"],
    ["cdn.jsdelivr", "net"], ["cdnjs.cloudflare", "com"],
  ].map { $0.joined(separator: ".") }

  private static func matches(_ file: SourceFile, _ lines: [String], _ judge: (String) -> String?) -> [Breach] {
    lines.enumerated().compactMap { index, line in
      judge(line).map { Breach(path: file.path, line: index + 1, what: $0) }
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: Substring {
    let start = drop { $0.isWhitespace }
    return start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)]
  }
}
