/// What holds for a desk, and who said so: a flag before the environment, that before the file, and the file before what is
/// usual. Of a setting that repeats, the values of one of these hold together.
struct Configuration: Sendable {
  /// Where a value comes from.
  enum Origin: Hashable, Sendable, CustomStringConvertible {
    case flag
    case environment(String)
    case file(String, line: Int)
    case usual

    var description: String {
      switch self {
      case .flag: "flag"
      case .environment(let variable): "environment \(variable)"
      case .file(let path, let line): "\(path), line \(line)"
      case .usual: "default"
      }
    }
  }

  /// The values of a setting; more than one only where it repeats.
  struct Value: Hashable, Sendable {
    var texts: [String]
    var origin: Origin
  }

  /// What separates the values of a setting that repeats, in the environment.
  static let separator: Character = ";"

  private(set) var values: [String: Value] = [:]
  /// What was found and sets nothing, in words.
  private(set) var warnings: [String] = []

  /// Reads all three.
  ///
  /// - Parameters:
  ///   - flags: what the command line says, by name.
  ///   - file: the file that the command line names; the environment may name one instead.
  /// - Throws: `ConfigurationFault`.
  init(flags: [String: [String]], file: String? = nil, environment: [String: String]) throws {
    let variables = Dictionary(SettingTable.all.map { ($0.variable, $0) }, uniquingKeysWith: { first, _ in first })
    let named = file ?? environment[SettingTable.fileVariable].flatMap { $0.isEmpty ? nil : $0 }
    let written = try named.map { try ConfigurationFile(path: $0) }
    for setting in SettingTable.all {
      if let texts = flags[setting.name], !texts.isEmpty {
        values[setting.name] = Value(texts: texts, origin: .flag)
      } else if let text = environment[setting.variable], !text.isEmpty {
        let texts = setting.repeats ? text.split(separator: Self.separator).map(String.init) : [text]
        values[setting.name] = Value(texts: texts, origin: .environment(setting.variable))
      } else if let lines = written?.lines.filter({ $0.name == setting.name }), let first = lines.first {
        let origin = Origin.file(named ?? "", line: first.number)
        values[setting.name] = Value(texts: lines.map(\.value), origin: origin)
      } else if let usual = setting.usual {
        values[setting.name] = Value(texts: [usual], origin: .usual)
      }
      try check(setting)
    }
    for name in environment.keys.sorted()
    where name.hasPrefix("FORELAND_") && variables[name] == nil && !SettingTable.otherVariables.contains(name) {
      let hint =
        SettingTable.suggestion(for: name, among: variables.keys.sorted()).map { "; did you mean \($0)?" } ?? "."
      warnings.append("The environment variable \(name) sets nothing\(hint)")
    }
  }

  private func check(_ setting: Setting) throws {
    guard let value = values[setting.name] else { return }
    for text in value.texts {
      if let complaint = setting.complaint(about: text) { throw fault(setting, complaint) }
    }
  }

  /// The value of a setting; nil when nobody set it and nothing is usual.
  subscript(_ setting: Setting) -> String? { values[setting.name]?.texts.first }

  /// All values of a setting that repeats.
  func all(_ setting: Setting) -> [String] { values[setting.name]?.texts ?? [] }

  /// Whether a setting that is yes or no is yes.
  func isOn(_ setting: Setting) -> Bool { self[setting] == "yes" }

  /// The whole number of a setting.
  func number(_ setting: Setting) -> Int? { self[setting].flatMap { Int($0) } }

  /// What is wrong with a setting, and where it was set.
  func fault(_ setting: Setting, _ complaint: String) -> ConfigurationFault {
    let name = values[setting.name].map { $0.origin == .flag ? setting.flag : setting.name } ?? setting.flag
    let place = values[setting.name].map { $0.origin == .flag ? "" : " (\($0.origin))" } ?? ""
    return ConfigurationFault("\(name) \(complaint)\(place).")
  }

  /// Every setting with its value and where that comes from, as lines that a file can hold; secrets are left out.
  var text: String {
    SettingTable.all.flatMap { setting -> [String] in
      guard let value = values[setting.name] else { return ["# \(setting.name) is not set"] }
      if setting.isSecret { return ["# \(setting.name) is set and not shown  # \(value.origin)"] }
      return value.texts.map { "\(setting.name) = \(ConfigurationFile.written($0))  # \(value.origin)" }
    }.joined(separator: "\n")
  }
}
