/// Blanks out comments and the insides of strings, so that what is left of a file is its code.
///
/// Columns and lines stay where they were.
struct CodeScanner {
  private enum Place: Equatable {
    case code
    case lineComment
    case blockComment(depth: Int)
    case string(hashes: Int, lines: Bool)
  }

  private var place = Place.code
  /// Strings around the code of an interpolation, with the open brackets in it.
  private var outer = [(place: Place, brackets: Int)]()
  private var brackets = 0
  private var code = [[Character]]()

  /// The lines with comments and strings replaced by blanks.
  static func code(of lines: [String]) -> [String] {
    var scanner = CodeScanner()
    for line in lines { scanner.read(Array(line)) }
    return scanner.code.map { String($0) }
  }

  private mutating func read(_ line: [Character]) {
    if place == .lineComment { place = .code }
    if case .string(_, lines: false) = place { place = .code }
    var kept = line
    var index = 0
    while index < line.count {
      let length = step(line, index)
      let wasCode = length.isCode
      if !wasCode {
        for blank in index..<min(line.count, index + length.count) { kept[blank] = " " }
      }
      index += length.count
    }
    code.append(kept)
  }

  /// Reads what begins at an index, and tells how long it is and whether it is code.
  private mutating func step(_ line: [Character], _ index: Int) -> (count: Int, isCode: Bool) {
    switch place {
    case .lineComment: return (line.count - index, false)
    case .blockComment(let depth):
      if starts(line, index, "/*") {
        place = .blockComment(depth: depth + 1)
      } else if starts(line, index, "*/") {
        place = depth == 1 ? .code : .blockComment(depth: depth - 1)
      } else {
        return (1, false)
      }
      return (2, false)
    case .string(let hashes, let lines): return stepInString(line, index, hashes, lines)
    case .code: return stepInCode(line, index)
    }
  }

  private mutating func stepInString(
    _ line: [Character], _ index: Int, _ hashes: Int, _ lines: Bool
  ) -> (count: Int, isCode: Bool) {
    let marks = String(repeating: "#", count: hashes)
    let end = (lines ? "\"\"\"" : "\"") + marks
    if starts(line, index, "\\" + marks + "(") {
      outer.append((place, brackets))
      brackets = 1
      place = .code
      return (2 + hashes, false)
    }
    if starts(line, index, "\\" + marks) { return (2 + hashes, false) }
    guard starts(line, index, end) else { return (1, false) }
    place = .code
    return (end.count, false)
  }

  private mutating func stepInCode(_ line: [Character], _ index: Int) -> (count: Int, isCode: Bool) {
    if starts(line, index, "//") {
      place = .lineComment
      return (line.count - index, false)
    }
    if starts(line, index, "/*") {
      place = .blockComment(depth: 1)
      return (2, false)
    }
    var hashes = 0
    while index + hashes < line.count, line[index + hashes] == "#" { hashes += 1 }
    if index + hashes < line.count, line[index + hashes] == "\"" {
      let lines = starts(line, index + hashes, "\"\"\"")
      place = .string(hashes: hashes, lines: lines)
      return (hashes + (lines ? 3 : 1), false)
    }
    if !outer.isEmpty {
      if line[index] == "(" { brackets += 1 }
      if line[index] == ")" {
        brackets -= 1
        if brackets == 0, let before = outer.popLast() {
          (place, brackets) = before
          return (1, false)
        }
      }
    }
    return (1, true)
  }

  private func starts(_ line: [Character], _ index: Int, _ text: String) -> Bool {
    var place = index
    for character in text {
      guard place < line.count, line[place] == character else { return false }
      place += 1
    }
    return true
  }
}

/// A function, initialiser or accessor with a body.
struct FunctionBody: Equatable {
  let firstLine: Int
  let lastLine: Int

  var lines: Int { lastLine - firstLine + 1 }

  /// The functions of a file whose comments and strings are blanked out, by counting braces.
  static func all(in code: [String]) -> [FunctionBody] {
    var found = [FunctionBody]()
    var depth = 0
    var round = 0
    /// The line of a declaration whose body has not begun, and how deep it stands.
    var declared: (line: Int, depth: Int)?
    var open = [(line: Int, depth: Int)]()
    for (number, line) in code.enumerated() {
      if begins(line) { declared = (number + 1, depth) }
      for character in line {
        switch character {
        case "(", "[": round += 1
        case ")", "]": round -= 1
        case "{":
          if let start = declared, start.depth == depth, round == 0 {
            open.append(start)
            declared = nil
          }
          depth += 1
        case "}":
          depth -= 1
          if let start = open.last, start.depth == depth {
            found.append(FunctionBody(firstLine: start.line, lastLine: number + 1))
            open.removeLast()
          }
        default: break
        }
      }
    }
    return found
  }

  /// Whether a function is declared on the line.
  private static func begins(_ line: String) -> Bool {
    let words = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" || $0 == ".") })
    guard let first = words.first else { return false }
    if first == "init" || first == "deinit" || first == "subscript" { return !line.contains(".init") }
    let initialiser = line.contains(" init(") || line.contains(" init?(") || line.contains(" init<")
    return words.contains("func") || (initialiser && modifiers.contains(first))
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "private", "fileprivate", "convenience", "required", "override", "mutating",
    "@discardableResult", "@inlinable", "nonisolated",
  ]
}
