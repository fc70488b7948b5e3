import Foundation

/// A file of settings: a line each, `name = value`, with `#` before what is only for people.
///
/// A value that holds a `#` after a blank, or that begins or ends with a blank, stands between double quotes, in which `\"`
/// is a quote and `\\` a backslash. There are no sections, no nesting and no continuation lines.
struct ConfigurationFile: Sendable {
  /// The longest file that is read, in bytes.
  static let largestBytes = 256 << 10

  /// A line that sets something.
  struct Line: Hashable, Sendable {
    var number: Int
    var name: String
    var value: String
  }

  let path: String
  let lines: [Line]

  /// Reads a file.
  /// - Throws: `ConfigurationFault` when it cannot be read, or names the first line that is not understood.
  init(path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: Self.largestBytes + 1) ?? Data()
    else { throw ConfigurationFault("The configuration file \(path) cannot be read: check its path and permissions.") }
    guard data.count <= Self.largestBytes else {
      throw ConfigurationFault("The configuration file \(path) has more than \(Self.largestBytes) bytes.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationFault("The configuration file \(path) is not UTF-8 text.")
    }
    try self.init(text: text, path: path)
  }

  /// Reads the text of a file.
  init(text: String, path: String) throws {
    self.path = path
    var lines: [Line] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let text = raw.trimmingCharacters(in: .whitespaces)
      if text.isEmpty || text.hasPrefix("#") { continue }
      do {
        let line = try Self.read(text, number: index + 1)
        let isRepeated = lines.contains { $0.name == line.name }
        if isRepeated, SettingTable[line.name]?.repeats == false {
          throw ConfigurationFault("\(line.name) is set twice")
        }
        lines.append(line)
      } catch let fault as ConfigurationFault {
        throw ConfigurationFault("\(path), line \(index + 1): \(fault).")
      }
    }
    self.lines = lines
  }

  private static func read(_ text: String, number: Int) throws -> Line {
    guard let equals = text.firstIndex(of: "=") else { throw ConfigurationFault("this is not `name = value`") }
    let name = text[..<equals].trimmingCharacters(in: .whitespaces)
    guard let setting = SettingTable[name] else {
      let hint = SettingTable.suggestion(for: name).map { "; did you mean \($0)?" } ?? ""
      throw ConfigurationFault("there is no setting \(name.debugDescription)\(hint)")
    }
    let value = try value(text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces))
    if let complaint = setting.complaint(about: value) { throw ConfigurationFault("\(name) \(complaint)") }
    return Line(number: number, name: name, value: value)
  }

  private static func value(_ text: String) throws -> String {
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\t" }) else {
      throw ConfigurationFault("there is a control character in the value")
    }
    guard text.hasPrefix("\"") else {
      let plain = text.firstRange(of: /(^|[ \t])#.*$/).map { String(text[..<$0.lowerBound]) } ?? text
      guard !plain.contains("\"") else { throw ConfigurationFault("a quote stands in a value without quotes") }
      return plain.trimmingCharacters(in: .whitespaces)
    }
    var value = ""
    var rest = text.dropFirst()
    while let letter = rest.popFirst() {
      if letter == "\"" {
        let after = rest.trimmingCharacters(in: .whitespaces)
        guard after.isEmpty || after.hasPrefix("#") else {
          throw ConfigurationFault("something follows the quoted value")
        }
        return value
      }
      guard letter == "\\" else {
        value.append(letter)
        continue
      }
      guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
        throw ConfigurationFault("a backslash stands only before a quote or a backslash")
      }
      value.append(escaped)
    }
    throw ConfigurationFault("the quoted value does not end")
  }

  /// A value as it is written in a file.
  static func written(_ value: String) -> String {
    "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// What is wrong with a configuration, in words.
struct ConfigurationFault: Error, CustomStringConvertible, Sendable {
  let description: String

  init(_ description: String) { self.description = description }
}
